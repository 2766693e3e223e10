import {
  type Case,
  correctedCalendar,
  dueDatesOf,
  type Facts,
  isMissed,
  type Outcome,
  officialCalendar,
  type Parameters,
  sumOf,
  unitNamed,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Around, actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { allocating, allocationRows, allocationTable, allocationTotal } from './allocations.ts'
import { filingStarts } from './evaluations.ts'
import { digitalGovernment } from './index.ts'
import { cloudAndSharing, filingsMade, networkConsented, paying, systemsInCatalogue } from './payments.ts'
import { project } from './project.ts'
import { aspects, fullMarks, reviewOpinion } from './review.ts'
import { cloudStandings, systems } from './systems.ts'

type Input = Readonly<Record<string, unknown>>

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('bureau', '县政务信息管理局', 'government'),
  unitNamed('water', '县水利局', 'government'),
])
const OWN = 'department'
const BUREAU = 'information-bureau'
const set: Parameters = {
  [fullMarks.id]: withValue(fullMarks, { from: '2022-08-02', value: '20', basis: null }),
  [filingStarts.id]: withValue(filingStarts, { from: '2022-08-02', value: 'finished', basis: null }),
}
const acting = actingIn(digitalGovernment, {
  units,
  unitOf: { [OWN]: 'water', [BUREAU]: 'bureau', finance: 'government', government: 'government' },
})
const { count, limitsOf, limitOf } = acting
const everyMaterial = ['proposal', 'feasibility', 'design', 'estimate', 'scheme']
/** With what the county has set, where a test says nothing else. */
const open = (id: string, role: string, day: string, input: Input, around: Around = {}) =>
  acting.open(id, role, day, input, { parameters: set, ...around })
const act = (
  before: Case,
  role: string,
  day: string,
  name: string,
  input: Input = {},
  around: Around = {},
) => {
  const materials = name === 'submit' ? everyMaterial : []
  return acting.act(before, role, day, name, input, {
    parameters: set,
    reason: '按方案',
    materials,
    ...around,
  })
}

const application = {
  number: '信-1',
  name: '水库调度系统',
  kind: 'new',
  funding: 'government',
  year: '2022',
  planning: 'planned',
  plan: '规-1',
  isSecret: false,
  systems: ['系-1'],
  isJoint: false,
  demand: 'none',
  isLinked: true,
  isSharing: true,
  isCooperating: true,
  isNetwork: false,
  isBegun: false,
  isDisguised: false,
  total: '600000',
  onCloud: true,
  hardware: '0',
}
const catalogue = { knownSystems: [{ number: '系-1', name: '水库调度', department: '县水利局' }] }

const contract = {
  builder: '河湾软件公司',
  competition: '公开招标',
  contract: '合-1',
  signedOn: '2022-09-05',
  contractAmount: '580000',
  completeBy: '2022-12-31',
  ownership: '归县人民政府',
  deliverables: ['design', 'source', 'tests'],
}
const acceptance = {
  acceptedOn: '2022-12-20',
  products: [{ kind: 'basic', name: '数据库', isControllable: true }],
  acceptance: '合格',
}
const review = {
  need: '18',
  intensity: '20',
  feasibility: '17.5',
  budget: '16',
  performance: '15',
  opinion: 'agree',
  opinionText: '与统一平台对接',
}

interface Step {
  readonly name: string
  /** The role that takes it. */
  readonly by: string
  readonly day: string
  readonly input?: Input
  readonly facts?: Facts
}

