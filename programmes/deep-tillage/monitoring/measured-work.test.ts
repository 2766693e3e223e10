import { withValue } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastDepth, signalGap } from '../parameters.ts'
import { type MeasuredWork, measuredWork } from './measured-work.ts'
import type { TrackPoint } from './track.ts'

const DAY = '2022-08-30'
const START = Date.parse('2022-08-30T08:00:00+08:00') / 1000

/** Degrees for one metre at the place where the strips lie, on the ellipsoid WGS 84. */
const LATITUDE = 38.9
const DEGREES_EAST = 1 / 86_752.06
const DEGREES_NORTH = 1 / 111_015.25

interface Spot {
  readonly east: number
  readonly north: number
  readonly at: number
  readonly depth?: number
}

const pointAt = ({ east, north, at, depth = 28 }: Spot): TrackPoint => ({
  line: at + 2,
  at: START + at,
  longitude: 111.8 + east * DEGREES_EAST,
  latitude: LATITUDE + north * DEGREES_NORTH,
  depth,
})

interface Strip {
  readonly length: number
  readonly north?: number
  readonly at?: number
  readonly depth?: number
  readonly isBackwards?: boolean
}

/** A straight strip eastwards, a position a second and a metre and a half. */
function strip({ length, north = 0, at = 0, depth = 28, isBackwards = false }: Strip): TrackPoint[] {
  const count = Math.ceil(length / 1.5)
  return Array.from({ length: count + 1 }, (_, second) => {
    const way = Math.min(length, second * 1.5)
    return pointAt({ east: isBackwards ? length - way : way, north, at: at + second, depth })
  })
}

function measured(points: readonly TrackPoint[], width = '2.4', set = {}): MeasuredWork {
  const work = measuredWork(points, width, DAY, set)
  if ('missing' in work) throw new Error(work.missing.join())
  return work
}

const areaOf = (points: readonly TrackPoint[], width?: string) => Number(measured(points, width).workedArea)

/** 亩 of so many square metres. */
const mu = (squareMetres: number) => (squareMetres * 3) / 2000

/** Rounding to a hundredth, and a thousandth of the area. */
const tolerance = (area: number) => 0.005 + area / 1000

describe('the area of a straight strip', () => {
  it('is its length times the working width, within a thousandth and the rounding', () => {
    const lengths = fc.integer({ min: 20, max: 2000 })
    const widths = fc.constantFrom('1.8', '2.4', '3', '3.6')
    fc.assert(
      fc.property(lengths, widths, (length, width) => {
        const wanted = mu(length * Number(width))
        expect(Math.abs(areaOf(strip({ length }), width) - wanted)).toBeLessThanOrEqual(tolerance(wanted))
      }),
      { numRuns: 40 },
    )
  })

  it('is told in 亩 to two places: 1000 m at 2 m are 3.00 亩', () => {
    expect(measured(strip({ length: 1000 }), '2')).toEqual({
      workedArea: '3.00',
      qualifiedArea: '3.00',
      qualifiedPercent: '100.00',
      depth: '28.0',
      problems: [],
    })
  })

  it('is the same whether it runs eastwards or northwards', () => {
    const north = Array.from({ length: 401 }, (_, second) =>
      pointAt({ east: 0, north: second * 1.5, at: second }),
    )
    expect(measured(north).workedArea).toBe(measured(strip({ length: 600 })).workedArea)
  })
})

