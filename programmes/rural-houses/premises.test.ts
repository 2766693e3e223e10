import { type Case, isMissed, type Outcome, unitNamed, unitTree } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { type Around, actingIn, caseOf } from '../acting.test-support.ts'
import { crediting, credits } from './credit.ts'
import { hazards, reporting } from './hazards.ts'
import { ruralHouses } from './index.ts'
import { premisesNotice, premisesValidity } from './notices.ts'
import { undertakings } from './premises.ts'
import { daysWaited } from './premises-figures.ts'
import { completionPassed, promiseComplete } from './premises-rules.ts'
import { registration } from './registration.ts'

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('bureau', '县行政审批服务管理局', 'government'),
  unitNamed('east', '东镇人民政府', 'government'),
  unitNamed('east-village', '上河村民委员会', 'east'),
  unitNamed('west', '西乡人民政府', 'government'),
])
const BUREAU = 'approval-bureau'
const { open, act, count, limitOf } = actingIn(ruralHouses, {
  units,
  unitOf: { [BUREAU]: 'bureau', township: 'east', village: 'east-village', enforcer: 'government' },
})

const subject = {
  number: '经-1',
  subject: '上河农家小院',
  operator: '苗得雨',
  business: '餐饮服务',
  township: 'east',
  village: '上河村',
  place: '上河村三街12号',
  completion: 'passed',
}
const declared = {
  promises: Object.keys(undertakings),
  zone: '一层东侧两间',
  area: '86.5',
}
const materials = ['promise', 'sketch']

const received = (input: object = {}) =>
  caseOf(open('registration', BUREAU, '2021-08-02', { ...subject, ...input }))
const register = (before: Case, more = {}, around: Around = {}) => {
  const given = { facts: { acceptedHouses: [] }, materials, ...around }
  return act(before, BUREAU, '2021-08-02', 'register', { ...declared, ...more }, given)
}
const push = (before: Case, day: string, name = 'push') => act(before, BUREAU, day, name)
const finding = { checkedOn: '2021-09-30', unmet: ['unsafe'], finding: '后墙开裂', stopping: '当日停业' }
const fail = (day: string, around: Around = {}) => act(pushed, 'township', day, 'fail', finding, around)
const registered = caseOf(register(received()))
const pushed = caseOf(push(registered, '2021-08-03'))
const codes = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.issues.map(({ code }) => code) : [])

describe('[wutai-2021-zbf49.1] premises are registered', () => {
  it('only with the promise and the sketch', () => {
    for (const missing of materials) {
      const others = materials.filter((id) => id !== missing)
      expect(codes(register(received(), {}, { materials: others }))).toEqual(['material-missing'])
    }
    expect(registered.state).toBe('registered')
  })

  it('only where the sketch shows zone and area, and the promise says all three things', () => {
    for (const missing of ['zone', 'area'] as const) {
      expect(codes(register(received(), { [missing]: undefined }))).toEqual(['field-missing'])
    }
    expect(register(received(), { area: '0' }).kind).toBe('refused')
    for (const missing of declared.promises) {
      const promises = declared.promises.filter((id) => id !== missing)
      expect(promiseComplete.judge({ promises }, '2021-08-02').outcome).toBe('no')
    }
  })
})

it('[wutai-2021-zbf49.2] a house whose completion was not accepted is not registered as premises', () => {
  const judged = (completion: string) =>
    completionPassed.judge({ completion, acceptedHouses: [] }, '2021-08-02').outcome
  expect([judged('passed'), judged('failed'), judged('none')]).toEqual(['yes', 'no', 'no'])
  for (const completion of ['failed', 'none']) {
    const outcome = register(received({ completion }))
    expect(outcome).toMatchObject({ kind: 'refused', issues: [{ basis: { lines: [1018, 1018] } }] })
  }
  // What is told of a house does not help where the register of building knows better.
  const claimed = received({ house: '房-1' })
  expect(register(claimed).kind).toBe('refused')
  expect(register(claimed, {}, { facts: { acceptedHouses: [{ number: '房-1' }] } }).kind).toBe('done')
})

describe('[wutai-2021-zbf49.3] what was registered goes to the township', () => {
  it('in which the house stands, which alone checks it', () => {
    expect(pushed).toMatchObject({ state: 'pushed', unit: 'east', sender: 'bureau' })
    expect(codes(fail('2021-08-05', { unit: 'west' }))).toEqual(['not-allowed'])
    expect(fail('2021-08-05').kind).toBe('done')
  })

  it('by platform or by letter, and back where it lies elsewhere', () => {
    const letter = push(registered, '2021-08-03', 'write')
    expect(letter).toMatchObject({ kind: 'done', case: { unit: 'east' } })
    expect(letter.kind === 'done' && letter.effects).toContainEqual({ kind: 'paper', paper: 'letter' })
    const back = caseOf(act(pushed, 'township', '2021-08-04', 'elsewhere', {}, { reason: '房屋在西乡' }))
    expect(back).toMatchObject({ state: 'registered', unit: 'bureau' })
    const why = { reason: '地址填错' }
    const put = caseOf(act(back, BUREAU, '2021-08-04', 'relocate', { township: 'west' }, why))
    expect(caseOf(push(put, '2021-08-04'))).toMatchObject({ unit: 'west' })
  })
})

