import { addDays, daysBetween, drawDouble, SAMPLE_ALGORITHM } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story, type Teller, WINDOW } from './story-parts.ts'

const SEED = 2022_1202
const BRIGADE = 'officer'
const TOWNSHIP = 'township'
const PROGRAMME = 'fire-services'

/** Fire services: what was bought and built, who is supervised, what was found, who was trained. */
export function fireStories(setting: DemoSetting): readonly DemoStory[] {
  const told = [
    purchases,
    stations,
    recruits,
    premises,
    draws,
    hazards,
    credit,
    water,
    training,
    supplies,
    openings,
    deliverables,
    groups,
    evaluations,
  ]
  return told.flatMap((tell) => tell(setting, new Seeded(SEED)))
}

/** What was done in the years of the plan is told on days of those years. */
const since = (today: string, day: string) => daysBetween(day, today)

const brigadeUnit = ({ unitId }: DemoSetting) => unitId('县消防救援大队')
const townshipUnit = ({ townships, unitId }: DemoSetting, index: number) =>
  unitId(`${townships[index % townships.length] ?? ''}人民政府`) ?? ''

const purchases: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const bought = [
    ['水-1', '2023', 20],
    ['水-2', '2023', 3],
    ['水-1', '2024', 18],
    ['水-2', '2024', 2],
    ['水-1', '2025', 10],
    ['车-1', '2023', 2],
    ['车-3', '2023', 1],
    ['车-2', '2024', 0],
    ['站-1', '2024', 1],
    ['防护-基本-1', '2023', 30],
    ['防护-基本-2', '2023', 30],
    ['防护-基本-3', '2023', 24],
    ['救援-1', '2023', 1],
    ['救援-47', '2023', 10],
    ['灭火-14', '2023', 40],
  ] as const
  return bought.map(([item, year, quantity], index) => {
    const on = (day: string) => since(setting.today, `${year}-${day}`)
    const buy = step('buy', BRIGADE, on('09-12'), { bought: quantity, boughtOn: `${year}-09-12` })
    const isWorks = item.startsWith('水') || item.startsWith('站')
    const accept = step('accept', CLERK, on('10-20'), {
      acceptance: '试用和测试正常，数量相符',
      ...(isWorks ? {} : { acceptedBy: '清源装备检测公司' }),
    })
    return story(PROGRAMME, 'purchasing', index + 1, {
      ...{ by: BRIGADE, at, daysAgo: on('01-15') },
      input: { item, year },
      steps: quantity === 0 ? [] : index === 8 ? [buy] : [buy, accept],
    })
  })
}

const stations: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const { townships } = setting
  const kept = [
    ['城关消防站', 'first', 45, 4],
    ['物流园区消防站', 'small', 15, 1],
    [`${townships[0] ?? ''}专职消防队`, 'township-second', 12, 1],
    [`${townships[1] ?? ''}专职消防队`, 'township-second', 8, 1],
    ['半山森林草原消防专业队', 'forest', 104, 8],
  ] as const
  const held = [
    ['防护-基本-1', '110'],
    ['防护-基本-2', '135'],
    ['防护-基本-3', '150'],
    ['救援-28', '2'],
    ['灭火-14', '100'],
  ] as const
  const places = [
    ['上河村', 'village', 1320, true],
    ['石门村', 'village', 1004, false],
    ['清源商厦', 'key-unit', null, true],
    ['桃园小区', 'tower-homes', null, false],
  ] as const
  return [
    ...kept.map(([name, kind, staff, squads], index) =>
      story(PROGRAMME, 'stations', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 300 },
        input: {
          name,
          kind,
          township: townships[index % townships.length] ?? '',
          staff,
          squads,
          vehicles: index + 1,
        },
      }),
    ),
    ...held.map(([item, quantity], index) =>
      story(PROGRAMME, 'holding', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 120 },
        input: { station: '城关消防站', item, held: quantity },
      }),
    ),
    ...places.map(([name, kind, residents, hasBrigade], index) => {
      const own = townshipUnit(setting, index)
      return story(PROGRAMME, 'brigade-places', index + 1, {
        ...{ by: TOWNSHIP, at: own, unit: own, daysAgo: 200 },
        input: {
          ...{ name, kind, township: townships[index % townships.length] ?? '', hasBrigade },
          ...(residents === null ? {} : { residents }),
        },
      })
    }),
  ]
}

