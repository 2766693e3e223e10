import { describe, expect, it } from 'vitest'
import { at, people } from '../fixtures/well-permit.ts'
import { wasteParts, wellCampaign } from '../fixtures/well-supervision.ts'
import type { Case } from '../procedure/case.ts'
import { dueDatesOf } from '../procedure/due-dates.ts'
import { type Action, openCase, transition } from '../procedure/transition.ts'
import { phasesOn } from './campaign.ts'
import { campaignProcedure } from './campaign-parts.ts'
import { campaignStanding } from './campaign-standing.ts'

const { procedure } = wasteParts
const validity = { version: 1, validFrom: '2026-01-01', validTo: null }

function found(id: string, unit = 'water'): Case {
  const input = { number: id, township: '上河乡', kind: 'leaking' }
  const outcome = openCase(
    procedure,
    { id, county: 'qingyuan', unit, owner: null },
    { by: { ...people.clerk, posts: [{ role: 'clerk', unit, from: null, until: null }] }, input },
    at('2026-08-03'),
  )
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

const doneOn = (day: string, before: Case, action: Action) => transition(procedure, before, action, at(day))

function after(before: Case, ...steps: (readonly [day: string, action: Action])[]): Case {
  return steps.reduce((current, [day, action]) => {
    const outcome = doneOn(day, current, action)
    if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
    return outcome.case
  }, before)
}

const refusal = (day: string, before: Case, action: Action) => {
  const outcome = doneOn(day, before, action)
  return outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []
}

const list = (deadline: string): Action => ({
  name: 'list',
  by: people.head,
  reason: '渠道由该站管护',
  input: { department: 'north-station', deadline },
})
const fix: Action = {
  name: 'fix',
  by: people.warden,
  materials: ['photo'],
  input: { repair: '更换管件' },
}
const strikeOff: Action = { name: 'strikeOff', by: people.head }
const lookAgain = (name: string, lookedOn: string): Action => ({
  name,
  by: people.head,
  reason: '再次漏水',
  input: { lookedOn, finding: '已复核' },
})

const listed = after(found('P-1'), ['2026-08-04', list('2026-09-30')])
const fixed = after(listed, ['2026-09-01', fix])
const struck = after(fixed, ['2026-09-02', strikeOff])

describe('a campaign', () => {
  it('has the phases that a day lies in, and none outside them', () => {
    const titlesOn = (day: string) => phasesOn(wellCampaign, day).map(({ title }) => title)
    expect(titlesOn('2026-07-31')).toEqual([])
    expect(titlesOn('2026-10-31')).toEqual(['集中整治'])
    expect(titlesOn('2026-11-01')).toEqual(['巩固提高'])
  })

  it('gives a listed problem to the unit that is to fix it, by a deadline within its phase', () => {
    expect(listed).toMatchObject({ state: 'listed', unit: 'north-station', sender: 'water' })
    expect(refusal('2026-08-04', found('P-2'), list('2026-11-01'))).toEqual([
      '不符合规定：要求整改期限不晚于集中整治结束的2026-10-31，实际2026-11-01（清政办发〔2026〕7号第62行）。',
    ])
    const due = dueDatesOf(procedure, listed, at('2026-08-04').calendar)
    expect(due.map(({ limit, legal }) => [limit, legal.kind === 'due' && legal.due])).toEqual([
      ['fix', '2026-09-30'],
      ['strikeOff', '2026-10-31'],
    ])
  })

  it('leaves a problem with the unit that found it, where that is to fix it', () => {
    const kept = after(found('P-5', 'north-station'), ['2026-08-04', list('2026-09-30')])
    expect(kept).toMatchObject({ state: 'listed', unit: 'north-station' })
    const back = after(kept, ['2026-08-05', { name: 'handBack', by: people.warden, reason: '不属本站' }])
    expect(back).toMatchObject({ state: 'found', unit: 'north-station' })
  })

  it('is not fixed without evidence, nor struck off by who fixed it', () => {
    expect(refusal('2026-09-01', listed, { ...fix, materials: [] })).toEqual([
      '办理“整改完成”缺少材料“整改前后照片”，请补齐后再办。',
    ])
    expect(refusal('2026-09-02', fixed, { ...strikeOff, by: people.warden })).toEqual([
      '“整改完成”是您办理的，“销号”应由另一人办理。',
    ])
  })

  it('is looked at again when its time has come, and goes back on the list where it came back', () => {
    expect(struck.state).toBe('struck')
    expect(refusal('2026-11-02', struck, lookAgain('hold', '2026-10-31'))).toEqual([
      '不符合规定：要求回头看不早于巩固提高开始的2026-11-01，实际2026-10-31（清政办发〔2026〕7号第63行）。',
    ])
    expect(after(struck, ['2026-11-02', lookAgain('hold', '2026-11-01')]).state).toBe('held')
    const relapsed = after(struck, ['2026-11-02', lookAgain('relapse', '2026-11-01')])
    expect(relapsed).toMatchObject({ state: 'found', unit: 'water' })
  })

  it('is mended, and comes back, where it was found, if that unit is told to mend it', () => {
    const own = after(
      found('P-9', 'north-station'),
      ['2026-08-04', { ...list('2026-09-30') }],
      ['2026-09-01', fix],
      ['2026-09-02', strikeOff],
      ['2026-11-02', lookAgain('relapse', '2026-11-01')],
    )
    expect(own).toMatchObject({ state: 'found', unit: 'north-station' })
  })

  it('stands by unit: what is open, late, struck off, held, come back', () => {
    const problems = [
      listed,
      fixed,
      struck,
      after(struck, ['2026-11-02', lookAgain('hold', '2026-11-01')]),
      after(struck, ['2026-11-02', lookAgain('relapse', '2026-11-01')]),
      found('P-3'),
      after(found('P-4'), ['2026-08-04', { name: 'dismiss', by: people.head, reason: '不属实' }]),
    ]
    const north = { unit: 'north-station', found: 4, struck: 2, held: 1, relapsed: 0, open: 2 }
    const water = { unit: 'water', found: 2, struck: 0, held: 0, relapsed: 1, open: 2 }
    expect(campaignStanding(wellCampaign, problems, '2026-09-30')).toEqual([
      { ...north, late: 0 },
      { ...water, late: 0 },
    ])
    expect(campaignStanding(wellCampaign, problems, '2026-10-01')).toMatchObject([{ late: 1 }, { late: 1 }])
    expect(campaignStanding(wellCampaign, problems, '2026-11-01')).toMatchObject([{ late: 2 }, { late: 2 }])
  })

  it('counts the states that it names, where its problems go by a procedure of its own', () => {
    const counts = { open: ['listed'], struck: ['fixed'] }
    const own = { ...wellCampaign, counts }
    expect(campaignStanding(own, [listed, fixed, struck, found('P-3')], '2026-09-30')).toMatchObject([
      { unit: 'north-station', found: 2, open: 1, struck: 1 },
    ])
  })

  it('names the department only, where units do not hand over, and is held to no day that the text has not', () => {
    const { handsOver: _hands, endsWith: _ends, lookedAgainFrom: _again, ...plain } = wellCampaign
    const own = campaignProcedure(plain, validity)
    expect(own.states['found']?.on['list']?.transfer).toBeUndefined()
    expect(Object.keys(own.limits)).toEqual(['fix'])
    expect(own.states['listed']?.on['handBack']).toBeUndefined()
  })
})
