import { addDays, daysBetween } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story, type Teller, WINDOW } from './story-parts.ts'

const SEED = 2021_0927
const OFFICER = 'officer'
const TOWNSHIP = 'township'
const COMPANY = '清源燃气公司'

/** Two years of gas safety: most of it was carried through, some of it is late. */
export function gasStories(setting: DemoSetting): readonly DemoStory[] {
  return [aims, hazards, pipes, households, permits, sensors, calls].flatMap((tell) =>
    tell(setting, new Seeded(SEED)),
  )
}

/** What was done in the years of the plan, and so on days of those years. */
const since = (today: string, day: string) => daysBetween(day, today)

const aims: Teller = ({ today, unitId }) => {
  const [own, housing] = [unitId('县农业机械发展中心'), unitId('县住房和城乡建设局')]
  const done: readonly (readonly [entry: string, on: string | null, responsible: string | null])[] = [
    ['assessment', '2021-09-30', own],
    ['forced-renewal', '2022-01-20', own],
    ['hazards', '2021-12-28', housing],
    ['plan', '2021-12-15', housing],
    ['coal-to-gas', '2022-03-30', housing],
    ['platforms', '2022-07-20', own],
    ['measures', null, own],
  ]
  return done.map(([entry, doneOn, responsible], index) => {
    const give = step('give', CLERK, since(today, '2021-09-28'))
    const report = (day: string): DemoStep => ({
      ...step('report', DEPARTMENT, since(today, day), { doneOn: day, result: '已完成，资料齐全' }),
      at: responsible ?? '',
    })
    const steps =
      doneOn === null ? [] : [report(doneOn), step('confirm', CLERK, since(today, addDays(doneOn, 5)))]
    return story('gas-safety', 'aims', index + 1, {
      ...{ by: CLERK, daysAgo: since(today, '2021-09-28') },
      input: { entry, responsible },
      steps: [give, ...steps],
    })
  })
}

const hazards: Teller = ({ today, townships, unitId }, seeded) => {
  const found = [
    ['buildings', 'manholes', '彩钢房压在中压管线上'],
    ['distance', 'long-pipe', '堆料场距管道不足安全距离'],
    ['places', 'restaurant', '餐馆后厨没有报警装置'],
    ['places', 'school', '食堂软管老化'],
    ['sites', 'lpg-station', '储配站消防水压不足'],
    ['construction', 'works', '施工方没有交底擅自开挖'],
    ['coal-to-gas-unaccepted', 'household', '“煤改气”工程没有验收就通气'],
    ['illegal-transport', 'other', '无证面包车运送液化气瓶'],
    ['pipes', 'overhead', '架空管道支架锈蚀'],
    ['enclosed', 'other', '调压箱被圈在院内'],
  ] as const
  const department = unitId('县住房和城乡建设局') ?? ''
  const list = (daysAgo: number, deadline: number) =>
    step(
      'list',
      OFFICER,
      daysAgo,
      { department, deadline: addDays(today, -deadline) },
      '由该局督促燃气企业整改',
    )
  const fix = (daysAgo: number): DemoStep => ({
    ...step('fix', DEPARTMENT, daysAgo, { repair: '已整改，现场复测合格' }),
    at: department,
    materials: ['proof'],
  })
  const ways: readonly (readonly DemoStep[])[] = [
    [list(38, 10), fix(20), step('strikeOff', OFFICER, 18)],
    [list(38, 12)],
    [list(37, 5), fix(9)],
    [list(36, 3), fix(14), step('reject', OFFICER, 12, {}, '软管仍有老化，继续更换')],
    [list(36, -20)],
    [list(35, 8), fix(15), step('strikeOff', CLERK, 10)],
    [list(34, 6)],
    [list(34, 20), fix(25), step('strikeOff', OFFICER, 22)],
    [],
    [step('dismiss', OFFICER, 30, {}, '现场复核符合安全距离')],
  ]
  const stories = found.map(([kind, keyPlace, description], index) => {
    const township = townships[index % townships.length] ?? ''
    const at = unitId(`${township}人民政府`)
    const told = story('gas-safety', 'gas-hazards', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: 40 },
      input: {
        number: `燃患-${String(index + 1).padStart(2, '0')}`,
        kind,
        keyPlace,
        enterprise: index === 7 ? `${personName(seeded)}（个体）` : COMPANY,
        township,
        address: `${township}${seeded.between(1, 40)}号`,
        description,
      },
    })
    return { ...told, steps: ways[index] ?? [] }
  })
  const talk = story('gas-safety', 'pressing', 1, {
    by: CLERK,
    daysAgo: 6,
    input: {
      number: '督-1',
      hazard: '燃患-02',
      measure: 'talk',
      subject: COMPANY,
      takenOn: addDays(today, -6),
      content: '约谈企业负责人，限期搬离堆料场',
    },
  })
  return [...stories, talk]
}

