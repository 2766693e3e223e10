import { z } from 'zod'
import { type Cite, instrument, law } from '../cite.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { count, date, described, fields, listOf, type RecordOf, text } from '../schema/fields.ts'
import { type Catalogue, type Item, textOf } from './catalogue.ts'
import { keysTwice } from './catalogue-findings.ts'
import { type PrintedTable, type VersionRead, versionFrom } from './catalogue-print.ts'

/** A cell of a table: empty where nothing stands in it. */
const cell = described(z.string().trim().max(8000), { control: 'text', label: '内容', wanted: '文字' })

/** What is filled in for a whole new version of a list: its name, its day, on what it rests, and the table itself. */
export const editionShape = {
  name: text('版本名称', { help: '如2023年版' }),
  from: date('施行日期'),
  document: text('依据文件', { help: '公布这一版的文件的文号，或文件名称' }),
  article: text('条款', { help: '没有登在公报上的，写第几条或者附件几' }).optional(),
  firstLine: count('公报起始行', '行').optional(),
  lastLine: count('公报结束行', '行').optional(),
  headings: listOf('栏目', cell),
  /** With its line where the table is a gazette's. */
  rows: listOf('各项', fields({ line: count('公报第几行', '行').optional(), cells: listOf('各栏', cell) })),
  replaces: listOf(
    '由原事项变来的',
    fields({ item: text('事项'), before: listOf('原事项', text('原事项')) }),
  ).optional(),
} as const

const editionFields = fields(editionShape)

/** A whole new version of a list as it was handed in. */
export type Edition = RecordOf<typeof editionFields>

/** Rows of an edition at most, and columns. */
export const EDITION_BOUNDS = { rows: 5000, columns: 40 } as const

/** On what an edition rests: lines of a gazette, or a clause of a document that none printed. */
export function citeOfEdition(
  county: string,
  {
    document,
    article,
    firstLine,
    lastLine,
  }: Pick<Edition, 'document' | 'article' | 'firstLine' | 'lastLine'>,
): Cite {
  if (firstLine === undefined) return law(document, article ?? '')
  return instrument(county, document).lines(firstLine, lastLine ?? firstLine)
}

/**
 * The version that an edition makes of a list, or everything that keeps it from being one. Columns go by the headings under
 * which the list was printed or is shown; cells with several values have 、 or spaces between.
 */
export function versionOfEdition(catalogue: Catalogue, edition: Edition, county: string): VersionRead {
  const { name, from, headings, rows, document, firstLine, replaces = [] } = edition
  const basis = citeOfEdition(county, edition)
  const data = { catalogue: catalogue.title, version: name }
  const known = headingsOf(catalogue)
  const named = [...new Set(headings.map(spaceless))].filter((heading) => known[heading] !== undefined)
  const columns = Object.fromEntries(named.map((heading) => [heading, known[heading] ?? '']))
  const issues = [
    ...columnsTwice(data, columns, headings),
    ...(Object.values(columns).includes(catalogue.parts.key)
      ? []
      : [
          issueOf(
            'column-absent',
            ['headings'],
            { ...data, wanted: labelAt(catalogue, catalogue.parts.key) },
            basis,
          ),
        ]),
  ]
  if (issues.length > 0) return { kind: 'refused', issues }
  const table: PrintedTable = {
    columns: headings,
    // The row of headings is a sheet's first.
    rows: rows.map(({ line, cells }, place) => ({ cells, kind: 'row', line: line ?? place + 2 })),
  }
  const read = versionFrom(catalogue, { name, from, basis, columns, count: rows.length }, table, /[\s、]+/)
  if (read.kind === 'refused') return read
  const twice = keysTwice(catalogue, read.version)
  if (twice.length > 0) return { kind: 'refused', issues: twice }
  const before = new Map(replaces.map((one) => [one.item, one.before]))
  const items = read.version.items.map(({ entry }, place): Item => {
    const line = rows[place]?.line
    const own =
      firstLine === undefined || line === undefined ? basis : instrument(county, document).lines(line)
    const replaced = before.get(textOf(entry, catalogue.parts.key))
    return { entry, basis: own, ...(replaced === undefined ? {} : { replaces: replaced }) }
  })
  return { kind: 'read', version: { ...read.version, items } }
}

/** A table as an edition has it: headings of groups become a column where the list has a field for them, sums are left out. */
export function editionTable(
  catalogue: Catalogue,
  { columns, rows }: PrintedTable,
  hasLines: boolean,
): Pick<Edition, 'headings' | 'rows'> {
  const group = catalogue.prints?.find((print) => print.group !== undefined)?.group
  const label = group === undefined ? '' : labelAt(catalogue, group)
  const isGrouped =
    group !== undefined && !columns.some((heading) => headingsOf(catalogue)[spaceless(heading)] === group)
  let section = ''
  const entries = rows.flatMap(({ cells, kind, line }) => {
    if (kind === 'section') section = spaceless(cells.findLast((one) => one.trim() !== '') ?? '')
    if (kind !== 'row') return []
    const all = columns.map((_, place) => (cells[place] ?? '').trim())
    return [{ ...(hasLines ? { line } : {}), cells: isGrouped ? [...all, section] : all }]
  })
  return { headings: isGrouped ? [...columns, label] : [...columns], rows: entries }
}

/** Heading, without spaces → field: those of the prints, then the names by which the fields are shown. */
export function headingsOf(catalogue: Catalogue): Readonly<Record<string, string>> {
  const { fields: schema, prints = [] } = catalogue
  const shown = Object.keys(schema.def.shape).map((field) => [spaceless(labelAt(catalogue, field)), field])
  const printed = prints.flatMap(({ columns }) => Object.entries(columns))
  return { ...Object.fromEntries(shown), ...Object.fromEntries(printed) }
}

function labelAt({ fields: { def } }: Catalogue, field: string): string {
  const schema = def.shape[field]
  const meta = schema === undefined ? undefined : findFieldMeta(schema)
  return meta === undefined ? field : labelOf(meta)
}

/** Two columns for one field: nobody can tell which is meant. */
function columnsTwice(
  data: { readonly catalogue: string; readonly version: string },
  columns: Readonly<Record<string, string>>,
  headings: readonly string[],
): Issue[] {
  const found = headings.map(spaceless).filter((heading) => columns[heading] !== undefined)
  return found.flatMap((heading, place) => {
    const isAgain = found.findIndex((other) => columns[other] === columns[heading]) < place
    return isAgain ? [issueOf('column-twice', ['headings'], { ...data, heading })] : []
  })
}

function spaceless(words: string): string {
  return words.replace(/\s+/g, '')
}