/** The way of a project, in its order. */
const way: readonly Step[] = [
  { name: 'submit', by: OWN, day: '2022-08-10', facts: { itemsKnown: [{ system: '系-1' }] } },
  { name: 'admit', by: BUREAU, day: '2022-08-11', facts: { plansFound: [{ number: '规-1' }] } },
  { name: 'review', by: BUREAU, day: '2022-08-12', input: review, facts: { assessmentsFound: [] } },
  { name: 'consent', by: 'government', day: '2022-08-15' },
  { name: 'approve', by: BUREAU, day: '2022-08-16' },
  { name: 'setBudget', by: 'finance', day: '2022-08-17', input: { approvedBudget: '580000' } },
  { name: 'allocate', by: BUREAU, day: '2022-08-18', input: { allocation: '分-1' } },
  {
    name: 'contract',
    by: OWN,
    day: '2022-09-05',
    input: contract,
    facts: { plansShown: [{ number: '分-1' }] },
  },
  { name: 'reportContract', by: OWN, day: '2022-09-13' },
  { name: 'fileContract', by: BUREAU, day: '2022-09-14', input: { contractFiledOn: '2022-09-14' } },
  {
    name: 'reportSupervision',
    by: OWN,
    day: '2022-09-15',
    input: { supervisor: '监理公司', supervisorChosen: '公开招标' },
  },
  { name: 'fileSupervision', by: BUREAU, day: '2022-09-16', input: { supervisionFiledOn: '2022-09-16' } },
  {
    name: 'accept',
    by: OWN,
    day: '2022-12-20',
    input: acceptance,
    facts: { unpublishedItems: [], sanctionsFound: [] },
  },
  { name: 'reportAcceptance', by: OWN, day: '2023-01-10' },
  { name: 'fileAcceptance', by: BUREAU, day: '2023-01-11', input: { acceptanceFiledOn: '2023-01-11' } },
]

const declared = () => caseOf(open('project', OWN, '2022-08-09', application, { facts: catalogue }))

const take = (current: Case, { name, by, day, input, facts = {} }: Step) =>
  act(current, by, day, name, input, { facts })

/** The project after all steps up to that one, that included. */
function upTo(name: string, changed: Partial<Step> = {}): Case {
  let current = declared()
  for (const step of way) {
    const one = step.name === name ? { ...step, ...changed } : step
    current = caseOf(take(current, one))
    if (step.name === name) return current
  }
  throw new Error(`no step ${name}`)
}

describe('[wuzhai-2022-zbf26.1] a project is opened', () => {
  const declare = (listed: readonly string[], input: Input = {}) =>
    open(
      'project',
      OWN,
      '2022-08-09',
      { ...application, ...input },
      {
        facts: {
          knownSystems: listed.map((number) => ({ number, name: number, department: '县水利局' })),
        },
      },
    )

  it('only where each of its systems is in the catalogue of its department; the missing ones are named', () => {
    const input = { systems: ['系-1', '系-2', '系-3'] }
    expect(declare(['系-1', '系-2', '系-3'], input).kind).toBe('done')
    expect(refusalsOf(declare(['系-2'], input))[0]).toContain('未列入：系-1、系-3')
    expect(refusalsOf(declare([], { systems: [] }))[0]).toContain('没有填写信息系统')
  })

  it('not with a system of another department, unless they build it together', () => {
    const facts = { knownSystems: [{ number: '系-1', name: '地籍', department: '县自然资源局' }] }
    const opened = (isJoint: boolean) =>
      open('project', OWN, '2022-08-09', { ...application, isJoint }, { facts }).kind
    expect([opened(false), opened(true)]).toEqual(['refused', 'done'])
  })
})

describe('[wuzhai-2022-zbf26.2] a contract is filed', () => {
  it('within five working days of its being signed, by the calendar of the year', () => {
    expect(limitOf(upTo('contract'), 'contractFiling').legal).toMatchObject({ due: '2022-09-13' })
    const worked = correctedCalendar(
      officialCalendar(),
      [{ date: '2022-09-12', kind: 'make-up', name: '照常上班' }],
      '五政办发〔2022〕1号',
    )
    const [first] = dueDatesOf(project, upTo('contract'), worked)
    expect(first?.legal).toMatchObject({ due: '2022-09-12' })
  })

  it('by the day on which it was signed, however late it was entered, and is late from the day after', () => {
    const late = limitOf(upTo('contract', { day: '2022-09-14' }), 'contractFiling')
    expect(late.legal).toMatchObject({ due: '2022-09-13' })
    expect(isMissed(late, '2022-09-13T23:59:59+08:00')).toBe(false)
    expect(isMissed(late, '2022-09-14T00:00:00+08:00')).toBe(true)
    const filed = limitsOf(upTo('reportContract')).find(({ limit }) => limit === 'contractFiling')
    expect(filed === undefined || isMissed(filed, '2023-01-01T00:00:00+08:00')).toBe(false)
  })

  it('and a contract of tomorrow is not registered', () => {
    const before = upTo('allocate')
    const facts = { plansShown: [{ number: '分-1' }] }
    const input = { ...contract, signedOn: '2022-09-06' }
    expect(refusalsOf(act(before, OWN, '2022-09-05', 'contract', input, { facts }))[0]).toContain(
      '不晚于今天',
    )
  })
})