const recruits: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const years = [
    ['2023', 9, 2],
    ['2024', 2, 0],
    ['2025', 0, 1],
  ] as const
  return years.map(([year, recruited, lost], index) =>
    story(PROGRAMME, 'recruiting', index + 1, {
      ...{ by: BRIGADE, at, daysAgo: since(setting.today, `${year}-01-10`) },
      input: { kind: 'firefighter', year },
      steps: [
        step('close', BRIGADE, since(setting.today, `${year}-12-31`), {
          recruited,
          lost,
          closedOn: `${year}-12-31`,
        }),
      ],
    }),
  )
}

const units = [
  ['清源商厦', 'key', 'mall', true],
  ['县人民医院', 'key', 'hospital', true],
  ['桃园小区', 'ordinary', 'high-rise', false],
  ['锦绣大厦', 'key', 'high-rise', false],
  ['新民安置点', 'ordinary', 'resettlement', false],
  ['向阳安置点', 'ordinary', 'resettlement', false],
  ['石门木器厂', 'ordinary', 'small', false],
  ['清源消防检测公司', 'service', 'other', false],
  ['安泰消防维保公司', 'service', 'other', false],
] as const

const premises: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const { today, townships } = setting
  const year = today.slice(0, 4)
  const tiers = [
    ['甲等', '每年抽查一次，减少联合检查'],
    ['乙等', '每半年抽查一次'],
    ['丙等', '每季度抽查一次，约谈负责人'],
  ] as const
  const ways = (index: number): readonly DemoStep[] => {
    const [grade] = tiers[index % tiers.length] ?? tiers[0]
    const graded = step('grade', BRIGADE, 60, { grade, gradedOn: addDays(today, -60) })
    const tested = step('test', BRIGADE, 40, {
      testedOn: addDays(today, -40),
      testResult: '三处线路老化，已更换',
    })
    return [...(index % 4 === 3 ? [] : [graded]), ...(index < 2 ? [tested] : [])]
  }
  return [
    ...tiers.map(([grade, tier], index) =>
      story(PROGRAMME, 'credit-tiers', index + 1, { by: BRIGADE, at, daysAgo: 200, input: { grade, tier } }),
    ),
    ...units.map(([name, objectClass, kind, isHighRisk], index) =>
      story(PROGRAMME, 'supervising', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 180, steps: ways(index) },
        input: {
          ...{ name, objectClass, kind, isHighRisk },
          township: townships[index % townships.length] ?? '',
          isToList: index === 6,
        },
      }),
    ),
    story(PROGRAMME, 'assessing', year, {
      ...{ by: BRIGADE, at, daysAgo: 150 },
      input: {
        year: Number(year),
        highRises: ['桃园小区', '锦绣大厦'],
        resettlements: ['新民安置点', '向阳安置点'],
        highRisks: ['清源商厦', '县人民医院'],
      },
      steps: [step('record', BRIGADE, 30, { progress: '已评估四处，两处疏散通道需打通' })],
    }),
  ]
}

const draws: Teller = (setting, seeded) => {
  const { today } = setting
  const at = brigadeUnit(setting)
  const numbers = ['检-01', '检-02', '检-03', '检-04']
  const ordinary = units.flatMap(([name, objectClass]) => (objectClass === 'ordinary' ? [name] : []))
  const seed = 3117
  const drawn = drawDouble({ objects: ordinary, inspectors: numbers, percent: '50', seed }) ?? []
  const draw = (number: string, objectClass: string, daysAgo: number, steps: readonly DemoStep[]) =>
    story(PROGRAMME, 'drawing', number, {
      ...{ by: BRIGADE, at, daysAgo, steps },
      input: {
        ...{ number, objectClass, percent: '50', algorithm: SAMPLE_ALGORITHM },
        ...{ seedRule: '公告次日公布的彩票号码', announcedOn: addDays(today, -daysAgo) },
      },
    })
  return [
    ...numbers.map((number) =>
      story(PROGRAMME, 'inspectors', number, {
        ...{ by: BRIGADE, at, daysAgo: 170 },
        input: { number, name: personName(seeded), certificate: `消执-${number.slice(-2)}` },
      }),
    ),
    draw('抽-1', 'ordinary', 20, [step('draw', BRIGADE, 18, { seed, seedPublishedOn: addDays(today, -19) })]),
    draw('抽-2', 'service', 1, []),
    ...drawn.map(({ object }, index) =>
      story(PROGRAMME, 'checking', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 12 - index, steps: index === 0 ? [step('show', BRIGADE, 8)] : [] },
        input: {
          ...{ number: `查-${index + 1}`, draw: '抽-1', object, checkedOn: addDays(today, index - 12) },
          ...{
            outcome: index === 0 ? 'passed' : 'hazards',
            found: index === 0 ? '设施完好' : '疏散指示灯损坏两处',
          },
        },
      }),
    ),
  ]
}

