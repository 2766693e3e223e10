import { addDays, daysBetween } from '@luoshi/kernel'
import { personName } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story, type Teller } from './story-parts.ts'

const SEED = 2021_0722
const TOWNSHIP = 'township'
const PROGRAMME = 'clean-heating'

/** The winter of 2021: from the survey to the appraisal, on days of that year. */
export function heatingStories(setting: DemoSetting): readonly DemoStory[] {
  return [works, problems, steps, money, appraisal, notices].flatMap((tell) =>
    tell(setting, new Seeded(SEED)),
  )
}

const since = (today: string, day: string) => daysBetween(day, today)

const unitOf = ({ townships, unitId }: DemoSetting, index: number) =>
  unitId(`${townships[index % townships.length] ?? ''}人民政府`) ?? ''

const villages = ['上河村', '石门村', '柳树湾村', '东沟村', '西坪村']

const works: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const on = (day: string) => since(today, day)
  const list = step('list', DEPARTMENT, on('2021-07-30'))
  const supply = step('supply', DEPARTMENT, on('2021-09-01'), {
    suppliedOn: '2021-09-01',
    storedAt: '村委会库房',
  })
  const install = step('install', DEPARTMENT, on('2021-09-16'), {
    installedOn: '2021-09-16',
    tested: '调试正常',
  })
  const accept = step('accept', 'officer', on('2021-10-09'), {
    ...{ acceptedOn: '2021-10-09', isSafe: true, acceptance: '安装规范，运行正常' },
  })
  const pay = step('pay', DEPARTMENT, on('2021-11-20'), {
    ...{ subsidyDocument: '清清洁办发〔2021〕9号', subsidy: '4800.00', paidOn: '2021-11-20' },
  })
  const reject = step('reject', 'officer', on('2021-10-08'), {}, '燃气管接口漏气')
  const ways: readonly (readonly DemoStep[])[] = [
    [list, supply, install, accept, pay],
    [list, supply, install, accept],
    [list, supply, install, reject],
    [list, supply],
    [list, supply, install],
    [step('return', DEPARTMENT, on('2021-07-30'), {}, '房屋列入搬迁')],
    [list],
    [],
  ]
  return Array.from({ length: 24 }, (_, index) => {
    const at = unitOf(setting, index)
    const isGas = index % 3 !== 0
    const isEstate = index % 6 === 1
    const many = isEstate ? seeded.between(20, 90) : 1
    const told = story(PROGRAMME, 'converting', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: on('2021-07-26') },
      input: {
        number: `暖-${String(index + 1).padStart(4, '0')}`,
        township: townships[index % townships.length] ?? '',
        village: villages[index % villages.length] ?? '',
        userKind: isEstate ? 'estate' : 'household',
        holder: personName(seeded),
        address: `${villages[index % villages.length] ?? ''}${seeded.between(1, 80)}号`,
        households: many,
        consents: true,
        isHeatReached: false,
        isGasReached: isGas,
        method: isGas ? 'gas' : 'electric',
        device: isGas ? 'gas-boiler' : 'heat-pump',
        deviceCount: many,
      },
    })
    return { ...told, steps: ways[index % ways.length] ?? [] }
  })
}

const problems: Teller = (setting) => {
  const { today, townships } = setting
  const on = (day: string) => since(today, day)
  const found = [
    ['gas', '燃气管接口漏气'],
    ['power', '入户线径不够'],
    ['installing', '外机支架松动'],
  ] as const
  const list = step('list', DEPARTMENT, on('2021-10-09'), {
    department: '清源安装公司',
    deadline: '2021-10-13',
  })
  const fix: DemoStep = {
    ...step('fix', DEPARTMENT, on('2021-10-12'), { repair: '已更换并复测' }),
    materials: ['proof'],
  }
  const ways = [[list, fix, step('strikeOff', 'officer', on('2021-10-13'))], [list], []]
  return found.map(([kind, description], index) =>
    story(PROGRAMME, 'work-problems', index + 1, {
      ...{ by: 'officer', daysAgo: on('2021-10-08'), steps: ways[index] ?? [] },
      input: {
        ...{ number: `质-${index + 1}`, kind, description, place: villages[index] ?? '' },
        township: townships[index % townships.length] ?? '',
      },
    }),
  )
}

