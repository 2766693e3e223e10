/** A run of text on a page; `x` and `y` are of its base line, `y` growing upwards, in points. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Lines that were set one under the other without a jump: a cell of a table, or a stretch of running text. */
export interface Cell {
  /** From the top, each from the left. */
  readonly lines: Run[][]
  left: number
  right: number
}

/** A gap of this many characters inside a line parts two cells. */
const cellGap = 1.6
/** A smaller gap than this is only letter spacing. */
const wordGap = 0.35
/** Base lines that differ by less than this share of a character are one line. */
export const lineTolerance = 0.45
/** A line further below than this many characters begins something else. */
const lineStep = 2.3
/** How far to the left of a cell its next line may begin: the indent of a paragraph. */
const indent = 2.3

/** The cells of a page in the order in which they were set. */
export function cellsOf(runs: readonly Run[]): Cell[] {
  const cells: Cell[] = []
  let last: Run | undefined
  for (const run of runs) {
    const cell = cells.at(-1)
    const line = cell?.lines.at(-1)
    if (cell && line && last && continuesLine(last, run)) line.push(run)
    else if (cell && line && last && continuesCell(cell, line, run)) cell.lines.push([run])
    else cells.push({ lines: [[run]], left: run.x, right: run.x + run.width })
    const grown = cells.at(-1) as Cell
    grown.left = Math.min(grown.left, run.x)
    grown.right = Math.max(grown.right, run.x + run.width)
    last = run
  }
  return cells
}

function continuesLine(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size)
  const gap = (run.x - last.x - last.width) / size
  return Math.abs(last.y - run.y) <= lineTolerance * size && gap > -1 && gap <= cellGap
}

function continuesCell(cell: Cell, line: readonly Run[], run: Run): boolean {
  const first = line[0] as Run
  const step = (first.y - run.y) / run.size
  if (step <= lineTolerance || step > lineStep) return false
  if (run.x > cell.right || run.x + run.width < cell.left) return false
  const [lineLeft, lineRight] = edgesOf(line)
  const centre = Math.abs(lineLeft + lineRight - 2 * run.x - run.width) / 2
  return run.x >= cell.left - indent * run.size || centre < 0.6 * run.size
}

/** Left and right edge of a line. */
export function edgesOf(line: readonly Run[]): [number, number] {
  const last = line.at(-1) as Run
  return [(line[0] as Run).x, last.x + last.width]
}

/** Text of a cell, its lines joined as Chinese is. */
export function cellText({ lines }: Cell): string {
  return lines.map(lineText).reduce((text, line) => {
    const isLatin = /[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(line)
    return `${text}${isLatin ? ' ' : ''}${line}`
  }, '')
}

/** Text of a line; words that stand apart are parted by a space. */
export function lineText(line: readonly Run[]): string {
  let text = ''
  let end: number | null = null
  for (const run of line) {
    if (end !== null && (run.x - end) / run.size > wordGap) text += ' '
    text += run.text
    end = run.x + run.width
  }
  return text.trim()
}