const pipes: Teller = ({ today, townships }, seeded) => {
  const laid = [
    '1988-05-01',
    '1991-12-31',
    '1996-08-15',
    '2001-07-01',
    '2008-04-20',
    '2015-10-10',
    '1990-03-03',
  ]
  return laid.map((commissionedOn, index) => {
    const assess = step('assess', DEPARTMENT, since(today, '2021-09-29'), {
      assessedOn: '2021-09-29',
      ageOn: '2021-12-31',
      hasHazard: index === 4,
      opinion: index === 4 ? '局部腐蚀' : '按年限评估',
    })
    const plan = (plannedBy: string) =>
      step('plan', DEPARTMENT, since(today, '2021-10-08'), {
        plannedBy,
        responsible: personName(seeded),
        route: '分段开挖，逐段置换',
      })
    const renew = (day: string) =>
      step('renew', DEPARTMENT, since(today, day), { renewedOn: day, works: '已换管并通气' })
    const accept = (day: string) => step('accept', CLERK, since(today, day))
    const forced = [assess, plan('2021-12-20'), renew('2021-12-18'), accept('2021-12-22')]
    const stepwise = [assess, plan('2023-06-30'), renew('2023-06-20'), accept('2023-06-28')]
    const kept = [assess, step('keep', OFFICER, since(today, '2021-10-10'), {}, '不满20年，没有隐患')]
    const ways = [forced, forced, stepwise, [assess, plan('2023-07-31')], stepwise, kept, [assess]]
    return story('gas-safety', 'renewing', index + 1, {
      ...{ by: DEPARTMENT, daysAgo: since(today, '2021-09-27'), steps: ways[index] ?? [] },
      input: {
        number: `管-${String(index + 1).padStart(2, '0')}`,
        enterprise: COMPANY,
        township: townships[index % 3] ?? '',
        section: `${['东街', '西街', '南关', '北关', '学府路', '滨河路', '站前路'][index] ?? ''}段`,
        length: String(seeded.between(120, 900)),
        commissionedOn,
        isCourtyard: index % 2 === 0,
        isOldEstate: index < 3,
      },
    })
  })
}

const households: Teller = ({ today, townships }, seeded) =>
  Array.from({ length: 18 }, (_one, index) =>
    story('gas-safety', 'households', index + 1, {
      ...{ by: DEPARTMENT, daysAgo: 60 - index },
      input: {
        number: `户-${String(index + 1).padStart(3, '0')}`,
        enterprise: COMPANY,
        township: townships[index % 4] ?? '',
        holder: personName(seeded),
        address: `${townships[index % 4] ?? ''}${seeded.between(1, 9)}号楼${seeded.between(101, 602)}`,
        hasValve: index % 7 !== 6,
        hasHose: index % 5 !== 4,
        hasFlameGuard: index % 9 !== 8,
        checkedOn: addDays(today, index - 60),
      },
    }),
  )

