import { expect, it } from 'vitest'
import { groupsShown, type ShownDisclosure } from './shown-now.ts'

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
