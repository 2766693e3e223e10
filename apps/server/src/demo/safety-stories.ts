import { addDays } from '@luoshi/kernel'
import { personName } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story, type Teller } from './story-parts.ts'

const SEED = 2023_0629
const OFFICER = 'officer'
const TOWNSHIP = 'township'

/** Roads in the countryside, fireworks at the festival, fires in the hills. */
export function safetyStories(setting: DemoSetting): readonly DemoStory[] {
  return [roads, stations, fireworks, fires, stores].flatMap((tell) => tell(setting, new Seeded(SEED)))
}

/** The unit of a township, in whose place its officer acts. */
const unitOf = ({ townships, unitId }: DemoSetting, index: number) =>
  unitId(`${townships[index % townships.length] ?? ''}人民政府`) ?? ''

const here = (at: string, one: DemoStep): DemoStep => ({ ...one, at })

const roads: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const kinds = [
    'three-wheeler',
    'tractor',
    'electric-tricycle',
    'low-speed-truck',
    'motor-tricycle',
    'unclear',
    'electric-four-wheeler',
    'three-wheeler',
  ]
  const state = (index: number) => ({
    isPlated: index % 4 === 1,
    meetsStandard: index % 3 !== 2,
    isAnnounced: false,
    isOversize: index === 6,
    isAssembled: false,
    isWornOut: index === 3,
  })
  const groups = [0, 1, 2, 3].map((index) => ({
    villageCode: `14099910${index + 1}201`,
    group: index + 1,
    township: townships[index] ?? '',
    village: ['上河村', '石门村', '东沟村', '西坪村'][index] ?? '',
  }))
  const vehicles = kinds.map((kind, index) => {
    const group = groups[index % groups.length]
    const at = unitOf(setting, index % groups.length)
    const mark = here(
      at,
      step('mark', TOWNSHIP, 20, {
        hasWarning: true,
        hasCode: true,
        hasPositioning: index % 2 === 0,
        markedOn: addDays(today, -20),
      }),
    )
    const registered = step('register', OFFICER, 30, {
      plate: `晋Z0000${index}`,
      registeredOn: addDays(today, -30),
    })
    const scrapped = here(
      at,
      step('scrap', TOWNSHIP, 15, {
        scrappedOn: addDays(today, -15),
        subsidy: '800',
      }),
    )
    const managed = here(at, step('manage', TOWNSHIP, 28))
    const ways: readonly (readonly DemoStep[])[] = [
      [registered, mark],
      [managed, mark],
      [],
      [scrapped],
      [registered],
      [],
      [],
      [],
    ]
    return story('rural-road-safety', 'keeping', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: 40, steps: ways[index] ?? [] },
      input: {
        number: `农-${String(index + 1).padStart(3, '0')}`,
        kind,
        ...group,
        owner: personName(seeded),
        driver: `驾-${(index % groups.length) + 1}`,
        ...state(index),
        ...{ hasWarning: false, hasCode: false, hasPositioning: false },
      },
    })
  })
  const hazards = [
    ['crossing', '没有减速带和警示标志'],
    ['bend-slope', '弯道没有凸面镜'],
    ['water-cliff', '临水段没有护栏'],
    ['village', '穿村段占道停车'],
    ['roadside', '边坡有落石'],
  ] as const
  const department = setting.unitId('县交通运输局') ?? ''
  const list = (deadline: number) =>
    step('list', CLERK, 28, { department, deadline: addDays(today, -deadline) }, '由该局管养')
  const fix = here(department, step('fix', DEPARTMENT, 12, { repair: '已增设安全设施' }))
  const ways = [[list(5), fix, step('strikeOff', OFFICER, 8)], [list(6)], [list(-30)], [list(4), fix], []]
  const at = unitOf(setting, 0)
  return [
    ...groups.map((group, index) => {
      const own = unitOf(setting, index)
      return story('rural-road-safety', 'coding', index + 1, {
        ...{ by: TOWNSHIP, at: own, unit: own, daysAgo: 50 },
        input: group,
      })
    }),
    ...groups.map(({ township, village }, index) => {
      const own = unitOf(setting, index)
      return story('rural-road-safety', 'drivers', index + 1, {
        ...{ by: TOWNSHIP, at: own, unit: own, daysAgo: 48 },
        input: {
          ...{ number: `驾-${index + 1}`, name: personName(seeded), township, village },
          hasLicence: index !== 2,
          isKey: index === 2,
        },
      })
    }),
    ...vehicles,
    ...hazards.map(([kind, description], index) =>
      story('rural-road-safety', 'road-hazards', index + 1, {
        ...{ by: OFFICER, daysAgo: 30, steps: ways[index] ?? [] },
        input: {
          ...{ number: `路-${index + 1}`, kind, description },
          road: `${townships[index] ?? ''}至县城公路`,
          township: townships[index] ?? '',
          section: `K${seeded.between(1, 9)}+${seeded.between(100, 900)}`,
        },
      }),
    ),
    ...['illegal-passengers', 'no-plate', 'illegal-passengers', 'overloaded', 'drunk'].map((offence, index) =>
      story('rural-road-safety', 'violations', index + 1, {
        ...{ by: OFFICER, daysAgo: 25 - index * 4 },
        input: {
          ...{ number: `违-${index + 1}`, offence, vehicle: 'three-wheeler', departments: 'joint' },
          foundOn: addDays(today, index * 4 - 25),
          township: townships[index] ?? '',
          place: '集市路口',
          handling: '依法处罚并卸客',
        },
      }),
    ),
    ...['上河村', '石门村', '上河至县城公路'].map((place, index) =>
      story('rural-road-safety', 'contracts', index + 1, {
        ...{ by: TOWNSHIP, at, unit: at, daysAgo: 45 },
        input: {
          ...{ place, kind: index === 2 ? 'road' : 'village', township: townships[0] ?? '' },
          ...(index === 1 ? {} : { cadre: personName(seeded), post: '副镇长', from: addDays(today, -45) }),
        },
      }),
    ),
    story('rural-road-safety', 'acting', 1, {
      ...{ by: CLERK, daysAgo: 60 },
      input: {
        kind: 'campaign',
        year: Number(today.slice(0, 4)),
        quarter: 'none',
        plan: '农忙时节联合整治农用车违法载人。',
      },
      steps: [step('tell', OFFICER, 20, { progress: '查处违法载人12起。', who: '交警大队' })],
    }),
  ]
}