it('[wuzhai-2022-zbf26.3] the report of acceptance is filed within thirty working days of the acceptance', () => {
  const limit = limitOf(upTo('accept', { day: '2022-12-28' }), 'acceptanceFiling')
  if (limit.legal.kind !== 'due') throw new Error(limit.legal.explanation)
  const counted = limit.legal.days.filter(({ number }) => number !== null)
  expect([counted[0]?.date, counted.length, counted.at(-1)?.date]).toEqual([
    '2022-12-21',
    30,
    limit.legal.due,
  ])
  // New Year and the Spring Festival lie in between, with make-up days on 28 and 29 January.
  expect(limit.legal.due).toBe('2023-02-06')
  expect(isMissed(limit, '2023-02-06T23:59:59+08:00')).toBe(false)
  expect(isMissed(limit, '2023-02-07T00:00:00+08:00')).toBe(true)
})

describe('[wuzhai-2022-zbf26.4] money', () => {
  const sound = {
    projectFound: [
      {
        systems: ['系-1'],
        approvedBudget: '580000',
        contractFiledOn: '2022-09-14',
        supervisionFiledOn: '2022-09-16',
        acceptedOn: '2022-12-20',
        acceptanceFiledOn: '2023-01-11',
      },
    ],
    paidBefore: '0',
    systemsFound: [
      { number: '系-1', cloud: 'on-cloud', isShared: true, isNetwork: false, recordedOn: '2022-12-30' },
    ],
    sanctionsFound: [],
  }
  const asked = (purpose: string, amount = '30000') =>
    caseOf(open('paying', OWN, '2023-02-01', { number: '拨-1', project: '信-1', purpose, amount }))
  const pay = (purpose: string, facts: Facts, amount?: string) =>
    act(
      asked(purpose, amount),
      'finance',
      '2023-02-02',
      'pay',
      { paidOn: '2023-02-02' },
      { facts: { ...sound, ...facts } },
    )
  const rulesOf = (outcome: Outcome) =>
    outcome.kind === 'refused' ? outcome.issues.map(({ path }) => path.at(-1)) : []
  const withProject = (changed: Input) => ({ projectFound: [{ ...sound.projectFound[0], ...changed }] })
  const withSystem = (changed: Input) => ({ systemsFound: [{ ...sound.systemsFound[0], ...changed }] })

  it('is paid where nothing stands against it', () => {
    expect([pay('construction', {}).kind, pay('upkeep', {}).kind]).toEqual(['done', 'done'])
  })

  it('is not paid for a system outside the catalogue', () => {
    expect(rulesOf(pay('construction', { systemsFound: [] }))).toEqual([systemsInCatalogue.id])
  })

  it('for upkeep is not paid where a system is not filed, not on the cloud, or does not share', () => {
    for (const wrong of [{ recordedOn: undefined }, { cloud: 'not-yet' }, { isShared: false }]) {
      expect(rulesOf(pay('upkeep', withSystem(wrong)))).toEqual([cloudAndSharing.id])
      expect(pay('construction', withSystem(wrong)).kind).toBe('done')
    }
    expect(pay('upkeep', withSystem({ cloud: 'exempt' })).kind).toBe('done')
  })

  it('is not paid while a filing is missing; that of acceptance once it was accepted, and always for upkeep', () => {
    expect(rulesOf(pay('construction', withProject({ contractFiledOn: undefined })))).toEqual([
      filingsMade.id,
    ])
    expect(rulesOf(pay('construction', withProject({ supervisionFiledOn: undefined })))).toEqual([
      filingsMade.id,
    ])
    const unfiled = { acceptanceFiledOn: undefined }
    expect(rulesOf(pay('construction', withProject(unfiled)))).toEqual([filingsMade.id])
    const building = { ...unfiled, acceptedOn: undefined }
    expect(pay('construction', withProject(building)).kind).toBe('done')
    expect(rulesOf(pay('upkeep', withProject(building)))).toEqual([filingsMade.id])
  })

  it('is not paid for a network that nobody consented to', () => {
    expect(rulesOf(pay('construction', withSystem({ isNetwork: true })))).toEqual([networkConsented.id])
    const consented = { isNetwork: true, networkApproval: '五政函〔2022〕9号' }
    expect(pay('construction', withSystem(consented)).kind).toBe('done')
  })

  it('is told of each project with a budget, with all that stands against it', () => {
    const record = (state: string, data: Input) => ({
      id: String(data['number']),
      state,
      data,
      opened: '2022-08-09T09:00:00+08:00',
      latest: '2022-08-09T09:00:00+08:00',
    })
    const [found] = sound.projectFound
    const projects = [
      record('running', { ...found, number: '信-1', name: '调度' }),
      record('building', { ...found, number: '信-2', name: '巡检', supervisionFiledOn: undefined }),
      record('reviewed', { number: '信-3', name: '未审定', systems: ['系-1'] }),
    ]
    const beside = {
      systems: [record('inUse', { ...sound.systemsFound[0] })],
      sanctions: [record('suspended', { number: '改-1', project: '信-2' })],
    }
    const stopped = '不得拨付（三项备案：没有项目监理单位备案；没有暂停拨付或者终止：整改编号改-1）'
    expect(count('payable', '2023-02-02', projects, {}, beside)).toEqual({
      says: '预算审定的项目2个，建设资金现在不得拨付的1个。',
      isMet: false,
      findings: [
        { name: '信-1 调度', message: '建设资金可以拨付，运行维护经费可以拨付。' },
        { name: '信-2 巡检', message: `建设资金${stopped}，运行维护经费${stopped}。` },
      ],
    })
  })

  it('names every reason at once, and stays within the budget to the last fen', () => {
    const all = { ...withProject({ contractFiledOn: undefined }), systemsFound: [] }
    expect(rulesOf(pay('upkeep', all))).toEqual([systemsInCatalogue.id, filingsMade.id])
    const paidBefore = '549999.99'
    expect(pay('construction', { paidBefore }, '30000.01').kind).toBe('done')
    expect(rulesOf(pay('construction', { paidBefore }, '30000.02'))).toEqual(['payment-within-budget'])
    expect(rulesOf(pay('construction', { projectFound: [] }))).toContain('payment-within-budget')
  })
})

