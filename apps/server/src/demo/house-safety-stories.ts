import { addDays, daysBetween } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, step, story, type Teller, TOWNSHIP, villages, WINDOW } from './story-parts.ts'

const SEED = 2022_0709

/** A campaign that went through every self-built house, and what is asked of houses since. */
export function houseSafetyStories(setting: DemoSetting): readonly DemoStory[] {
  return [safety, permitsAndPlatform, liaisons].flatMap((tell) => tell(setting, new Seeded(SEED)))
}

const SAFETY = 'self-built-houses'
const HOUSES = 24

/** The campaign of the text began in the summer of 2022: what was done then is told on days of those years. */
const LISTED = '2022-07-18'

const kinds = ['hotel', 'urban-catering', 'commerce', 'pharmacy', 'training', 'food'] as const
const zones = ['urban-village', 'fringe', 'around-schools', 'seat', 'community', 'village'] as const

/** What one house is called in the demo county. */
const houseNumber = (index: number) => `房-${String(index + 1).padStart(3, '0')}`

/** Every house of the campaign: queued, judged, appraised, mended, accepted, struck off, one of them found wanting again. */
const safety: Teller = ({ today, townships, unitId }, seeded) =>
  Array.from({ length: HOUSES }, (_one, index) => {
    const isBusiness = index % 2 === 0
    const township = townships[index % townships.length] ?? ''
    const at = unitId(`${township}人民政府`) ?? ''
    const on = (day: string) => daysBetween(day, today)
    const of = (name: string, day: string, input = {}, reason?: string) => ({
      ...step(name, TOWNSHIP, on(day), input, reason),
      at,
    })
    const byHousing = (name: string, day: string, input = {}) => ({
      ...step(name, DEPARTMENT, on(day), input),
    })
    const survey = of('survey', '2022-08-02', {
      surveyedOn: '2022-08-02',
      land: '集体',
      area: seeded.tenths(80, 400),
      builtIn: `${seeded.between(1985, 2019)}年`,
      builtBy: '自行建造',
      structure: seeded.oneOf(['砖木', '砖混', '框架']),
      isInHazardZone: index === 9,
      isSiteHazardous: false,
      isSlopeStable: index !== 9,
      hasDrawing: index % 3 === 0,
      isDesignerQualified: false,
      isBuilderQualified: true,
      structuralHazards: index % 4 === 0 ? ['superstructure'] : [],
      isDilapidated: index % 3 === 1,
      isFacadeLoose: index % 5 === 0,
      equipment: 'none',
      isDecorationToxic: false,
      isMaterialUnfit: false,
      lacking: index % 6 === 0 ? ['planning'] : [],
      unlawful: index === 10 ? ['extended'] : [],
      ...(isBusiness
        ? {
            permits: '营业执照已办',
            isFireFit: true,
            areExitsClear: true,
            isWiringFit: index % 4 !== 0,
            usesBottledGas: false,
          }
        : {}),
    })
    const judge = (grade: string) =>
      of('judge', '2022-08-05', {
        grade,
        judgedOn: '2022-08-05',
        technicians: personName(seeded),
        findings: grade === 'safe' ? '未见明显裂缝和变形' : '承重墙开裂，屋面渗漏',
      })
    const seal = of('seal', '2022-08-05', { sealedOn: '2022-08-05', cleared: '人员离开，门窗贴封' })
    const send = of('send', '2022-08-05')
    const appraise = (conclusion: string) =>
      byHousing('appraise', '2022-09-20', {
        institute: '衡正房屋安全鉴定公司',
        qualification: '具备资格',
        report: `鉴-${index + 1}`,
        appraisedOn: '2022-09-18',
        conclusion,
        ...(conclusion === 'qualified' ? {} : { demands: '由有资质的单位加固承重墙' }),
      })
    const toList = of('listDemands', '2022-09-26', { hazards: '承重墙裂缝' })
    const listed = of('list', '2022-08-08', { hazards: '屋面渗漏、檩条腐朽' })
    const evacuate = of('evacuate', '2022-08-05', {
      hazards: '山墙外倾',
      evacuatedOn: '2022-08-05',
      evacuated: seeded.between(2, 9),
      evacuation: '本户和相邻住户已转移到村委会',
      proposal: '由专业机构作进一步鉴定',
    })
    const plan = (isGrave: boolean) =>
      of('plan', '2022-10-08', {
        cause: isGrave ? 'defect' : 'general',
        remedy: isGrave ? 'reinforce' : 'mend',
        planText: isGrave ? '加固承重墙，拆除加建部分' : '更换檩条，重做屋面',
        responsible: personName(seeded),
        deadline: '2023-04-30',
      })
    const fix = of('fix', '2023-04-12', { fixedOn: '2023-04-10', repair: '已按方案整治' })
    const accept = byHousing('acceptBusiness', '2023-04-20', {
      acceptedOn: '2023-04-19',
      acceptors: personName(seeded),
    })
    const strikeOff = of('strikeOff', '2023-04-21')
    const certify = byHousing('certify', '2023-05-10', {
      certificateNumber: `合-${index + 1}`,
      issuedOn: '2023-05-09',
    })
    const allow = byHousing('allow', '2023-05-11')
    const file = of('file', '2022-08-08', { fileNumber: `档-${index + 1}` })
    const reopen = { ...step('reopen', TOWNSHIP, 4, {}, '巡查发现后墙有新裂缝'), at }
    const ofBusiness = [
      [
        survey,
        judge('severe'),
        seal,
        appraise('repair'),
        toList,
        plan(true),
        fix,
        accept,
        strikeOff,
        certify,
        allow,
        reopen,
      ],
      [survey, judge('general'), send, appraise('qualified'), byHousing('allow', '2022-10-10')],
      [survey, judge('severe'), seal],
      [survey, judge('general'), send, appraise('repair'), toList, plan(true), fix],
      [survey, judge('safe'), send, appraise('qualified'), byHousing('allow', '2022-10-10')],
      [survey, judge('severe'), seal, appraise('collapse'), toList, plan(true), fix, accept, strikeOff],
      [survey, judge('general'), send],
    ]
    const ofHomes = [
      [survey, judge('safe'), file],
      [survey, judge('general'), listed, plan(false), fix],
      [
        survey,
        judge('severe'),
        evacuate,
        appraise('qualified'),
        of('fileFit', '2022-09-27', { fileNumber: `档-${index + 1}` }),
      ],
      [survey, judge('safe'), file],
      [],
      [survey, judge('general'), listed, plan(false)],
      [survey],
    ]
    const way = Math.floor(index / 2) % ofHomes.length
    return story(SAFETY, 'house-safety', index + 1, {
      by: TOWNSHIP,
      at,
      unit: at,
      daysAgo: on(LISTED),
      input: {
        number: houseNumber(index),
        where: `${villages[index % villages.length] ?? ''}${seeded.between(1, 5)}街${seeded.between(1, 60)}号`,
        village: villages[index % villages.length] ?? '',
        owner: personName(seeded),
        contact: phoneNumber(seeded),
        use: isBusiness ? 'business' : 'other',
        place: isBusiness ? kinds[Math.floor(index / 2) % kinds.length] : 'home',
        zone: zones[index % zones.length],
        storeys: seeded.between(1, 4),
        span: seeded.tenths(3, 8),
        isComplex: false,
        isExtended: index % 5 === 0,
        isConverted: index % 7 === 0,
        isCrowded: index % 8 === 0,
      },
      steps: (isBusiness ? ofBusiness : ofHomes)[way] ?? [],
    })
  })