const stations: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const at = unitOf(setting, 0)
  const ofTownship = { by: TOWNSHIP, at, unit: at }
  const pay = here(at, step('pay', TOWNSHIP, 4, { paidOn: addDays(today, -4) }))
  const ways = [[step('approve', CLERK, 6), pay], [step('approve', CLERK, 5)], []]
  const month = addDays(today, -30).slice(0, 7)
  return [
    ...['township', 'village', 'village'].map((kind, index) =>
      story('rural-road-safety', 'stations', index + 1, {
        ...{ ...ofTownship, daysAgo: 70 },
        input: {
          ...{ number: `站-${index + 1}`, kind, township: townships[0] ?? '' },
          village: ['镇区', '上河村', '石门村'][index] ?? '',
          openedOn: addDays(today, -70),
        },
      }),
    ),
    ...[1, 2, 3].map((number) =>
      story('rural-road-safety', 'persuaders', number, {
        ...{ ...ofTownship, daysAgo: 68 },
        input: {
          ...{ number: `劝-${number}`, name: personName(seeded), station: `站-${number}` },
          from: addDays(today, -68),
        },
      }),
    ),
    ...[1, 2, 3].map((number) =>
      story('rural-road-safety', 'persuasions', number, {
        ...{ ...ofTownship, daysAgo: 20 - number },
        input: {
          ...{ number: `记-${number}`, station: `站-${number}`, persuader: `劝-${number}` },
          ...{ doneOn: addDays(today, number - 20), offence: 'illegal-passengers', people: 4 * number },
        },
      }),
    ),
    ...ways.map((steps, index) =>
      story('rural-road-safety', 'paying', index + 1, {
        ...{ ...ofTownship, daysAgo: 10, steps },
        input: { persuader: `劝-${index + 1}`, month, days: 8 - index },
      }),
    ),
  ]
}

