import {
  type Actor,
  type Case,
  type Context,
  evaluateIndicator,
  officialCalendar,
  openCase,
  type Procedure,
  transition,
  unitNamed,
  unitTree,
  validate,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { crossRegionServices } from './index.ts'
import { complaining, crediting, intake, mending, publishing } from './procedures.ts'
import { agreements } from './registers.ts'
import {
  crossProvinceCount,
  gapsOf,
  materialsToAsk,
  placeForTester,
  postageOf,
  servicesWithin,
  wholeProvinceCount,
} from './rules.ts'

const units = unitTree([unitNamed('government', '县人民政府', null)])
const person = (role: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit: 'government', from: null, until: null }],
})
const at = (now: string): Context => ({
  now,
  calendar: officialCalendar(),
  units,
  programme: crossRegionServices,
  parameters: {},
  facts: {},
})

function opened(procedure: Procedure, by: string, input: Readonly<Record<string, unknown>>) {
  const whose = { id: 'one', county: 'wutai', unit: 'government', owner: null }
  return openCase(procedure, whose, { by: person(by), input }, at('2021-10-11T09:00:00+08:00'))
}

function caseOf(outcome: ReturnType<typeof openCase>): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

function step(
  procedure: Procedure,
  before: Case,
  name: string,
  by: string,
  input: Readonly<Record<string, unknown>> = {},
  reason = '',
) {
  return transition(
    procedure,
    before,
    { name, by: person(by), input, reason },
    at('2021-10-12T09:00:00+08:00'),
  )
}

const service = {
  number: '通-3',
  name: '婚姻登记',
  scope: 'cross-province',
  source: 'state',
  mode: 'joint',
  isPartnered: true,
}
const elements = {
  conditions: '一方有本地户籍',
  application: '线上',
  intake: '窗口',
  review: '属地审核',
  limit: '当场',
  delivery: '现场',
  fees: '不收费',
}
const unified = {
  unifiedName: true,
  unifiedMaterials: true,
  unifiedPoints: true,
  unifiedFlow: true,
  unifiedLimit: true,
}

it('[wutai-2021-zbf63.1] what is done across provinces is done across this one; both are counted against 140 and 70', () => {
  const all = [
    { name: '甲', scope: 'cross-province' },
    { name: '乙', scope: 'whole-province' },
    { name: '丙', scope: 'regional' },
  ] as const
  expect(servicesWithin(all, 'whole-province').map(({ name }) => name)).toEqual(['甲', '乙'])
  expect(servicesWithin(all, 'cross-province').map(({ name }) => name)).toEqual(['甲'])
  expect(evaluateIndicator(crossProvinceCount, '2021', '139', '2021-12-31').outcome).toBe('no')
  expect(evaluateIndicator(crossProvinceCount, '2021', '140', '2021-12-31').outcome).toBe('yes')
  expect(evaluateIndicator(wholeProvinceCount, '2021', '69', '2021-12-31').outcome).toBe('no')
  expect(evaluateIndicator(wholeProvinceCount, '2021', '70', '2021-12-31').outcome).toBe('yes')
})

it('[wutai-2021-zbf63.2] a service is not published before its seven elements and five points are there; gaps are listed', () => {
  expect(gapsOf({ ...elements, ...unified })).toEqual([])
  for (const name of Object.keys(elements))
    expect(gapsOf({ ...elements, ...unified, [name]: '' })).toHaveLength(1)
  for (const name of Object.keys(unified))
    expect(gapsOf({ ...elements, ...unified, [name]: false })).toHaveLength(1)
  const bare = caseOf(opened(publishing, 'approval-bureau', service))
  const refused = step(publishing, bare, 'publish', 'approval-bureau')
  expect(refused.kind === 'refused' && refused.issues[0]?.message).toContain('缺申请条件、申报方式、受理模式')
  const full = step(publishing, bare, 'complete', 'approval-bureau', { ...elements, ...unified })
  expect(step(publishing, caseOf(full), 'publish', 'approval-bureau')).toMatchObject({ kind: 'done' })
})

const material = (name: string, isShared: boolean, hasLicence: boolean, isGiven = false) => ({
  material: name,
  isShared,
  hasLicence,
  isGiven,
})

it('[wutai-2021-zbf63.3] asks for no paper that is shared or that an e-licence gives, and says why', () => {
  const { asked, waived } = materialsToAsk([
    material('身份证', false, true),
    material('婚姻登记证明', true, false),
    material('申请书', false, false),
  ])
  expect(asked).toEqual(['申请书'])
  expect(waived).toEqual([
    { material: '身份证', because: '能够提供电子证照，免于提交实体证照' },
    { material: '婚姻登记证明', because: '政府部门核发的材料，能够共享查询、核验，免于提交' },
  ])
})

const application = {
  number: '收-1',
  service: '通-3',
  applicant: '苗得雨',
  contact: '13800005678',
  takenAt: '邻市政务大厅',
  decidedBy: '县民政局',
  deliverTo: 'outside',
  required: [material('申请书', false, false, true)],
}

