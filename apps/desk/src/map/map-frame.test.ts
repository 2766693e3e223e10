import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coordinates, mapFrame } from './map-frame.ts'

describe('a picture of points', () => {
  it('has north above and east to the right, as far apart as they are', () => {
    const { spots, bar } = mapFrame(
      [
        [112, 38.7],
        [112, 38.8],
        [112.1, 38.7],
      ],
      800,
      600,
    )
    const [origin, north, east] = spots
    if (origin === undefined || north === undefined || east === undefined) throw new Error('no spots')
    expect(north.y).toBeLessThan(origin.y)
    expect(east.x).toBeGreaterThan(origin.x)
    // A tenth of a degree is 11.13 km to the north, and at this latitude 8.68 km to the east.
    const pixels = bar.pixels / bar.kilometres
    expect((origin.y - north.y) / pixels).toBeCloseTo(11.13, 1)
    expect((east.x - origin.x) / pixels).toBeCloseTo(8.68, 1)
  })

  it('puts a single point in the middle, and has a bar no longer than a quarter of the width', () => {
    expect(mapFrame([[112, 38.7]], 800, 600).spots).toEqual([{ x: 400, y: 300 }])
    expect(mapFrame([], 800, 600).spots).toEqual([])
    const { bar } = mapFrame([[112, 38.7]], 800, 600)
    expect(bar.pixels).toBeLessThanOrEqual(200)
  })

  it('keeps every point within the picture', () => {
    const point = fc.tuple(
      fc.double({ min: 111.5, max: 113.5, noNaN: true }),
      fc.double({ min: 38.3, max: 39.2, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        for (const { x, y } of mapFrame(points as Coordinates[], 800, 600).spots) {
          expect(x >= 0 && x <= 800 && y >= 0 && y <= 600).toBe(true)
        }
      }),
    )
  })
})
