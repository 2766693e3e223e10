import { addDays } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStory } from './story.ts'
import { DEPARTMENT, step, story, type Teller, TOWNSHIP, villages, WINDOW } from './story-parts.ts'

const SEED = 2021_0719

/** Rural houses: how they are built, what is carried on in them, and what the township finds when it looks. */
export function houseStories(setting: DemoSetting): readonly DemoStory[] {
  return [contractors, buildings, violations, premises].flatMap((tell) => tell(setting, new Seeded(SEED)))
}

/** Premises from their registration to the township's check, and what follows where it finds them wanting. */
const premises: Teller = ({ today, townships, unitId }, seeded) => {
  const shops = [
    '农家小院',
    '便民超市',
    '石磨坊',
    '民宿',
    '农资店',
    '手工豆腐坊',
    '家庭旅馆',
    '小吃店',
    '理发店',
  ]
  const register = {
    ...step('register', WINDOW, 40, {
      promises: ['compliant', 'truthful', 'safe'],
      zone: '一层临街两间',
      area: seeded.tenths(30, 160),
    }),
    materials: ['promise', 'sketch'],
  }
  const push = step('push', WINDOW, 39)
  const at = (index: number) => unitId(`${townships[index % townships.length] ?? ''}人民政府`) ?? ''
  const ofTownship = (index: number, one: ReturnType<typeof step>) => ({ ...one, at: at(index) })
  const ways = (index: number) => {
    const pass = ofTownship(
      index,
      step('pass', TOWNSHIP, 30, { checkedOn: addDays(today, -30), finding: '与承诺和示意图一致，通道畅通' }),
    )
    const fail = (daysAgo: number) =>
      ofTownship(
        index,
        step('fail', TOWNSHIP, daysAgo, {
          checkedOn: addDays(today, -daysAgo),
          unmet: ['unsafe'],
          finding: '后墙开裂，加建部分没有圈梁',
          stopping: '当日停止经营，人员已离开',
        }),
      )
    const notify = (daysAgo: number, changeBy: number) =>
      step('notify', WINDOW, daysAgo, { changeBy: addDays(today, changeBy) })
    return [
      [register, push, pass],
      [
        register,
        push,
        fail(28),
        notify(26, -6),
        step('change', WINDOW, 10, { changedOn: addDays(today, -10), newPlace: '集镇商业街6号' }),
      ],
      [register, push],
      [register],
      [],
      [register, push, fail(20), notify(18, -4)],
      [register, push, fail(9)],
      [register, push, fail(8), notify(6, 20)],
      [register, push, pass],
    ]
  }
  return [
    ...shops.map((shop, index) =>
      story('rural-houses', 'registration', index + 1, {
        by: WINDOW,
        daysAgo: 41,
        input: {
          number: `经-${index + 1}`,
          subject: `${villages[index % villages.length] ?? ''}${shop}`,
          operator: personName(seeded),
          contact: phoneNumber(seeded),
          business: index % 2 === 0 ? '餐饮服务' : '零售、住宿服务',
          township: at(index),
          village: villages[index % villages.length] ?? '',
          place: `${villages[index % villages.length] ?? ''}${seeded.between(1, 5)}街${seeded.between(1, 60)}号`,
          completion: index === 4 ? 'none' : 'passed',
        },
        steps: ways(index)[index] ?? [],
      }),
    ),
    ...['液化气瓶放在灶台旁', '外挂招牌松动', '二层堆放货物过重'].map((hazard, index) =>
      story('rural-houses', 'hazard-report', index + 1, {
        by: TOWNSHIP,
        daysAgo: 5 - index,
        input: {
          number: `患-${index + 1}`,
          ...(index === 0 ? { premises: '经-1' } : {}),
          village: villages[index] ?? '',
          place: `${villages[index] ?? ''}${index + 1}街`,
          foundOn: addDays(today, index - 5),
          hazard,
          measures: '当场要求停用并清理',
        },
        steps:
          index === 0
            ? [step('dispose', TOWNSHIP, 3, { disposedOn: addDays(today, -3), disposal: '已建专用气瓶间' })]
            : [],
      }),
    ),
    story('rural-houses', 'crediting', 1, {
      by: DEPARTMENT,
      at: unitId('县市场监督管理局'),
      daysAgo: 15,
      input: {
        number: '信-1',
        subject: '东沟村民宿',
        act: '责令停止经营后继续接待',
        decision: `清市监罚决〔${today.slice(0, 4)}〕9号`,
        body: unitId('县市场监督管理局') ?? '',
        decidedOn: addDays(today, -17),
      },
    }),
  ]
}

const HOUSES = 'rural-houses'

