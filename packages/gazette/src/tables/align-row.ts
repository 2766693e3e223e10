import { type ColumnProfile, fitOf, type MarkedRow } from './column-profile.ts'

/** Cells put under their columns. */
export interface Alignment {
  /** One a column: the indexes of the row's cells that stand there; none where nothing is printed. */
  readonly places: readonly (readonly number[])[]
  readonly fit: number
  /** Cells that contradict their column. */
  readonly contradictions: number
}

const missingCell = -1
const droppedBlank = -0.4
const droppedEdge = -0.2
const joinedCells = -0.4
const splitCell = -0.3
const longestSplit = 6
const contradiction = -1
const impossible = Number.NEGATIVE_INFINITY

/** How well the cells fit in their order, the first under the first column; more cells than columns cannot. */
export function fitByPlace(
  row: MarkedRow,
  columns: readonly ColumnProfile[],
): Pick<Alignment, 'fit' | 'contradictions'> {
  let [fit, contradictions] = [0, 0]
  for (let index = 0; index < columns.length; index++) {
    const own = fitOf(row, index, columns[index] as ColumnProfile)
    fit += own
    if (own < contradiction) contradictions++
  }
  for (let index = columns.length; index < row.cells.length; index++) {
    if (row.cells[index] !== '') fit = impossible
  }
  return { fit, contradictions }
}

/** The cells in their order; those that are too many join the last. */
export function placesInOrder(cells: readonly string[], width: number): number[][] {
  const places = Array.from({ length: width }, (_, index) => (index < cells.length ? [index] : []))
  for (let index = width; index < cells.length; index++) {
    if (cells[index] !== '') places.at(-1)?.push(index)
  }
  return places
}

/**
 * The best way to put the cells under the columns in their order, where blank cells may be lost or too many,
 * and two cells of text may stand under one head (a group and its part). Where spaces part the cells, one may
 * also be split in several. Needs time in the number of cells times that of columns.
 */
export function alignByContent(
  row: MarkedRow,
  columns: readonly ColumnProfile[],
  isOfWords: boolean,
): Alignment {
  const { cells } = row
  const steps = new Int16Array((cells.length + 1) * (columns.length + 1))
  const mostPieces = isOfWords ? Math.min(cells.length - columns.length + 1, longestSplit) : 0
  const fit = findSteps(row, columns, mostPieces, steps)
  const places = retrace(steps, cells.length, columns.length)
  return { places, fit, contradictions: countContradictions(row, columns, places) }
}

/** Steps of an alignment; those that join or split carry how many cells they take. */
const matchStep = 1
const missingStep = 2
const dropStep = 3
const joinStep = 100
const splitStep = 200

/** For each cell and column the best step that leads there, and the fit of the best way to the end. */
function findSteps(
  row: MarkedRow,
  columns: readonly ColumnProfile[],
  mostPieces: number,
  steps: Int16Array,
): number {
  const { cells } = row
  const [height, width] = [cells.length, columns.length]
  const best = new Float64Array(steps.length).fill(impossible)
  best[0] = 0
  const reach = (index: number, value: number, step: number) => {
    if (value <= (best[index] ?? impossible)) return
    best[index] = value
    steps[index] = step
  }
  for (let i = 0; i <= height; i++) {
    for (let j = 0; j <= width; j++) {
      const at = i * (width + 1) + j
      const value = best[at] ?? impossible
      if (value === impossible) continue
      const column = columns[j]
      const cell = cells[i]
      if (cell === '')
        reach(at + width + 1, value + (j === 0 || j === width ? droppedEdge : droppedBlank), dropStep)
      if (column === undefined) continue
      reach(at + 1, value + missingCell + 0.8 * column.blank, missingStep)
      if (cell === undefined) continue
      const below = at + 1 + width + 1
      const fit = fitOf(row, i, column)
      reach(below, value + fit, matchStep)
      if (column.kind !== 'text' || cell === '' || fit < 0) continue
      const taken = cellsToJoin(row, i, column)
      if (taken > 0) reach(below + (taken - 1) * (width + 1), value + 1 + joinedCells, joinStep + taken)
      for (let pieces = 2; pieces <= mostPieces && (cells[i + pieces - 1] ?? '') !== ''; pieces++) {
        reach(below + (pieces - 1) * (width + 1), value + 1 + pieces * splitCell, splitStep + pieces)
      }
    }
  }
  return best[steps.length - 1] ?? impossible
}

/** How many cells two neighbouring ones of text take, blanks between them counted; 0 where they are none. */
function cellsToJoin(row: MarkedRow, from: number, column: ColumnProfile): number {
  const { cells } = row
  let next = from + 1
  while (next < cells.length && cells[next] === '') next++
  return next === cells.length || fitOf(row, next, column) < 0 ? 0 : next - from + 1
}

function retrace(steps: Int16Array, height: number, width: number): number[][] {
  const places: number[][] = Array.from({ length: width }, () => [])
  let [i, j] = [height, width]
  while (i > 0 || j > 0) {
    const step = steps[i * (width + 1) + j] ?? 0
    if (step === matchStep) places[--j] = [--i]
    else if (step === missingStep) j--
    else if (step === dropStep) i--
    else if (step >= splitStep) {
      const pieces = step - splitStep
      i -= pieces
      places[--j] = Array.from({ length: pieces }, (_, piece) => i + piece)
    } else if (step >= joinStep) {
      const taken = step - joinStep
      places[--j] = [i - taken, i - 1]
      i -= taken
    } else break
  }
  return places
}

function countContradictions(
  row: MarkedRow,
  columns: readonly ColumnProfile[],
  places: readonly (readonly number[])[],
): number {
  let contradictions = 0
  for (const [index, column] of columns.entries()) {
    const [place] = places[index] ?? []
    if (place !== undefined && fitOf(row, place, column) < contradiction) contradictions++
  }
  return contradictions
}
