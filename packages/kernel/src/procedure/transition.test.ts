import { describe, expect, it } from 'vitest'
import type { InstrumentCite } from '../cite.ts'
import { gap } from '../definition/gap.ts'
import {
  accept,
  after,
  at,
  grant,
  newWell,
  openedWell,
  people,
  permit,
  person,
  publicise,
  wellRecord,
} from '../fixtures/well-permit.ts'
import type { Case } from './case.ts'
import type { Procedure, StateDefinition } from './procedure.ts'
import { type Action, type Context, type Outcome, openCase, transition } from './transition.ts'

const act = (before: Case, action: Action, context: Context) => transition(permit, before, action, context)
const messagesOf = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []
const effectsOf = (outcome: Outcome) => (outcome.kind === 'done' ? outcome.effects : [])

const accepted = after(openedWell(), ['2026-03-02', accept])
const publicised = after(accepted, ['2026-03-03', publicise])

describe('opening a case', () => {
  it('is open to whom the procedure names, with a subject that fits', () => {
    expect(openedWell()).toMatchObject({ state: 'submitted', data: wellRecord, version: 1, events: 1 })
    const byClerk = openCase(permit, newWell, { by: people.clerk, input: wellRecord }, at('2026-03-02'))
    expect(messagesOf(byClerk)).toEqual(['您无权对此办件办理“申请”，应由申请人办理。'])
    const { village: _village, ...rest } = wellRecord
    const without = openCase(permit, newWell, { by: people.applicant, input: rest }, at('2026-03-02'))
    expect(messagesOf(without)).toEqual(['“村”未填写，应填文字。'])
  })
})