describe('ground that is passed again', () => {
  it('adds nothing, whichever way and however often', () => {
    const once = strip({ length: 300 })
    const again = strip({ length: 300, at: 1000, isBackwards: true })
    const thrice = strip({ length: 300, at: 2000 })
    expect(measured([...once, ...again, ...thrice]).workedArea).toBe(measured(once).workedArea)
  })

  it('adds only what sticks out beside it', () => {
    const shifts = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(shifts, (north) => {
        const both = [...strip({ length: 500 }), ...strip({ length: 500, at: 1000, north })]
        const wanted = mu(500 * (2.4 + Math.min(north, 2.4)))
        expect(Math.abs(areaOf(both) - wanted)).toBeLessThanOrEqual(tolerance(wanted))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the order of passes', () => {
  it('plays no part, not even in the last digit', () => {
    const passes = fc.array(
      fc.record({
        north: fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
        isBackwards: fc.boolean(),
        depth: fc.constantFrom(20, 24, 25, 30),
      }),
      { minLength: 2, maxLength: 12 },
    )
    fc.assert(
      fc.property(passes, fc.infiniteStream(fc.nat()), (list, picks) => {
        const driven = (order: readonly (typeof list)[number][]) =>
          order.flatMap((pass, turn) => strip({ length: 120, at: turn * 1000, ...pass }))
        const shuffled = [...list]
        for (let place = shuffled.length - 1; place > 0; place--) {
          const other = (picks.next().value ?? 0) % (place + 1)
          const [one, two] = [shuffled[place], shuffled[other]]
          if (one !== undefined && two !== undefined) [shuffled[place], shuffled[other]] = [two, one]
        }
        const { problems: _first, ...first } = measured(driven(list))
        const { problems: _other, ...other } = measured(driven(shuffled))
        expect({ ...other, depth: null }).toEqual({ ...first, depth: null })
      }),
      { numRuns: 30 },
    )
  })
})

describe('the depth', () => {
  it('qualifies from 25 cm on', () => {
    const area = (depth: number) => measured(strip({ length: 200, depth })).qualifiedArea
    expect(area(25)).toBe(measured(strip({ length: 200 })).workedArea)
    expect(area(24.9)).toBe('0.00')
  })

  it('gives the qualified share: half the way deep enough is half the area', () => {
    const track = [...strip({ length: 300 }), ...strip({ length: 300, north: 10, at: 1000, depth: 20 })]
    expect(measured(track)).toMatchObject({ qualifiedPercent: '50.00', depth: '28.0' })
  })

  it('of a shallow pass is mended by a deep one over it', () => {
    const track = [...strip({ length: 300, depth: 20 }), ...strip({ length: 300, at: 1000 })]
    expect(measured(track).qualifiedPercent).toBe('100.00')
  })

  it('at which the shanks are lifted is no work', () => {
    expect(measured(strip({ length: 300, depth: 0 }))).toMatchObject({
      workedArea: '0.00',
      qualifiedPercent: '0',
      depth: null,
    })
  })

  it('is asked by the county’s own value where it has set one', () => {
    const set = { 'least-depth': withValue(leastDepth, { from: '2022-01-01', value: '30', basis: null }) }
    expect(measured(strip({ length: 200 }), '2.4', set).qualifiedArea).toBe('0.00')
  })
})

describe('a track', () => {
  it('is not joined over a time without signal', () => {
    const broken = [...strip({ length: 150 }), ...strip({ length: 150, north: 0, at: 111 })]
    const apart = broken.map((point, index) =>
      index > 100 ? { ...point, longitude: point.longitude + 0.01 } : point,
    )
    const whole = mu(300 * 2.4)
    expect(Math.abs(areaOf(apart) - whole)).toBeLessThanOrEqual(tolerance(whole))
    const set = { 'signal-gap': withValue(signalGap, { from: '2022-01-01', value: 5, basis: null }) }
    const gap = [pointAt({ east: 0, north: 0, at: 0 }), pointAt({ east: 9, north: 0, at: 6 })]
    expect(measured(gap, '2.4').workedArea).toBe('0.03')
    expect(measured(gap, '2.4', set).workedArea).toBe('0.00')
  })

  it('leaves out a leap that no machine makes, and says so with its line', () => {
    const leap = [pointAt({ east: 0, north: 0, at: 0 }), pointAt({ east: 900, north: 0, at: 1 })]
    expect(measured(leap)).toMatchObject({ workedArea: '0.00' })
    expect(measured(leap).problems).toEqual([
      { line: 3, column: null, message: '第3行与上一点相距900米，隔1秒，机具到不了，这一段没有计入。' },
    ])
  })

  it('that stands counts nothing, and stands on without a break', () => {
    const standing = Array.from({ length: 60 }, (_, second) =>
      pointAt({ east: 30 + (second % 2) * 0.1, north: 0, at: 20 + second }),
    )
    const track = [...strip({ length: 30 }), ...standing]
    expect(measured(track).workedArea).toBe(measured(strip({ length: 30 })).workedArea)
  })

  it('of a day for which nothing is set is not measured', () => {
    expect(measuredWork(strip({ length: 30 }), '2.4', '2021-12-31')).toEqual({
      missing: [
        '轨迹点最大间隔（2021-12-31尚无规定）',
        '作业最高车速（2021-12-31尚无规定）',
        '入土深度（2021-12-31尚无规定）',
        '最低深松深度（2021-12-31尚无规定）',
      ],
    })
  })
})

describe('ten thousand positions', () => {
  /** An even pseudo-random series, so that the same field is measured each time. */
  const wobble = (index: number) => ((index * 7919) % 1000) / 1000 - 0.5
  const field = (spacing: number, noise: number) =>
    Array.from({ length: 10_000 }, (_, index) => {
      const [pass, way] = [Math.floor(index / 200), index % 200]
      return pointAt({
        east: (pass % 2 === 0 ? way : 199 - way) * 1.5 + wobble(index) * noise,
        north: pass * spacing + wobble(index + 500) * noise,
        at: pass * 1000 + way,
      })
    })

  it('of a whole field are measured within a hundredth of its length times its breadth', () => {
    const points = field(2.2, 0.3)
    const area = areaOf(points)
    const wanted = mu(49 * 2.2 * 298.5 + 2.4 * 298.5)
    expect(Math.abs(area - wanted)).toBeLessThan(wanted / 100)
  })

  it('of one strip driven fifty times give the area of one', () => {
    expect(areaOf(field(0, 0.3))).toBeLessThan(mu(300 * 2.8))
  })
})
