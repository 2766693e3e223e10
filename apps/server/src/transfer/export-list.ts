import {
  caseFieldsOf,
  dateOf,
  type FieldMeta,
  findFieldMeta,
  labelOf,
  nameOn,
  type Procedure,
  type UnitTree,
} from '@luoshi/kernel'
import {
  type CaseQuery,
  type Database,
  LARGEST_PAGE,
  listCases,
  type StoredCase,
  type StoreIssue,
} from '@luoshi/store'
import { stringify } from 'csv-stringify'
import { type OutCell, type OutColumn, workbookStream } from './workbook-stream.ts'

/** The files as which a list can be had. */
export const exportFormats = ['xlsx', 'csv', 'geojson'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** A list that is given out: the same question and the same answer as on the screen, all pages of it. */
export interface ListExport {
  readonly query: Omit<CaseQuery, 'after' | 'limit'>
  readonly units: UnitTree
}

/** A list as a file, piece by piece; or what cannot be asked. */
export type ListExported =
  | { readonly kind: 'exported'; readonly body: AsyncIterable<Uint8Array>; readonly mediaType: string }
  | { readonly kind: 'refused'; readonly issue: StoreIssue }

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
} as const satisfies Record<ExportFormat, string>

/** Gives out a list under its access filter, personal data masked, page after page: its length does not matter to memory. */
export async function exportList(
  db: Database,
  list: ListExport,
  format: ExportFormat,
): Promise<ListExported> {
  const first = await listCases(db, { ...list.query, limit: 1 })
  if (first.kind === 'refused') return first
  const { procedure } = list.query
  const columns = columnsOf(procedure, list.units)
  const cases = casesOf(db, list)
  const bodies = {
    xlsx: () => asWorkbook(procedure, columns, cases),
    csv: () => asCsv(columns, cases),
    geojson: () => asFeatures(procedure, columns, cases),
  } satisfies Record<ExportFormat, () => AsyncIterable<Uint8Array>>
  return { kind: 'exported', body: bodies[format](), mediaType: mediaTypes[format] }
}

interface ExportColumn {
  readonly heading: string
  readonly cell: (found: StoredCase['case']) => OutCell
}

async function* casesOf(db: Database, { query }: ListExport): AsyncGenerator<StoredCase['case']> {
  let after: string | null = null
  do {
    const page = await listCases(db, { ...query, limit: LARGEST_PAGE, ...(after === null ? {} : { after }) })
    if (page.kind === 'refused') return
    for (const row of page.rows) yield row.case
    after = page.next
  } while (after !== null)
}

function columnsOf(procedure: Procedure, units: UnitTree): readonly ExportColumn[] {
  const fields = Object.entries(caseFieldsOf(procedure)).flatMap(([name, schema]): ExportColumn[] => {
    const meta = findFieldMeta(schema)
    if (meta === undefined) return []
    return [{ heading: labelOf(meta), cell: ({ data }) => cellOf(data[name], meta, units) }]
  })
  return [
    { heading: '编号', cell: ({ id }) => textCell(id) },
    { heading: '环节', cell: ({ state }) => textCell(procedure.states[state]?.title ?? state) },
    { heading: '所属机构', cell: ({ unit, latest }) => textCell(unitName(units, unit, dateOf(latest))) },
    ...fields,
    { heading: '登记日期', cell: ({ opened }) => ({ kind: 'date', value: dateOf(opened) }) },
    { heading: '最近办理', cell: ({ latest }) => ({ kind: 'date', value: dateOf(latest) }) },
  ]
}