describe('an action', () => {
  it('leads where the definition says and tells what is to follow', () => {
    const outcome = act(openedWell(), accept, at('2026-03-02'))
    expect(outcome).toMatchObject({ kind: 'done', case: { state: 'examined' }, event: { action: 'accept' } })
    expect(effectsOf(outcome)).toEqual([
      { kind: 'no-alarm', name: 'limit/accept' },
      { kind: 'no-alarm', name: 'limit/accept/reminder' },
      {
        kind: 'alarm',
        name: 'limit/decide/reminder',
        at: '2026-03-28T00:00:00+08:00',
        does: { kind: 'remind' },
      },
      {
        kind: 'alarm',
        name: 'limit/decide',
        at: '2026-03-31T00:00:00+08:00',
        does: { kind: 'escalate', role: 'head' },
      },
    ])
  })

  it('is refused where it cannot be done, with what can', () => {
    expect(messagesOf(act(openedWell(), { ...grant, by: people.clerk }, at('2026-03-02')))).toEqual([
      '现在是“待受理”环节，不能办理“准予许可”；可以办理的有：受理、中止办理、撤回申请。',
    ])
  })

  it('is refused to whom no right is given, who is told nothing more', () => {
    const other = person('other', 'clerk', 'government')
    const outcome = act(openedWell(), { ...accept, by: other, materials: [] }, at('2026-03-02'))
    expect(messagesOf(outcome)).toEqual(['您无权对此办件办理“受理”，应由经办人办理。'])
    const probing = act(openedWell(), { name: 'grant', by: people.villager }, at('2026-03-02'))
    expect(messagesOf(probing)).toEqual(['您无权对此办件办理“准予许可”，应由负责人办理。'])
  })

  it('takes a material as files, which its event keeps, and no files of what it does not ask for', () => {
    const file = { digest: 'a'.repeat(64), name: '井位图.pdf', mediaType: 'application/pdf', bytes: 9 }
    const withFiles = { ...accept, materials: [], attachments: { map: [file] } }
    const outcome = act(openedWell(), withFiles, at('2026-03-02'))
    expect(outcome.kind === 'done' && outcome.event).toMatchObject({
      materials: ['map'],
      attachments: { map: [file] },
    })
    const strange = { ...accept, attachments: { deed: [file] } }
    expect(messagesOf(act(openedWell(), strange, at('2026-03-02')))).toEqual([
      '没有“deed”这一项，可填的有：井位图。',
    ])
    expect(
      messagesOf(act(openedWell(), { ...withFiles, attachments: { map: [] } }, at('2026-03-02'))),
    ).toEqual(['办理“受理”缺少材料“井位图”，请补齐后再办。'])
  })

  it('is refused without its materials and its reason', () => {
    expect(messagesOf(act(openedWell(), { ...accept, materials: [] }, at('2026-03-02')))).toEqual([
      '办理“受理”缺少材料“井位图”，请补齐后再办。',
    ])
    const noReason = act(accepted, { name: 'return', by: people.clerk, reason: ' ' }, at('2026-03-03'))
    expect(messagesOf(noReason)).toEqual(['办理“退回补正”应写明理由。'])
  })

  it('is refused at its gates with the rule, what was found, what would pass and the clause', () => {
    const deep = { ...accepted, data: { ...accepted.data, depth: '300.1' } }
    const facts = { wellsOfVillage: [{ number: '上河-0' }] }
    const outcome = act(deep, publicise, at('2026-03-03', '09:00', { facts }))
    expect(messagesOf(outcome)).toEqual([
      '不符合规定：要求井深不超过300米，实际300.1米（清政办发〔2026〕7号第12行）。',
      '不符合规定：要求本村没有已批的机井，实际已批1眼（清政办发〔2026〕7号第13行）。',
    ])
    const unknown = act(accepted, publicise, at('2026-03-03', '09:00', { facts: {} }))
    expect(messagesOf(unknown)).toEqual(['“一村一井”还不能判定，缺少：本村已批机井。'])
  })

  it('is refused to the one who did the step that it checks', () => {
    const both = {
      ...person('head', 'head'),
      posts: [...person('head', 'head').posts, ...person('head', 'clerk').posts],
    }
    const byHead = after(openedWell(), ['2026-03-02', { ...accept, by: both }], ['2026-03-03', publicise])
    expect(messagesOf(act(byHead, grant, at('2026-03-11')))).toEqual([
      '“受理”是您办理的，“准予许可”应由另一人办理。',
    ])
  })

  it('is refused with what it does not ask for', () => {
    const outcome = act(accepted, { ...publicise, input: { depth: '90' } }, at('2026-03-03'))
    expect(messagesOf(outcome)).toEqual(['没有“depth”这一项，可填的有：无。'])
  })

  it('is refused under another version than the case’s own', () => {
    const newer = { ...permit, version: 2 }
    expect(messagesOf(transition(newer, accepted, publicise, at('2026-03-03')))).toEqual([
      '这一办件按“permit第1版”办理，不能按“permit第2版”办理。',
    ])
  })

  it('is refused before what was done last', () => {
    expect(messagesOf(act(accepted, publicise, at('2026-03-01')))).toEqual([
      '办理时间2026-03-01T09:00:00+08:00早于上一次办理的2026-03-02T09:00:00+08:00，请核对时间。',
    ])
  })
})

