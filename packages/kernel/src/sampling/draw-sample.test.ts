import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample, sampleSize } from './draw-sample.ts'

const plots = Array.from({ length: 20 }, (_, index) => `plot-${index + 1}`)

describe('a sample', () => {
  it('is the same whenever it is drawn again from its seed', () => {
    expect(drawSample({ population: plots, percent: '20', seed: 20260302 })).toEqual([
      'plot-14',
      'plot-17',
      'plot-6',
      'plot-8',
    ])
    expect(drawSample({ population: plots, percent: '20', seed: 20260303 })).not.toEqual(
      drawSample({ population: plots, percent: '20', seed: 20260302 }),
    )
  })

  it('rounds the number up: any rate above 0 draws one', () => {
    expect(sampleSize(20, '5')).toBe(1)
    expect(sampleSize(20, '5.01')).toBe(2)
    expect(sampleSize(3, '0.1')).toBe(1)
    expect(sampleSize(3, '100')).toBe(3)
    expect(sampleSize(0, '10')).toBe(0)
  })

  it('has for any draw its size, none twice, all from the population, in whatever order that stands', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 60 })
    const percent = fc.integer({ min: 1, max: 100 }).map(String)
    fc.assert(
      fc.property(ids, percent, fc.integer(), (population, rate, seed) => {
        const drawn = drawSample({ population, percent: rate, seed })
        expect(drawn).toHaveLength(sampleSize(population.length, rate))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((id) => population.includes(id))).toBe(true)
        expect(drawSample({ population: [...population].reverse(), percent: rate, seed })).toEqual(drawn)
      }),
    )
  })

  it('draws each about as often', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++) {
      for (const id of drawSample({ population: plots, percent: '10', seed })) {
        times.set(id, (times.get(id) ?? 0) + 1)
      }
    }
    for (const plot of plots) expect(times.get(plot)).toBeGreaterThan(130)
  })
})