const hazards: Teller = (setting, seeded) => {
  const { today, unitId } = setting
  const found = [
    ['facilities', 'major', '清源商厦', '喷淋系统长期停用'],
    ['access', 'other', '桃园小区', '消防车通道停满车辆'],
    ['fire', 'other', '石门木器厂', '车间内电焊没有动火审批'],
    ['residents', 'other', '集镇五金店', '阁楼违规住人'],
    ['materials', 'other', '向阳民宿', '吊顶使用泡沫夹芯板'],
    ['training', 'other', '锦绣大厦', '控制室一人值班且没有培训'],
    ['standards', 'major', '集镇仓库', '防火间距不足'],
  ] as const
  const commerce = unitId('县工业和信息化局') ?? ''
  const list = (to: string, daysAgo: number, deadline: number) =>
    step('list', CLERK, daysAgo, { department: to, deadline: addDays(today, deadline) }, '属其职责范围')
  const fix = (by: string, at: string, daysAgo: number): DemoStep => ({
    ...step('fix', by, daysAgo, { repair: '已整改，现场复查合格' }),
    at,
    materials: ['proof'],
  })
  const town = (index: number) => townshipUnit(setting, index)
  const ways: readonly (readonly DemoStep[])[] = [
    [list(commerce, 45, -15)],
    [list(town(1), 40, -10), fix(TOWNSHIP, town(1), 20), step('strikeOff', BRIGADE, 18)],
    [list(commerce, 38, -5), fix(DEPARTMENT, commerce, 8)],
    [list(town(3), 35, 10)],
    [list(town(4), 33, -3), fix(TOWNSHIP, town(4), 12), step('strikeOff', CLERK, 10)],
    [],
    [list(town(6), 30, 20)],
  ]
  const stories = found.map(([hazardClass, grade, subject, description], index) => {
    const at = town(index)
    const told = story(PROGRAMME, 'hazards', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: 50 },
      input: {
        ...{ number: `消患-${index + 1}`, hazardClass, grade, subject, description, township: at },
        grid: `第${seeded.between(1, 9)}网格`,
        ...(index < 3 ? { industry: commerce } : {}),
      },
    })
    // Whoever was told to mend it acts in the place of that unit, not of the one that found it.
    return { ...told, steps: ways[index] ?? [] }
  })
  const tip = (number: number, from: string, subject: string, content: string, steps: readonly DemoStep[]) =>
    story(PROGRAMME, 'answering-tips', number, {
      ...{ by: BRIGADE, at: brigadeUnit(setting), daysAgo: 15, steps },
      input: {
        ...{ number: `举-${number}`, receivedOn: addDays(today, -15), from, subject, content },
        ...{ informant: personName(seeded), contact: phoneNumber(seeded) },
      },
    })
  const accept = step('accept', BRIGADE, 14)
  const handle = step('handle', BRIGADE, 12, { isTrue: true, handling: '到场查实，责令改正' })
  const tell = step('tell', BRIGADE, 11, { toldOn: addDays(today, -11), told: '已责令改正' })
  const reward = step('reward', CLERK, 9, { amount: '200', isWhistleBlower: true })
  return [
    ...stories,
    tip(1, 'employee', '清源商厦', '喷淋阀门被关闭', [accept, handle, tell, reward]),
    tip(2, 'public', '集镇网吧', '安全出口上锁', [accept, handle]),
    tip(3, 'public', '东沟村', '草垛堆在变压器下', []),
    story(PROGRAMME, 'listing', 1, {
      ...{ by: BRIGADE, at: brigadeUnit(setting), daysAgo: 14 },
      input: { number: '督-1', hazard: '消患-1', subject: '清源商厦', problem: '喷淋系统停用，逾期未改' },
      steps: [
        step('list', LEADER, 12, {
          ...{ supervisor: commerce, local: town(0) },
          ...{ deadline: addDays(today, 18), listedOn: addDays(today, -12) },
        }),
        step('press', CLERK, 6, {
          pressing: '约谈负责人，在县融媒体中心曝光',
          pressedOn: addDays(today, -6),
        }),
      ],
    }),
    story(PROGRAMME, 'listing', 2, {
      ...{ by: BRIGADE, at: brigadeUnit(setting), daysAgo: 3 },
      input: { number: '督-2', hazard: '消患-7', subject: '集镇仓库', problem: '防火间距不足' },
    }),
  ]
}

