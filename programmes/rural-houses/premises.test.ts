import {
  type Action,
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  isMissed,
  officialCalendar,
  openCase,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { crediting, credits } from './credit.ts'
import { hazards, reporting } from './hazards.ts'
import { ruralHouses } from './index.ts'
import { premisesNotice, premisesValidity } from './notices.ts'
import { undertakings } from './premises.ts'
import { daysWaited, premisesStocktakes } from './premises-figures.ts'
import { completionPassed, promiseComplete } from './premises-rules.ts'
import { registration } from './registration.ts'

const calendar = officialCalendar()
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('bureau', '县行政审批服务管理局', 'government'),
  unitNamed('east', '东镇人民政府', 'government'),
  unitNamed('east-village', '上河村民委员会', 'east'),
  unitNamed('west', '西乡人民政府', 'government'),
])
const person = (role: string, unit: string): Actor => ({
  id: `${role}-${unit}`,
  county: 'wutai',
  posts: [{ role, unit, from: null, until: null }],
})
const people = {
  bureau: person('approval-bureau', 'bureau'),
  east: person('township', 'east'),
  west: person('township', 'west'),
  village: person('village', 'east-village'),
  enforcer: person('enforcer', 'government'),
}
const at = (moment: string, accepted: readonly string[] = []): Context => ({
  now: `${moment.length === 10 ? `${moment}T09:00:00` : moment}+08:00`,
  calendar,
  units,
  programme: ruralHouses,
  parameters: {},
  facts: { acceptedHouses: accepted.map((number) => ({ number })) },
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

function received(input: Readonly<Record<string, unknown>> = {}): Case {
  const opened = { id: 'case', county: 'wutai', unit: 'bureau', owner: null }
  const outcome = openCase(
    registration,
    opened,
    { by: people.bureau, input: { ...subject, ...input } },
    at('2021-08-02'),
  )
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
const act = (current: Case, action: Action, moment: string) =>
  transition(registration, current, action, at(moment))
function after(current: Case, action: Action, moment: string): Case {
  const outcome = act(current, action, moment)
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
const codes = (outcome: ReturnType<typeof act>) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ code }) => code) : []

const register: Action = { name: 'register', by: people.bureau, input: declared, materials }
const push: Action = { name: 'push', by: people.bureau }
const fail: Action = {
  name: 'fail',
  by: people.east,
  input: { checkedOn: '2021-09-30', unmet: ['unsafe'], finding: '后墙开裂', stopping: '当日停业' },
}
const registered = after(received(), register, '2021-08-02')
const pushed = after(registered, push, '2021-08-03')

describe('[wutai-2021-zbf49.1] premises are registered', () => {
  it('only with the promise and the sketch', () => {
    for (const missing of materials) {
      const others = materials.filter((id) => id !== missing)
      expect(codes(act(received(), { ...register, materials: others }, '2021-08-02'))).toEqual([
        'material-missing',
      ])
    }
    expect(registered.state).toBe('registered')
  })

  it('only where the sketch shows zone and area, and the promise says all three things', () => {
    for (const missing of ['zone', 'area'] as const) {
      const { [missing]: _left, ...others } = declared
      expect(codes(act(received(), { ...register, input: others }, '2021-08-02'))).toEqual(['field-missing'])
    }
    expect(act(received(), { ...register, input: { ...declared, area: '0' } }, '2021-08-02').kind).toBe(
      'refused',
    )
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
    const outcome = act(received({ completion }), register, '2021-08-02')
    expect(outcome).toMatchObject({ kind: 'refused', issues: [{ basis: { lines: [1018, 1018] } }] })
  }
  // What is told of a house does not help where the register of building knows better.
  const claimed = received({ house: '房-1' })
  expect(act(claimed, register, '2021-08-02').kind).toBe('refused')
  expect(transition(registration, claimed, register, at('2021-08-02', ['房-1'])).kind).toBe('done')
})

describe('[wutai-2021-zbf49.3] what was registered goes to the township', () => {
  it('in which the house stands, which alone checks it', () => {
    expect(pushed).toMatchObject({ state: 'pushed', unit: 'east', sender: 'bureau' })
    expect(codes(act(pushed, { ...fail, by: people.west }, '2021-08-05'))).toEqual(['not-allowed'])
    expect(act(pushed, fail, '2021-08-05').kind).toBe('done')
  })

  it('by platform or by letter, and back where it lies elsewhere', () => {
    const letter = act(registered, { ...push, name: 'write' }, '2021-08-03')
    expect(letter).toMatchObject({ kind: 'done', case: { unit: 'east' } })
    expect(letter.kind === 'done' && letter.effects).toContainEqual({ kind: 'paper', paper: 'letter' })
    const back = after(pushed, { name: 'elsewhere', by: people.east, reason: '房屋在西乡' }, '2021-08-04')
    expect(back).toMatchObject({ state: 'registered', unit: 'bureau' })
    const input = { township: 'west' }
    const put = after(back, { name: 'relocate', by: people.bureau, input, reason: '地址填错' }, '2021-08-04')
    expect(after(put, push, '2021-08-04')).toMatchObject({ unit: 'west' })
  })
})

describe('[wutai-2021-zbf49.4] the township’s report', () => {
  const reported = after(pushed, fail, '2021-09-30')
  const limitOf = (current: Case) => {
    const limit = dueDatesOf(registration, current, calendar).find((one) => one.limit === 'notify')
    if (limit === undefined) throw new Error('no limit')
    return limit
  }

  it('is answered within three working days, which leave out the holidays between', () => {
    // 1 to 7 October 2021 are off, 9 October is worked: 8, 9 and 11 October count.
    expect(limitOf(reported).legal).toMatchObject({ kind: 'due', due: '2021-10-11' })
    const plain = after(pushed, { ...fail }, '2021-08-09')
    expect(limitOf(plain).legal).toMatchObject({ kind: 'due', due: '2021-08-12' })
  })

  it('is late from the day after on, and no longer once the notice is given', () => {
    expect(isMissed(limitOf(reported), '2021-10-11T23:59:00+08:00')).toBe(false)
    expect(isMissed(limitOf(reported), '2021-10-12T00:00:00+08:00')).toBe(true)
    const notify: Action = { name: 'notify', by: people.bureau, input: { changeBy: '2021-11-10' } }
    const inTime = limitOf(after(reported, notify, '2021-10-11'))
    const late = limitOf(after(reported, notify, '2021-10-12'))
    expect([
      isMissed(inTime, '2021-12-01T00:00:00+08:00'),
      isMissed(late, '2021-12-01T00:00:00+08:00'),
    ]).toEqual([false, true])
  })

  it('leads to a change by a day that is to come, and to what the law has where it passes', () => {
    const notify = (changeBy: string) =>
      act(reported, { name: 'notify', by: people.bureau, input: { changeBy } }, '2021-10-11')
    expect(codes(notify('2021-10-11'))).toHaveLength(1)
    const ordered = after(
      reported,
      { name: 'notify', by: people.bureau, input: { changeBy: '2021-10-12' } },
      '2021-10-11',
    )
    const handle: Action = { name: 'handle', by: people.bureau, input: { handling: '移送查处' } }
    expect(act(ordered, handle, '2021-10-12').kind).toBe('refused')
    expect(after(ordered, handle, '2021-10-13').state).toBe('handled')
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
  const opened = { id: 'credit', county: 'wutai', unit: 'government', owner: null }
  const entered = openCase(crediting, opened, { by: people.enforcer, input: entry }, at('2021-11-01'))
  if (entered.kind === 'refused') throw new Error('refused')
  const input = { ground: '企业信息公示暂行条例', shownUntil: '2022-11-01' }
  const shown = transition(
    crediting,
    entered.case,
    { name: 'publish', by: people.enforcer, input },
    at('2021-11-02'),
  )
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
  const opened = { id: 'hazard', county: 'wutai', unit: 'east-village', owner: null }
  const reported = openCase(reporting, opened, { by: people.village, input }, at('2021-10-11'))
  if (reported.kind === 'refused') throw new Error('refused')
  expect(reporting.states.reported).not.toHaveProperty('rests')
  const dispose = (by: Actor) =>
    transition(
      reporting,
      reported.case,
      { name: 'dispose', by, input: { disposedOn: '2021-10-12', disposal: '已建气瓶间' } },
      at('2021-10-12'),
    )
  expect(dispose(people.west).kind).toBe('refused')
  expect(dispose(people.east)).toMatchObject({ kind: 'done', case: { state: 'disposed' } })
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
    const checked = after(pushed, fail, '2021-08-09')
    expect(daysWaited(checked, '2021-09-03')).toBeNull()
    const [waiting] = premisesStocktakes
    const around = {
      today: '2021-09-03',
      county: 'wutai',
      units: [],
      nameOf: (unit: string) => unit,
      settingOf: () => undefined,
    }
    const counted = waiting?.count([registered, pushed, checked], around)
    expect(counted?.isMet).toBeNull()
    expect(counted?.findings.map(({ message }) => message)).toEqual([
      '自2021-08-02登记后还没有推送，已32天。',
      '自2021-08-03推送后还没有核查，已31天。',
    ])
  })
})
