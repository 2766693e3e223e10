import { excelDate, plainNumber } from './excel-values.ts'
import { mergedRangesOf, withMerged } from './merged-cells.ts'
import { columnOf, type SheetCell, SheetDamaged, type SheetOpened, type SheetRow } from './sheet-row.ts'
import { readWorkbookParts, type WorkbookParts, xmlReader } from './workbook-parts.ts'
import { XlsxFile } from './xlsx-file.ts'

/** Columns that a row may have: as many as Excel has. */
const MOST_COLUMNS = 16_384

/** Opens the first sheet of a workbook that is not hidden. Its rows are read as they are asked for. */
export async function openXlsx(path: string): Promise<SheetOpened> {
  const file = await XlsxFile.open(path)
  const damaged = {
    kind: 'refused',
    message: '这个文件不是完好的Excel工作簿（.xlsx），请用Excel或WPS另存后再导入。',
  } as const
  if (file === null) return damaged
  try {
    const parts = await readWorkbookParts(file)
    if (parts !== null) return { kind: 'opened', rows: rowsOf(file, parts) }
  } catch (error) {
    if (!(error instanceof SheetDamaged)) throw error
  }
  file.close()
  return damaged
}

async function* rowsOf(file: XlsxFile, parts: WorkbookParts): AsyncGenerator<SheetRow> {
  try {
    yield* withMerged(bareRows(file, parts), await mergedRangesOf(file, parts.sheet))
  } finally {
    file.close()
  }
}

/** A cell on its way through the reader. */
interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  hasFormula: boolean
  value: string
  hasValue: boolean
}

async function* bareRows(file: XlsxFile, parts: WorkbookParts): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = []
  let line = 0
  let cells: (SheetCell | null)[] = []
  let cell: OpenCell | null = null
  let isInside = false
  const read = xmlReader({
    open({ name, attributes }) {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1)
        cells = []
      } else if (name === 'c') {
        const named = /^[A-Z]+/.exec(attributes['r'] ?? '')?.[0]
        const column = named === undefined ? cells.length : columnOf(named)
        if (column >= MOST_COLUMNS) throw new SheetDamaged(`第${line}行的列数超过${MOST_COLUMNS}`)
        const type = attributes['t'] ?? 'n'
        cell = {
          column,
          type,
          style: Number(attributes['s'] ?? 0),
          hasFormula: false,
          value: '',
          hasValue: false,
        }
      } else if (cell !== null && name === 'f') cell.hasFormula = true
      else if (cell !== null && (name === 'v' || name === 't')) {
        isInside = true
        cell.hasValue = true
      }
    },
    text(piece) {
      if (isInside && cell !== null) cell.value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') isInside = false
      else if (name === 'c' && cell !== null) {
        while (cells.length < cell.column) cells.push(null)
        cells[cell.column] = cellOf(cell, parts)
        cell = null
      } else if (name === 'row') ready.push({ line, cells })
    },
  })
  for await (const piece of file.text(parts.sheet)) {
    read(piece)
    if (ready.length > 0) {
      yield* ready
      ready = []
    }
  }
}

type Reading = (value: string, cell: OpenCell, parts: WorkbookParts) => SheetCell | null

/** How the value of a cell is read, by its type. */
const readings: Readonly<Record<string, Reading>> = {
  s: (value, _cell, { strings }) => textCell(strings[Number(value)] ?? ''),
  str: (value) => textCell(value),
  inlineStr: (value) => textCell(value),
  b: (value) => ({ kind: 'yes-no', text: value.trim() === '1' ? 'true' : 'false' }),
  e: (value) => ({ kind: 'wrong', text: value.trim() }),
  d: (value) => ({ kind: value.length > 10 ? 'date-time' : 'date', text: value.trim() }),
  n: (value, { style }, { dateStyles, is1904 }) => {
    const number = Number(value)
    if (!Number.isFinite(number)) return textCell(value)
    return dateStyles[style] === true
      ? excelDate(number, is1904)
      : { kind: 'number', text: plainNumber(number) }
  },
}

function cellOf(cell: OpenCell, parts: WorkbookParts): SheetCell | null {
  const { type, value, hasValue, hasFormula } = cell
  if (!hasValue || (value === '' && type === 'n')) {
    return hasFormula ? { kind: 'wrong', text: '没有算出结果的公式' } : null
  }
  return (readings[type] ?? textCell)(value, cell, parts)
}

function textCell(value: string): SheetCell | null {
  return value.trim() === '' ? null : { kind: 'text', text: value }
}
