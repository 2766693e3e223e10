import { type Alignment, alignByContent, fitByPlace, placesInOrder } from './align-row.ts'
import { cleanCell } from './clean-cell.ts'
import {
  type ColumnProfile,
  fitKey,
  isNumberCell,
  type MarkedRow,
  markCells,
  profileColumns,
} from './column-profile.ts'
import { runningNumber } from './header-words.ts'
import type { Grid, GridRow, TableProblem } from './read-table.ts'
import { isPartLabel } from './row-kinds.ts'

/** A row with exactly one cell a column. */
export interface AlignedRow {
  readonly cells: readonly string[]
  readonly row: GridRow
}

export interface AlignedRows {
  readonly rows: readonly AlignedRow[]
  readonly profiles: readonly ColumnProfile[]
  readonly problems: readonly TableProblem[]
}

/** How much better a row must fit when its cells are moved, before they are. */
const leastGain = 1
const longestRow = 60

/**
 * Puts every row's cells under their columns, and says where they did not stand there. Where the format is
 * exact, they stay where they are.
 */
export function alignRows(columns: readonly string[], body: readonly GridRow[], form: GridForm): AlignedRows {
  const width = columns.length
  const marked = body.map((row) => markCells(row.cells))
  const fitting = marked.filter((row) => filledLength(row.cells) <= width)
  let profiles = profileColumns(columns, fitting)
  let alignments = marked.map(alignerOf(profiles, form))
  if (alignments.some((alignment) => alignment?.isMoved)) {
    const placed = marked.map((row, index) => {
      const alignment = alignments[index] ?? null
      return alignment === null ? row : markCells(cellsAt(row.cells, alignment.places, form.isOfWords))
    })
    profiles = profileColumns(columns, placed)
    alignments = marked.map(alignerOf(profiles, form))
  }
  const problems: TableProblem[] = []
  let group: GroupCell | null = null
  const rows = body.map((row, index) => {
    const alignment = alignments[index] ?? null
    if (alignment === null && group === null) return { cells: wholeRow(row.cells, width), row }
    const places = alignment?.places ?? placesInOrder(row.cells, width)
    const cells = cellsAt(row.cells, places, form.isOfWords)
    group = groupOf(row.cells, places) ?? continuedGroup(row.cells, cells, group, profiles)
    if (group?.isContinued) cells[group.column] = `${group.text} / ${cells[group.column]}`
    const problem = alignment === null ? null : problemOf(row, cells, alignment, profiles, form)
    if (problem !== null) problems.push(problem)
    return { cells, row }
  })
  return { rows, profiles, problems }
}

/** The cells of a row that stands as it should: blank cells beyond the last column are left out. */
function wholeRow(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : cells.slice(0, width)
}

/** What the format tells of its rows. */
type GridForm = Pick<Grid, 'knowsMerges' | 'isOfWords'>

interface Aligned extends Alignment {
  readonly isMoved: boolean
}

function filledLength(cells: readonly string[]): number {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length--
  return length
}

/**
 * Tells where the cells of a row go; null where it has one in each place and stands as it should. Rows whose
 * cells fit alike go alike, and are worked out once.
 */
function alignerOf(profiles: readonly ColumnProfile[], form: GridForm): (row: MarkedRow) => Aligned | null {
  const known = new Map<string, Aligned>()
  return (row) => {
    const byPlace = fitByPlace(row, profiles)
    const isWhole = row.cells.length >= profiles.length
    if (isWhole && byPlace.contradictions === 0 && byPlace.fit > 0) return null
    const key = row.cells.length > longestRow ? '' : fitKey(row, profiles)
    const alignment = known.get(key) ?? alignRow(row, byPlace, profiles, form)
    if (key !== '' && known.size < mostKnown) known.set(key, alignment)
    return alignment
  }
}

const mostKnown = 2000

function alignRow(
  row: MarkedRow,
  byPlace: Pick<Alignment, 'fit' | 'contradictions'>,
  profiles: readonly ColumnProfile[],
  { knowsMerges, isOfWords }: GridForm,
): Aligned {
  const { cells } = row
  const inOrder = { ...byPlace, places: placesInOrder(cells, profiles.length), isMoved: false }
  if (knowsMerges || cells.length > longestRow || isOneWord(cells)) return inOrder
  const byContent = alignByContent(row, profiles, isOfWords)
  return byContent.fit > byPlace.fit + leastGain ? { ...byContent, isMoved: true } : inOrder
}

