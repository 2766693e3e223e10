import { type Track, trackFromGeoJson, trackFromRows } from '@luoshi/programmes/deep-tillage/monitoring'
import { readSourceFile } from '../transfer/sources/read-source-file.ts'

/** A terminal's positions, or the sentence that says why the file gives none. */
export type TrackRead =
  | { readonly kind: 'read'; readonly track: Track }
  | { readonly kind: 'unread'; readonly message: string }

/** Reads a terminal's positions from a sheet (CSV, XLSX) or from GeoJSON, by the file's name. */
export async function readTrack(path: string): Promise<TrackRead> {
  const read = await readSourceFile(path, path)
  if (read.kind === 'unread') return read
  if (read.file.kind === 'geojson') return { kind: 'read', track: trackFromGeoJson(read.file.text) }
  const [head = { line: 1, cells: [] }, ...rows] = read.file.lines
  return { kind: 'read', track: trackFromRows(head, rows) }
}
