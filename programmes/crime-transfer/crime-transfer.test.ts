import {
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  isMissed,
  officialCalendar,
  openCase,
  paperContent,
  reportsDue,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { crimeTransfer } from './index.ts'
import { suspectedCrimes } from './registers.ts'
import { handedOver, keeping, transfer, transferLetter } from './transfer.ts'

const calendar = officialCalendar()
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('east', '东山镇人民政府', 'government'),
  unitNamed('west', '西河乡人民政府', 'government'),
])
const person = (role: string, unit: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit, from: null, until: null }],
})
const officer = person('officer', 'east')
const head = person('head', 'east')

function at(now: string): Context {
  return { now, calendar, units, programme: crimeTransfer, parameters: {}, facts: {} }
}

const facts = {
  number: '案-1',
  suspect: '苗得雨',
  facts: '无证采砂',
  offence: '非法采矿',
  isObvious: false,
  reportedBy: '田大有',
}

function reported(now: string, change: Readonly<Record<string, unknown>> = {}, id = 'one'): Case {
  const opened = { id, county: 'wutai', unit: 'east', owner: null }
  const outcome = openCase(transfer, opened, { by: officer, input: { ...facts, ...change } }, at(now))
  if (outcome.kind === 'refused') throw new Error(outcome.issues[0]?.message)
  return outcome.case
}

function after(
  before: Case,
  name: string,
  by: Actor,
  now: string,
  more: Partial<Parameters<typeof transition>[2]> = {},
) {
  const outcome = transition(transfer, before, { name, by, ...more }, at(now))
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome
}

const dueOf = (current: Case, limit: string) =>
  dueDatesOf(transfer, current, calendar).find((one) => one.limit === limit)?.legal

const titles: Readonly<Record<string, { title: string }>> = transfer.states
const titleOf = ({ state }: Case) => titles[state]?.title

describe('the limits of a transfer', () => {
  it('[wutai-2022-zbf61.1] are 3 working days, 24 hours and 10 working days, over the holidays of the calendar', () => {
    // 2023-01-21 to 27 was the Spring Festival; 28 and 29 were worked.
    const before = reported('2023-01-19T10:00:00+08:00')
    expect(dueOf(before, 'decide')).toMatchObject({ due: '2023-01-29' })
    const approved = after(before, 'approve', head, '2023-01-29T23:30:00+08:00').case
    expect(dueOf(approved, 'transfer')).toMatchObject({ due: '2023-01-30T23:30:00+08:00' })
    const refused = after(before, 'refuse', head, '2023-01-20T09:00:00+08:00', { reason: '未达标准' }).case
    const input = { decision: '罚决〔2023〕8号', decidedOn: '2023-01-20' }
    const penalised = after(refused, 'penalise', officer, '2023-01-20T15:00:00+08:00', { input }).case
    expect(dueOf(penalised, 'file')).toMatchObject({ due: '2023-02-08' })
  })

  it('[wutai-2022-zbf61.7] tell which steps of which township are late', () => {
    const early = reported('2023-01-19T10:00:00+08:00')
    const late = reported('2023-01-10T10:00:00+08:00', { number: '案-2' }, 'two')
    const lateAt = (now: string) =>
      [early, late].flatMap((current) =>
        dueDatesOf(transfer, current, calendar)
          .filter((limit) => isMissed(limit, now))
          .map(({ title }) => [current.unit, current.data['number'], title]),
      )
    expect(lateAt('2023-01-13T23:59:59+08:00')).toEqual([])
    expect(lateAt('2023-01-14T00:00:00+08:00')).toEqual([['east', '案-2', '决定是否移送的期限']])
    expect(lateAt('2023-01-30T00:00:00+08:00')).toHaveLength(2)
    const alarm = transition(transfer, early, { name: 'approve', by: head }, at('2023-01-20T09:00:00+08:00'))
    if (alarm.kind === 'refused') throw new Error('refused')
    expect(alarm.effects).toContainEqual({
      kind: 'alarm',
      name: 'limit/transfer',
      at: '2023-01-21T09:00:00+08:00',
      does: { kind: 'escalate', role: 'overseer' },
    })
  })
})