/** What the approval bureau asked of houses, what went to the state’s platform, and what patrols saw. */
const permitsAndPlatform: Teller = ({ today, townships, unitId }, seeded) => {
  const at = unitId(`${townships[0] ?? ''}人民政府`) ?? ''
  const enter = {
    ...step('enter', TOWNSHIP, 12, { platformNumber: '14-0001', enteredOn: addDays(today, -12) }),
    at,
  }
  const change = { ...step('change', TOWNSHIP, 3, { changes: '后院加建一间' }), at }
  return [
    ...[2, 4, 20, 10].map((house, index) =>
      story(SAFETY, 'permit-check', index + 1, {
        by: WINDOW,
        daysAgo: 9 - index,
        input: {
          number: `核-${index + 1}`,
          house: houseNumber(house),
          applicant: `${villages[house % villages.length] ?? ''}${['宾馆', '饭店', '商店', '药店'][index] ?? ''}`,
          item: ['旅馆业特种行业许可', '食品经营许可', '公共场所卫生许可', '药品经营许可'][index] ?? '',
        },
      }),
    ),
    ...[[enter], [enter, change], []].map((steps, index) =>
      story(SAFETY, 'platform-entry', index + 1, {
        ...{ by: TOWNSHIP, at, daysAgo: 20 },
        input: {
          number: `录-${index + 1}`,
          house: houseNumber(index),
          source: ['survey', 'earlier-survey', 'database'][index],
        },
        steps,
      }),
    ),
    ...[0, 1].map((house) =>
      story(SAFETY, 'patrols', house + 1, {
        ...{ by: TOWNSHIP, at, daysAgo: 4 },
        input: {
          number: `巡-${house + 1}`,
          house: houseNumber(house),
          patrolledOn: addDays(today, -4),
          keeper: personName(seeded),
          result: house === 0 ? 'hazard' : 'fine',
          found: house === 0 ? '后墙有新裂缝，已要求停止使用' : '未见异常',
        },
      }),
    ),
    ...townships.slice(0, 5).flatMap((township, index) => {
      const unit = unitId(`${township}人民政府`) ?? ''
      return ['2025-04-22', '2025-05-22'].map((turn) =>
        story(SAFETY, 'progress', `${index + 1}-${turn}`, {
          ...{ by: DEPARTMENT, at: unit, unit, daysAgo: daysBetween(turn, today) + 1 },
          input: {
            unit,
            turn,
            surveyed: 120 + index * 8,
            business: 31 + index,
            hazards: 9 + index,
            appraised: 31 + index,
            mended: 8 + index,
            struck: 8 + index,
            progress: '已完成排查和鉴定，剩余隐患正在整治。',
          },
          steps: index === 4 ? [] : [step('take', CLERK, daysBetween(turn, today))],
        }),
      )
    }),
  ]
}

/** Most units have named who is called; a few have not. */
const liaisons: Teller = ({ townships }, seeded) =>
  [
    '县水利局',
    '县教育科技局',
    '县公安局',
    '县民政局',
    '县市场监督管理局',
    ...townships.slice(2).map((name) => `${name}人民政府`),
  ].map((unitName, index) =>
    story(SAFETY, 'liaisons', index + 1, {
      by: CLERK,
      daysAgo: 60,
      input: {
        name: personName(seeded),
        gender: index % 2 === 0 ? '男' : '女',
        post: '副职',
        officePhone: `0350-433${String(1000 + index)}`,
        mobile: phoneNumber(seeded),
        unitName,
        address: `${unitName}办公楼`,
      },
    }),
  )
