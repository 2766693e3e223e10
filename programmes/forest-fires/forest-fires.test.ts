import { compareDecimals, textOf } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { headquarters, unitsWithoutDuty } from './command.ts'
import { timelineOf } from './fires.ts'
import { casualtiesRule, gradeRule, planRule, readinessRule } from './grades.ts'
import { forestFires } from './index.ts'
import { goods, shortages, standards } from './readiness.ts'

const { open, act, count } = actingIn(forestFires)
const day = '2023-03-20'
const at = (time: string) => `${day}T${time}:00+08:00`

interface Figures {
  readonly area?: string
  readonly deaths?: number
  readonly injured?: number
  readonly damage?: string
}
function gradeOf(kind: string, { area = '0', deaths = 0, injured = 0, damage = '0' }: Figures): unknown {
  const facts = { kind, area, deaths, injured, damage }
  const casualties = casualtiesRule.compute(facts, day).value
  return gradeRule.compute({ ...facts, casualties }, day).value
}

describe('[wutai-2022-zbf65.1] the grade of a fire', () => {
  it.each<[Figures, string]>([
    [{ area: '0' }, 'ordinary'],
    [{ area: '0.99' }, 'ordinary'],
    [{ area: '1' }, 'larger'],
    [{ area: '99.99' }, 'larger'],
    [{ area: '100' }, 'grave'],
    [{ area: '999.99' }, 'grave'],
    [{ area: '1000' }, 'special'],
    [{ deaths: 1 }, 'ordinary'],
    [{ deaths: 2 }, 'ordinary'],
    [{ deaths: 3 }, 'larger'],
    [{ deaths: 9 }, 'larger'],
    [{ deaths: 10 }, 'grave'],
    [{ deaths: 30 }, 'special'],
    [{ injured: 9 }, 'ordinary'],
    [{ injured: 10 }, 'larger'],
    [{ injured: 49 }, 'larger'],
    [{ injured: 50 }, 'grave'],
    [{ injured: 100 }, 'special'],
    [{ area: '0.5', deaths: 3, injured: 60 }, 'grave'],
    [{ damage: '9000000' }, 'ordinary'],
  ])('of a forest with %o is %s', (figures, expected) => {
    expect(gradeOf('forest', figures)).toBe(expected)
  })

  it.each<[Figures, string]>([
    [{ area: '9.99' }, 'none'],
    [{ area: '10' }, 'ordinary'],
    [{ area: '999' }, 'ordinary'],
    [{ area: '1000' }, 'larger'],
    [{ area: '5000' }, 'grave'],
    [{ area: '7999.9' }, 'grave'],
    [{ area: '8000' }, 'special'],
    [{ deaths: 1 }, 'larger'],
    [{ deaths: 2 }, 'larger'],
    [{ deaths: 3 }, 'grave'],
    [{ deaths: 10 }, 'special'],
    [{ injured: 1 }, 'ordinary'],
    [{ injured: 2 }, 'ordinary'],
    [{ injured: 3 }, 'larger'],
    [{ injured: 9 }, 'larger'],
    [{ injured: 10 }, 'grave'],
    [{ deaths: 2, injured: 8 }, 'grave'],
    [{ deaths: 2, injured: 17 }, 'grave'],
    [{ deaths: 2, injured: 18 }, 'special'],
    [{ injured: 20 }, 'special'],
    [{ damage: '4999.99' }, 'none'],
    [{ damage: '5000' }, 'ordinary'],
    [{ damage: '499999.99' }, 'ordinary'],
    [{ damage: '500000' }, 'larger'],
    [{ damage: '3000000' }, 'grave'],
    [{ damage: '5000000' }, 'special'],
  ])('of grassland with %o is %s', (figures, expected) => {
    expect(gradeOf('grassland', figures)).toBe(expected)
  })

  it('never falls when anything gets worse', () => {
    const order = ['none', 'ordinary', 'larger', 'grave', 'special']
    const some = fc.record({
      area: fc.integer({ min: 0, max: 9000 }).map(String),
      deaths: fc.integer({ min: 0, max: 40 }),
      injured: fc.integer({ min: 0, max: 120 }),
      damage: fc.integer({ min: 0, max: 6_000_000 }).map(String),
    })
    const worse = (one: string, other: string) => (compareDecimals(one, other) > 0 ? one : other)
    fc.assert(
      fc.property(fc.constantFrom('forest', 'grassland'), some, some, (kind, one, other) => {
        const both = {
          area: worse(one.area, other.area),
          deaths: Math.max(one.deaths, other.deaths),
          injured: Math.max(one.injured, other.injured),
          damage: worse(one.damage, other.damage),
        }
        const rankOf = (figures: Figures) => order.indexOf(String(gradeOf(kind, figures)))
        expect(rankOf(both)).toBeGreaterThanOrEqual(Math.max(rankOf(one), rankOf(other)))
      }),
    )
  })
})