const fireworks: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const found = [
    ['trade', 'other', '店铺后院售卖烟花'],
    ['bonfire', 'other', '村口堆煤点燃旺火'],
    ['transport', 'road', '过境车辆夹带烟花爆竹'],
    ['setting-off', 'other', '广场燃放鞭炮'],
    ['trade', 'stall', '集市零散摊点售卖'],
    ['storage', 'logistics', '快递网点存放烟花'],
  ] as const
  const handled = (department: string, outcome: string, daysAgo: number) =>
    step(`handle-${department}`, DEPARTMENT, daysAgo, {
      ...{ handledOn: addDays(today, -daysAgo), outcome, account: '现场收缴并教育' },
    })
  const ways: readonly (readonly DemoStep[])[] = [
    [handled('market', 'seized', 8)],
    [step('handOver-environment', DEPARTMENT, 7, {}, '多次劝阻不听，适用行政拘留')],
    [handled('police', 'fined', 6)],
    [],
    [handled('housing', 'closed', 4)],
    [],
  ]
  return [
    ...found.map(([kind, setting_, description], index) => {
      const at = unitOf(setting, index)
      return story('fireworks-ban', 'handling', index + 1, {
        ...{ by: TOWNSHIP, at, unit: at, daysAgo: 9 - index, steps: ways[index] ?? [] },
        input: {
          ...{ number: `五-${index + 1}`, kind, setting: setting_, description },
          foundOn: addDays(today, index - 9),
          township: townships[index] ?? '',
          address: '镇区',
          subject: personName(seeded),
          source: index % 2 === 0 ? 'tip' : 'patrol',
        },
      })
    }),
    ...[0, 1, 2].map((index) => {
      const at = unitOf(setting, index)
      const households = seeded.between(120, 400)
      return story('fireworks-ban', 'visits', index + 1, {
        ...{ by: TOWNSHIP, at, unit: at, daysAgo: 12 - index },
        input: {
          ...{ number: `访-${index + 1}`, township: townships[index] ?? '', village: '上河村' },
          ...{ visitedOn: addDays(today, index - 12), households },
          ...{ visited: households - index * 30, seized: index * 2 },
        },
      })
    }),
  ]
}

