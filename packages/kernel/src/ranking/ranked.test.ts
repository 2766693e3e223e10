import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ranked } from './ranked.ts'

const placesOf = (figures: readonly (string | null)[], better?: 'more' | 'less') => {
  const { ranked: rows, unranked } = ranked(
    figures.map((figure, index) => ({ index, figure })),
    ({ figure }) => figure,
    better,
  )
  return {
    rows: rows.map(({ place, item }) => [place, item.index]),
    unranked: unranked.map(({ index }) => index),
  }
}

it('gives equals one place and counts them all for the next', () => {
  expect(placesOf(['80', '95', '80.0', '60', null]).rows).toEqual([
    [1, 1],
    [2, 0],
    [2, 2],
    [4, 3],
  ])
})

it('has who has no figure among nobody', () => {
  expect(placesOf([null, '0', null])).toEqual({ rows: [[1, 1]], unranked: [0, 2] })
})

it('ranks the least first where less is better', () => {
  expect(placesOf(['3', '-1', '10'], 'less').rows.map(([, index]) => index)).toEqual([1, 0, 2])
})

it('never places someone before a better one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (figures) => {
      const { ranked: rows } = ranked(figures, String)
      for (const { place, item } of rows)
        expect(place).toBe(1 + figures.filter((other) => other > item).length)
    }),
  )
})
