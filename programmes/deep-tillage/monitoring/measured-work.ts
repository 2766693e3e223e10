import {
  type Decimal,
  findValueOn,
  type IsoDate,
  quotientOf,
  type ReadingProblem,
  roundedTo,
  type Parameters as SetParameters,
} from '@luoshi/kernel'
import { lineProblem } from '../../reading-problem.ts'
import { fastestSpeed, leastDepth, leastWorkedDepth, signalGap } from '../parameters.ts'
import { areaOf, type Place, type Polygon, sweptShape } from './swept-area.ts'
import type { TrackPoint } from './track.ts'

/** What a machine did, from its track. */
export interface MeasuredWork {
  /** 亩 to two places, half a hundredth going up: what was passed over with the shanks in the soil, overlaps counted once. */
  readonly workedArea: Decimal
  /** 亩: of it, what was worked at the depth that is asked. */
  readonly qualifiedArea: Decimal
  /** Share of the one in the other in per cent, to two places; 0 where nothing was worked. */
  readonly qualifiedPercent: Decimal
  /** Mean depth along the qualified way, 厘米 to one place; null where there is none. */
  readonly depth: Decimal | null
  /** Positions that no machine could have reached in time: the way to them was left out. */
  readonly problems: readonly ReadingProblem[]
}

/** The figures that the work is measured by, each in its parameter's unit. */
type Limits = Readonly<Record<'signalGap' | 'fastestSpeed' | 'leastWorkedDepth' | 'leastDepth', number>>

/** A stretch from one position to the next. */
interface Stretch {
  readonly from: Place
  readonly to: Place
  readonly depth: number
  readonly isQualified: boolean
}

/** A position nearer than this to the one before, in metres, says nothing new: the machine stood. */
const STANDING = 0.3

/** 亩: 667 square metres are 1, exactly 2000/3. */
const THIRDS_OF_MU = '2000'

/**
 * The area that a machine of that working width worked, from its positions. A stretch counts where both its ends had the
 * shanks in the soil, and as qualified where both reached the depth that is asked. Areas are those of the ellipsoid
 * WGS 84, within a thousandth.
 *
 * @param on day of the work: the parameters of that day are used
 * @param set the county's own values
 */
export function measuredWork(
  points: readonly TrackPoint[],
  workingWidth: Decimal,
  on: IsoDate,
  set: SetParameters = {},
): MeasuredWork | { readonly missing: readonly string[] } {
  const measured = workWithOutlines(points, workingWidth, on, set)
  return 'missing' in measured ? measured : measured.work
}

/** What a machine did, with the ground that it worked and that of it which is deep enough: in metres about its middle. */
export interface OutlinedWork {
  readonly work: MeasuredWork
  readonly outlines: { readonly worked: readonly Polygon[]; readonly qualified: readonly Polygon[] }
}

/** The same as `measuredWork`, with outlines for a map. */
export function workWithOutlines(
  points: readonly TrackPoint[],
  workingWidth: Decimal,
  on: IsoDate,
  set: SetParameters = {},
): OutlinedWork | { readonly missing: readonly string[] } {
  const asked = { signalGap, fastestSpeed, leastWorkedDepth, leastDepth }
  const values = Object.entries(asked).map(([name, parameter]) => [
    name,
    Number(findValueOn<string | number>(set[parameter.id] ?? parameter, on)?.value),
  ])
  const missing = Object.values(asked).filter((_one, index) => Number.isNaN(values[index]?.[1]))
  if (missing.length > 0) return { missing: missing.map(({ title }) => `${title}（${on}尚无规定）`) }
  const limits = Object.fromEntries(values) as Limits
  const { stretches, problems } = stretchesOf(points, limits)
  const width = Number(workingWidth)
  const workedShape = sweptShape(linesOf(stretches), width)
  const qualified = stretches.filter(({ isQualified }) => isQualified)
  const deepShape =
    qualified.length === stretches.length ? workedShape : sweptShape(linesOf(qualified), width)
  const [worked, deep] = [areaOf(workedShape), areaOf(deepShape)]
  const work = {
    workedArea: muOf(worked),
    qualifiedArea: muOf(deep),
    qualifiedPercent: worked === 0 ? '0' : quotientOf(String(deep * 100), String(worked), 2),
    depth: qualified.length === 0 ? null : roundedTo(meanDepth(qualified), 1),
    problems,
  }
  return { work, outlines: { worked: workedShape, qualified: deepShape } }
}

