import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedRecord, compareRecords, matchCounts } from './compare-records.ts'

const comparison = { by: ['person', 'year'], agree: ['name', 'amount'] }
const record = (id: string, person: string, amount = '320', name = '苗得雨'): ComparedRecord => ({
  id,
  data: { person, year: '2022', amount, name },
})
const told = (left: readonly ComparedRecord[], right: readonly ComparedRecord[]) =>
  compareRecords(comparison, left, right).map(({ matches, differing, ...sides }) => [
    sides.left.map(({ id }) => id).join(),
    sides.right.map(({ id }) => id).join(),
    matches.join(),
    differing.join(),
  ])

describe('two registers held against each other', () => {
  it('agree where one stands on each side with the same fields, zeros behind a point aside', () => {
    expect(told([record('a', 'x1')], [record('b', 'X1', '320.00')])).toEqual([['a', 'b', 'agrees', '']])
  })

  it('tell what stands on one side only, what differs and in which field', () => {
    expect(
      told(
        [record('a', '1'), record('b', '2', '350')],
        [record('c', '2', '320', '田大有'), record('d', '3')],
      ),
    ).toEqual([
      ['a', '', 'left-only', ''],
      ['b', 'c', 'differs', 'name,amount'],
      ['', 'd', 'right-only', ''],
    ])
  })

  it('tell who stands twice, with all records', () => {
    expect(told([record('a', '1'), record('b', '1')], [record('c', '1'), record('d', '1', '1')])).toEqual([
      ['a,b', 'c,d', 'left-twice,right-twice,differs', 'amount'],
    ])
  })

  it('lose no record and count every row', () => {
    const records = (side: string) =>
      fc
        .array(fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('320', '350')))
        .map((pairs) => pairs.map(([person, amount], index) => record(`${side}${index}`, person, amount)))
    fc.assert(
      fc.property(records('l'), records('r'), (left, right) => {
        const rows = compareRecords(comparison, left, right)
        const ids = rows.flatMap((row) => [...row.left, ...row.right]).map(({ id }) => id)
        expect(ids.toSorted()).toEqual([...left, ...right].map(({ id }) => id).toSorted())
        const counts = matchCounts(rows)
        expect(counts.agrees).toBe(rows.filter(({ matches }) => matches.join() === 'agrees').length)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
          rows.length,
        )
      }),
    )
  })
})
