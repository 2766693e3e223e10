import { isInstant, type ReadingProblem, type TableLine } from '@luoshi/kernel'
import { cellProblem, lineProblem, plainHeading } from '../../reading-problem.ts'

/** Where a machine was, and how deep its shanks stood. */
export interface TrackPoint {
  /** Line of the file it comes from, from 1. */
  readonly line: number
  /** Seconds since 1970. */
  readonly at: number
  /** Degrees, WGS 84. */
  readonly longitude: number
  readonly latitude: number
  /** Centimetres. */
  readonly depth: number
}

/** A terminal's positions in the order of their times, and what could not be read. */
export interface Track {
  readonly points: readonly TrackPoint[]
  readonly problems: readonly ReadingProblem[]
}

/** One position as the file has it. */
export interface RawPoint {
  readonly line: number
  readonly time: string
  readonly longitude: string
  readonly latitude: string
  readonly depth: string
}

type Column = Exclude<keyof RawPoint, 'line'>

const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  time: ['时间', '定位时间', '采集时间', 'time', 'timestamp'],
  longitude: ['经度', 'longitude', 'lon', 'lng'],
  latitude: ['纬度', 'latitude', 'lat'],
  depth: ['深度', '耕深', '作业深度', '深松深度', 'depth'],
}

/** The positions of a table with a column each for time, longitude, latitude and depth. */
export function trackFromRows(head: TableLine, rows: readonly TableLine[]): Track {
  const headings = head.cells.map(plainHeading)
  const places = Object.entries(COLUMNS).map(([column, names]) => ({
    column: column as Column,
    wanted: names[0] ?? '',
    place: headings.findIndex((heading) => names.includes(heading)),
  }))
  const missing = places.filter(({ place }) => place < 0)
  if (missing.length > 0) {
    const names = missing.map(({ wanted }) => `“${wanted}”`).join('、')
    const found = head.cells.length === 0 ? '空' : head.cells.join('、')
    const says = `没有${names}列，表头是：${found}；应有“时间”“经度”“纬度”“深度”四列。`
    return { points: [], problems: [lineProblem(head.line, says)] }
  }
  const raw = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      const pairs = places.map(({ column, place }) => [column, cells[place] ?? ''])
      return { line, ...(Object.fromEntries(pairs) as Record<Column, string>) }
    })
  return trackFrom(raw)
}

/** The positions that can be read, in the order of their times, each once; and every one that cannot. */
export function trackFrom(raw: readonly RawPoint[]): Track {
  const read = raw.map(pointFrom)
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
  const points = read.flatMap((one) => ('problems' in one ? [] : [one]))
  const once = new Map(points.map((point) => [`${point.at} ${point.longitude} ${point.latitude}`, point]))
  return { points: [...once.values()].sort((one, other) => one.at - other.at), problems }
}

function pointFrom({
  line,
  time,
  longitude,
  latitude,
  depth,
}: RawPoint): TrackPoint | { problems: ReadingProblem[] } {
  const at = secondsOf(time)
  const [east, north, deep] = [longitude, latitude, depth].map(numberOf) as [number, number, number]
  const problems = [
    ...(Number.isNaN(at) ? [cellProblem(line, '时间', time, '日期和时间，如2022-08-30 08:15:30')] : []),
    ...(east >= 73 && east <= 136
      ? []
      : [cellProblem(line, '经度', longitude, '73至136之间的度数，如111.84')]),
    ...(north >= 3 && north <= 54 ? [] : [cellProblem(line, '纬度', latitude, '3至54之间的度数，如38.91')]),
    ...(deep >= 0 && deep <= 200 ? [] : [cellProblem(line, '深度', depth, '0至200之间的厘米数，如26.5')]),
  ]
  return problems.length > 0 ? { problems } : { line, at, longitude: east, latitude: north, depth: deep }
}

function numberOf(text: string): number {
  return /^-?\d{1,4}(?:\.\d{1,15})?$/.test(text.trim()) ? Number(text) : Number.NaN
}

/** A time that names no zone is Shanghai's. */
function secondsOf(text: string): number {
  const written = text.trim().replaceAll('/', '-').replace(' ', 'T')
  const padded = written.replace(
    /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d):/,
    (_all, year, month, day, hour) => `${year}-${month}-${day}T0${hour}:`,
  )
  const dated = padded.replace(
    /^(\d{4})-(\d{1,2})-(\d{1,2})T/,
    (_all, year, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T`,
  )
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(dated) ? dated : `${dated}+08:00`
  return isInstant(zoned) ? Date.parse(zoned) / 1000 : Number.NaN
}
