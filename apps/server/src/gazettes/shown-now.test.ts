import { findProcedure } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { wellPermits } from '../../../../packages/kernel/src/fixtures/well-permit.ts'
import { groupsShown, type ShownDisclosure, shownFields } from './shown-now.ts'

const shown = (title: string, from: string): ShownDisclosure => ({
  county: 'qingyuan',
  place: '清源县',
  title,
  programme: '深松作业补助',
  from,
  until: '2026-12-31',
  fields: [],
})

it('shows what is on display kind by kind, with how many there are of each', () => {
  const groups = groupsShown([
    shown('监测记录公示', '2026-11-26'),
    shown('补助名单公示', '2026-11-25'),
    shown('监测记录公示', '2026-11-24'),
  ])
  expect(groups.map(({ title, items }) => [title, items.length])).toEqual([
    ['监测记录公示', 2],
    ['补助名单公示', 1],
  ])
})

it('shows choices by their labels, days as they are, and nothing that is not in the record', () => {
  const mending = findProcedure(wellPermits, 'mending')
  if (mending === undefined) throw new Error('no procedure')
  const record = { grade: 'grave', deadline: '2026-04-10', holdsWater: true, unknown: '？' }
  expect(shownFields(mending, record)).toEqual([
    { label: '修复期限', value: '2026-04-10' },
    { label: '损毁等级', value: '严重' },
    { label: '是否正常出水', value: '是' },
  ])
})
