import { describe, expect, it } from 'vitest'
import { mending } from '../fixtures/well-mending.ts'
import {
  accept,
  after,
  at,
  openedWell,
  people,
  permit,
  publicise,
  wellPermits,
} from '../fixtures/well-permit.ts'
import type { Case } from './case.ts'
import { checkCorrection, concernedBy, correctableFields } from './check-correction.ts'
import type { Procedure } from './procedure.ts'
import { openCase, transition } from './transition.ts'

const context = at('2026-03-04')

const put = (
  procedure: Procedure,
  current: Case,
  changes: Readonly<Record<string, unknown>>,
  by = people.clerk,
) => checkCorrection(procedure, current, changes, by, context, {})
const told = (...asked: Parameters<typeof put>) => put(...asked).issues.map(({ message }) => message)

function mended(): readonly [reported: Case, mended: Case] {
  const record = {
    number: '损-1',
    where: { type: 'Point', coordinates: [113.25, 38.72] },
    damage: '井壁坍塌',
    deadline: '2026-04-10',
    households: 50,
  }
  const opened = { id: 'B-1', county: 'qingyuan', unit: 'water', owner: null }
  const reported = openCase(mending, opened, { by: people.clerk, input: record }, at('2026-03-02'))
  if (reported.kind === 'refused') throw new Error('not reported')
  const input = { receiver: 'north-station' }
  const assign = { name: 'assign', by: people.head, reason: '就近修复', input }
  const given = transition(mending, reported.case, assign, at('2026-03-02'))
  if (given.kind === 'refused') throw new Error('not given')
  const mend = { name: 'mend', by: people.warden, input: { repair: '重砌井壁', cost: '1000.50' } }
  const done = transition(mending, given.case, mend, at('2026-03-03'))
  if (done.kind === 'refused') throw new Error('not mended')
  return [reported.case, done.case]
}

describe('a correction', () => {
  it('passes what let the case through, and nothing that has yet to', () => {
    const submitted = after(openedWell(), ['2026-03-02', accept])
    expect(told(permit, submitted, { depth: '400' })).toEqual([])
    const shown = after(submitted, ['2026-03-03', publicise])
    expect(told(permit, shown, { depth: '400' })).toEqual([
      '不符合规定：要求井深不超过300米，实际400米（清政办发〔2026〕7号第12行）。',
    ])
    expect(told(permit, shown, { depth: '299', contact: '13800001234' })).toEqual([])
  })

  it('asks again what is looked up by what it changes', () => {
    const shown = after(openedWell(), ['2026-03-02', accept], ['2026-03-03', publicise])
    expect(concernedBy(wellPermits, permit, shown, ['village'])).toEqual([
      { action: 'publicise', gates: ['no-other-well'], computes: {} },
    ])
    expect(concernedBy(wellPermits, permit, shown, ['contact'])).toEqual([])
    const taken = at('2026-03-04', '09:00', { facts: { wellsOfVillage: [{ number: '下河-1' }] } })
    const { issues } = checkCorrection(permit, shown, { village: '下河村' }, people.clerk, taken, {})
    expect(issues.map(({ message }) => message)).toEqual([
      '不符合规定：要求本村没有已批的机井，实际已批1眼（清政办发〔2026〕7号第13行）。',
    ])
  })

  it('computes anew what rests on it, one after the other, and takes nobody’s word for it', () => {
    const [reported, done] = mended()
    expect(put(mending, reported, { households: 3 }).input).toEqual({ households: 3, grade: 'plain' })
    expect(put(mending, done, { households: 3 }).input).toEqual({
      households: 3,
      grade: 'plain',
      subsidy: '0',
    })
    expect(told(mending, done, { subsidy: '9000' })).toEqual([
      '“修复补助”是按“修复补助”算出的，不能更正；应更正它所依据的内容。',
    ])
  })

  it('is offered of what someone may put right, and of nothing computed', () => {
    const [, done] = mended()
    const offered = (by: typeof people.clerk) => correctableFields(mending, done, by, context)
    expect(offered(people.warden)).toEqual(expect.arrayContaining(['damage', 'households', 'cost']))
    expect(offered(people.warden)).not.toContain('subsidy')
    expect(offered(people.villager)).not.toContain('cost')
  })

  it('puts nothing in before it is asked for, and nothing into another’s mouth', () => {
    const [reported, done] = mended()
    expect(told(mending, reported, { cost: '2000' })).toEqual([
      '“修复费用”还没有填写过，不能更正；应在办理相应事项时填写。',
    ])
    expect(told(mending, done, { cost: '2000' }, people.villager)).toEqual([
      expect.stringContaining('您无权对此办件办理“更正修复费用”，应由经办人办理'),
    ])
    expect(put(mending, done, { cost: '2000' }, people.warden)).toMatchObject({
      issues: [],
      input: { cost: '2000', subsidy: expect.stringMatching(/^1200/) },
    })
  })
})