it('[wutai-2022-zbf65.2] from the third grade up the county’s plan is started, for the fourth the township’s', () => {
  const planOf = (grade: string) => planRule.compute({ grade }, day).value
  expect(['special', 'grave', 'larger', 'ordinary'].map(planOf)).toEqual([
    'county',
    'county',
    'county',
    'township',
  ])
})

it('[wutai-2022-zbf65.3] in dry weather teams get ready by the force of the wind', () => {
  const readyFor = (wind: number, isDry = true) => readinessRule.compute({ wind, isDry }, day).value
  expect([2, 3, 4, 5, 6].map((wind) => readyFor(wind))).toEqual([
    'none',
    'village',
    'township',
    'county',
    'county',
  ])
  expect([3, 5].map((wind) => readyFor(wind, false))).toEqual(['none', 'none'])
  expect(readinessRule.compute({ wind: 4 }, day).outcome).toBe('unknown')
  const alert = { number: '备-1', from: day, until: day, townships: ['东镇'], note: '大风' }
  const called = (wind: number) => {
    const drafted = caseOf(open('calling', 'office', day, { ...alert, wind, isDry: true }))
    return act(drafted, 'office', day, 'call')
  }
  expect(refusalsOf(called(2))[0]).toContain('干燥，2级风')
  expect(caseOf(called(3)).data).toMatchObject({ readiness: 'village' })
})

describe('[wutai-2022-zbf65.4] a township’s store', () => {
  const full = { bombs: 50, beaters: 500, shovels: 500, coats: 300, torches: 300, carriers: 50, guards: 200 }
  const least = Object.fromEntries(Object.keys(goods).map((good) => [good, full[good as keyof typeof full]]))

  it('is held to the five standards of the plan', () => {
    expect(Object.entries(standards).map(([item, { values }]) => [item, values[0]?.value])).toEqual(
      Object.entries(full),
    )
    const store = (change: object) => ({ data: { township: '东镇', ...full, ...change } })
    expect(count('stock-short', day, [store({})])).toMatchObject({ isMet: true, findings: [] })
    expect(count('stock-short', day, [store({ bombs: 49, coats: 0 })])).toMatchObject({
      isMet: false,
      findings: [{ name: '东镇', message: '缺灭火弹1箱、大衣300件。' }],
    })
  })

  it('with what it is short of is what the standards ask, and what is over is not counted against it', () => {
    const stock = fc.record(
      Object.fromEntries(Object.keys(least).map((item) => [item, fc.integer({ min: 0, max: 1000 })])),
    )
    fc.assert(
      fc.property(stock, (have) => {
        const short = new Map(shortages(have, least).map(({ item, short: by }) => [item, by]))
        for (const [item, wanted] of Object.entries(least)) {
          const held = Number(have[item])
          expect(Math.max(held, held + (short.get(item) ?? 0))).toBe(Math.max(held, wanted))
        }
      }),
    )
  })
})

const fire = {
  number: '火-1',
  kind: 'forest',
  township: '东镇',
  village: '上河村',
  site: '后山',
  ignitedAt: at('13:00'),
  townshipToldAt: at('13:10'),
  reporter: '苗得雨',
  firstAction: '村队开挖隔离带',
}
const reported = caseOf(open('responding', 'village', day, fire))
const told = caseOf(
  act(reported, 'township', day, 'tellCounty', {
    countyToldAt: at('13:25'),
    officeToldAt: at('13:26'),
    forces: '专业队30人',
  }),
)
const figures = { area: '0.5', deaths: 0, injured: 0, damage: '0' }
const assessed = (change: object = {}) =>
  caseOf(act(told, 'office', day, 'assess', { ...figures, ...change, assessedAt: at('13:40') }))