describe('a disclosure', () => {
  it('shows what it names, masked but for what a clause asks to be clear', () => {
    const outcome = act(accepted, publicise, at('2026-03-03'))
    expect(effectsOf(outcome).find(({ kind }) => kind === 'disclose')).toMatchObject({
      title: '机井许可公示',
      places: ['村务公开栏'],
      record: { village: '上河村', depth: '120', applicant: '田大有', contact: '138****5678' },
      until: { due: '2026-03-10' },
    })
  })

  it('holds back what waits for it through its last day', () => {
    expect(messagesOf(act(publicised, grant, at('2026-03-10', '23:59')))).toEqual([
      '“机井许可公示”自2026-03-03起，至2026-03-10止，今天是2026-03-10，期满的次日起方可办理。',
    ])
    expect(act(publicised, grant, at('2026-03-11', '00:00')).kind).toBe('done')
  })

  it('takes objections through its last day and no longer, and begins anew after one', () => {
    const object: Action = { name: 'object', by: people.villager, reason: '井位在我家地里' }
    const stopped = act(publicised, object, at('2026-03-10', '23:59'))
    expect(effectsOf(stopped)).toContainEqual({ kind: 'end-disclosure', title: '机井许可公示' })
    const late = act(publicised, object, at('2026-03-11'))
    expect(messagesOf(late)[0]).toContain('已于2026-03-10期满')
    if (stopped.kind === 'refused') throw new Error('refused')
    const again = after(stopped.case, ['2026-03-12', publicise])
    expect(act(again, grant, at('2026-03-19')).kind).toBe('refused')
    expect(act(again, grant, at('2026-03-20')).kind).toBe('done')
  })
})

describe('a disclosure of which the text does not say how long it lasts', () => {
  const { publicised: shown } = permit.states
  const duration = gap('公示多久没有写明，撤下以前一直公示', permit.basis as InstrumentCite)
  const endless: Procedure = {
    ...permit,
    states: {
      ...permit.states,
      publicised: { ...shown, disclosure: { ...shown.disclosure, duration, after: [] } } as StateDefinition,
    },
  }

  it('lasts for as long as the case is in that state, and takes objections till then', () => {
    const outcome = transition(endless, accepted, publicise, at('2026-03-03'))
    expect(effectsOf(outcome).find(({ kind }) => kind === 'disclose')).toMatchObject({
      until: { kind: 'not-said', explanation: '公示多久没有写明，撤下以前一直公示。' },
    })
    expect(effectsOf(outcome).some(({ kind }) => kind === 'alarm')).toBe(false)
    if (outcome.kind === 'refused') throw new Error('refused')
    const object: Action = { name: 'object', by: people.villager, reason: '井位在我家地里' }
    const stopped = transition(endless, outcome.case, object, at('2027-03-03'))
    expect(effectsOf(stopped)).toContainEqual({ kind: 'end-disclosure', title: '机井许可公示' })
  })
})

describe('a case', () => {
  it('ends with its papers, and can be opened again only with a reason', () => {
    const outcome = act(publicised, grant, at('2026-03-11'))
    expect(effectsOf(outcome)).toContainEqual({ kind: 'paper', paper: 'decision' })
    expect(effectsOf(outcome)).toContainEqual({ kind: 'closed', how: 'completed' })
    if (outcome.kind === 'refused') throw new Error('refused')
    const reopen: Action = { name: 'reopen', by: people.head }
    expect(messagesOf(act(outcome.case, reopen, at('2026-04-01')))).toEqual(['办理“重新办理”应写明理由。'])
    expect(act(outcome.case, { ...reopen, reason: '井位有误' }, at('2026-04-01')).kind).toBe('done')
    expect(act(outcome.case, { name: 'withdraw', by: people.applicant }, at('2026-04-01')).kind).toBe(
      'refused',
    )
  })

  it('returns to where it was suspended, also from within a correction', () => {
    const suspend: Action = { name: 'suspend', by: people.head, reason: '等待勘测' }
    const suspended = after(
      accepted,
      ['2026-03-03', { name: 'return', by: people.clerk, reason: '井位图不清' }],
      ['2026-03-04', suspend],
    )
    const back = after(suspended, ['2026-03-05', { name: 'resume', by: people.head }])
    expect(back.state).toBe('corrected')
    const again = after(back, [
      '2026-03-06',
      { name: 'resubmit', by: people.applicant, input: { depth: '90' } },
    ])
    expect(again).toMatchObject({ state: 'examined', data: { ...wellRecord, depth: '90' } })
    expect(again.clocks['decide']?.pauses.map(({ reason }) => reason)).toEqual([
      '补正材料',
      '中止办理',
      '补正材料',
    ])
  })
})
