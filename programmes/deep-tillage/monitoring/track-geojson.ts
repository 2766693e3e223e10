import type { ReadingProblem } from '@luoshi/kernel'
import { lineProblem } from '../../reading-problem.ts'
import { type RawPoint, type Track, trackFrom } from './track.ts'

/**
 * The positions of a GeoJSON text: a FeatureCollection whose features are points with the properties `time` and `depth`,
 * or lines with `times` and `depths`, one for each position. A problem names the line on which its feature begins.
 */
export function trackFromGeoJson(text: string): Track {
  const parsed = parse(text)
  if ('problem' in parsed) return { points: [], problems: [parsed.problem] }
  const { features } = parsed
  const lines = featureLines(text)
  const problems: ReadingProblem[] = []
  const raw = features.flatMap((feature, index) => {
    const line = lines[index] ?? 1
    const points = rawPointsOf(feature, line)
    if (points === null) problems.push(lineProblem(line, `开始的第${index + 1}个要素${WANTED}`))
    return points ?? []
  })
  const track = trackFrom(raw)
  return { points: track.points, problems: [...problems, ...track.problems] }
}

const WANTED = '读不出轨迹，应是带time、depth属性的Point，或带times、depths属性、与坐标逐点对应的LineString。'

function parse(text: string): { features: readonly unknown[] } | { problem: ReadingProblem } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const before = place === undefined ? text : text.slice(0, Number(place))
    return {
      problem: lineProblem(before.split('\n').length, '起不是完整的JSON，应从平台重新导出GeoJSON文件。'),
    }
  }
  if (isRecord(value) && value['type'] === 'FeatureCollection' && Array.isArray(value['features'])) {
    return { features: value['features'] }
  }
  return { problem: lineProblem(1, '起不是GeoJSON的要素集合，应是带features的FeatureCollection。') }
}

function rawPointsOf(feature: unknown, line: number): RawPoint[] | null {
  if (!isRecord(feature) || !isRecord(feature['geometry']) || !isRecord(feature['properties'])) return null
  const { geometry, properties } = feature
  const { type, coordinates } = geometry
  if (!Array.isArray(coordinates)) return null
  if (type === 'Point') return [rawPoint(coordinates, properties['time'], properties['depth'], line)]
  const { times, depths } = properties
  if (type !== 'LineString' || !Array.isArray(times) || !Array.isArray(depths)) return null
  if (times.length !== coordinates.length || depths.length !== coordinates.length) return null
  return coordinates.map((position, index) => rawPoint(position, times[index], depths[index], line))
}

function rawPoint(position: unknown, time: unknown, depth: unknown, line: number): RawPoint {
  const [longitude, latitude] = Array.isArray(position) ? position : []
  return {
    line,
    time: textOf(time),
    longitude: textOf(longitude),
    latitude: textOf(latitude),
    depth: textOf(depth),
  }
}

/** The line on which each feature begins: the objects right within the array `features` of the outermost object. */
function featureLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let key = ''
  let isWithin = false
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]
    if (sign === '\n') line++
    else if (sign === '"') {
      const end = stringEnd(text, place)
      if (depth === 1) key = text.slice(place + 1, end)
      place = end
    } else if (sign === '{' || sign === '[') {
      if (depth === 1) isWithin = key === 'features'
      if (depth === 2 && isWithin && sign === '{') lines.push(line)
      depth++
    } else if (sign === '}' || sign === ']') depth--
  }
  return lines
}

function stringEnd(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '\\') place++
    else if (text[place] === '"') return place
  }
  return text.length
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
