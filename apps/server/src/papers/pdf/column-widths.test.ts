import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

it('shares out what is left, and narrows no column below what it cannot do without while that fits', () => {
  expect(columnWidths([10, 30], [5, 5], 80)).toEqual([20, 60])
  expect(columnWidths([10, 90], [10, 20], 60)).toEqual([10, 50])
  expect(columnWidths([100, 100], [60, 20], 40)).toEqual([30, 10])
})

it('always fills the width', () => {
  const column = fc.record({
    least: fc.double({ min: 1, max: 100, noNaN: true }),
    more: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
      const wanted = columns.map(({ least, more }) => least + more)
      const widths = columnWidths(
        wanted,
        columns.map(({ least }) => least),
        500,
      )
      expect(sum(widths)).toBeCloseTo(500, 6)
    }),
  )
})
