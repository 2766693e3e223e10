import {
  type Case,
  isAtLeast,
  type Parameter,
  type Parameters,
  quotientOf,
  sumOf,
  unitNamed,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { committeeDeadline, committeeShare, committeeStandings } from './committee-share.ts'
import {
  baseScore,
  bidTotalRule,
  creditWeight,
  gradeRule,
  gradeScale,
  rating,
  readScale,
  scoreRule,
} from './companies.ts'
import { departments, departmentTable, handlerTable, levels, matters } from './disputes.ts'
import { fundStandings, repairing } from './fund.ts'
import { propertyManagement } from './index.ts'

type Input = Readonly<Record<string, unknown>>

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('housing', '县住房和城乡建设局', 'government'),
  unitNamed('police', '县公安局', 'government'),
  unitNamed('market', '县市场监督管理局', 'government'),
  unitNamed('town', '河湾镇人民政府', 'government'),
])
const OFFICE = 'group-office'
const OWNERS = 'owners-committee'
const { open, act, count } = actingIn(propertyManagement, {
  units,
  unitOf: {
    [OFFICE]: 'housing',
    [OWNERS]: 'town',
    township: 'town',
    government: 'government',
    chief: 'government',
  },
})
const reason = '按通知'

const set = <Value>(parameter: Parameter<Value>, value: Value): Parameters => ({
  [parameter.id]: withValue(parameter, { from: '2022-09-07', value, basis: null }),
})

const record = (state: string, data: Input) => ({
  id: String(data['number']),
  state,
  data,
  opened: '2022-10-01T09:00:00+08:00',
  latest: '2022-10-01T09:00:00+08:00',
})

describe('[wuzhai-2022-zbf34.1] communities with a committee', () => {
  const communities = (township: string, all: number, formed: number) =>
    Array.from({ length: all }, (_, place) =>
      record('delivered', {
        number: `${township}${place}`,
        name: '小区',
        township,
        committee: place >= formed ? 'none' : place % 2 === 0 ? 'elected' : 'acting',
      }),
    )

  it('are counted by township, with their share and how many are missing to 90 per cent', () => {
    const records = [
      ...communities('河湾镇', 20, 18),
      ...communities('石桥镇', 20, 17),
      ...communities('松坡乡', 3, 2),
      record('completed', { number: '新', township: '松坡乡', committee: 'none' }),
    ]
    expect(committeeStandings(records, '90')).toEqual([
      { township: '松坡乡', communities: 3, formed: 2, percent: '66.7', missing: 1 },
      { township: '河湾镇', communities: 20, formed: 18, percent: '90.0', missing: 0 },
      { township: '石桥镇', communities: 20, formed: 17, percent: '85.0', missing: 1 },
    ])
  })

  it('are enough from 90 per cent on; until when is the county’s to say, as the notice does not', () => {
    const isMet = (formed: number, all: number) =>
      count('committees-formed', '2025-01-01', communities('河湾镇', all, formed)).isMet
    expect([isMet(17, 19), isMet(899, 1000), isMet(9, 10), isMet(19, 20)]).toEqual([false, false, true, true])
    const counted = (parameters?: Parameters) =>
      count('committees-formed', '2025-01-01', communities('河湾镇', 10, 9), parameters).says
    expect(counted()).toContain('达标期限还没有定')
    expect(counted(set(committeeDeadline, '2025-09-07'))).toContain('应在2025-09-07前达到')
    expect(committeeShare.values[0]?.value).toBe('90')
  })

  it('miss just so many that one fewer would not do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (all, some) => {
        const formed = Math.min(all, some)
        const [row] = committeeStandings(communities('河湾镇', all, formed), '90')
        const share = (count: number) => quotientOf(String(count * 100), String(all), 6)
        const missing = row?.missing ?? 0
        expect(isAtLeast(share(formed + missing), '90')).toBe(true)
        if (missing > 0) expect(isAtLeast(share(formed + missing - 1), '90')).toBe(false)
      }),
    )
  })
})

const complaint = {
  number: '纷-1',
  community: '区-1',
  matter: 'fees',
  level: 'general',
  content: '收费与公示不一致',
  receivedOn: '2022-10-10',
}