describe('[wutai-2022-zbf65.6] the report of a fire', () => {
  it('goes from village to township to county and its office, each with its time and none before the other', () => {
    const early = { countyToldAt: at('13:09'), officeToldAt: at('13:26'), forces: '30人' }
    expect(refusalsOf(act(reported, 'township', day, 'tellCounty', early))[0]).toContain(
      '乡（镇）报告县现场灭火指挥部的时刻2023-03-20 13:09，早于村报告乡（镇）的时刻2023-03-20 13:10',
    )
    const neighbours = (time: string) =>
      act(told, 'field-command', day, 'tellNeighbours', { neighboursToldAt: at(time), neighbours: ['西乡'] })
    expect(neighbours('13:24').kind).toBe('refused')
    expect(
      timelineOf(caseOf(neighbours('13:25')).data).map(({ label, at: time }) => [label, time.slice(11, 16)]),
    ).toEqual([
      ['起火时间', '13:00'],
      ['村报告乡（镇）的时刻', '13:10'],
      ['乡（镇）报告县现场灭火指挥部的时刻', '13:25'],
      ['通知周边乡（镇）的时刻', '13:25'],
      ['报告县防火办的时刻', '13:26'],
    ])
  })

  it('goes to the county’s offices at once and up when it is approved; the bureau sends the office’s figures', () => {
    const upward = {
      number: '报-1',
      fire: '火-1',
      area: '0.5',
      deaths: 0,
      injured: 0,
      countyOfficesToldAt: at('13:30'),
      content: '后山起火',
    }
    const facts = { fireTold: [{ number: '火-1', officeToldAt: at('13:26') }] }
    const sent = (change: object, around: object = { facts }) =>
      open('reporting-up', 'office', day, { ...upward, ...change }, around)
    expect(refusalsOf(sent({}, { facts: { fireTold: [{ number: '火-1' }] } }))[0]).toContain('还没有收到报告')
    expect(sent({ countyOfficesToldAt: at('13:25') }).kind).toBe('refused')
    const first = caseOf(sent({}))
    expect(refusalsOf(act(first, 'office', day, 'sendUp', {}, { facts }))[0]).toContain('待总指挥部审定')
    const approved = caseOf(
      act(first, 'county-leader', day, 'approve', { approvedAt: at('13:45') }, { facts }),
    )
    const up = (time: string) =>
      act(approved, 'office', day, 'sendUp', { cityToldAt: at(time), receiver: '市防火办' }, { facts })
    expect(up('13:44').kind).toBe('refused')
    const bureau = (bureauArea: string) =>
      act(caseOf(up('13:50')), 'emergency', day, 'bureauReports', {
        bureauArea,
        bureauDeaths: 0,
        bureauInjured: 0,
        bureauAt: at('13:55'),
      })
    expect(refusalsOf(bureau('0.6'))[0]).toContain('受害面积0.6公顷')
    expect(caseOf(bureau('0.50')).state).toBe('done')
  })
})

describe('[wutai-2022-zbf65.2] the plan that is started', () => {
  it('is the one that the grade asks for; the commander may raise the response', () => {
    const ordinary = assessed()
    expect(ordinary.data).toMatchObject({ grade: 'ordinary', plan: 'township' })
    expect(refusalsOf(act(ordinary, 'office', day, 'propose', { proposal: '启动' }))[0]).toContain(
      '一般（Ⅳ级），启动乡（镇）预案',
    )
    const township = caseOf(act(ordinary, 'township', day, 'startTownship'))
    const raised = act(
      township,
      'county-leader',
      day,
      'raise',
      { startedAt: at('14:00') },
      { reason: '风向突变' },
    )
    expect(caseOf(raised).state).toBe('countyResponse')
    const larger = assessed({ area: '1' })
    expect(act(larger, 'township', day, 'startTownship').kind).toBe('refused')
    const proposed = caseOf(act(larger, 'office', day, 'propose', { proposal: '启动县预案' }))
    const started = act(proposed, 'county-leader', day, 'start', { startedAt: at('14:00') })
    expect(caseOf(started).state).toBe('countyResponse')
  })
})

describe('[wutai-2022-zbf65.9] the end of the response', () => {
  const ground = { noFire: true, noSmoke: true, noGas: true, guards: '留守队40人' }
  const all = { isOut: true, isInspected: true, isSafe: true }
  const guarded = (change: object = {}) => {
    const current = assessed(change)
    const started =
      current.data['plan'] === 'township'
        ? caseOf(act(current, 'township', day, 'startTownship'))
        : caseOf(
            act(
              current,
              'county-leader',
              day,
              'startUrgently',
              { startedAt: at('14:00') },
              { reason: '火势猛' },
            ),
          )
    const role = started.state === 'townshipResponse' ? 'township' : 'field-command'
    return caseOf(act(started, role, day, 'clear', ground))
  }

  it('needs a ground without fire, smoke or gas, and then all three conditions', () => {
    const fighting = caseOf(act(assessed(), 'township', day, 'startTownship'))
    expect(refusalsOf(act(fighting, 'township', day, 'clear', { ...ground, noGas: false }))[0]).toContain(
      '没有达到无气',
    )
    const end = (change: object) =>
      act(guarded(), 'township', day, 'end', { ...all, ...change, endedAt: at('20:00') })
    expect(refusalsOf(end({ isOut: false }))[0]).toContain('还没有火灾全部扑灭')
    expect(refusalsOf(end({ isInspected: false }))[0]).toContain('还没有火场清理验收合格')
    expect(refusalsOf(end({ isSafe: false }))[0]).toContain('还没有次生灾害后果基本消除')
    expect(caseOf(end({})).state).toBe('ended')
  })

  it('of the two highest grades is asked by the field command, approved by the commander and announced', () => {
    const grave = guarded({ area: '100' })
    const own = act(grave, 'county-leader', day, 'end', { ...all, endedAt: at('20:00') })
    expect(refusalsOf(own)[0]).toContain('由现场指挥部请示总指挥长批准')
    const asked = caseOf(act(grave, 'field-command', day, 'askToEnd', all))
    const approved = caseOf(act(asked, 'county-leader', day, 'approveEnd'))
    expect(caseOf(act(approved, 'field-command', day, 'announce', { endedAt: at('21:00') })).state).toBe(
      'ended',
    )
    expect(
      caseOf(act(guarded({ area: '1' }), 'county-leader', day, 'end', { ...all, endedAt: at('20:00') }))
        .state,
    ).toBe('ended')
  })
})