const credit: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const { today } = setting
  return [
    story(PROGRAMME, 'objecting', 1, {
      ...{ by: BRIGADE, at, daysAgo: 30 },
      input: { number: '异-1', object: '桃园小区', content: '处罚已撤销', raisedOn: addDays(today, -30) },
      steps: [step('uphold', BRIGADE, 26, { correction: '核实处罚已撤销，等级改为甲等' })],
    }),
    story(PROGRAMME, 'blacklisting', 1, {
      ...{ by: BRIGADE, at, daysAgo: 10 },
      input: {
        ...{ number: '信-1', object: '清源商厦', objectClass: 'key', reason: 'unmended', hazard: '消患-1' },
        facts: '两次责令限期改正，逾期未改',
      },
      steps: [step('hear', BRIGADE, 7, { statement: '维修资金未到位，请求延期' })],
    }),
    story(PROGRAMME, 'blacklisting', 2, {
      ...{ by: BRIGADE, at, daysAgo: 90 },
      input: {
        ...{ number: '信-2', object: '安泰消防维保公司', objectClass: 'service', reason: 'grave' },
        facts: '出具虚假检测报告',
      },
      steps: [
        step('decide', LEADER, 80, {
          ...{ measures: ['market', 'tender', 'funds'], isBanned: true, listedOn: addDays(today, -80) },
        }),
      ],
    }),
  ]
}

const water: Teller = (setting, seeded) => {
  const { today, townships } = setting
  const kinds = ['hydrant', 'hydrant', 'crane', 'pool', 'natural', 'hydrant', 'hydrant', 'crane']
  return kinds.map((kind, index) => {
    const at = townshipUnit(setting, index)
    const looked = step('look', TOWNSHIP, 20 - index, {
      lookedOn: addDays(today, index - 20),
      signal: '水压正常',
    })
    const fault = step('fault', TOWNSHIP, 9, { faultOn: addDays(today, -9), fault: '阀门锈死，打不开' })
    const mend = step('mend', TOWNSHIP, 5, { mendedOn: addDays(today, -5), mending: '更换阀门' })
    const ways = index === 1 ? [fault] : index === 5 ? [fault, mend] : [looked]
    return story(PROGRAMME, 'keeping-water', index + 1, {
      ...{ by: TOWNSHIP, at, unit: at, daysAgo: 100, steps: ways.map((one) => ({ ...one, at })) },
      input: {
        ...{ number: `水源-${String(index + 1).padStart(3, '0')}`, kind },
        address: `${townships[index % townships.length] ?? ''}${seeded.between(1, 9)}号路口`,
        where: {
          type: 'Point',
          coordinates: [112 + seeded.between(0, 240) / 1000, 38.7 + seeded.between(0, 160) / 1000],
        },
        township: townships[index % townships.length] ?? '',
        grid: `第${seeded.between(1, 9)}网格`,
        isRemote: index % 3 === 0,
      },
    })
  })
}

