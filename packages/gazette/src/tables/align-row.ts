import { type ColumnProfile, fitOf } from './column-profile.ts'

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

/** The cells in their order, the first under the first column; cells left over join the last. */
export function alignByPlace(cells: readonly string[], columns: readonly ColumnProfile[]): Alignment {
  const places: number[][] = columns.map((_, index) => (index < cells.length ? [index] : []))
  let fit = 0
  for (const [index, column] of columns.entries()) fit += fitOf(cells[index] ?? '', column)
  for (let index = columns.length; index < cells.length; index++) {
    if (cells[index] === '') continue
    fit = impossible
    places.at(-1)?.push(index)
  }
  return { places, fit, contradictions: countContradictions(cells, columns, places) }
}

/**
 * The best way to put the cells under the columns in their order, where blank cells may be lost or too many,
 * and two cells of text may stand under one head (a group and its part). Where spaces part the cells, one may
 * also be split in several. Needs time in the number of cells
 * times that of columns.
 */
export function alignByContent(
  cells: readonly string[],
  columns: readonly ColumnProfile[],
  isOfWords: boolean,
): Alignment {
  const [height, width] = [cells.length, columns.length]
  const mostPieces = isOfWords ? Math.min(height - width + 1, longestSplit) : 0
  const best: number[][] = Array.from({ length: height + 1 }, () => Array(width + 1).fill(impossible))
  const step: string[][] = Array.from({ length: height + 1 }, () => Array(width + 1).fill(''))
  const setAt = (row: number, column: number, value: number, kind: string) => {
    if (value > (best[row]?.[column] ?? impossible)) {
      ;(best[row] as number[])[column] = value
      ;(step[row] as string[])[column] = kind
    }
  }
  setAt(0, 0, 0, 'start')
  for (let i = 0; i <= height; i++) {
    for (let j = 0; j <= width; j++) {
      const value = best[i]?.[j] ?? impossible
      if (value === impossible) continue
      const column = columns[j]
      if (column !== undefined) {
        setAt(i, j + 1, value + missingCell + 0.8 * column.blank, 'missing')
        if (i < height) setAt(i + 1, j + 1, value + fitOf(cells[i] ?? '', column), 'match')
        const joined = joinedFit(cells, i, column)
        if (joined !== null) setAt(joined.next, j + 1, value + joined.fit, `join${joined.next - i}`)
        for (let pieces = 2; pieces <= mostPieces; pieces++) {
          if (!isSplit(cells, i, pieces, column)) break
          setAt(i + pieces, j + 1, value + 1 + pieces * splitCell, `split${pieces}`)
        }
      }
      if (i < height && cells[i] === '') {
        setAt(i + 1, j, value + (j === 0 || j === width ? droppedEdge : droppedBlank), 'drop')
      }
    }
  }
  const places = retrace(step, height, width)
  return {
    places,
    fit: best[height]?.[width] ?? impossible,
    contradictions: countContradictions(cells, columns, places),
  }
}

/** Two neighbouring cells of text, blanks between them left out, as one under a column of text. */
function joinedFit(
  cells: readonly string[],
  from: number,
  column: ColumnProfile,
): { next: number; fit: number } | null {
  if (column.kind !== 'text' || (cells[from] ?? '') === '') return null
  let next = from + 1
  while (next < cells.length && cells[next] === '') next++
  const [first, second] = [cells[from] ?? '', cells[next] ?? '']
  if (second === '' || fitOf(first, column) < 0 || fitOf(second, column) < 0) return null
  return { next: next + 1, fit: 1 + joinedCells }
}

/** Whether so many cells may be the pieces of one text, which spaces inside it split: 硬化 · 2 · 公里. */
function isSplit(cells: readonly string[], from: number, pieces: number, column: ColumnProfile): boolean {
  if (column.kind !== 'text' || (cells[from + pieces - 1] ?? '') === '') return false
  return fitOf(cells[from] ?? '', column) > 0
}

function retrace(step: readonly (readonly string[])[], height: number, width: number): number[][] {
  const places: number[][] = Array.from({ length: width }, () => [])
  let [i, j] = [height, width]
  while (i > 0 || j > 0) {
    const kind = step[i]?.[j] ?? ''
    if (kind === 'match') places[--j] = [--i]
    else if (kind === 'missing') j--
    else if (kind === 'drop') i--
    else if (kind.startsWith('join')) {
      const length = Number(kind.slice(4))
      places[--j] = [i - length, i - 1]
      i -= length
    } else if (kind.startsWith('split')) {
      const pieces = Number(kind.slice(5))
      i -= pieces
      places[--j] = Array.from({ length: pieces }, (_, piece) => i + piece)
    } else break
  }
  return places
}

function countContradictions(
  cells: readonly string[],
  columns: readonly ColumnProfile[],
  places: readonly (readonly number[])[],
): number {
  let contradictions = 0
  for (const [index, column] of columns.entries()) {
    const [place] = places[index] ?? []
    if (place !== undefined && fitOf(cells[place] ?? '', column) < contradiction) contradictions++
  }
  return contradictions
}