function muOf(squareMetres: number): Decimal {
  return quotientOf(roundedTo(squareMetres * 3, 6), THIRDS_OF_MU, 2)
}

function stretchesOf(points: readonly TrackPoint[], limits: Limits) {
  const placeOf = projection(points)
  const stretches: Stretch[] = []
  const problems: ReadingProblem[] = []
  let before: { point: TrackPoint; place: Place } | null = null
  for (const point of points) {
    const here = { point, place: placeOf(point) }
    if (before === null || point.at - before.point.at > limits.signalGap) {
      before = here
      continue
    }
    const metres = Math.hypot(here.place[0] - before.place[0], here.place[1] - before.place[1])
    const seconds = point.at - before.point.at
    if (metres > (limits.fastestSpeed / 3.6) * Math.max(seconds, 1)) {
      const says = `与上一点相距${Math.round(metres)}米，隔${seconds}秒，机具到不了，这一段没有计入。`
      problems.push(lineProblem(point.line, says))
      before = here
      continue
    }
    const least = Math.min(before.point.depth, point.depth)
    if (metres < STANDING && isSameGround(before.point, point, limits)) {
      before = { point, place: before.place }
      continue
    }
    if (least >= limits.leastWorkedDepth) {
      const depth = (before.point.depth + point.depth) / 2
      stretches.push({ from: before.place, to: here.place, depth, isQualified: least >= limits.leastDepth })
    }
    before = here
  }
  return { stretches, problems }
}

/** Whether both positions are worked and qualified alike, so that leaving one out changes nothing. */
function isSameGround(one: TrackPoint, other: TrackPoint, limits: Limits): boolean {
  return [limits.leastWorkedDepth, limits.leastDepth].every(
    (least) => one.depth >= least === other.depth >= least,
  )
}

/** Stretches that hang together, as lines. */
function linesOf(stretches: readonly Stretch[]): Place[][] {
  const lines: Place[][] = []
  let end: Place | null = null
  for (const { from, to } of stretches) {
    if (end === from) lines.at(-1)?.push(to)
    else lines.push([from, to])
    end = to
  }
  return lines
}

function meanDepth(stretches: readonly Stretch[]): number {
  const metres = ({ from, to }: Stretch) => Math.hypot(to[0] - from[0], to[1] - from[1])
  const total = stretches.reduce((sum, stretch) => sum + metres(stretch), 0)
  return stretches.reduce((sum, stretch) => sum + stretch.depth * metres(stretch), 0) / total
}

const EQUATOR_RADIUS = 6_378_137
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14
const RADIAN = Math.PI / 180

/** The plane about the middle of a track on which areas are those of the ellipsoid: parallels keep their lengths. */
function projection(points: readonly TrackPoint[]): (point: TrackPoint) => Place {
  const middle = (values: readonly number[]) => {
    const [least, most] = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
    )
    return (least + most) / 2
  }
  const longitude = middle(points.map((point) => point.longitude))
  const latitude = middle(points.map((point) => point.latitude))
  const curve = (degrees: number) => 1 - ECCENTRICITY_SQUARED * Math.sin(degrees * RADIAN) ** 2
  const northwards = (EQUATOR_RADIUS * (1 - ECCENTRICITY_SQUARED)) / curve(latitude) ** 1.5
  return (point) => {
    const parallel = (EQUATOR_RADIUS / Math.sqrt(curve(point.latitude))) * Math.cos(point.latitude * RADIAN)
    return [
      (point.longitude - longitude) * RADIAN * parallel,
      (point.latitude - latitude) * RADIAN * northwards,
    ]
  }
}
