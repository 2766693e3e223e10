/** A run of text on a page; `x` and `y` are of its base line, `y` growing upwards, in points. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A gap of this many characters inside a line parts two cells of a table. */
const cellGap = 1.6
/** A smaller gap than this is only letter spacing. */
const wordGap = 0.35
/** A line space of this many lines parts two paragraphs. */
const paragraphGap = 2.4
/** A climb of this share of the page's text leads to the next column. */
const columnClimb = 0.3
/** Base lines that differ by less than this share of a character are one line. */
const lineTolerance = 0.45

/**
 * The runs of a page as lines in reading order: by columns as they were set, inside these from top to bottom
 * and from left to right. Cells are parted by tabs, an indented first line begins with two ideographic spaces.
 */
export function pageLines(runs: readonly Run[]): string[] {
  const lines: string[] = []
  for (const column of columnsOf(runs.filter((run) => run.text.trim() !== ''))) {
    if (lines.length > 0) lines.push('')
    lines.push(...columnLines(column))
  }
  return lines
}

/** Text is set column after column: where it climbs far and moves to the right, the next one begins. */
function columnsOf(runs: readonly Run[]): Run[][] {
  if (runs.length === 0) return []
  let top = Number.NEGATIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  for (const run of runs) {
    top = Math.max(top, run.y)
    bottom = Math.min(bottom, run.y)
  }
  const climb = Math.max((top - bottom) * columnClimb, 4 * medianSize(runs))
  const columns: Run[][] = [[]]
  let right = Number.NEGATIVE_INFINITY
  let last: Run | undefined
  for (const run of runs) {
    if (last !== undefined && run.y - last.y > climb && run.x >= right - run.size) {
      columns.push([])
      right = Number.NEGATIVE_INFINITY
    }
    right = Math.max(right, run.x + run.width)
    columns.at(-1)?.push(run)
    last = run
  }
  return columns
}

function columnLines(runs: readonly Run[]): string[] {
  const rows = rowsOf(runs)
  const left = Math.min(...rows.map((row) => row[0]?.x ?? 0))
  const size = medianSize(runs)
  const lines: string[] = []
  let above: number | null = null
  for (const row of rows) {
    const first = row[0] as Run
    if (above !== null && above - first.y > paragraphGap * size) lines.push('')
    const text = rowText(row)
    const isIndented = first.x - left > 1.5 * size && first.x - left < 2.8 * size && !text.includes('\t')
    lines.push(isIndented ? `\u3000\u3000${text}` : text)
    above = first.y
  }
  return lines
}

/** Runs on one base line, from left to right; rows from top to bottom. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => b.y - a.y)
  const rows: Run[][] = []
  for (const run of sorted) {
    const row = rows.at(-1)
    const base = row?.[0]
    if (row && base && base.y - run.y <= lineTolerance * Math.max(base.size, run.size)) row.push(run)
    else rows.push([run])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

function rowText(row: readonly Run[]): string {
  let text = ''
  let end: number | null = null
  for (const run of row) {
    if (end !== null) {
      const gap = (run.x - end) / run.size
      if (gap > cellGap) text += '\t'
      else if (gap > wordGap) text += ' '
    }
    text += run.text
    end = run.x + run.width
  }
  return text.trim()
}

function medianSize(runs: readonly Run[]): number {
  const sizes = runs.map((run) => run.size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 1
}
