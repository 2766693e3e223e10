import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { isHeaderLike } from './header-words.ts'
import type { Grid, GridRow, Place } from './read-table.ts'

/** A cell of an HTML table with the columns and rows that it covers. */
interface HtmlCell {
  text: string
  readonly columns: number
  readonly rows: number
  readonly isHead: boolean
}

interface HtmlRow {
  readonly cells: HtmlCell[]
  readonly from: Place
  to: Place
}

const tagPattern = /<(\/?)(tr|td|th|table)\b([^<>]*)>/gi
const mostSpan = 200

/** Rows of an HTML table; a cell that covers several rows stands in each of them. */
export function htmlGrid(lines: readonly Line[]): Grid {
  return { rows: spread(htmlRows(lines)), knowsMerges: true, isOfWords: false }
}

/** The rows as they are tagged; a row or cell that is not closed ends where the next begins. */
function htmlRows(lines: readonly Line[]): HtmlRow[] {
  const rows: HtmlRow[] = []
  let cell: HtmlCell | null = null
  for (const { raw, number } of lines) {
    let at = 0
    for (const match of raw.matchAll(tagPattern)) {
      if (cell !== null) cell.text += raw.slice(at, match.index)
      at = match.index + match[0].length
      const [, close, name = '', attributes = ''] = match
      const tag = name.toLowerCase()
      const row = rows.at(-1)
      if (row !== undefined && (close || tag === 'td' || tag === 'th')) row.to = { line: number, column: at }
      cell = null
      if (close) continue
      if (tag === 'tr') {
        const from = { line: number, column: match.index }
        rows.push({ cells: [], from, to: { line: number, column: at } })
      } else if (tag === 'td' || tag === 'th') {
        cell = {
          text: '',
          columns: spanOf(attributes, 'col'),
          rows: spanOf(attributes, 'row'),
          isHead: tag === 'th',
        }
        row?.cells.push(cell)
      }
    }
    if (cell !== null) cell.text += `${raw.slice(at)} `
  }
  return rows.filter((row) => row.cells.length > 0)
}

const spanPatterns = { col: /colspan\s*=\s*["']?(\d{1,3})/i, row: /rowspan\s*=\s*["']?(\d{1,3})/i }

function spanOf(attributes: string, direction: 'col' | 'row'): number {
  const span = Number(spanPatterns[direction].exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(span, 1), mostSpan)
}

/** Puts each cell into all rows that it covers, and into the first of its columns. */
function spread(rows: readonly HtmlRow[]): GridRow[] {
  const headHeight = (rows[0]?.cells ?? []).reduce((tallest, cell) => Math.max(tallest, cell.rows), 0)
  const isHeadSpread = isHeaderLike((rows[0]?.cells ?? []).map((cell) => cleanCell(cell.text)))
  /** By column: the text that a cell above leaves there, and for how many rows. */
  const hanging: { text: string; rows: number }[] = []
  return rows.map((row, index) => {
    const texts: string[] = []
    const merged: number[] = []
    let column = 0
    const hang = () => {
      while ((hanging[column]?.rows ?? 0) > 0) {
        const above = hanging[column] as { text: string; rows: number }
        above.rows--
        merged.push(column)
        texts[column++] = above.text
      }
    }
    for (const cell of row.cells) {
      hang()
      const text = cleanCell(cell.text)
      for (let covered = 0; covered < cell.columns; covered++, column++) {
        const own = covered === 0 ? text : ''
        texts[column] = own
        hanging[column] = { text: own, rows: cell.rows - 1 }
      }
    }
    hang()
    const isHead =
      row.cells.every((cell) => cell.isHead) || (isHeadSpread && index < headHeight && headHeight > 1)
    return {
      cells: Array.from(texts, (text) => text ?? ''),
      range: { from: row.from, to: row.to },
      isHead,
      merged,
    }
  })
}
