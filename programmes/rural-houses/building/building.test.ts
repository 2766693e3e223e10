import {
  type Action,
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  isMissed,
  officialCalendar,
  openCase,
  type Procedure,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruralHouses } from '../index.ts'
import { buildingNotice } from '../notices.ts'
import { building } from './building.ts'
import { remarksOn } from './building-figures.ts'
import { filingByPlan, filingByStart, modeOf, partiesEligible } from './building-rules.ts'
import { contractorKinds, keeping } from './contractors.ts'
import { classifying } from './house-register.ts'
import { changingUse } from './use-change.ts'
import { consequences, consequenceTable, correcting, violationKinds } from './violations.ts'

const calendar = officialCalendar()
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('housing', '县住房和城乡建设管理局', 'government'),
  unitNamed('east', '东镇人民政府', 'government'),
])
const person = (role: string, unit: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit, from: null, until: null }],
})
const people = { township: person('township', 'east'), housing: person('housing', 'housing') }
const good = (kind: string) => [{ kind, standing: 'good' }]
const eligible = {
  designers: good('titled'),
  constructors: good('association'),
  supervisors: good('craftsman'),
}
const at = (day: string, facts: Context['facts'] = eligible): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: ruralHouses,
  parameters: {},
  facts,
})

const house = {
  number: '房-1',
  owner: '苗得雨',
  village: '上河村',
  place: '上河村北坡',
  work: 'new',
  builtBy: 'farmer',
  purpose: 'own',
  area: '300',
  storeys: 2,
  span: '5.99',
  landApproval: '宅批〔2021〕7号',
  planningPermit: '乡字7号',
}
const registration = {
  designer: '名-1',
  constructionParty: '名-2',
  supervisor: '名-3',
  constructionWarranty: '五年',
  isConstructionLiabilitySaid: true,
  supervisionWarranty: '五年',
  isSupervisionLiabilitySaid: true,
  plannedStart: '2021-10-01',
}
const materials = ['drawings', 'construction-contract', 'supervision-contract', 'registration-form']

function doneOf(outcome: ReturnType<typeof transition>): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
const open = (procedure: Procedure, by: Actor, input: Readonly<Record<string, unknown>>, day: string) =>
  doneOf(
    openCase(
      procedure,
      { id: 'case', county: 'wutai', unit: by.posts[0]?.unit ?? '', owner: null },
      { by, input },
      at(day),
    ),
  )
const received = (more = {}) => open(building, people.township, { ...house, ...more }, '2021-08-10')
const registering = (more = {}, given = materials): Action => ({
  name: 'register',
  by: people.township,
  input: { ...registration, ...more },
  materials: given,
})
const act = (current: Case, action: Action, day: string, facts: Context['facts'] = eligible) =>
  transition(building, current, action, at(day, facts))
const registered = doneOf(act(received(), registering(), '2021-09-01'))
const accept: Action = {
  name: 'accept',
  by: people.township,
  input: { acceptedOn: '2022-05-10', tookPart: ['designer', 'constructor', 'supervisor'] },
}
const built = doneOf(
  act(registered, { name: 'start', by: people.township, input: { startedOn: '2021-10-01' } }, '2021-10-01'),
)