const training: Teller = (setting, seeded) => {
  const at = brigadeUnit(setting)
  const { today, unitId } = setting
  const experts = [
    ['building', '县建筑设计院', '消防设施'],
    ['electric', '清源供电公司', '电气火灾'],
    ['forest', '半山国有林场', '火场勘察'],
  ] as const
  const people = [
    ['control', true],
    ['manager', true],
    ['grid', false],
    ['enforcer', true],
  ] as const
  const office = unitId('县农业机械发展中心')
  return [
    ...experts.map(([sector, employer, speciality], index) =>
      story(PROGRAMME, 'experts', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 160 },
        input: {
          ...{ number: `专-${index + 1}`, name: personName(seeded), contact: phoneNumber(seeded) },
          ...{ sector, level: index === 2 ? 'township' : 'county', employer, speciality },
        },
      }),
    ),
    story(PROGRAMME, 'visiting', 1, {
      ...{ by: BRIGADE, at, daysAgo: 25 },
      input: {
        ...{ number: '专检-1', object: '清源商厦', expert: '专-1', checkedOn: addDays(today, -25) },
        advice: '更换报警阀组，重做联动测试',
      },
    }),
    ...people.flatMap(([post, passed], index) => {
      const who = {
        staffNumber: `清源商厦-0${index + 1}`,
        person: personName(seeded),
        employer: post === 'enforcer' ? '县消防救援大队' : '清源商厦',
        post,
      }
      return [
        story(PROGRAMME, 'trainings', index + 1, {
          ...{ by: BRIGADE, at, daysAgo: 60 },
          input: {
            ...{ number: `训-${index + 1}`, ...who, course: '岗位消防安全培训' },
            ...{ trainedOn: addDays(today, -60), passed },
            ...(post === 'enforcer' ? { certificate: '消执-01' } : {}),
          },
        }),
        ...(passed
          ? [
              story(PROGRAMME, 'posting', index + 1, {
                ...{ by: DEPARTMENT, at: office, daysAgo: 50 },
                input: { number: `岗-${index + 1}`, ...who, startsOn: addDays(today, -50) },
              }),
            ]
          : []),
      ]
    }),
    ...['open', 'outing', 'practice', 'outing', 'practice'].map((kind, index) =>
      story(PROGRAMME, 'publicity', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 28 - index * 5 },
        input: {
          ...{ number: `宣-${index + 1}`, kind, heldOn: addDays(today, index * 5 - 28) },
          ...{ place: kind === 'open' ? '城关消防站' : '集镇广场', people: seeded.between(60, 700) },
        },
      }),
    ),
  ]
}

const supplies: Teller = (setting) => {
  const at = brigadeUnit(setting)
  const { today } = setting
  const kept = [
    ['风力灭火机', 'firefighting', 'forest', 40, 40],
    ['救援绳索套装', 'rescue', 'mountain', 10, 12],
    ['高层供水器材', 'firefighting', 'high-rise', 6, 6],
    ['移动排涝泵', 'prevention', 'other', 4, 4],
  ] as const
  const run = (number: number, circle: string, minutes: number) => {
    const day = addDays(today, -number * 9)
    const clock = (after: number) =>
      `${day}T${String(9 + Math.floor(after / 60)).padStart(2, '0')}:${String(after % 60).padStart(2, '0')}:00+08:00`
    return story(PROGRAMME, 'running', number, {
      ...{ by: BRIGADE, at, daysAgo: number * 9 },
      input: {
        ...{
          number: `运-${number}`,
          kind: 'drill',
          circle,
          from: '县级储备库',
          to: '集镇广场',
          startedAt: clock(0),
        },
      },
      steps: [step('arrive', BRIGADE, number * 9, { arrivedAt: clock(minutes), account: '按预案装卸' })],
    })
  }
  return [
    story(PROGRAMME, 'depots', 1, {
      ...{ by: BRIGADE, at, daysAgo: 250 },
      input: { name: '县级应急装备物资储备库', address: '城关消防站后院', area: '1180', level: 'county' },
    }),
    ...kept.map(([name, category, focus, quantity, planned], index) =>
      story(PROGRAMME, 'supplies', index + 1, {
        ...{ by: BRIGADE, at, daysAgo: 90 },
        input: {
          ...{
            number: `物-${index + 1}`,
            name,
            category,
            focus,
            depot: '县级应急装备物资储备库',
            quantity,
            planned,
          },
          checkedOn: addDays(today, -90),
        },
      }),
    ),
    run(1, 'county', 26),
    run(2, 'county', 34),
    run(3, 'city', 55),
  ]
}

