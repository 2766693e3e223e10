import type { ContentsEntry } from '../issue.ts'
import { findDocumentNumbers } from '../mentions/document-numbers.ts'
import type { Line } from '../reading.ts'
import { cleanLine } from './cleaning.ts'

/** Reads contents that are printed as a table of pipes or tabs, an entry a row: number, title, document number, page. */
export function readContentsTable(lines: readonly Line[]): ContentsEntry[] {
  return lines.flatMap((line) => {
    const entry = readRow(line)
    return entry === null ? [] : [entry]
  })
}

const longestRow = 600

function readRow({ raw, number }: Line): ContentsEntry | null {
  if (raw.length > longestRow) return null
  const cells = raw.split(/[|\t]/).map((cell) => cleanLine(cell, number).text)
  const title = cells.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '')
  const numbered = cells.find((cell) => cell !== title && findDocumentNumbers(cell).length > 0)
  const last = cells.findLast((cell) => cell !== '') ?? ''
  const docNumber = numbered === undefined ? null : (findDocumentNumbers(numbered)[0]?.number ?? null)
  const page = /^\d{1,4}$/.test(last) ? Number(last) : null
  if (!/[\u4e00-\u9fff]{3}/.test(title) || (docNumber === null && page === null)) return null
  return {
    title,
    docNumber,
    page,
    lines: [number, number],
  }
}