describe('[wuzhai-2022-zbf26.5] the life of a project', () => {
  it('goes step by step to its operation', () => {
    expect(upTo('fileAcceptance').state).toBe('running')
  })

  it('has no step out of its order, at whichever step it stands', () => {
    const inBuilding = new Set(['reportSupervision', 'fileSupervision', 'accept'])
    way.slice(0, -1).forEach((reached, place) => {
      const current = upTo(reached.name)
      const possible = way
        .filter((step, other) => {
          const result = take(current, { ...step, day: '2023-06-01' })
          return result.kind === 'done' && other !== place
        })
        .map(({ name }) => name)
      const next = way[place + 1]?.name ?? ''
      // While it is being built, the supervisor can be named anew.
      const others = possible.filter((name) => name !== next && !inBuilding.has(name))
      expect(possible, reached.name).toContain(next)
      expect(others, reached.name).toEqual([])
    })
  })

  it('is not accepted before contract and supervision are filed', () => {
    const accept = way.find(({ name }) => name === 'accept')
    if (accept === undefined) throw new Error('no acceptance')
    expect(refusalsOf(take(upTo('contract'), accept))[0]).toContain('待报合同备案')
    expect(refusalsOf(take(upTo('reportSupervision'), accept))).toEqual([
      '不符合规定：要求建设合同、项目监理单位都已备案，实际没有备案：项目监理单位（五政办发〔2022〕26号第1758—1767行）。',
    ])
  })
})