describe('[wuzhai-2022-zbf34.2] a dispute', () => {
  it('goes to who handles disputes of its level', () => {
    const handler = (level: string) => handlerTable.compute({ level }, '2022-10-10').value
    expect(Object.fromEntries(Object.keys(levels).map((level) => [level, handler(level)]))).toEqual({
      general: 'township',
      prominent: 'government',
      major: 'office',
      sudden: 'emergency',
      violation: 'department',
      unmediated: 'department',
    })
  })

  it('has one way on from where it is received, that of its level', () => {
    const ways = (level: string) => {
      const received = caseOf(open('handling', 'township', '2022-10-10', { ...complaint, level }))
      return [
        ['mediate', 'township'],
        ['reportGovernment', 'township'],
        ['reportOffice', OFFICE],
        ['respond', 'chief'],
      ].flatMap(([name = '', role = '']) =>
        act(received, role, '2022-10-10', name).kind === 'done' ? [name] : [],
      )
    }
    expect(Object.keys(levels).map(ways)).toEqual([
      ['mediate'],
      ['reportGovernment'],
      ['reportOffice'],
      ['respond'],
      [],
      [],
    ])
  })

  it('is of one of the eleven departments, and goes to no other', () => {
    const found = Object.keys(matters).map(
      (matter) => departmentTable.compute({ matter }, '2022-10-10').value,
    )
    expect(new Set(found)).toEqual(new Set(Object.keys(departments)))
    const input = { ...complaint, matter: 'market', level: 'violation' }
    const received = caseOf(open('handling', 'township', '2022-10-10', input))
    const refer = (receiver: string) => act(received, OFFICE, '2022-10-10', 'refer', { receiver }, { reason })
    expect(refusalsOf(refer('police'))[0]).toContain('由县市场监督管理局承办')
    expect(caseOf(refer('market'))).toMatchObject({ unit: 'market', state: 'withDepartment' })
  })

  it('is escalated with a reason, which stays in its log, and handled anew', () => {
    const received = caseOf(open('handling', 'township', '2022-10-10', complaint))
    const mediating = caseOf(act(received, 'township', '2022-10-10', 'mediate'))
    const input = { level: 'prominent' }
    const unreasoned = act(mediating, 'township', '2022-10-20', 'escalateTownship', input)
    expect(unreasoned.kind).toBe('refused')
    const escalated = act(mediating, 'township', '2022-10-20', 'escalateTownship', input, { reason })
    expect(escalated.kind === 'done' && escalated.event).toMatchObject({
      action: 'escalateTownship',
      reason: '按通知',
      input: { level: 'prominent', handler: 'government' },
    })
    const reported = caseOf(
      act(caseOf(escalated), 'township', '2022-10-20', 'reportGovernment', {}, { reason }),
    )
    const result = { result: '已退还', settledOn: '2022-11-01' }
    const settled = act(reported, 'government', '2022-11-01', 'settleGovernment', result)
    expect(settled.kind === 'done' && settled.effects).toContainEqual({ kind: 'paper', paper: 'settlement' })
  })
})

