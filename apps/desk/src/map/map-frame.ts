/** Longitude and latitude in degrees. */
export type Coordinates = readonly [longitude: number, latitude: number]

/** A picture of points, north up: where each stands, and a bar that says how long a distance is. */
export interface MapFrame {
  /** Pixels from the left and from the top, in the order of the points. */
  readonly spots: readonly { readonly x: number; readonly y: number }[]
  readonly bar: { readonly kilometres: number; readonly pixels: number }
}

const KILOMETRES_A_DEGREE = 111.32

/** Share of the picture that stays free on each side. */
const MARGIN = 0.08

/** Kilometres that a picture shows at least: a single point has no extent of its own. */
const LEAST_EXTENT = 1

/** Lengths that a bar can have, in kilometres. */
const BARS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Share of the width that the bar has at most. */
const LONGEST_BAR = 0.25

/**
 * Points of a county put into a picture of that size. Degrees of longitude are shortened as in the middle of them: over
 * a county the error is below what a pixel shows.
 */
export function mapFrame(points: readonly Coordinates[], width: number, height: number): MapFrame {
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  const middle = { longitude: middleOf(longitudes), latitude: middleOf(latitudes) }
  const eastward = KILOMETRES_A_DEGREE * Math.cos((middle.latitude * Math.PI) / 180)
  const wide = Math.max(extentOf(longitudes) * eastward, LEAST_EXTENT)
  const high = Math.max(extentOf(latitudes) * KILOMETRES_A_DEGREE, LEAST_EXTENT)
  const free = 1 - 2 * MARGIN
  const scale = Math.min((width * free) / wide, (height * free) / high)
  const kilometres = BARS.findLast((length) => length * scale <= width * LONGEST_BAR) ?? BARS[0] ?? 0
  return {
    spots: points.map(([longitude, latitude]) => ({
      x: width / 2 + (longitude - middle.longitude) * eastward * scale,
      y: height / 2 - (latitude - middle.latitude) * KILOMETRES_A_DEGREE * scale,
    })),
    bar: { kilometres, pixels: kilometres * scale },
  }
}

function extentOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
}

function middleOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : (Math.max(...values) + Math.min(...values)) / 2
}