describe('[wuzhai-2022-zbf26.6] an item of data', () => {
  const item = {
    number: '资-1',
    system: '系-1',
    name: '水库水位',
    source: '监测站',
    format: '数据库表',
    frequency: 'month',
    sharing: 'unconditional',
    opening: 'conditional',
    updatedOn: '2022-08-31',
  }
  const facts = { systemFound: [{ name: '水库调度' }] }
  const register = (input: Input) => open('registering', OWN, '2022-08-31', input, { facts })

  it('has its source, format, frequency, sharing and opening, and a system that is listed', () => {
    expect(register(item).kind).toBe('done')
    for (const attribute of ['source', 'format', 'frequency', 'sharing', 'opening']) {
      const { [attribute]: _left, ...others } = item as Record<string, unknown>
      expect(register(others).kind, attribute).toBe('refused')
    }
    expect(open('registering', OWN, '2022-08-31', item, { facts: { systemFound: [] } }).kind).toBe('refused')
  })

  it('is warned of from the day after that on which it was to be new', () => {
    const listed = caseOf(register(item))
    const [limit] = limitsOf(listed)
    expect(limit?.legal).toMatchObject({ due: '2022-09-30' })
    expect(count('updates-missed', '2022-09-30', [listed]).isMet).toBe(true)
    expect(count('updates-missed', '2022-10-01', [listed])).toMatchObject({
      isMet: false,
      findings: [{ name: '资-1 水库水位' }],
    })
    const updated = caseOf(act(listed, OWN, '2022-10-08', 'update', { updatedOn: '2022-10-08' }))
    expect(limitsOf(updated)[0]?.legal).toMatchObject({ due: '2022-11-08' })
  })

  it('that is live has no day', () => {
    expect(limitsOf(caseOf(register({ ...item, frequency: 'live' })))).toEqual([])
  })
})

describe('[wuzhai-2022-zbf26.7] the systems of the county', () => {
  const system = (department: string, cloud: string, inUseSince: string, retiredOn?: string) => ({
    id: `${department}${inUseSince}`,
    opened: '2022-01-01T09:00:00+08:00',
    latest: '2022-01-01T09:00:00+08:00',
    state: retiredOn === undefined ? 'inUse' : 'retired',
    data: { department, name: '系统', cloud, isShared: true, inUseSince, ...(retiredOn && { retiredOn }) },
  })
  it('stand by department on the cloud, not yet, and exempt', () => {
    const records = [
      system('县水利局', 'on-cloud', '2021-03-01'),
      system('县水利局', 'not-yet', '2021-04-01'),
      system('县公安局', 'exempt', '2020-01-01'),
    ]
    expect(cloudStandings(records, '2022-12-01')).toEqual([
      { department: '县公安局', total: 1, onCloud: 0, notYet: 0, exempt: 1, before: 1 },
      { department: '县水利局', total: 2, onCloud: 1, notYet: 1, exempt: 0, before: 2 },
    ])
    expect(count('cloud-standing', '2022-12-01', records)).toMatchObject({ isMet: false })
  })

  it('do not become more than at the end of the year before', () => {
    const old = [system('县水利局', 'on-cloud', '2021-12-31'), system('县财政局', 'on-cloud', '2020-01-01')]
    const replaced = system('县财政局', 'on-cloud', '2020-06-01', '2022-05-01')
    const added = system('县财政局', 'on-cloud', '2022-01-01')
    expect(count('cloud-standing', '2022-12-01', old).isMet).toBe(true)
    expect(count('cloud-standing', '2022-12-01', [...old, added])).toMatchObject({
      isMet: false,
      says: expect.stringContaining('比上年末增加1个（2个）'),
    })
    expect(count('cloud-standing', '2022-12-01', [...old, replaced, added]).isMet).toBe(true)
  })

  it('are counted alike one by one and all together', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2019, 0, 1 + days)).toISOString().slice(0, 10))
    const some = fc.array(
      fc.record({ department: fc.constantFrom('甲局', '乙局'), since: day, until: fc.option(day) }),
    )
    fc.assert(
      fc.property(some, day, (all, today) => {
        const records = all.map(({ department, since, until }) =>
          system(department, 'on-cloud', since, until === null || until <= since ? undefined : until),
        )
        const rows = cloudStandings(records, today)
        const alive = records.filter(
          ({ data }) => data.inUseSince <= today && (data.retiredOn === undefined || data.retiredOn > today),
        )
        expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(alive.length)
        for (const row of rows) expect(row.onCloud + row.notYet + row.exempt).toBe(row.total)
      }),
    )
  })

  it('are in a register that is counted by department', () => {
    expect(digitalGovernment.tallies?.find(({ register }) => register === systems.id)?.by).toEqual([
      { kind: 'field', field: 'department' },
    ])
  })
})