/** How a value is written, by how its field is filled in; as text where nothing else is said. */
function cellOf(value: unknown, meta: FieldMeta, units: UnitTree): OutCell {
  if (value === undefined || value === null) return null
  const { control, choices = {} } = meta
  if (typeof value === 'boolean') return textCell(value ? '是' : '否')
  if (Array.isArray(value)) return textCell(value.map(itemText).join('、'))
  if (typeof value === 'object') return textCell(itemText(value))
  const text = String(value)
  if (meta.personal !== undefined) return textCell(text)
  if (control === 'decimal' || control === 'money' || control === 'count')
    return { kind: 'number', value: text }
  if (control === 'date') return { kind: 'date', value: text }
  if (control === 'unit') return textCell(unitName(units, text, '9999-12-31'))
  return textCell(choices[text] ?? text)
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  if ('coordinates' in item && Array.isArray(item.coordinates)) return item.coordinates.join('，')
  return 'name' in item ? String(item.name) : Object.values(item).map(itemText).join('　')
}

function unitName({ units }: UnitTree, id: string, date: string): string {
  const unit = units[id]
  return unit === undefined ? id : nameOn(unit, date)
}

function textCell(value: string): OutCell {
  return { kind: 'text', value }
}

function asWorkbook(
  procedure: Procedure,
  columns: readonly ExportColumn[],
  cases: AsyncIterable<StoredCase['case']>,
): AsyncIterable<Uint8Array> {
  const out = columns.map(({ heading }): OutColumn => {
    return { heading, width: Math.min(30, Math.max(12, heading.length * 2 + 2)), isText: false, guide: null }
  })
  return workbookStream([{ name: procedure.title, columns: out, rows: rowsOf(columns, cases) }])
}

async function* rowsOf(
  columns: readonly ExportColumn[],
  cases: AsyncIterable<StoredCase['case']>,
): AsyncGenerator<readonly OutCell[]> {
  for await (const found of cases) yield columns.map(({ cell }) => cell(found))
}

/** Separated values in UTF-8 with a mark, by which Excel knows it; what begins like a formula is kept from being one. */
async function* asCsv(
  columns: readonly ExportColumn[],
  cases: AsyncIterable<StoredCase['case']>,
): AsyncGenerator<Uint8Array> {
  const lines = stringify({ bom: true, record_delimiter: 'windows' })
  lines.write(columns.map(({ heading }) => heading))
  const writing = (async () => {
    for await (const row of rowsOf(columns, cases)) {
      if (!lines.write(row.map(csvValue))) {
        await new Promise((resolve) => lines.once('drain', resolve))
      }
    }
    lines.end()
  })()
  writing.catch((error) => lines.destroy(error))
  for await (const chunk of lines) yield new Uint8Array(chunk as Buffer)
  await writing
}

/** A text that begins as a formula does gets a sign before it that keeps spreadsheets from reckoning it. */
function csvValue(cell: OutCell): string {
  if (cell === null) return ''
  const { kind, value } = cell
  return kind === 'text' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
}

/**
 * The records that have a place, each a feature of GeoJSON (RFC 7946) with what its columns say: for a map of any kind.
 * Where a record has several places, it is its first.
 */
async function* asFeatures(
  procedure: Procedure,
  columns: readonly ExportColumn[],
  cases: AsyncIterable<StoredCase['case']>,
): AsyncGenerator<Uint8Array> {
  const places = Object.entries(caseFieldsOf(procedure)).flatMap(([name, schema]) =>
    findFieldMeta(schema)?.control === 'place' ? [name] : [],
  )
  const bytes = new TextEncoder()
  yield bytes.encode('{"type":"FeatureCollection","features":[')
  let separator = ''
  for await (const found of cases) {
    const place = places.find((name) => isPoint(found.data[name]))
    if (place === undefined) continue
    const properties = Object.fromEntries(
      columns.map(({ heading, cell }) => [heading, cell(found)?.value ?? null]),
    )
    const feature = { type: 'Feature', id: found.id, geometry: found.data[place], properties }
    yield bytes.encode(`${separator}\n${JSON.stringify(feature)}`)
    separator = ','
  }
  yield bytes.encode('\n]}\n')
}

/** Whether it is a point that was not masked. */
function isPoint(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'coordinates' in value && Array.isArray(value.coordinates)
  )
}
