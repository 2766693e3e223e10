import { strToU8, Zip, ZipDeflate } from 'fflate'
import { workbookParts } from './workbook-xml.ts'

/** A cell that is written: a text, a figure in decimal digits, a day, or nothing. */
export type OutCell = { readonly kind: 'text' | 'number' | 'date'; readonly value: string } | null

/** What may be filled into a column, shown by Excel as a list and a note beside the cell. */
export interface ColumnGuide {
  /** Offered as a list; none where anything may be written. */
  readonly choices: readonly string[]
  readonly title: string
  readonly note: string
}

/** A column of a sheet. */
export interface OutColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  /** Whether what is typed stays the text that it is: numbers of telephones, codes with zeros before them. */
  readonly isText: boolean
  readonly guide: ColumnGuide | null
}

/** A sheet that is written row by row. */
export interface OutSheet {
  readonly name: string
  readonly columns: readonly OutColumn[]
  readonly rows: AsyncIterable<readonly OutCell[]> | Iterable<readonly OutCell[]>
}

/** Characters of rows that are put together before they are packed. */
const BATCH = 64 * 1024

/** A workbook piece by piece, as its rows come: its size does not matter to memory. */
export async function* workbookStream(sheets: readonly OutSheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  const parts = workbookParts(sheets)
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 3 })
    part.mtime = new Date('2020-01-01T00:00:00Z')
    zip.add(part)
    return part
  }
  for (const [name, text] of Object.entries(parts.fixed)) add(name).push(strToU8(text), true)
  for (const [place, sheet] of sheets.entries()) {
    const part = add(`xl/worksheets/sheet${place + 1}.xml`)
    let text = parts.sheetBegin(sheet)
    let line = 1
    for await (const row of sheet.rows) {
      line++
      text += parts.rowXml(row, line)
      if (text.length < BATCH) continue
      part.push(strToU8(text))
      text = ''
      yield* ready.splice(0)
    }
    part.push(strToU8(text + parts.sheetEnd(sheet, line)), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
