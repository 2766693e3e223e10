import { describe, expect, it } from 'vitest'
import { at, people } from '../fixtures/well-permit.ts'
import { drillingReport, drillingReports } from '../fixtures/well-supervision.ts'
import { type Action, openCase, transition } from '../procedure/transition.ts'
import { answersFrom } from './report-parts.ts'
import { reportSummary } from './report-summary.ts'
import { reportsDue } from './reports-due.ts'

const { procedure } = drillingReports
const opened = { id: 'R-1', county: 'qingyuan', unit: 'water', owner: null }
const answer = { unit: 'water', turn: '2026-03-18', drilled: 2, metered: '10.5' }
const send = (input: Readonly<Record<string, unknown>>) =>
  openCase(procedure, opened, { by: people.clerk, input }, at('2026-03-17'))

describe('answers to a report', () => {
  it('are sent by a unit for itself, for a day that the text names', () => {
    expect(send(answer).kind).toBe('done')
    const refused = send({ ...answer, unit: 'police', turn: '2026-03-17' })
    expect(refused.kind === 'refused' && refused.issues.map(({ message }) => message)).toEqual([
      '不符合规定：要求“机井建设月报”的报送日（每月18日前（含当日），自2026-03-01起），实际2026-03-17（清政办发〔2026〕7号第46行）。',
      '不符合规定：要求“机井建设月报”由本单位报送（water），实际police（清政办发〔2026〕7号第46行）。',
    ])
    expect(send({ ...answer, turn: '2026-02-18' }).kind).toBe('refused')
  })

  it('are taken or sent back, and summed up as they stand', () => {
    const sent = send(answer)
    if (sent.kind === 'refused') throw new Error('refused')
    const steps: Action[] = [
      { name: 'return', by: people.head, reason: '数字有误' },
      { name: 'resend', by: people.clerk, input: { drilled: 3, metered: '11' } },
      { name: 'take', by: people.head },
    ]
    const taken = steps.reduce((before, action) => {
      const outcome = transition(procedure, before, action, at('2026-03-19'))
      if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
      return outcome.case
    }, sent.case)
    const [owed] = reportsDue(drillingReport, '2026-03-01', '2026-03-31', at('2026-03-19').calendar)
    if (owed === undefined) throw new Error('nothing is owed')
    const answers = answersFrom(drillingReport, [taken])
    expect(
      reportSummary(drillingReport, owed, ['water', 'police'], answers, '2026-03-19T09:00:00+08:00'),
    ).toMatchObject({
      sums: [{ sum: '3' }, { sum: '11' }],
      answers: [{ unit: 'water', isLate: false }],
      missing: ['police'],
    })
  })
})