describe('[wuzhai-2022-zbf34.3] the maintenance fund of a community', () => {
  const due = (community: string, amount: string) => record('current', { community, amount })
  const deposit = (community: string, amount: string, source = 'owners') =>
    record('current', { community, amount, source })
  const use = (community: string, spent: string, state = 'shown') =>
    record(state, { community, amount: '999', spent })

  it('says what is owed, paid, used and left', () => {
    const dues = [due('区-1', '100000'), due('区-2', '5000')]
    const deposits = [deposit('区-1', '60000.50'), deposit('区-1', '100', 'yield')]
    const uses = [use('区-1', '20000.25'), use('区-1', '7', 'approved')]
    expect(fundStandings(dues, deposits, uses)).toEqual([
      {
        community: '区-1',
        due: '100000',
        paid: '60000.5',
        yields: '100',
        owed: '39999.5',
        used: '20000.25',
        balance: '40100.25',
      },
      { community: '区-2', due: '5000', paid: '0', yields: '0', owed: '5000', used: '0', balance: '0' },
    ])
    const beside = { 'fund-deposits': deposits, 'fund-uses': uses, communities: [] }
    expect(count('fund-ledger', '2023-01-01', dues, {}, beside)).toMatchObject({ isMet: false })
  })

  it('loses and gains nothing between the communities', () => {
    const money = fc.integer({ min: 0, max: 9_999_999 }).map((fen) => (fen / 100).toFixed(2))
    const rows = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), money))
    fc.assert(
      fc.property(rows, rows, rows, (dues, deposits, uses) => {
        const standings = fundStandings(
          dues.map(([community, amount]) => due(community, amount)),
          deposits.map(([community, amount]) => deposit(community, amount)),
          uses.map(([community, spent]) => use(community, spent)),
        )
        const total = (field: 'due' | 'paid' | 'used') => sumOf(standings.map((one) => one[field]))
        const given = (all: readonly (readonly [string, string])[]) => sumOf(all.map(([, amount]) => amount))
        expect([total('due'), total('paid'), total('used')]).toEqual([
          given(dues),
          given(deposits),
          given(uses),
        ])
      }),
    )
  })

  const request = {
    number: '用-1',
    community: '区-1',
    item: '急-1',
    applicant: 'committee',
    works: '更换曳引机',
    amount: '30000',
  }
  const known = {
    itemFound: [{ item: '电梯故障' }],
    communityFound: [{ committee: 'elected' }],
    communityNames: [{ name: '杏花苑' }],
  }

  it('is used in an emergency only for what is on the list', () => {
    expect(open('repairing', OWNERS, '2022-11-01', request, { facts: known }).kind).toBe('done')
    const unlisted = open('repairing', OWNERS, '2022-11-01', request, { facts: { ...known, itemFound: [] } })
    expect(refusalsOf(unlisted)[0]).toContain('清单中没有急-1')
  })

  it('is asked for by the committee, and by the township where there is none', () => {
    const asked = (applicant: string, committee: string) =>
      open(
        'repairing',
        'township',
        '2022-11-01',
        { ...request, applicant },
        { facts: { ...known, communityFound: [{ committee }] } },
      ).kind
    expect([asked('committee', 'acting'), asked('township', 'acting')]).toEqual(['done', 'refused'])
    expect([asked('committee', 'none'), asked('township', 'none')]).toEqual(['refused', 'done'])
  })

  it('is not closed before the amount was shown', () => {
    const asked = caseOf(open('repairing', OWNERS, '2022-11-01', request, { facts: known }))
    const money = { itemFound: known.itemFound, paidIn: '50000', spentBefore: '0' }
    const approved = caseOf(act(asked, OFFICE, '2022-11-02', 'approve', {}, { facts: money }))
    const input = { completedOn: '2022-11-10', spent: '28600', builder: '电梯公司' }
    const completed = caseOf(act(approved, OWNERS, '2022-11-10', 'complete', input))
    expect(Object.keys(repairing.states['completed']?.on ?? {})).toEqual(['show'])
    const shown = act(completed, OWNERS, '2022-11-11', 'show', { shownOn: '2022-11-11' })
    const effects = shown.kind === 'done' ? shown.effects : []
    expect(effects.find(({ kind }) => kind === 'disclose')).toMatchObject({ record: { spent: '28600' } })
  })
})

describe('[wuzhai-2022-zbf34.4] what a developer holds of the fund', () => {
  const entry = {
    number: '清-1',
    community: '区-1',
    holder: '河湾置业公司',
    holderKind: 'developer',
    held: '900000',
    clearBy: '2022-10-31',
  }
  const demanded = () =>
    caseOf(act(caseOf(open('clearing', OFFICE, '2022-10-01', entry)), OFFICE, '2022-10-08', 'demand'))
  const enforce = (before: Case, day: string, handedIn: string) =>
    act(before, OFFICE, day, 'enforce', { receiver: 'police' }, { facts: { handedIn }, reason })

  it('is cleared, else enforced, else investigated, in this order', () => {
    expect(enforce(demanded(), '2022-10-31', '0').kind).toBe('refused')
    const enforced = caseOf(enforce(demanded(), '2022-11-01', '0'))
    expect(act(demanded(), OFFICE, '2022-11-01', 'police', {}, { reason }).kind).toBe('refused')
    const facts = { handedIn: '899999.99' }
    const investigated = caseOf(act(enforced, OFFICE, '2022-12-01', 'police', {}, { facts, reason }))
    expect(investigated.state).toBe('investigated')
    expect(act(investigated, OFFICE, '2022-12-20', 'clear', {}, { facts }).kind).toBe('refused')
    const all = { handedIn: '900000.00' }
    expect(caseOf(act(investigated, OFFICE, '2022-12-20', 'clear', {}, { facts: all })).state).toBe('cleared')
    expect(enforce(demanded(), '2022-11-01', '900000').kind).toBe('refused')
  })

  it('is counted by who holds it and by stage', () => {
    const tally = propertyManagement.tallies?.find(({ id }) => id === 'arrears-by-stage')
    expect(tally?.columns.map(({ title }) => title)).toEqual([
      '已收未交（元）',
      '清缴',
      '执法',
      '经侦',
      '已清交',
    ])
  })
})