const fires: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const at = (daysAgo: number, time: string) => `${addDays(today, -daysAgo)}T${time}:00+08:00`
  const all = { isOut: true, isInspected: true, isSafe: true }
  const burnt = [
    ['forest', '后山松林', '0.4'],
    ['grassland', '北坡草地', '12'],
    ['forest', '东沟林场', '3.5'],
    ['forest', '南梁林地', '0.1'],
  ] as const
  return [
    ...burnt.flatMap(([kind, site, area], index) => {
      const daysAgo = 30 - index * 8
      const own = unitOf(setting, index)
      const number = `火-${index + 1}`
      const assessed = step('assess', CLERK, daysAgo, {
        ...{ area, deaths: 0, injured: 0, damage: index === 2 ? '60000' : '0' },
        assessedAt: at(daysAgo, '13:40'),
      })
      const ground = { noFire: true, noSmoke: true, noGas: true, guards: '留守队40人' }
      const inTownship = (one: DemoStep) => here(own, one)
      const byTownship = [
        inTownship(step('startTownship', TOWNSHIP, daysAgo)),
        inTownship(step('clear', TOWNSHIP, daysAgo, ground)),
        inTownship(step('end', TOWNSHIP, daysAgo - 1, { ...all, endedAt: at(daysAgo - 1, '18:00') })),
      ]
      const byCounty = [
        step('propose', CLERK, daysAgo, { proposal: '建议启动县预案，成立现场指挥部' }),
        step('start', LEADER, daysAgo, { startedAt: at(daysAgo, '14:00') }),
        step('clear', DEPARTMENT, daysAgo, ground),
      ]
      const ways: readonly (readonly DemoStep[])[] = [
        [assessed, ...byTownship],
        [assessed, ...byTownship.slice(0, 2)],
        [assessed, ...byCounty],
        [],
      ]
      const told = inTownship(
        step('tellCounty', TOWNSHIP, daysAgo, {
          countyToldAt: at(daysAgo, '13:25'),
          officeToldAt: at(daysAgo, '13:26'),
          forces: '乡（镇）专业队30人',
        }),
      )
      return [
        story('forest-fires', 'responding', index + 1, {
          ...{ by: TOWNSHIP, at: own, unit: own, daysAgo, steps: [told, ...(ways[index] ?? [])] },
          input: {
            ...{ number, kind, site, township: townships[index] ?? '', village: '上河村' },
            ignitedAt: at(daysAgo, '13:00'),
            townshipToldAt: at(daysAgo, '13:10'),
            reporter: personName(seeded),
            firstAction: '村队开挖隔离带，疏散群众',
          },
        }),
        story('forest-fires', 'reporting-up', index + 1, {
          ...{ by: CLERK, daysAgo },
          input: {
            ...{ number: `报-${index + 1}`, fire: number, area, deaths: 0, injured: 0 },
            countyOfficesToldAt: at(daysAgo, '13:45'),
            content: `${site}起火，正在扑救。`,
          },
          steps: index === 3 ? [] : [step('approve', LEADER, daysAgo, { approvedAt: at(daysAgo, '14:00') })],
        }),
      ]
    }),
    story('forest-fires', 'releasing', 1, {
      ...{ by: DEPARTMENT, daysAgo: 28 },
      input: {
        ...{ number: '发-1', fire: '火-1', title: '后山松林火情通报', ways: ['site', 'microblog'] },
        ignitedAt: at(30, '13:00'),
        site: `${townships[0] ?? ''}后山松林`,
        burntArea: '0.4公顷',
        losses: '没有人员伤亡',
        fighting: '当日18时明火扑灭',
        investigation: '正在侦办',
        accountability: '正在调查',
      },
      steps: [step('release', CLERK, 27, { releasedOn: addDays(today, -27) })],
    }),
    ...[4, 5, 3].map((wind, index) =>
      story('forest-fires', 'calling', index + 1, {
        ...{ by: CLERK, daysAgo: 15 - index * 6 },
        input: {
          ...{ number: `备-${index + 1}`, wind, isDry: true, townships: townships.slice(0, 4) },
          ...{ from: addDays(today, index * 6 - 14), until: addDays(today, index * 6 - 12) },
          note: `预报偏北风${wind}级，天气干燥。`,
        },
        steps:
          index === 0
            ? [step('call', CLERK, 15), step('lift', CLERK, 11)]
            : [step('call', CLERK, 15 - index * 6)],
      }),
    ),
  ]
}

const stores: Teller = (setting, seeded) => {
  const { today, townships } = setting
  return [
    ...townships.map((township, index) => {
      const at = unitOf(setting, index)
      const isShort = index % 4 === 3
      return story('forest-fires', 'stocks', index + 1, {
        ...{ by: TOWNSHIP, at, unit: at, daysAgo: 35 },
        input: {
          township,
          ...{ bombs: isShort ? 42 : 50, beaters: 500, shovels: 500 + seeded.between(0, 40) },
          ...{ coats: isShort ? 260 : 300, torches: 300, carriers: 50, guards: 200 },
          countedOn: addDays(today, -35),
        },
      })
    }),
    story('forest-fires', 'exercises', 1, {
      ...{ by: CLERK, daysAgo: 5 },
      input: {
        ...{ number: '训-1', kind: 'training', heldOn: addDays(today, -5) },
        ...{ title: '预案宣传和培训', people: 86 },
      },
    }),
    ...(
      [
        ['县林业局', 'deputy', '局长', '火情监测、技术指导'],
        ['县气象局', 'deputy', '局长', null],
        ['县公安局', 'member', '副局长', '维持秩序、侦破火案'],
      ] as const
    ).map(([unit, rank, post, duty], index) =>
      story('forest-fires', 'seats', index + 1, {
        ...{ by: CLERK, daysAgo: 50 },
        input: {
          ...{ unit, rank, post, holder: personName(seeded) },
          ...(duty === null ? {} : { duty }),
        },
      }),
    ),
  ]
}
