import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { SourceFile, TableLine } from '@luoshi/kernel'
import { openSheet } from '../sheet/open-sheet.ts'
import { SheetDamaged, type SheetRow } from '../sheet/sheet-row.ts'

/** A file of another system as it is handed to its reader, or the sentence that says why it cannot be read. */
export type SourceFileRead =
  | { readonly kind: 'read'; readonly file: SourceFile }
  | { readonly kind: 'unread'; readonly message: string }

/** Most lines of a table: a week of one machine, each second. */
const MOST_LINES = 604_800

/**
 * Reads a sheet (CSV, XLSX) or GeoJSON.
 *
 * @param name by whose ending it is told which
 */
export async function readSourceFile(path: string, name: string): Promise<SourceFileRead> {
  if (/^\.(?:geo)?json$/i.test(extname(name))) {
    return { kind: 'read', file: { kind: 'geojson', text: await readFile(path, 'utf8') } }
  }
  const opened = await openSheet(path)
  if (opened.kind === 'refused') return { kind: 'unread', message: opened.message }
  const lines: TableLine[] = []
  try {
    for await (const row of opened.rows) {
      lines.push(lineOf(row))
      if (lines.length > MOST_LINES + 1) {
        return { kind: 'unread', message: `超过${MOST_LINES}行，请按作业日分开导出。` }
      }
    }
  } catch (error) {
    if (!(error instanceof SheetDamaged)) throw error
    return { kind: 'unread', message: `文件已损坏：${error.message}。` }
  }
  if (lines.length === 0) return { kind: 'unread', message: '文件里没有内容，应有表头和数据行。' }
  return { kind: 'read', file: { kind: 'table', lines } }
}

function lineOf({ line, cells }: SheetRow): TableLine {
  return { line, cells: cells.map((cell) => cell?.text ?? '') }
}