const steps: Teller = (setting) => {
  const { today, unitId } = setting
  const on = (day: string) => since(today, day)
  const own = unitId('县农业机械发展中心')
  const done: readonly (readonly [entry: string, on: string | null])[] = [
    ['survey', '2021-07-29'],
    ['collected', '2021-07-30'],
    ['supplier', '2021-08-05'],
    ['preliminaries', '2021-08-06'],
    ['tender', '2021-08-28'],
    ['coordination', '2021-08-31'],
    ['begin', '2021-09-01'],
    ['grid', '2021-10-04'],
    ['finish', null],
  ]
  return done.map(([entry, doneOn], index) => {
    const give = step('give', CLERK, on('2021-07-24'))
    const report = (day: string): DemoStep => ({
      ...step('report', DEPARTMENT, on(day), { doneOn: day, result: '已完成' }),
      at: own ?? '',
    })
    return story(PROGRAMME, 'steps', index + 1, {
      ...{ by: CLERK, daysAgo: on('2021-07-23') },
      input: { entry, responsible: own },
      steps: [
        give,
        ...(doneOn === null ? [] : [report(doneOn), step('confirm', CLERK, on(addDays(doneOn, 2)))]),
      ],
    })
  })
}

const money: Teller = ({ today }) => {
  const on = (day: string) => since(today, day)
  const came = [
    ['gas', 'above', '3200000.00', '2021-08-20'],
    ['gas', 'county', '800000.00', '2021-09-05'],
    ['electric', 'above', '2600000.00', '2021-08-20'],
  ] as const
  const went = [
    ['gas', 'installing', '1460000.00', '2021-09-28'],
    ['electric', 'installing', '720000.00', '2021-09-28'],
  ] as const
  return [
    ...came.map(([kind, source, amount, receivedOn], index) =>
      story(PROGRAMME, 'receipts', index + 1, {
        ...{ by: DEPARTMENT, daysAgo: on(receivedOn) },
        input: { number: `到-${index + 1}`, kind, source, amount, receivedOn },
      }),
    ),
    ...went.map(([kind, purpose, amount, spentOn], index) =>
      story(PROGRAMME, 'expenses', index + 1, {
        ...{ by: DEPARTMENT, daysAgo: on(spentOn) },
        input: { number: `支-${index + 1}`, kind, purpose, amount, spentOn },
      }),
    ),
    ...(['gas', 'electric'] as const).map((kind, index) =>
      story(PROGRAMME, 'reporting', index + 1, {
        ...{ by: DEPARTMENT, daysAgo: on('2021-09-30') },
        input: { number: `报-${index + 1}`, kind, asOf: '2021-09-30' },
        steps: [
          step('report', DEPARTMENT, on('2021-09-30'), { reportedOn: '2021-09-30' }),
          ...(index === 0 ? [step('take', CLERK, on('2021-10-01'))] : []),
        ],
      }),
    ),
    ...['2021-09-10', '2021-09-20', '2021-09-30', '2021-10-10'].map((endsOn, index) =>
      story(PROGRAMME, 'digesting', index + 1, {
        ...{ by: CLERK, daysAgo: on(endsOn) },
        input: { endsOn, notes: '督促安装进度慢的乡（镇）' },
        steps: [step('send', CLERK, on(endsOn))],
      }),
    ),
  ]
}

const appraisal: Teller = ({ today, townships }) => {
  const on = (day: string) => since(today, day)
  const given = { electric: [700, 600, 500, 640, 500], gas: [1400, 1200, 1100, 1198, 1000] }
  const tasks = (['electric', 'gas'] as const).flatMap((method) =>
    given[method].map((task, index) => ({ method, task, township: townships[index] ?? '' })),
  )
  return [
    ...tasks.map((input, index) =>
      story(PROGRAMME, 'township-tasks', index + 1, {
        ...{ by: CLERK, daysAgo: on('2021-07-24') },
        input,
      }),
    ),
    story(PROGRAMME, 'appraising', 1, {
      ...{ by: DEPARTMENT, daysAgo: on('2021-10-20') },
      input: { method: 'electric', heldOn: '2021-10-20' },
      steps: [step('award', LEADER, on('2021-10-26'), { award: '通报表扬前两名' })],
    }),
  ]
}

const notices: Teller = (setting) => {
  const { today, townships } = setting
  const on = (day: string) => since(today, day)
  return [0, 1, 2].map((index) => {
    const at = unitOf(setting, index)
    const show = step('show', TOWNSHIP, on('2021-07-27'), { shownOn: '2021-07-27' })
    const hear = step('hear', TOWNSHIP, on('2021-07-29'), {
      ...{ opinions: 2, opinion: '希望先装老人户', answer: '已调整安装次序' },
    })
    const end = step('end', TOWNSHIP, on('2021-08-04'), { endedOn: '2021-08-04', result: '没有异议' })
    const ways = [[show, hear, end], [show, hear], [show]]
    return story(PROGRAMME, 'informing', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: on('2021-07-26') },
      input: {
        ...{ number: `示-${index + 1}`, township: townships[index] ?? '', village: villages[index] ?? '' },
        ...{ kind: index === 0 ? 'policy' : 'list', way: 'board', content: '清洁取暖改造政策和改造户名单' },
      },
      steps: (ways[index] ?? []).map((one) => ({ ...one, at })),
    })
  })
}