const openings: Teller = (setting, seeded) => {
  const { today } = setting
  const ask = (number: number, premise: string, more: object, steps: readonly DemoStep[]) =>
    story(PROGRAMME, 'opening-checks', number, {
      ...{ by: WINDOW, daysAgo: 8, steps },
      input: {
        ...{ number: `消检-${number}`, premises: premise, address: `城关街${seeded.between(1, 90)}号` },
        ...{ applicant: personName(seeded), contact: phoneNumber(seeded), item: 'opening' },
        ...{ manner: 'promise', ways: [], lacking: [], ...more },
      },
    })
  const granted: DemoStep = {
    ...step('grantByPromise', BRIGADE, 6, { certificate: '消检字1号', decidedOn: addDays(today, -6) }),
    materials: ['promise'],
  }
  return [
    ask(1, '清源影院', { ways: ['mail'], mailTo: '城关街3号' }, [
      granted,
      step('deliver', WINDOW, 5, { deliveredBy: 'mail', parcel: 'EMS100200300' }),
    ]),
    ask(2, '桃园网吧', { ways: ['later'], lacking: ['场所平面布置图'], supplyBy: addDays(today, 4) }, []),
    ask(3, '锦绣宾馆', { manner: 'inspection' }, [
      step('inspect', BRIGADE, 3, {
        inspectedOn: addDays(today, -3),
        inspection: '疏散门开启方向不对，已当场改正',
      }),
    ]),
  ]
}

const deliverables: Teller = (setting) => {
  const { today } = setting
  const own = brigadeUnit(setting)
  const done: readonly (readonly [entry: string, on: string | null])[] = [
    ['water-platform', '2022-12-28'],
    ['hydrants-2023', '2023-10-20'],
    ['vehicles-2023', '2023-11-02'],
    ['hydrants-2024', '2025-02-10'],
    ['depot', '2024-12-20'],
    ['water-remote', null],
    ['first-station', '2024-10-20'],
  ]
  return done.map(([entry, doneOn], index) => {
    const give = step('give', CLERK, since(today, '2022-12-06'))
    const report = (day: string): DemoStep => ({
      ...step('report', BRIGADE, since(today, day), { doneOn: day, result: '已建成，资料齐全' }),
      at: own ?? '',
    })
    const steps =
      doneOn === null ? [] : [report(doneOn), step('confirm', CLERK, since(today, addDays(doneOn, 5)))]
    return story(PROGRAMME, 'deliverables', index + 1, {
      ...{ by: CLERK, daysAgo: since(today, '2022-12-05') },
      input: { entry, responsible: own },
      steps: [give, ...steps],
    })
  })
}

const evaluations: Teller = (setting, seeded) => {
  const { today, unitId } = setting
  const bodies = [
    [townshipUnit(setting, 0), 'township'],
    [townshipUnit(setting, 1), 'township'],
    [unitId('县工业和信息化局') ?? '', 'department'],
  ] as const
  return bodies.map(([body, kind], index) =>
    story(PROGRAMME, 'evaluating', index + 1, {
      ...{ by: CLERK, daysAgo: since(today, '2025-12-01') },
      input: { stage: 'final', year: 2025, body, kind },
      steps: [
        step('score', CLERK, since(today, '2025-12-10'), {
          score: seeded.tenths(78, 96),
          works: '年度建设任务按期完成',
          neglect: 'none',
        }),
        ...(index < 2 ? [step('approve', LEADER, since(today, '2025-12-20'))] : []),
      ],
    }),
  )
}

const groups: Teller = () => [
  ...['县应急管理局', '县住房和城乡建设局', '县公安局', '县市场监督管理局', '县消防救援大队'].map(
    (member, index) =>
      story(PROGRAMME, 'group-members', index + 1, {
        ...{ by: CLERK, daysAgo: 200, input: { body: 'three-years', member } },
      }),
  ),
  story(PROGRAMME, 'dividing', 1, { by: CLERK, daysAgo: 190, input: { task: 't10' } }),
]
