import { type Difference, type Measure, measures, type Tally } from './score-tally.ts'

/** The score of one gazette, or of all. */
export interface ScoreRow {
  readonly name: string
  readonly tallies: Readonly<Record<Measure, Tally>>
}

/** What was counted over a whole gazette beside what was read there. */
export interface CountRow {
  readonly name: string
  readonly markers: readonly [read: number, counted: number]
  readonly breaks: readonly [read: number, counted: number]
}

/** Precision and recall in per cent: `99.1 / 98.4`, or a dash where nothing is marked. */
function rateText({ right, read, marked }: Tally): string {
  if (marked === 0 && read === 0) return '-'
  return `${percent(right, read)} / ${percent(right, marked)}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)
}

/** Lines of cells as columns of equal width. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

function scoreCellsOf(rows: readonly ScoreRow[]): string[][] {
  const all = rows.at(-1)
  return [
    ['precision / recall, %', ...measures],
    ...rows.map(({ name, tallies }) => [name, ...measures.map((measure) => rateText(tallies[measure]))]),
    ['marked', ...measures.map((measure) => String(all?.tallies[measure].marked ?? 0))],
  ]
}

function countCellsOf(rows: readonly CountRow[]): string[][] {
  return [
    ['read / counted by hand', 'responsibility markers', 'breaks inside a sentence'],
    ...rows.map(({ name, markers, breaks }) => [name, markers.join(' / '), breaks.join(' / ')]),
  ]
}

/** Both tables as plain text. */
export function printPlain(scores: readonly ScoreRow[], counts: readonly CountRow[]): string {
  return [...alignColumns(scoreCellsOf(scores)), '', ...alignColumns(countCellsOf(counts))].join('\n')
}

/** Both tables as Markdown. */
export function printMarkdown(scores: readonly ScoreRow[], counts: readonly CountRow[]): string {
  const table = ([head = [], ...rows]: string[][]): string[] => [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ]
  return [...table(scoreCellsOf(scores)), '', ...table(countCellsOf(counts))].join('\n')
}

/** Both tables as JSON, differences included. */
export function printJson(scores: readonly ScoreRow[], counts: readonly CountRow[]): string {
  return JSON.stringify({ scores, counts }, null, 2)
}

/** Every miss and every false find, one a line. */
export function printDifferences(differences: readonly Difference[]): string {
  return differences
    .map(
      ({ measure, gazette, docNumber, line, kind, what }) =>
        `${measure}\t${kind}\t${gazette}:${line}\t${docNumber}\t${what}`,
    )
    .join('\n')
}