describe('[wutai-2021-zbf50.1] a house is small', () => {
  const classOf = (more = {}) => classifying.compute({ ...house, ...more }, '2021-08-10').value

  it('up to 300 square metres and two storeys, below six metres of span, for the uses that are named', () => {
    expect(classOf()).toBe('one')
    expect([classOf({ area: '300' }), classOf({ area: '300.01' })]).toEqual(['one', 'two'])
    expect([classOf({ storeys: 1 }), classOf({ storeys: 2 }), classOf({ storeys: 3 })]).toEqual([
      'one',
      'one',
      'two',
    ])
    expect([classOf({ span: '5.99' }), classOf({ span: '6' }), classOf({ span: '6.0' })]).toEqual([
      'one',
      'two',
      'two',
    ])
    for (const purpose of ['office', 'police', 'clinic', 'service', 'workshop']) {
      expect(classOf({ purpose, builtBy: 'collective' }), purpose).toBe('one')
      expect(classOf({ purpose }), purpose).toBe('two')
    }
    expect(classOf({ builtBy: 'other' })).toBe('two')
    expect(classOf({ builtBy: 'collective' })).toBe('two')
    expect(classOf({ purpose: 'other', builtBy: 'collective' })).toBe('two')
  })

  it('and says all that makes it another', () => {
    const { reasons } = classifying.compute({ ...house, area: '320', storeys: 3, span: '6' }, '2021-08-10')
    expect(reasons[0]?.wanted).toBe('建筑面积320平方米，超过300平方米；3层，超过两层；跨度6米，不小于6米')
  })

  it('and goes to the township, another to the housing bureau', () => {
    const large = received({ storeys: 3 })
    expect(act(large, registering(), '2021-09-01').kind).toBe('refused')
    expect(act(received(), { name: 'pass', by: people.township }, '2021-09-01').kind).toBe('refused')
    const passed = doneOf(act(large, { name: 'pass', by: people.township }, '2021-09-01'))
    expect(passed.state).toBe('unpermitted')
    expect(Object.values(building.states.unpermitted.on)[0]?.by).toEqual([
      { role: 'housing', reach: 'county' },
    ])
  })
})

describe('[wutai-2021-zbf50.2] a house is registered before it is begun', () => {
  it('with its drawings, both contracts and the form', () => {
    for (const missing of materials) {
      const others = materials.filter((id) => id !== missing)
      expect(act(received(), registering({}, others), '2021-09-01').kind, missing).toBe('refused')
    }
  })

  it('with contracts that say how long it is under warranty and who is liable', () => {
    for (const field of ['constructionWarranty', 'supervisionWarranty']) {
      expect(act(received(), registering({ [field]: undefined }), '2021-09-01').kind, field).toBe('refused')
    }
    for (const field of ['isConstructionLiabilitySaid', 'isSupervisionLiabilitySaid']) {
      expect(act(received(), registering({ [field]: false }), '2021-09-01').kind, field).toBe('refused')
    }
  })

  it('thirty days before: one that is later is taken and marked', () => {
    const filed = (today: string) => filingByPlan.compute({ today, plannedStart: '2021-10-01' }, today)
    expect(filed('2021-09-01').value).toBe('inTime')
    expect(filed('2021-09-02').value).toBe('late')
    expect(filed('2021-10-02').reasons[0]?.wanted).toBe('开工以后才登记')
    expect(registered.data).toMatchObject({ filing: 'inTime', registeredOn: '2021-09-01' })
    const late = doneOf(act(received(), registering(), '2021-09-02'))
    expect(late).toMatchObject({ state: 'registered', data: { filing: 'late' } })
    expect(remarksOn(late)).toEqual(['登记晚于规定'])
  })

  it('and marked, too, where it was begun before the day that was planned', () => {
    const begun = (startedOn: string) =>
      filingByStart.compute({ registeredOn: '2021-09-01', startedOn }, startedOn).value
    expect([begun('2021-10-01'), begun('2021-09-30')]).toEqual(['inTime', 'late'])
  })

  it('and the month that another clause has is shown as it is', () => {
    expect(ruralHouses.open.filter(({ kind }) => kind === 'conflict')).toContainEqual(
      expect.objectContaining({ bases: [buildingNotice.lines(1119, 1121), buildingNotice.lines(1155)] }),
    )
  })
})