it('[wutai-2021-zbf63.4] what the counter took in goes home to be decided and comes back, each step with its time', () => {
  const taken = opened(intake, 'partner', application)
  const forwarded = step(intake, caseOf(taken), 'forward', 'partner', { isByVideo: true })
  const granted = step(intake, caseOf(forwarded), 'grant', 'department', { result: '民〔2021〕8号' })
  const delivered = step(intake, caseOf(granted), 'deliver', 'partner', { deliveredOn: '2021-10-12' })
  const events = [taken, forwarded, granted, delivered].map(
    (outcome) => outcome.kind === 'done' && outcome.event,
  )
  expect(events.map((event) => event && [event.action, event.by, event.at])).toEqual([
    ['opening', 'partner', '2021-10-11T09:00:00+08:00'],
    ['forward', 'partner', '2021-10-12T09:00:00+08:00'],
    ['grant', 'department', '2021-10-12T09:00:00+08:00'],
    ['deliver', 'partner', '2021-10-12T09:00:00+08:00'],
  ])
  const without = { ...application, required: [material('申请书', false, false)] }
  expect(opened(intake, 'partner', without)).toMatchObject({ kind: 'refused' })
})

it('[wutai-2021-zbf63.5] a service that is shared with another place changes only with its consent', () => {
  const whole = caseOf(opened(publishing, 'approval-bureau', { ...service, ...elements, ...unified }))
  const published = caseOf(step(publishing, whole, 'publish', 'approval-bureau'))
  const change = { ...elements, limit: '3个工作日' }
  expect(step(publishing, published, 'adjust', 'approval-bureau', change)).toMatchObject({
    kind: 'refused',
    issues: [{ basis: { lines: [809, 809] } }],
  })
  const agreed = { ...change, consent: '邻市函〔2021〕4号' }
  expect(step(publishing, published, 'adjust', 'approval-bureau', agreed)).toMatchObject({ kind: 'done' })
})

it('[wutai-2021-zbf63.6] an agreement names region, services, duties and how blame is shared', () => {
  const agreement = {
    number: '协-1',
    region: '邻市',
    duties: '互为代收',
    services: ['通-3'],
    responsibilities: '属地决定，收件地核对',
    connection: '专网对接',
    recognition: '电子证照互认',
    signedOn: '2021-11-01',
  }
  expect(validate(agreements.fields, agreement).kind).toBe('valid')
  for (const name of ['region', 'duties', 'services', 'responsibilities']) {
    expect(validate(agreements.fields, { ...agreement, [name]: undefined }).kind).toBe('invalid')
  }
})

it('[wutai-2021-zbf63.7] false papers undo the result and go on a credit file, each naming the other', () => {
  const steps = [
    ['forward', 'partner', { isByVideo: false }],
    ['grant', 'department', { result: '民〔2021〕8号' }],
    ['deliver', 'partner', { deliveredOn: '2021-10-12' }],
  ] as const
  const delivered = steps.reduce(
    (before, [name, by, input]) => caseOf(step(intake, before, name, by, input)),
    caseOf(opened(intake, 'partner', application)),
  )
  expect(step(intake, delivered, 'revoke', 'approval-bureau', {}, '伪造')).toMatchObject({ kind: 'refused' })
  const revoked = step(intake, delivered, 'revoke', 'approval-bureau', { creditEntry: '信-1' }, '证明系伪造')
  expect(revoked).toMatchObject({ kind: 'done', case: { state: 'revoked', data: { creditEntry: '信-1' } } })
  const entry = { number: '信-1', application: '收-1', subject: '苗得雨', fact: '证明系伪造' }
  const found = caseOf(opened(crediting, 'approval-bureau', entry))
  expect(step(crediting, found, 'enter', 'approval-bureau', { enteredOn: '2021-11-03' })).toMatchObject({
    kind: 'done',
    case: { state: 'entered', data: { application: '收-1' } },
  })
})

describe('[wutai-2021-zbf63.8] a complaint', () => {
  const complaint = {
    number: '诉-1',
    origin: 'hotline',
    content: '来回跑',
    unit: '县民政局',
    dueOn: '2021-10-20',
  }

  it('comes from the hotline or a bad rating, with the unit that answers and a day', () => {
    for (const origin of ['hotline', 'rating']) {
      expect(opened(complaining, 'approval-bureau', { ...complaint, origin })).toMatchObject({ kind: 'done' })
    }
    expect(opened(complaining, 'approval-bureau', { ...complaint, unit: '' })).toMatchObject({
      kind: 'refused',
    })
  })

  it('goes into a circular with its reason, and is closed after an answer', () => {
    const open = caseOf(opened(complaining, 'approval-bureau', complaint))
    const told = caseOf(step(complaining, open, 'circulate', 'approval-bureau', {}, '逾期未答复'))
    const answered = caseOf(step(complaining, told, 'answer', 'department', { answer: '已改为一次办' }))
    expect(step(complaining, answered, 'close', 'approval-bureau')).toMatchObject({ kind: 'done' })
  })
})

it('[wutai-2021-zbf63.9] ten testers at most; what they find becomes a task of a unit', () => {
  const testersNow = (length: number) => Array.from({ length }, (_, place) => ({ number: String(place) }))
  expect(placeForTester.judge({ testersNow: testersNow(9) }, '2021-10-11').outcome).toBe('yes')
  expect(placeForTester.judge({ testersNow: testersNow(10) }, '2021-10-11').outcome).toBe('no')
  const finding = { number: '问-1', tester: '聘-1', problem: '窗口无人', unit: '县政务服务中心' }
  const assigned = caseOf(opened(mending, 'approval-bureau', finding))
  expect(assigned.state).toBe('assigned')
  const mended = caseOf(step(mending, assigned, 'mend', 'department', { measures: ['加派一人'] }))
  expect(step(mending, mended, 'close', 'approval-bureau')).toMatchObject({ kind: 'done' })
})

it('[wutai-2021-zbf63.10] mail within the province is free; outside it is offered and no fee is invented', () => {
  expect(postageOf('inside').fee).toBe('0')
  expect(postageOf('outside')).toEqual({ fee: null, says: '支持跨省递送，费用由谁承担没有写明。' })
})