describe('[wuzhai-2022-zbf34.5] the credit of a company', () => {
  const records = [
    { deducted: '5.5', added: '0' },
    { deducted: '3', added: '2' },
  ]
  const base = set(baseScore, '100')
  const scale = set<readonly string[]>(gradeScale, ['甲=90', '乙=75', '丙=0'])

  it('is scored from what was recorded of it in the year', () => {
    const scored = scoreRule.compute({ recordsOfYear: records }, '2023-01-05', base)
    expect([scored.value, scored.reasons[0]?.wanted]).toEqual([
      '93.5',
      '基准分100＋加分2－扣分8.5（2条记录）',
    ])
    expect(scoreRule.compute({ recordsOfYear: records }, '2023-01-05').outcome).toBe('unknown')
    expect(rating.lookups['recordsOfYear']).toMatchObject({ where: { company: 'company', year: 'year' } })
  })

  it('has the grade that the county gives it, at the boundary too', () => {
    const grade = (score: string, on = scale) => gradeRule.compute({ score }, '2023-01-05', on).value
    expect([grade('90'), grade('89.9'), grade('75'), grade('74.9'), grade('0')]).toEqual([
      '甲',
      '乙',
      '乙',
      '丙',
      '丙',
    ])
    expect(gradeRule.compute({ score: '-1' }, '2023-01-05', scale).outcome).toBe('unknown')
    expect(readScale(['甲90'])).toBeNull()
    expect(grade('90', set<readonly string[]>(gradeScale, ['甲90']))).toBeNull()
  })

  it('counts in tenders by the weight that the county sets, with the latest year', () => {
    const parameters = set(creditWeight, '20')
    const bid = { number: '标-1', community: '区-1', company: '企-1', otherScore: '85' }
    const ratingsGiven = [
      { year: '2021', score: '60' },
      { year: '2022', score: '93.5' },
    ]
    const entered = caseOf(
      open('bidding', OFFICE, '2023-02-01', bid, { facts: { ratingsGiven }, parameters }),
    )
    expect([entered.data['creditScore'], entered.data['total']]).toEqual(['93.5', '86.70'])
    const unrated = open('bidding', OFFICE, '2023-02-01', bid, { facts: { ratingsGiven: [] }, parameters })
    expect(refusalsOf(unrated)[0]).toContain('还没有信用评价')
    expect(bidTotalRule.compute({ otherScore: '85', creditScore: '93.5' }, '2023-02-01').outcome).toBe(
      'unknown',
    )
  })
})

it('[wuzhai-2022-zbf34.6] a fee that is not paid goes from reminder to list, each step with its document', () => {
  const entry = {
    number: '费-1',
    community: '区-1',
    owner: '李某',
    home: '2号楼301',
    amount: '3600',
    since: '2021-01-01',
    why: '有能力缴纳而拒缴',
  }
  const steps = [
    ['remind', { remindedOn: '2022-10-03' }, []],
    ['sue', { court: '县人民法院', suedOn: '2022-12-01' }, ['complaint']],
    ['judge', { judgment: '民初9号', effectiveOn: '2023-02-01' }, ['judgment']],
    ['execute', { executedOn: '2023-03-01' }, ['application']],
    ['fail', { failedOn: '2023-06-01' }, ['ruling']],
    ['list', { listedOn: '2023-06-10' }, ['decision']],
  ] as const
  let current = caseOf(open('pursuing', OWNERS, '2022-10-01', entry))
  for (const [place, [name, input, materials]] of steps.entries()) {
    const day = `2023-07-${String(place + 1).padStart(2, '0')}`
    for (const [later] of steps.slice(place + 1)) {
      expect(act(current, OWNERS, day, later).kind, later).toBe('refused')
    }
    if (materials.length > 0) {
      expect(act(current, OWNERS, day, name, input).kind, name).toBe('refused')
    }
    const outcome = act(current, OWNERS, day, name, input, { materials })
    if (name === 'remind') {
      expect(outcome.kind === 'done' && outcome.effects).toContainEqual({
        kind: 'paper',
        paper: 'fee-reminder',
      })
    }
    current = caseOf(outcome)
  }
  expect(current.state).toBe('listed')
})