describe('[wutai-2021-zbf50.3] what was accepted is archived within thirty days', () => {
  const limitOf = (current: Case) => {
    const limit = dueDatesOf(building, current, calendar).find((one) => one.limit === 'archive')
    if (limit === undefined) throw new Error('no limit')
    return limit
  }

  it('of the acceptance, whenever that was entered', () => {
    for (const enteredOn of ['2022-05-10', '2022-05-20']) {
      expect(limitOf(doneOf(act(built, accept, enteredOn))).legal).toMatchObject({ due: '2022-06-09' })
    }
  })

  it('and is late from the day after on', () => {
    const limit = limitOf(doneOf(act(built, accept, '2022-05-10')))
    expect(isMissed(limit, '2022-06-09T23:00:00+08:00')).toBe(false)
    expect(isMissed(limit, '2022-06-10T00:00:00+08:00')).toBe(true)
  })

  it('with designer, builder and supervisor at the acceptance, and the form in the archive', () => {
    for (const missing of ['designer', 'constructor', 'supervisor']) {
      const tookPart = ['designer', 'constructor', 'supervisor'].filter((id) => id !== missing)
      const input = { ...accept.input, tookPart }
      expect(act(built, { ...accept, input }, '2022-05-10').kind).toBe('refused')
    }
    const accepted = doneOf(act(built, accept, '2022-05-10'))
    const archive: Action = { name: 'archive', by: people.township, input: { archiveNumber: '档-1' } }
    expect(act(accepted, archive, '2022-05-12').kind).toBe('refused')
    expect(doneOf(act(accepted, { ...archive, materials: ['acceptance-form'] }, '2022-05-12')).state).toBe(
      'archived',
    )
  })
})

describe('[wutai-2021-zbf50.4] who takes part', () => {
  const judge = (more: Readonly<Record<string, unknown>>) =>
    partiesEligible.judge({ ...eligible, ...more }, '2021-09-01')

  it('is a unit or a person that is fit; a person does not build', () => {
    for (const kind of ['qualified', 'association']) {
      expect(judge({ constructors: good(kind) }).outcome, kind).toBe('yes')
    }
    for (const kind of ['registered', 'titled', 'craftsman']) {
      expect(judge({ constructors: good(kind) }).outcome, kind).toBe('no')
      expect(judge({ designers: good(kind), supervisors: good(kind) }).outcome, kind).toBe('yes')
    }
    expect(Object.keys(contractorKinds)).toHaveLength(6)
    for (const role of ['designers', 'constructors', 'supervisors']) {
      expect(judge({ [role]: good('none') }).outcome, role).toBe('no')
      expect(judge({ [role]: [] }).outcome, role).toBe('no')
    }
  })

  it('and nothing is registered where one of them is not', () => {
    const facts = { ...eligible, constructors: good('craftsman') }
    const outcome = act(received(), registering(), '2021-09-01', facts)
    expect(outcome.kind === 'refused' && outcome.issues[0]?.message).toContain('个人不能承揽施工')
  })
})

describe('[wutai-2021-zbf50.5] the work is taken on', () => {
  const taken = (designer: string, constructionParty: string, supervisor: string) =>
    modeOf.compute({ designer, constructionParty, supervisor }, '2021-09-01').value

  it('singly, or designed and built, or designed and supervised by one; the rest is marked', () => {
    expect(taken('a', 'b', 'c')).toBe('single')
    expect(taken('a', 'a', 'c')).toBe('design-build')
    expect(taken('a', 'b', 'a')).toBe('design-supervise')
    expect(taken('a', 'b', 'b')).toBe('build-supervise')
    expect(taken('a', 'a', 'a')).toBe('all')
  })

  it('and is registered in any form; building and supervising in one hand wants a look', () => {
    const name = fc.constantFrom('名-1', '名-2', '名-3')
    fc.assert(
      fc.property(name, name, name, (designer, constructionParty, supervisor) => {
        const input = { designer, constructionParty, supervisor }
        const current = doneOf(act(received(), registering(input), '2021-09-01'))
        expect(remarksOn(current).length > 0).toBe(constructionParty === supervisor)
      }),
    )
  })
})