/** Whether a row says only one thing: the name of a part, or of a total. */
function isOneWord(cells: readonly string[]): boolean {
  return cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0) <= 1
}

/** The text of each column; what stands in two cells is a group and its part, unless words part the cells. */
function cellsAt(
  cells: readonly string[],
  places: readonly (readonly number[])[],
  isOfWords: boolean,
): string[] {
  return places.map((indexes) => {
    const texts = indexes.map((index) => cells[index] ?? '')
    if (texts.length < 2) return texts[0] ?? ''
    const isGroup = !isOfWords && texts.length === 2 && !texts.some(isNumberCell)
    return isGroup ? texts.join(' / ') : cleanCell(texts.join(' '))
  })
}

/** A group whose name stands beside its first part, under one head. */
interface GroupCell {
  readonly text: string
  readonly column: number
  /** Where the group's name and its parts stand in the printed rows. */
  readonly nameAt: number
  readonly partAt: number
  readonly isContinued: boolean
}

function groupOf(cells: readonly string[], places: readonly (readonly number[])[]): GroupCell | null {
  for (const [column, indexes] of places.entries()) {
    const [nameAt, partAt] = indexes.length === 2 ? indexes : []
    if (nameAt === undefined || partAt === undefined) continue
    return { text: cells[nameAt] ?? '', column, nameAt, partAt, isContinued: false }
  }
  return null
}

/** The group above, where this row has its part in the same place and no name or number of its own. */
function continuedGroup(
  printed: readonly string[],
  cells: readonly string[],
  group: GroupCell | null,
  profiles: readonly ColumnProfile[],
): GroupCell | null {
  if (group === null || (printed[group.nameAt] ?? '') !== '' || (printed[group.partAt] ?? '') === '')
    return null
  const isNumbered = profiles.some((profile, column) => profile.kind === 'sequence' && cells[column] !== '')
  if (isNumbered || cells[group.column] !== printed[group.partAt]) return null
  return { ...group, isContinued: true }
}

function problemOf(
  row: GridRow,
  cells: readonly string[],
  alignment: Aligned,
  profiles: readonly ColumnProfile[],
  { isOfWords }: GridForm,
): TableProblem | null {
  const isPart = isPartLabel(row.cells) && (isOfWords || !alignment.isMoved)
  const isShort = row.cells.length < cells.length && !isPart
  const isLost = isShort && (isOfWords || alignment.isMoved || lacksUsual(row.cells.length, profiles))
  const placed = alignment.places.reduce((count, indexes) => count + indexes.length, 0)
  const printed = row.cells.filter((cell) => cell !== '').length
  const isUnplaced = placed < printed || alignment.fit === Number.NEGATIVE_INFINITY
  const least = alignment.isMoved ? 2 : Math.max(2, printed / 2)
  const isOff = alignment.contradictions >= least
  const kind =
    isUnplaced || isOff || (isShort && isFragment(cells, profiles))
      ? 'unreadable-row'
      : isLost
        ? 'lost-cells'
        : alignment.isMoved && !isPart
          ? 'shifted-cells'
          : null
  if (kind === null) return null
  return { kind, rows: 1, lines: [row.range.from.line, row.range.to.line], printed: row.cells, read: cells }
}

/** Whether a row of this length lacks a cell in a column that is nowhere else blank. */
function lacksUsual(length: number, profiles: readonly ColumnProfile[]): boolean {
  return profiles.slice(length).some((profile) => profile.blank < rarelyBlank)
}

const rarelyBlank = 0.05

/** Words where the running number stands: a line that broke off from the cells above, and no row. */
function isFragment(cells: readonly string[], profiles: readonly ColumnProfile[]): boolean {
  const column = profiles.findIndex((profile) => profile.kind === 'sequence')
  const cell = cells[column] ?? ''
  return column >= 0 && cell !== '' && runningNumber(cell) === null
}