describe('[wuzhai-2022-zbf26.8] the review', () => {
  const judge = (input: Input, parameters = set) => {
    const around = { facts: { assessmentsFound: [] }, parameters }
    return act(upTo('admit'), BUREAU, '2022-08-12', 'review', { ...review, ...input }, around)
  }

  it('scores five aspects, adds them up and gives the opinion as a paper', () => {
    const reviewed = judge({})
    expect(caseOf(reviewed)).toMatchObject({ state: 'reviewed', data: { reviewTotal: '86.5' } })
    expect(reviewed.kind === 'done' && reviewed.effects).toContainEqual({
      kind: 'paper',
      paper: reviewOpinion.id,
    })
    const body = reviewOpinion.body.map(({ text }) => text).join('')
    for (const [aspect, title] of Object.entries(aspects)) expect(body).toContain(`${title}{${aspect}}分`)
    for (const aspect of Object.keys(aspects)) {
      expect(judge({ [aspect]: '20.01' }).kind, aspect).toBe('refused')
      expect(judge({ [aspect]: undefined }).kind, aspect).toBe('refused')
    }
  })

  it('waits until the county has said how many points an aspect has', () => {
    expect(refusalsOf(judge({}, {}))[0]).toContain('项目审核每方面满分')
  })

  it('goes to the county government before anything is approved', () => {
    const reviewed = upTo('review')
    expect(act(reviewed, BUREAU, '2022-08-15', 'approve').kind).toBe('refused')
    expect(act(reviewed, BUREAU, '2022-08-15', 'consent').kind).toBe('refused')
    const consented = caseOf(act(reviewed, 'government', '2022-08-15', 'consent'))
    const approved = act(consented, BUREAU, '2022-08-16', 'approve')
    expect(approved.kind === 'done' && approved.effects).toContainEqual({
      kind: 'paper',
      paper: 'approval-reply',
    })
  })

  it('has what was found of earlier projects of that department', () => {
    const assessmentsFound = [{ project: '信-0', year: '2021', conclusion: '使用率偏低' }]
    const around = { facts: { assessmentsFound } }
    const reviewed = act(upTo('admit'), BUREAU, '2022-08-12', 'review', review, around)
    expect(caseOf(reviewed).data['pastEvaluations']).toBe('2021年信-0：使用率偏低。')
  })
})

describe('[wuzhai-2022-zbf26.9] the plan of allocations', () => {
  const drafted = () => caseOf(open('allocating', BUREAU, '2022-08-18', { number: '分-1', year: '2022' }))

  it('is drawn from the budgets that were set, shown and printed', () => {
    const allocated = [
      { name: '水库调度系统', department: '县水利局', approvedBudget: '580000' },
      { name: '值班系统', department: '县应急管理局', approvedBudget: '80000.50' },
    ]
    const shown = act(drafted(), BUREAU, '2022-08-19', 'publicise', { total: '1' }, { facts: { allocated } })
    const { data } = caseOf(shown)
    expect([data['projectCount'], data['total']]).toEqual([2, '660000.5'])
    const effects = shown.kind === 'done' ? shown.effects : []
    expect(effects).toContainEqual({ kind: 'paper', paper: allocationTable.id })
    expect(effects.find(({ kind }) => kind === 'disclose')).toMatchObject({
      record: { rows: '县水利局：水库调度系统，580000元；县应急管理局：值班系统，80000.50元' },
    })
    expect(allocating.lookups['allocated']).toMatchObject({ states: ['allocated'] })
  })

  it('adds up, and has every project', () => {
    const money = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => (fen / 100).toFixed(2))
    const some = fc.array(fc.record({ name: fc.constantFrom('甲', '乙'), approvedBudget: money }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(some, (allocated) => {
        const total = allocationTotal.compute({ allocated }, '2022-08-19').value
        expect(total).toBe(sumOf(allocated.map(({ approvedBudget }) => approvedBudget)))
        const rows = String(allocationRows.compute({ allocated }, '2022-08-19').value)
        expect(rows.split('；')).toHaveLength(allocated.length)
      }),
    )
  })

  it('comes before the contract', () => {
    const signed = act(upTo('allocate'), OWN, '2022-09-05', 'contract', contract, {
      facts: { plansShown: [] },
    })
    expect(refusalsOf(signed)[0]).toContain('没有公示')
  })
})