it('[wutai-2022-zbf65.7] what is told to the public has seven fields, and is refused where one is empty', () => {
  const seven = {
    ignitedAt: at('13:00'),
    site: '东镇后山',
    burntArea: '0.5公顷',
    losses: '无人员伤亡',
    fighting: '当日18时扑灭',
    investigation: '正在侦办',
    accountability: '正在调查',
  }
  const release = { number: '发-1', fire: '火-1', title: '东镇火情通报', ways: ['site'], ...seven }
  for (const name of Object.keys(seven)) {
    const missing = refusalsOf(open('releasing', 'media', day, { ...release, [name]: undefined }))
    expect(missing, name).toHaveLength(1)
    expect(missing[0]).toContain('未填写')
  }
  expect(refusalsOf(open('releasing', 'media', day, { ...release, ways: [] }))[0]).toContain(
    '至少一种发布方式',
  )
  const drafted = caseOf(open('releasing', 'media', day, release))
  const released = act(drafted, 'office', day, 'release', { releasedOn: day })
  expect(released).toMatchObject({
    kind: 'done',
    effects: expect.arrayContaining([
      expect.objectContaining({ kind: 'disclose', record: expect.objectContaining(seven) }),
    ]),
  })
})

it('[wutai-2022-zbf65.8] of each year trainings and drills are counted: one of each at least', () => {
  const held = (kind: string, heldOn: string) => ({ data: { kind, heldOn } })
  const training = held('training', '2023-01-01')
  const drill = held('drill', '2023-12-31')
  const stands = (...records: (typeof drill)[]) => count('exercised', '2023-12-31', records)
  expect(stands(training, drill)).toMatchObject({ isMet: true, findings: [] })
  expect(stands(training, held('training', '2023-06-01'), drill).says).toBe(
    '2023年宣传和培训2次，演习、演练1次。',
  )
  expect(stands(training, held('drill', '2022-12-31'))).toMatchObject({
    isMet: false,
    findings: [{ name: '演习、演练', message: '本年还没有开展，应至少1次。' }],
  })
  expect(stands(drill).findings).toEqual([{ name: '宣传和培训', message: '本年还没有开展，应开展1至2次。' }])
})

it('[wutai-2022-zbf65.11] units of the headquarters that have no duty are named', () => {
  const entries = headquarters.versions[0]?.items.map(({ entry }) => entry) ?? []
  expect(unitsWithoutDuty(entries)).toEqual([
    '县自然资源局',
    '县气象局',
    '武警五台县中队',
    '县农业农村局',
    '县司法局',
    '市生态环境局五台分局',
    '县文化和旅游局',
    '县政务服务中心',
  ])
  expect(new Set(entries.map((entry) => textOf(entry, 'unit'))).size).toBe(33)
  const seat = { unit: '县气象局', rank: 'deputy', post: '局长' }
  const filled = { unit: '县林业局', rank: 'deputy', post: '局长', holder: '苗得雨', duty: '火情监测' }
  expect(count('seats-filled', day, [{ data: seat }, { data: filled }])).toMatchObject({
    isMet: false,
    findings: [{ name: '县气象局', message: '没有写明人员，没有职责，请补充职责或者调整成员。' }],
  })
})

it('an echelon leaves when the next one is there, not a minute before', () => {
  const ordered = caseOf(
    open('deploying', 'field-command', day, {
      number: '调-1',
      fire: '火-1',
      township: '西乡',
      orderedAt: at('13:30'),
      firstPeople: 30,
      secondPeople: 30,
    }),
  )
  const fighting = caseOf(act(ordered, 'township', day, 'arrive', { firstArrivedAt: at('14:10') }))
  const relieved = (firstLeftAt: string) =>
    act(fighting, 'township', day, 'relieve', { secondArrivedAt: at('17:00'), firstLeftAt: at(firstLeftAt) })
  expect(refusalsOf(relieved('16:59'))[0]).toContain('第二梯队17:00到达，第一梯队16:59撤离')
  expect(caseOf(relieved('17:00')).state).toBe('relieved')
})
