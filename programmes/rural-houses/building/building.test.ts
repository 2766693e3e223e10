import { type Case, isMissed } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Around, actingIn, caseOf, refusalsOf } from '../../acting.test-support.ts'
import { ruralHouses } from '../index.ts'
import { buildingNotice } from '../notices.ts'
import { building } from './building.ts'
import { remarksOn } from './building-figures.ts'
import { filingByPlan, filingByStart, modeOf, partiesEligible } from './building-rules.ts'
import { contractorKinds } from './contractors.ts'
import { classifying } from './house-register.ts'
import { consequences, consequenceTable, violationKinds } from './violations.ts'

const { open, act, limitOf } = actingIn(ruralHouses)
const good = (kind: string) => [{ kind, standing: 'good' }]
const eligible = {
  designers: good('titled'),
  constructors: good('association'),
  supervisors: good('craftsman'),
}

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

const received = (more = {}) => caseOf(open('building', 'township', '2021-08-10', { ...house, ...more }))
const register = (day: string, more = {}, around: Around = {}, before = received()) => {
  const input = { ...registration, ...more }
  return act(before, 'township', day, 'register', input, { facts: eligible, materials, ...around })
}
const registered = caseOf(register('2021-09-01'))
const built = caseOf(act(registered, 'township', '2021-10-01', 'start', { startedOn: '2021-10-01' }))
const accept = (day: string, tookPart = ['designer', 'constructor', 'supervisor']) =>
  act(built, 'township', day, 'accept', { acceptedOn: '2022-05-10', tookPart })

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
    expect(register('2021-09-01', {}, {}, large).kind).toBe('refused')
    expect(act(received(), 'township', '2021-09-01', 'pass').kind).toBe('refused')
    const passed = caseOf(act(large, 'township', '2021-09-01', 'pass'))
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
      expect(register('2021-09-01', {}, { materials: others }).kind, missing).toBe('refused')
    }
  })

  it('with contracts that say how long it is under warranty and who is liable', () => {
    for (const field of ['constructionWarranty', 'supervisionWarranty']) {
      expect(register('2021-09-01', { [field]: undefined }).kind, field).toBe('refused')
    }
    for (const field of ['isConstructionLiabilitySaid', 'isSupervisionLiabilitySaid']) {
      expect(register('2021-09-01', { [field]: false }).kind, field).toBe('refused')
    }
  })

  it('thirty days before: one that is later is taken and marked', () => {
    const filed = (today: string) => filingByPlan.compute({ today, plannedStart: '2021-10-01' }, today)
    expect(filed('2021-09-01').value).toBe('inTime')
    expect(filed('2021-09-02').value).toBe('late')
    expect(filed('2021-10-02').reasons[0]?.wanted).toBe('开工以后才登记')
    expect(registered.data).toMatchObject({ filing: 'inTime', registeredOn: '2021-09-01' })
    const late = caseOf(register('2021-09-02'))
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
  it('of the acceptance, whenever that was entered', () => {
    for (const enteredOn of ['2022-05-10', '2022-05-20']) {
      expect(limitOf(caseOf(accept(enteredOn)), 'archive').legal).toMatchObject({ due: '2022-06-09' })
    }
  })

  it('and is late from the day after on', () => {
    const limit = limitOf(caseOf(accept('2022-05-10')), 'archive')
    expect(isMissed(limit, '2022-06-09T23:00:00+08:00')).toBe(false)
    expect(isMissed(limit, '2022-06-10T00:00:00+08:00')).toBe(true)
  })

  it('with designer, builder and supervisor at the acceptance, and the form in the archive', () => {
    for (const missing of ['designer', 'constructor', 'supervisor']) {
      const tookPart = ['designer', 'constructor', 'supervisor'].filter((id) => id !== missing)
      expect(accept('2022-05-10', tookPart).kind).toBe('refused')
    }
    const accepted = caseOf(accept('2022-05-10'))
    const archive = (around: Around) =>
      act(accepted, 'township', '2022-05-12', 'archive', { archiveNumber: '档-1' }, around)
    expect(archive({}).kind).toBe('refused')
    expect(caseOf(archive({ materials: ['acceptance-form'] })).state).toBe('archived')
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
    expect(refusalsOf(register('2021-09-01', {}, { facts }))[0]).toContain('个人不能承揽施工')
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
        const current = caseOf(register('2021-09-01', input))
        expect(remarksOn(current).length > 0).toBe(constructionParty === supervisor)
      }),
    )
  })
})