describe('[wutai-2021-zbf49.4] the township’s report', () => {
  const reported = caseOf(fail('2021-09-30'))
  const notify = (day: string, changeBy: string) => act(reported, BUREAU, day, 'notify', { changeBy })
  it('is answered within three working days, which leave out the holidays between', () => {
    // 1 to 7 October 2021 are off, 9 October is worked: 8, 9 and 11 October count.
    expect(limitOf(reported, 'notify').legal).toMatchObject({ kind: 'due', due: '2021-10-11' })
    const plain = caseOf(fail('2021-08-09'))
    expect(limitOf(plain, 'notify').legal).toMatchObject({ kind: 'due', due: '2021-08-12' })
  })

  it('is late from the day after on, and no longer once the notice is given', () => {
    expect(isMissed(limitOf(reported, 'notify'), '2021-10-11T23:59:00+08:00')).toBe(false)
    expect(isMissed(limitOf(reported, 'notify'), '2021-10-12T00:00:00+08:00')).toBe(true)
    const inTime = limitOf(caseOf(notify('2021-10-11', '2021-11-10')), 'notify')
    const late = limitOf(caseOf(notify('2021-10-12', '2021-11-10')), 'notify')
    expect([
      isMissed(inTime, '2021-12-01T00:00:00+08:00'),
      isMissed(late, '2021-12-01T00:00:00+08:00'),
    ]).toEqual([false, true])
  })

  it('leads to a change by a day that is to come, and to what the law has where it passes', () => {
    expect(codes(notify('2021-10-11', '2021-10-11'))).toHaveLength(1)
    const ordered = caseOf(notify('2021-10-11', '2021-10-12'))
    const handle = (day: string) => act(ordered, BUREAU, day, 'handle', { handling: '移送查处' })
    expect(handle('2021-10-12').kind).toBe('refused')
    expect(caseOf(handle('2021-10-13')).state).toBe('handled')
  })
})

it('[wutai-2021-zbf49.5] unlawful business is entered on the credit record by who dealt with it, and made public', () => {
  const entry = {
    number: '信-1',
    subject: '石门民宿',
    person: '许望川',
    act: '在责令停止后继续接待',
    decision: '市监罚决〔2021〕7号',
    body: 'government',
    decidedOn: '2021-10-28',
  }
  expect(credits.fields.safeParse(entry).success).toBe(true)
  const entered = caseOf(open('crediting', 'enforcer', '2021-11-01', entry))
  const publication = { ground: '企业信息公示暂行条例', shownUntil: '2022-11-01' }
  const shown = act(entered, 'enforcer', '2021-11-02', 'publish', publication)
  expect(shown).toMatchObject({ kind: 'done', case: { state: 'published' } })
  expect(crediting.states.published.disclosure?.shows).toEqual(['subject', 'act', 'decision', 'decidedOn'])
})

it('[wutai-2021-zbf49.6] the measures are in force for three years from their day of issue, and say so', () => {
  expect(premisesValidity).toMatchObject({ validFrom: '2021-07-19', validTo: '2024-07-19' })
  for (const { validTo } of [registration, reporting, crediting]) expect(validTo).toBe('2024-07-19')
  expect(ruralHouses.open.map((question) => 'basis' in question && question.basis)).toContainEqual(
    premisesNotice.lines(1034),
  )
})

it('[wutai-2021-zbf49.7] what a village reports waits with its township, and with no other', () => {
  const input = {
    number: '患-1',
    village: '上河村',
    place: '上河村三街12号后厨',
    foundOn: '2021-10-11',
    hazard: '液化气瓶放在灶台旁',
    measures: '当场移到室外',
  }
  expect(hazards.fields.safeParse({ ...input, measures: undefined }).success).toBe(false)
  const reported = caseOf(open('hazard-report', 'village', '2021-10-11', input))
  expect(reporting.states.reported).not.toHaveProperty('rests')
  const disposal = { disposedOn: '2021-10-12', disposal: '已建气瓶间' }
  const dispose = (unit: string) => act(reported, 'township', '2021-10-12', 'dispose', disposal, { unit })
  expect(dispose('west').kind).toBe('refused')
  expect(dispose('east')).toMatchObject({ kind: 'done', case: { state: 'disposed' } })
})

describe('[wutai-2021-zbf49.8] push and check', () => {
  it('have no limit, and say so', () => {
    const starts = Object.values(registration.limits).map((limit) => limit.starts)
    expect(starts).toEqual(['fail', 'notify'])
    expect(registration.open?.filter(({ says }) => says.includes('只计已用的天数'))).toHaveLength(2)
  })

  it('show the days that they have taken', () => {
    expect(daysWaited(registered, '2021-08-02')).toMatchObject({ days: 0 })
    expect(daysWaited(pushed, '2021-09-03')).toMatchObject({ days: 31, since: '2021-08-03' })
    const checked = caseOf(fail('2021-08-09'))
    expect(daysWaited(checked, '2021-09-03')).toBeNull()
    const counted = count('waiting', '2021-09-03', [registered, pushed, checked])
    expect(counted.isMet).toBeNull()
    expect(counted.findings.map(({ message }) => message)).toEqual([
      '自2021-08-02登记后还没有推送，已32天。',
      '自2021-08-03推送后还没有核查，已31天。',
    ])
  })
})