describe('[wuzhai-2022-zbf26.10] what is found wrong', () => {
  const finding = {
    number: '改-1',
    project: '信-1',
    violation: 'changed',
    finding: '没有按批复建设接口',
    remedyBy: '2023-03-20',
  }
  const ordered = () =>
    caseOf(
      act(caseOf(open('sanctioning', BUREAU, '2023-03-01', finding)), BUREAU, '2023-03-01', 'order', {
        receiver: 'water',
      }),
    )
  const suspended = () => caseOf(act(ordered(), BUREAU, '2023-03-21', 'suspend'))

  it('is put right by a day, then money is stopped, then the project ends', () => {
    const early = act(ordered(), BUREAU, '2023-03-20', 'suspend')
    expect(early.kind).toBe('refused')
    const stopped = act(ordered(), BUREAU, '2023-03-21', 'suspend')
    expect(stopped.kind === 'done' && stopped.effects).toContainEqual({ kind: 'paper', paper: 'suspension' })
    expect(act(ordered(), BUREAU, '2023-03-21', 'terminate').kind).toBe('refused')
    const ended = caseOf(act(suspended(), BUREAU, '2023-06-01', 'terminate'))
    expect(ended.state).toBe('terminated')
    expect(caseOf(act(suspended(), BUREAU, '2023-06-01', 'resume')).state).toBe('resolved')
  })

  it('is looked at by another than who reported it', () => {
    const reported = caseOf(act(ordered(), OWN, '2023-03-10', 'report', { remedy: '已补建' }))
    const himself = act(reported, BUREAU, '2023-03-11', 'resolve', {}, { as: OWN })
    expect(refusalsOf(himself)[0]).toContain('另一人')
    expect(caseOf(act(reported, BUREAU, '2023-03-11', 'resolve')).state).toBe('resolved')
  })

  it('keeps money back while it is suspended or ended, and ends the project', () => {
    expect(paying.lookups['sanctionsFound']).toMatchObject({
      where: { project: 'project' },
      states: ['suspended', 'terminated'],
    })
    expect(paying.states['asked']?.on['pay']?.gates).toContain('not-suspended')
    const end = (terminationsFound: readonly Input[]) =>
      act(upTo('fileSupervision'), BUREAU, '2023-06-02', 'terminate', {}, { facts: { terminationsFound } })
    expect(end([]).kind).toBe('refused')
    expect(caseOf(end([{ number: '改-1' }])).state).toBe('terminated')
  })
})

describe('the self-evaluation of a project', () => {
  const evaluation = {
    number: '评-1',
    project: '信-1',
    year: '2022',
    finishedOn: '2023-01-10',
    support: '稳定',
    satisfaction: '满意',
    improvement: '缩短',
    sustainability: '可扩展',
    safety: '可靠',
    conclusion: '达到预期',
  }
  const begin = (starts: 'year-end' | 'finished' | null) => {
    const value = { from: '2022-08-02', value: starts ?? 'finished', basis: null }
    const parameters: Parameters =
      starts === null ? {} : { [filingStarts.id]: withValue(filingStarts, value) }
    return open('evaluating', OWN, '2023-01-11', evaluation, { parameters })
  }

  it('is filed within five working days from when the county says, which the notice leaves open', () => {
    const due = (starts: 'year-end' | 'finished') => limitsOf(caseOf(begin(starts)))[0]?.legal
    expect(due('finished')).toMatchObject({ due: '2023-01-17' })
    expect(due('year-end')).toMatchObject({ due: '2023-01-09' })
    expect(refusalsOf(begin(null))[0]).toContain('自评价报告备案的5个工作日起算')
  })
})