describe('[wuzhai-2022-zbf34.7] a new community', () => {
  const entry = {
    number: '区-1',
    name: '杏花苑',
    address: '新城路1号',
    households: 320,
    stage: 'new',
    committee: 'none',
    mode: 'company',
    renewal: 'no',
  }
  const completed = () =>
    caseOf(
      act(caseOf(open('community', 'township', '2022-10-08', entry)), OFFICE, '2022-10-10', 'complete', {
        completedOn: '2022-10-10',
      }),
    )
  const deliver = (before: Case) =>
    act(before, OFFICE, '2022-10-20', 'deliver', { deliveredOn: '2022-10-20' })
  const inspect = (before: Case, inspectedOn: string, parties = ['developer', 'company', 'department']) =>
    act(before, 'township', '2022-10-12', 'inspect', { inspectedOn, parties, inspectionReport: '合格' })

  it('is not handed over without an inspection, its report and its filing', () => {
    const tender = { tenderedOn: '2022-10-11', company: '企-1' }
    const tendered = caseOf(act(completed(), OFFICE, '2022-10-11', 'tender', tender))
    expect(refusalsOf(deliver(tendered))[0]).toContain('没有承接查验报告、承接查验备案')
    const inspected = caseOf(inspect(tendered, '2022-10-12'))
    expect(refusalsOf(deliver(inspected))[0]).toContain('没有承接查验备案')
    const file = (before: Case) =>
      act(before, OFFICE, '2022-10-14', 'fileInspection', { inspectionFiledOn: '2022-10-14' })
    expect(file(tendered).kind).toBe('refused')
    const filed = caseOf(file(inspected))
    expect(caseOf(deliver(filed)).state).toBe('delivered')
  })

  it('is inspected after its acceptance, by both sides', () => {
    const on = (day: string) => inspect(completed(), day).kind
    expect([on('2022-10-09'), on('2022-10-10'), on('2022-10-12'), on('2022-10-13')]).toEqual([
      'refused',
      'done',
      'done',
      'refused',
    ])
    expect(refusalsOf(inspect(completed(), '2022-10-12', ['developer', 'department']))[0]).toContain(
      '物业服务企业',
    )
  })

  it('has no way around as an old one, and old ones without inspection are told', () => {
    const registered = caseOf(open('community', 'township', '2022-10-08', entry))
    expect(act(registered, 'township', '2022-10-08', 'takeIn').kind).toBe('refused')
    const old = caseOf(
      act(
        caseOf(open('community', 'township', '2022-10-08', { ...entry, stage: 'existing' })),
        'township',
        '2022-10-08',
        'takeIn',
      ),
    )
    expect(count('handovers-open', '2022-12-01', [old])).toMatchObject({
      isMet: false,
      findings: [{ name: '杏花苑' }],
    })
  })
})

describe('[wuzhai-2022-zbf34.8] a committee', () => {
  const held = (number: string, committee: string, committeeOn: string) =>
    record('delivered', { number, name: `小区${number}`, township: '河湾镇', committee, committeeOn })
  const publication = (community: string, year: string, state = 'published') =>
    record(state, { number: `${community}-${year}`, community, year })

  it('publishes once a year; who has not is told', () => {
    const communities = [
      held('1', 'elected', '2022-05-01'),
      held('2', 'acting', '2022-12-31'),
      held('3', 'elected', '2023-01-01'),
      held('4', 'none', ''),
    ]
    const counted = (publications: ReturnType<typeof publication>[]) =>
      count('yearly-publication', '2023-03-01', communities, {}, { publications })
    expect(counted([publication('1', '2022'), publication('2', '2021')])).toMatchObject({
      isMet: false,
      findings: [{ name: '小区2' }],
    })
    expect(counted([publication('1', '2022'), publication('2', '2022', 'drafted')]).isMet).toBe(false)
    expect(counted([publication('1', '2022'), publication('2', '2022', 'closed')]).isMet).toBe(true)
  })

  it('shows what came in, what the fund was used for, and what was spent', () => {
    const input = {
      number: '公-1',
      community: '1',
      year: '2022',
      income: '停车费收入',
      fundUse: '没有使用',
      spending: '办公费',
    }
    const facts = { communityNames: [{ name: '杏花苑' }] }
    for (const field of ['income', 'fundUse', 'spending']) {
      const { [field]: _left, ...others } = input as Record<string, unknown>
      expect(open('publishing', OWNERS, '2023-01-10', others, { facts }).kind, field).toBe('refused')
    }
    const drafted = caseOf(open('publishing', OWNERS, '2023-01-10', input, { facts }))
    const shown = act(drafted, OWNERS, '2023-01-10', 'publish', { publishedOn: '2023-01-10' })
    const effects = shown.kind === 'done' ? shown.effects : []
    expect(effects.find(({ kind }) => kind === 'disclose')).toMatchObject({
      record: { communityName: '杏花苑', income: '停车费收入', fundUse: '没有使用', spending: '办公费' },
    })
  })
})