const permits: Teller = ({ today, townships }, seeded) => {
  const survey = (daysAgo: number, surveyOpinion: string) =>
    step('survey', OFFICER, daysAgo, {
      surveyedOn: addDays(today, -daysAgo),
      surveyor: personName(seeded),
      surveyOpinion,
      surveyFound: surveyOpinion === 'agrees' ? '场站符合条件' : '安全间距不足',
    })
  const ways = [
    [
      survey(24, 'agrees'),
      step('grant', WINDOW, 20, { licenceNumber: '清燃-001', grantedOn: addDays(today, -20) }),
    ],
    [survey(18, 'refuses'), step('refuse', WINDOW, 15, {}, '踏勘意见为不同意')],
    [],
  ]
  const scopes = ['piped', 'bottled', 'coal-to-gas']
  const plan = '清源县城镇燃气发展规划'
  return [
    ...ways.map((steps, index) =>
      story('gas-safety', 'licensing', index + 1, {
        ...{ by: WINDOW, daysAgo: 28 - index, steps },
        input: {
          number: `燃许-${index + 1}`,
          enterprise: `${townships[index] ?? ''}燃气站`,
          scope: scopes[index],
          address: `${townships[index] ?? ''}站前路`,
          appliedOn: addDays(today, index - 28),
        },
      }),
    ),
    story('gas-safety', 'planning', 1, {
      ...{ by: CLERK, daysAgo: since(today, '2021-11-10') },
      input: { name: plan, draftedOn: '2021-11-08', summary: '近期新建门站一座、中压管线12公里。' },
      steps: [
        step('approve', LEADER, since(today, '2021-12-14'), {
          document: '清政函〔2021〕30号',
          approvedOn: '2021-12-14',
        }),
        step('file', CLERK, since(today, '2021-12-20'), { filedOn: '2021-12-20' }),
      ],
    }),
    story('gas-safety', 'planned-projects', 1, {
      ...{ by: CLERK, daysAgo: 100 },
      input: { number: '规-1', name: '城东门站', plan },
    }),
    ...['规-1', '无'].map((planNumber, index) =>
      story('gas-safety', 'approving', index + 1, {
        ...{ by: WINDOW, daysAgo: 30 - index },
        input: {
          number: `燃项-${index + 1}`,
          name: index === 0 ? '城东门站' : '石桥镇点供站',
          builder: COMPANY,
          planNumber,
          township: townships[index] ?? '',
          appliedOn: addDays(today, index - 30),
        },
        steps:
          index === 0
            ? [
                step('approve', WINDOW, 22, {
                  document: '清审批〔2026〕8号',
                  approvedOn: addDays(today, -22),
                }),
              ]
            : [step('refuse', WINDOW, 21, {}, '没有列入城镇燃气发展规划')],
      }),
    ),
  ]
}

const sensors: Teller = ({ today }) => {
  const fitted = [
    ['感-1', 'pressure', '兆帕', '0.2', '0.4'],
    ['感-2', 'flow', '立方米/时', undefined, '800'],
    ['感-3', 'confined-space', '%LEL', undefined, '20'],
    ['感-4', 'leak', '%LEL', undefined, undefined],
  ] as const
  const values = [
    ['感-1', '0.31'],
    ['感-1', '0.45'],
    ['感-2', '620'],
    ['感-3', '26'],
    ['感-4', '3'],
  ] as const
  return [
    ...fitted.map(([number, kind, unit, lowest, highest], index) =>
      story('gas-safety', 'sensors', index + 1, {
        ...{ by: DEPARTMENT, daysAgo: 80 },
        input: {
          ...{ number, kind, unit, enterprise: COMPANY, section: '东街调压站' },
          ...(lowest === undefined ? {} : { lowest }),
          ...(highest === undefined ? {} : { highest }),
          installedOn: addDays(today, -90),
        },
      }),
    ),
    ...values.map(([sensor, value], index) =>
      story('gas-safety', 'reading', index + 1, {
        ...{ by: DEPARTMENT, daysAgo: 3 },
        input: {
          number: `读-${index + 1}`,
          sensor,
          value,
          measuredAt: `${addDays(today, -3)}T08:0${index}:00+08:00`,
        },
        steps: index === 1 ? [step('dispatch', DEPARTMENT, 2, { order: '派巡线班关阀检查' })] : [],
      }),
    ),
  ]
}

const calls: Teller = ({ today, townships }, seeded) => {
  const heard = ['厨房有异味', '调压箱有响声', '挖断管道漏气', '闻到煤气味，找不到来源', '灶具打不着火']
  return heard.map((content, index) => {
    const day = addDays(today, -12 + index * 2)
    const daysAgo = 12 - index * 2
    const dispatch = step('dispatch', DEPARTMENT, daysAgo, {
      enterprise: COMPANY,
      dispatchedAt: `${day}T07:04:00+08:00`,
    })
    const settle = step('settle', DEPARTMENT, daysAgo, {
      handledAt: `${day}T07:45:00+08:00`,
      handling: '更换接头，复测无泄漏',
    })
    const ways = [
      [dispatch, settle],
      [dispatch, settle],
      [dispatch],
      [],
      [step('dismiss', DEPARTMENT, daysAgo, {}, '灶具故障，转维修')],
    ]
    return story('gas-safety', 'answering', index + 1, {
      ...{ by: DEPARTMENT, daysAgo, steps: ways[index] ?? [] },
      input: {
        number: `警-${index + 1}`,
        calledAt: `${day}T07:00:00+08:00`,
        caller: personName(seeded),
        contact: phoneNumber(seeded),
        area: index % 2 === 0 ? 'rural' : 'urban',
        township: townships[index] ?? '',
        place: `${townships[index] ?? ''}${seeded.between(1, 60)}号`,
        content,
      },
    })
  })
}
