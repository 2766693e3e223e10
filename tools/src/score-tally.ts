/** What is scored, in the order in which it is printed. */
export const measures = [
  'instruments',
  'clauses',
  'joins',
  'duties',
  'deadlines',
  'citations',
  'amounts',
  'cells',
] as const

export type Measure = (typeof measures)[number]

/** Something that the reader missed, or gave though it is not there. */
export interface Difference {
  readonly measure: Measure
  readonly gazette: string
  readonly docNumber: string | null
  readonly line: number
  readonly kind: 'missed' | 'false'
  /** What was marked or read, in short. */
  readonly what: string
}

/** How a reading compares with marks: `right` of `read` is the precision, `right` of `marked` the recall. */
export interface Tally {
  readonly marked: number
  readonly read: number
  readonly right: number
  readonly differences: readonly Difference[]
}

export const emptyTally: Tally = { marked: 0, read: 0, right: 0, differences: [] }

/** Several tallies as one. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    marked: tallies.reduce((sum, { marked }) => sum + marked, 0),
    read: tallies.reduce((sum, { read }) => sum + read, 0),
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    differences: tallies.flatMap(({ differences }) => differences),
  }
}

/** Where a comparison takes place, for its list of differences. */
export interface Place {
  readonly measure: Measure
  readonly gazette: string
  readonly docNumber: string | null
}

/** What compares one kind of mark with one kind of reading. */
export interface Comparison<Mark, Reading> {
  readonly place: Place
  readonly isRight: (mark: Mark, reading: Reading) => boolean
  readonly markText: (mark: Mark) => string
  readonly readingText: (reading: Reading) => string
}

type WithLines = { readonly lines: readonly [number, number] }

/**
 * Pairs each mark with a reading of its own. What is marked as optional counts neither where it is read nor
 * where it is not.
 */
export function tally<Mark extends WithLines & { readonly optional?: boolean }, Reading extends WithLines>(
  marks: readonly Mark[],
  readings: readonly Reading[],
  { place, isRight, markText, readingText }: Comparison<Mark, Reading>,
): Tally {
  const open = new Set(readings)
  const take = (mark: Mark): boolean => {
    for (const reading of open) if (isRight(mark, reading)) return open.delete(reading)
    return false
  }
  const required = marks.filter(({ optional }) => optional !== true)
  const missed = required.filter((mark) => !take(mark))
  for (const mark of marks) if (mark.optional === true) take(mark)
  const right = required.length - missed.length
  return {
    marked: required.length,
    read: right + open.size,
    right,
    differences: [
      ...missed.map((mark) => ({
        ...place,
        line: mark.lines[0],
        kind: 'missed' as const,
        what: markText(mark),
      })),
      ...[...open].map((reading) => ({
        ...place,
        line: reading.lines[0],
        kind: 'false' as const,
        what: readingText(reading),
      })),
    ],
  }
}

/** Whether two spans of lines share a line. */
export function overlap(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] <= other[1] && other[0] <= one[1]
}
