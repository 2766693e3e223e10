import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import {
  type TableLine,
  type Track,
  trackFromGeoJson,
  trackFromRows,
} from '@luoshi/programmes/deep-tillage/monitoring'
import { openSheet } from '../transfer/sheet/open-sheet.ts'
import { SheetDamaged, type SheetRow } from '../transfer/sheet/sheet-row.ts'

/** A terminal's positions, or the sentence that says why the file gives none. */
export type TrackRead =
  | { readonly kind: 'read'; readonly track: Track }
  | { readonly kind: 'unread'; readonly message: string }

/** Most positions of a file: a week of one machine, each second. */
const MOST_POINTS = 604_800

/** Reads a terminal's positions from a sheet (CSV, XLSX) or from GeoJSON, by the file's name. */
export async function readTrack(path: string): Promise<TrackRead> {
  if (/^\.(?:geo)?json$/i.test(extname(path))) {
    return { kind: 'read', track: trackFromGeoJson(await readFile(path, 'utf8')) }
  }
  const opened = await openSheet(path)
  if (opened.kind === 'refused') return { kind: 'unread', message: opened.message }
  const lines: TableLine[] = []
  try {
    for await (const row of opened.rows) {
      lines.push(lineOf(row))
      if (lines.length > MOST_POINTS + 1) {
        return { kind: 'unread', message: `轨迹点超过${MOST_POINTS}个，请按作业日分开导出。` }
      }
    }
  } catch (error) {
    if (!(error instanceof SheetDamaged)) throw error
    return { kind: 'unread', message: `文件已损坏：${error.message}。` }
  }
  const [head, ...rows] = lines
  if (head === undefined) return { kind: 'unread', message: '文件里没有内容，应有表头和轨迹点。' }
  return { kind: 'read', track: trackFromRows(head, rows) }
}

function lineOf({ line, cells }: SheetRow): TableLine {
  return { line, cells: cells.map((cell) => cell?.text ?? '') }
}