describe('[wutai-2021-zbf50.6] what is wrong', () => {
  const found = (violationKind: string) =>
    open(
      correcting,
      people.township,
      { number: '问-1', place: '上河村北坡', violationKind, foundOn: '2021-11-01', facts: '未按图施工' },
      '2021-11-01',
    )
  const take = (current: Case, action: Action, day: string) =>
    transition(correcting, current, action, at(day))

  it('has its consequence: six kinds stop the work, three of who builds are ordered to be put right', () => {
    const byConsequence = Map.groupBy(
      Object.keys(violationKinds),
      (violationKind) => consequenceTable.compute({ violationKind }, '2021-11-01').value,
    )
    expect([...byConsequence].map(([consequence, kinds]) => [consequence, kinds.length])).toEqual([
      ['stop', 6],
      ['educate', 3],
      ['hand', 1],
      ['report', 1],
    ])
    expect(consequences.stop).toBe('责令停工，限期整改')
    expect(
      consequenceTable.compute({ violationKind: 'unregistered' }, '2021-11-01').reasons[0]?.basis,
    ).toEqual(buildingNotice.lines(1225, 1233))
  })

  it('is put right by a day, or handed on after it', () => {
    const current = found('off-drawings')
    const order: Action = { name: 'order', by: people.township, input: { mendBy: '2021-11-30' } }
    const ordered = doneOf(take(current, order, '2021-11-02'))
    expect(ordered.data).toMatchObject({ consequence: 'stop' })
    const prosecute: Action = { name: 'prosecute', by: people.township, input: { receiver: '县住建局' } }
    expect(take(ordered, prosecute, '2021-11-30').kind).toBe('refused')
    expect(doneOf(take(ordered, prosecute, '2021-12-01')).state).toBe('handed')
  })

  it('of other houses is stopped and handed to the housing bureau', () => {
    const current = found('class-two')
    const order: Action = { name: 'order', by: people.township, input: { mendBy: '2021-11-30' } }
    expect(take(current, order, '2021-11-02').kind).toBe('refused')
    const input = { stopping: '当日停工', receiver: '县住房和城乡建设管理局' }
    expect(doneOf(take(current, { name: 'hand', by: people.township, input }, '2021-11-02')).state).toBe(
      'handed',
    )
  })
})

it('[wutai-2021-zbf50.7] who took part in unlawful building is blacklisted, and marked where it takes part again', () => {
  const input = { number: '名-2', unitName: '丰禾农房建设公司', person: '许望川', kind: 'association' }
  const listed = open(keeping, people.housing, input, '2021-08-05')
  expect(listed.data).toMatchObject({ standing: 'good' })
  const blacklist: Action = {
    name: 'blacklist',
    by: people.housing,
    input: { unlawfulBuilding: '河滩违建', decision: '建罚〔2021〕3号', blacklistedOn: '2021-08-20' },
  }
  const black = doneOf(transition(keeping, listed, blacklist, at('2021-08-20')))
  expect(black).toMatchObject({ state: 'blacklisted', data: { standing: 'blacklisted' } })
  const facts = { ...eligible, constructors: [{ kind: 'association', standing: 'blacklisted' }] }
  const current = doneOf(act(received(), registering(), '2021-09-01', facts))
  expect(current.data).toMatchObject({ partyFlag: 'found' })
  expect(remarksOn(current)).toEqual(['有参建方在黑名单中'])
})

it('[wutai-2021-zbf50.8] the use of a house is not changed before it was appraised', () => {
  const input = { number: '改-1', owner: '苗得雨', place: '上河村', from: '自住', to: '民宿' }
  const proposed = open(changingUse, people.township, input, '2021-09-01')
  const take = (current: Case, action: Action) => transition(changingUse, current, action, at('2021-09-02'))
  const agree: Action = { name: 'agree', by: people.township, input: { opinion: '同意' } }
  const appraised = (result: string) =>
    doneOf(
      take(proposed, {
        name: 'appraise',
        by: people.township,
        input: { institute: '衡正鉴定公司', report: '鉴-1', appraisedOn: '2021-09-02', result },
      }),
    )
  expect(take(proposed, agree)).toMatchObject({
    kind: 'refused',
    issues: [{ message: expect.stringContaining('实际没有技术鉴定') }],
  })
  expect(take(appraised('unfit'), agree).kind).toBe('refused')
  const agreed = doneOf(take(appraised('fit'), agree))
  const apply = {
    name: 'apply',
    by: people.township,
    input: { authority: '县自然资源局', appliedOn: '2021-09-02' },
  }
  expect(doneOf(take(agreed, apply)).state).toBe('applied')
})