describe('[wutai-2021-zbf50.6] what is wrong', () => {
  const found = (violationKind: string) => {
    const problem = {
      number: '问-1',
      place: '上河村北坡',
      violationKind,
      foundOn: '2021-11-01',
      facts: '未按图施工',
    }
    return caseOf(open('violation', 'township', '2021-11-01', problem))
  }
  const order = (violationKind: string) =>
    act(found(violationKind), 'township', '2021-11-02', 'order', { mendBy: '2021-11-30' })

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
    const ordered = caseOf(order('off-drawings'))
    expect(ordered.data).toMatchObject({ consequence: 'stop' })
    const prosecute = (day: string) => act(ordered, 'township', day, 'prosecute', { receiver: '县住建局' })
    expect(prosecute('2021-11-30').kind).toBe('refused')
    expect(caseOf(prosecute('2021-12-01')).state).toBe('handed')
  })

  it('of other houses is stopped and handed to the housing bureau', () => {
    expect(order('class-two').kind).toBe('refused')
    const input = { stopping: '当日停工', receiver: '县住房和城乡建设管理局' }
    const handed = act(found('class-two'), 'township', '2021-11-02', 'hand', input)
    expect(caseOf(handed).state).toBe('handed')
  })
})

it('[wutai-2021-zbf50.7] who took part in unlawful building is blacklisted, and marked where it takes part again', () => {
  const input = { number: '名-2', unitName: '丰禾农房建设公司', person: '许望川', kind: 'association' }
  const listed = caseOf(open('contractor', 'housing', '2021-08-05', input))
  expect(listed.data).toMatchObject({ standing: 'good' })
  const found = { unlawfulBuilding: '河滩违建', decision: '建罚〔2021〕3号', blacklistedOn: '2021-08-20' }
  const black = caseOf(act(listed, 'housing', '2021-08-20', 'blacklist', found))
  expect(black).toMatchObject({ state: 'blacklisted', data: { standing: 'blacklisted' } })
  const facts = { ...eligible, constructors: [{ kind: 'association', standing: 'blacklisted' }] }
  const current = caseOf(register('2021-09-01', {}, { facts }))
  expect(current.data).toMatchObject({ partyFlag: 'found' })
  expect(remarksOn(current)).toEqual(['有参建方在黑名单中'])
})

it('[wutai-2021-zbf50.8] the use of a house is not changed before it was appraised', () => {
  const input = { number: '改-1', owner: '苗得雨', place: '上河村', from: '自住', to: '民宿' }
  const proposed = caseOf(open('use-change', 'township', '2021-09-01', input))
  const agree = (before: Case) => act(before, 'township', '2021-09-02', 'agree', { opinion: '同意' })
  const appraised = (result: string) => {
    const appraisal = { institute: '衡正鉴定公司', report: '鉴-1', appraisedOn: '2021-09-02', result }
    return caseOf(act(proposed, 'township', '2021-09-02', 'appraise', appraisal))
  }
  expect(refusalsOf(agree(proposed))[0]).toContain('实际没有技术鉴定')
  expect(agree(appraised('unfit')).kind).toBe('refused')
  const application = { authority: '县自然资源局', appliedOn: '2021-09-02' }
  const applied = act(caseOf(agree(appraised('fit'))), 'township', '2021-09-02', 'apply', application)
  expect(caseOf(applied).state).toBe('applied')
})