/** Who builds, and one who built what was unlawful. */
const contractors: Teller = ({ today, unitId }, seeded) => {
  const housing = unitId('县住房和城乡建设局')
  const kinds = ['qualified', 'association', 'association', 'registered', 'titled', 'craftsman'] as const
  const units = ['清源建筑公司', '丰禾农房建设公司', '望川农房建设合作社']
  return kinds.map((kind, index) =>
    story(HOUSES, 'contractor', index + 1, {
      ...{ by: DEPARTMENT, at: housing, daysAgo: 170 },
      input: {
        number: `名-${index + 1}`,
        ...(units[index] === undefined ? {} : { unitName: units[index] }),
        person: personName(seeded),
        kind,
        certificate: `证-${100 + index}`,
      },
      steps:
        index === 2
          ? [
              step('blacklist', DEPARTMENT, 100, {
                unlawfulBuilding: '河滩违建房屋',
                decision: `清建罚〔${addDays(today, -102).slice(0, 4)}〕3号`,
                blacklistedOn: addDays(today, -100),
              }),
            ]
          : [],
    }),
  )
}

/** Houses on their way: registered in time and late, building, accepted and not archived, archived, and large ones. */
const buildings: Teller = ({ today, townships, unitId }, seeded) => {
  const papers = ['drawings', 'construction-contract', 'supervision-contract', 'registration-form']
  const register = (days: number, constructionParty = '名-2') => ({
    ...step('register', TOWNSHIP, 140, {
      designer: '名-5',
      constructionParty,
      supervisor: '名-6',
      constructionWarranty: '五年',
      isConstructionLiabilitySaid: true,
      supervisionWarranty: '五年',
      isSupervisionLiabilitySaid: true,
      plannedStart: addDays(today, days - 140),
    }),
    materials: papers,
  })
  const start = step('start', TOWNSHIP, 105, { startedOn: addDays(today, -105) })
  const accept = (daysAgo: number) =>
    step('accept', TOWNSHIP, daysAgo, {
      acceptedOn: addDays(today, -daysAgo),
      tookPart: ['designer', 'constructor', 'supervisor'],
    })
  const archive = {
    ...step('archive', TOWNSHIP, 8, { archiveNumber: '档-1' }),
    materials: ['acceptance-form'],
  }
  const pass = step('pass', TOWNSHIP, 145)
  const permit = step('permit', DEPARTMENT, 120, { buildingPermit: '施-7' })
  const ways = [
    [register(35), start, accept(20), archive],
    [register(35), start, accept(12)],
    [register(20), start],
    [register(35), start, accept(45)],
    [register(35, '名-3')],
    [],
    [pass, permit],
    [pass],
  ]
  return ways.map((steps, index) => {
    const at = unitId(`${townships[index % 4] ?? ''}人民政府`) ?? ''
    const village = villages[index % villages.length] ?? ''
    return story(HOUSES, 'building', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: 150 },
      input: {
        number: `建-${index + 1}`,
        owner: personName(seeded),
        contact: phoneNumber(seeded),
        village,
        place: `${village}${seeded.between(1, 5)}街`,
        work: index % 3 === 0 ? 'renewed' : 'new',
        builtBy: 'farmer',
        purpose: 'own',
        area: seeded.tenths(90, 290),
        storeys: index > 5 ? 3 : 2,
        span: '4.8',
        landApproval: `宅批${index + 1}号`,
        planningPermit: `乡字${index + 1}号`,
      },
      steps: steps.map((one) => ({
        ...one,
        at: one.by === DEPARTMENT ? (unitId('县住房和城乡建设局') ?? at) : at,
      })),
    })
  })
}

/** Violations ordered to be put right, and changes of use that wait for an appraisal or came with one. */
const violations: Teller = ({ today, townships, unitId }, seeded) => {
  const at = unitId(`${townships[0] ?? ''}人民政府`) ?? ''
  const order = (mendBy: number) => step('order', TOWNSHIP, 15, { mendBy: addDays(today, mendBy) })
  const kinds = ['off-drawings', 'unregistered', 'bad-materials', 'class-two'] as const
  const ways = [
    [order(-3), step('mend', TOWNSHIP, 4, { mendedOn: addDays(today, -4), after: '已按图改回' })],
    [order(-2)],
    [order(10)],
    [],
  ]
  const appraise = step('appraise', TOWNSHIP, 6, {
    institute: '衡正房屋安全鉴定公司',
    report: '鉴-改1',
    appraisedOn: addDays(today, -7),
    result: 'fit',
  })
  return [
    ...kinds.map((violationKind, index) =>
      story(HOUSES, 'violation', index + 1, {
        ...{ by: TOWNSHIP, at, daysAgo: 16 },
        input: {
          number: `问-${index + 1}`,
          place: `${villages[index] ?? ''}${index + 1}街`,
          person: personName(seeded),
          violationKind,
          foundOn: addDays(today, -16),
          facts: '巡查时现场发现，已拍照',
        },
        steps: ways[index] ?? [],
      }),
    ),
    ...[[appraise], []].map((steps, index) =>
      story(HOUSES, 'use-change', index + 1, {
        ...{ by: TOWNSHIP, at, daysAgo: 9 },
        input: {
          number: `改-${index + 1}`,
          owner: personName(seeded),
          place: `${villages[index] ?? ''}2街`,
          from: '自住',
          to: index === 0 ? '民宿' : '超市',
        },
        steps,
      }),
    ),
  ]
}