describe('the hand-over', () => {
  it('[wutai-2022-zbf61.2] is refused while one of the five papers is missing, and writes the letter of transfer', () => {
    const approved = after(
      reported('2023-01-19T10:00:00+08:00'),
      'approve',
      head,
      '2023-01-20T09:00:00+08:00',
    ).case
    for (const { id, title } of handedOver) {
      const materials = handedOver.map((material) => material.id).filter((other) => other !== id)
      const outcome = transition(
        transfer,
        approved,
        { name: 'transfer', by: officer, materials },
        at('2023-01-20T10:00:00+08:00'),
      )
      expect(outcome.kind === 'refused' && outcome.issues.map(({ message }) => message).join()).toContain(
        title,
      )
    }
    const materials = handedOver.map(({ id }) => id)
    const done = after(approved, 'transfer', officer, '2023-01-20T10:00:00+08:00', { materials })
    expect(done.effects).toContainEqual(expect.objectContaining({ kind: 'paper', paper: 'transfer-letter' }))
    const letter = paperContent(transferLetter, {
      schema: suspectedCrimes.fields,
      records: [done.case.data],
      facts: {
        unit: '东山镇人民政府',
        county: '五台县',
        case: 'one',
        number: '涉罪移送〔2023〕1号',
        date: '2023-01-20',
        reason: null,
      },
      places: {},
      clear: null,
    })
    if (letter.form !== 'text') throw new Error('a letter is a text')
    expect(letter.body.map(({ label, text }) => `${label}${text}`)).toEqual([
      '田大有查办的案件（编号案-1）涉嫌犯罪，现移送你局。',
      '一、涉案人：苗得雨。',
      '二、案件情况：无证采砂',
      '三、涉嫌罪名或者追诉标准：非法采矿。',
    ])
    expect(letter.annexes).toHaveLength(4)
  })

  it('[wutai-2022-zbf61.5] skips report and decision only where the crime is obvious on the spot', () => {
    const materials = handedOver.map(({ id }) => id)
    const action = { name: 'transferAtOnce', by: officer, materials }
    const now = '2023-01-19T10:05:00+08:00'
    const plain = transition(transfer, reported('2023-01-19T10:00:00+08:00'), action, at(now))
    expect(plain).toMatchObject({ kind: 'refused', issues: [{ basis: { lines: [917, 921] } }] })
    const obvious = transition(
      transfer,
      reported('2023-01-19T10:00:00+08:00', { isObvious: true }),
      action,
      at(now),
    )
    expect(obvious).toMatchObject({ kind: 'done', case: { state: 'transferred' } })
  })
})

it('[wutai-2022-zbf61.4] a refusal to transfer without a reason is refused', () => {
  const before = reported('2023-01-19T10:00:00+08:00')
  const now = at('2023-01-20T09:00:00+08:00')
  expect(transition(transfer, before, { name: 'refuse', by: head, reason: ' ' }, now)).toMatchObject({
    kind: 'refused',
    issues: [{ code: 'reason-missing' }],
  })
})

it('[wutai-2022-zbf61.3] goes from report through decision, transfer and what the police decide to telling them what came of it', () => {
  const materials = handedOver.map(({ id }) => id)
  const police = person('police', 'government')
  const steps = [
    ['approve', head, {}],
    ['transfer', officer, { materials }],
    ['decline', police, { reason: '显著轻微', input: { policeNotice: '公不立〔2023〕2号' } }],
    ['handle', officer, { input: { result: '罚款' } }],
    ['inform', officer, {}],
  ] as const
  let current = reported('2023-01-19T10:00:00+08:00')
  const states = steps.map(([name, by, more]) => {
    current = after(current, name, by, '2023-01-20T09:00:00+08:00', more).case
    return titleOf(current)
  })
  expect(states).toEqual(['待移送', '公安机关审查中', '待依法处理', '待告知公安机关', '已处理并告知'])
  const accepted = ['approve', 'transfer'].reduce(
    (before, name) =>
      after(before, name, name === 'approve' ? head : officer, '2023-01-20T09:00:00+08:00', { materials })
        .case,
    reported('2023-01-19T10:00:00+08:00'),
  )
  const filed = after(accepted, 'accept', police, '2023-01-21T09:00:00+08:00', {
    input: { policeNotice: '公立〔2023〕5号' },
  })
  expect(titleOf(filed.case)).toBe('已立案')
})

it('[wutai-2022-zbf61.6] each township owes a meeting every half-year, with its convenor and liaison', () => {
  const [report] = crimeTransfer.reports ?? []
  if (report === undefined) throw new Error('no report')
  const due = reportsDue(report, '2023-01-01', '2023-12-31', calendar)
  expect(due.map((one) => one.due.kind === 'due' && one.due.due)).toEqual(['2023-06-30', '2023-12-31'])
  expect(Object.keys(report.fields.def.shape)).toEqual(['heldOn', 'convenor', 'liaison', 'matters'])
  expect(report.owedBy).toBe('head')
})

it('[wutai-2022-zbf61.8] goods that do not keep are taken in only with evidence fixed, list and photo', () => {
  const goods = { number: '物-1', case: '案-1', name: '活鱼', amount: 3, isPerishable: true, keptAs: 'kept' }
  const opened = { id: 'goods', county: 'wutai', unit: 'east', owner: null }
  const open = (input: Readonly<Record<string, unknown>>) =>
    openCase(keeping, opened, { by: officer, input }, at('2023-01-19T10:00:00+08:00'))
  expect(open(goods)).toMatchObject({
    kind: 'refused',
    issues: [
      {
        message:
          '不符合规定：要求不易保管的物品采取措施固定证据，制作清单、照片或其他证明文件，实际缺固定证据、清单、照片或者其他证明文件（五政办发〔2022〕61号第943—947行）。',
      },
    ],
  })
  expect(open({ ...goods, keptAs: 'fixed', list: '单-1' })).toMatchObject({ kind: 'refused' })
  expect(open({ ...goods, keptAs: 'fixed', list: '单-1', photo: '照-1' })).toMatchObject({ kind: 'done' })
  expect(open({ ...goods, isPerishable: false })).toMatchObject({ kind: 'done' })
})
