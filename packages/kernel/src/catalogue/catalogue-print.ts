import { z } from 'zod'
import type { Cite, InstrumentCite } from '../cite.ts'
import { instrument } from '../cite.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { validate } from '../schema/validate.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { Catalogue, CatalogueVersion, Item } from './catalogue.ts'

/** Where a version of a list is printed, and which column gives which field: the list is read from there, never typed. */
export interface CataloguePrint {
  /** 2022年版 */
  readonly name: string
  /** The lines of the table. */
  readonly basis: InstrumentCite
  readonly from: IsoDate
  /** Heading of a column, with its spaces left out → field. */
  readonly columns: Readonly<Record<string, string>>
  /** The field that takes the heading of the group in which a row stands: of a line of its own, or of the group's sums. */
  readonly group?: string
  /** The field that takes what those fields say together, where no column tells an entry from all others. */
  readonly keyed?: { readonly field: string; readonly by: readonly string[] }
  /** How many entries were counted in the print. A reading with another number is refused. */
  readonly count: number
}

/** A table as a gazette's reader gives it. */
export interface PrintedTable {
  readonly columns: readonly string[]
  readonly rows: readonly PrintedRow[]
}

/** One row: its cells in the order of the columns, and the line on which it stands. */
export interface PrintedRow {
  readonly cells: readonly string[]
  /** `row` is an entry, `section` the heading of a group; sums are neither. */
  readonly kind: string
  readonly line: number
}

/** The version, each entry with its line; or everything that kept it from being read. */
export type VersionRead =
  | { readonly kind: 'read'; readonly version: CatalogueVersion }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** What a table is read by, wherever it stands. */
export type TableReading = Omit<CataloguePrint, 'basis'> & { readonly basis: Cite }

/** Reads a version of a list from its table. Fields that are lists take the parts between separators; others lose spaces. */
export function versionFrom(
  catalogue: Catalogue,
  print: TableReading,
  table: PrintedTable,
  separator: RegExp = /\s+/,
): VersionRead {
  const columns = table.columns.map((heading) => print.columns[spaceless(heading)])
  const absent = Object.entries(print.columns).filter(([, field]) => !columns.includes(field))
  const data = { catalogue: catalogue.title, version: print.name }
  if (absent.length > 0) {
    const wanted = absent.map(([heading]) => heading).join('、')
    return refused([issueOf('column-absent', ['columns'], { ...data, wanted }, print.basis)])
  }
  const read = entriesOf(catalogue, print, table, columns, separator)
  const issues = read.flatMap((entry) => entry.issues)
  if (read.length !== print.count) {
    const found = { ...data, found: read.length, wanted: print.count }
    issues.push(issueOf('entries-counted', ['rows'], found, print.basis))
  }
  if (issues.length > 0) return refused(issues)
  const items = read.map(({ item }) => item)
  return {
    kind: 'read',
    version: { name: print.name, from: print.from, until: null, basis: print.basis, items },
  }
}

/** A table with the lines on which it stands. */
export interface PlacedTable extends PrintedTable {
  readonly lines: readonly [number, number]
}

/** Reads a version from whichever of an instrument's tables stands in the lines of its print. */
export function versionAmong(
  catalogue: Catalogue,
  print: CataloguePrint,
  tables: readonly PlacedTable[],
): VersionRead {
  const [first, last] = print.basis.lines
  const inside = tables.filter(({ lines }) => lines[0] <= last && lines[1] >= first)
  const [table] = inside.sort((a, b) => b.rows.length - a.rows.length)
  if (table !== undefined) return versionFrom(catalogue, print, table)
  const data = { catalogue: catalogue.title, version: print.name }
  return refused([issueOf('table-absent', ['table'], data, print.basis)])
}

/** The catalogue with versions read from print beside its own; each holds until the next begins. */
export function withVersions(catalogue: Catalogue, versions: readonly CatalogueVersion[]): Catalogue {
  const all = [...catalogue.versions, ...versions].sort((a, b) => (a.from < b.from ? -1 : 1))
  const ended = all.map((version, index) => ({
    ...version,
    until: version.until ?? all[index + 1]?.from ?? null,
  }))
  return { ...catalogue, versions: ended }
}

function refused(issues: readonly Issue[]): VersionRead {
  return { kind: 'refused', issues }
}

function entriesOf(
  catalogue: Catalogue,
  print: TableReading,
  { rows }: PrintedTable,
  columns: readonly (string | undefined)[],
  separator: RegExp,
): { item: Item; issues: readonly Issue[] }[] {
  const { basis } = print
  const shape: Readonly<Record<string, z.core.$ZodType>> = catalogue.fields.def.shape
  let group = ''
  return rows.flatMap(({ cells, kind, line }) => {
    if (kind === 'section') group = spaceless(cells.findLast((cell) => cell !== '') ?? '')
    // A group's sums stand behind its heading.
    if (kind === 'subtotal') group = spaceless(cells.find((cell) => cell !== '') ?? '')
    if (kind !== 'row') return []
    const named = cells.flatMap((cell, index) => {
      const field = columns[index]
      if (field === undefined || cell.trim() === '') return []
      return [[field, readCell(shape[field], cell, separator)] as const]
    })
    const grouped =
      print.group === undefined
        ? []
        : [[print.group, readCell(shape[print.group], group, separator)] as const]
    const said: Readonly<Record<string, unknown>> = Object.fromEntries([...named, ...grouped])
    const { keyed } = print
    const key =
      keyed === undefined ? {} : { [keyed.field]: keyed.by.map((field) => said[field] ?? '').join(' ') }
    const checked = validate(catalogue.fields, { ...said, ...key })
    const entry = checked.kind === 'valid' ? (checked.value as Item['entry']) : {}
    const issues = checked.kind === 'valid' ? [] : checked.issues.map((issue) => onLine(issue, line))
    const own = basis.kind === 'law' ? basis : instrument(basis.county, basis.docNumber).lines(line)
    return [{ item: { entry, basis: own }, issues }]
  })
}

function onLine(issue: Issue, line: number): Issue {
  return { ...issue, path: [line, ...issue.path], message: `第${line}行：${issue.message}` }
}

function readCell(schema: z.core.$ZodType | undefined, cell: string, separator: RegExp): unknown {
  const field = schema instanceof z.ZodOptional ? schema.def.innerType : schema
  if (field instanceof z.ZodArray) {
    const { element } = field.def
    return partsOf(withWideBrackets(cell.trim()), separator, labelsOf(element)).map((part) =>
      chosen(element, part),
    )
  }
  if (field instanceof z.ZodNumber) return Number(cell)
  return chosen(field, withWideBrackets(spaceless(cell)))
}

/** The parts between separators. A label may have some within it: 星级宾馆、酒店 */
function partsOf(cell: string, separator: RegExp, labels: readonly string[]): string[] {
  if (cell === '') return []
  const label = labels.find((one) => cell.startsWith(one))
  const length = label?.length ?? cell.match(separator)?.index ?? cell.length
  const rest = cell.slice(length).replace(new RegExp(`^(?:${separator.source})`), '')
  return [cell.slice(0, length), ...partsOf(rest, separator, labels)].filter((part) => part !== '')
}

/** The labels of a choice, the longest first; none for another field. */
function labelsOf(field: z.core.$ZodType): readonly string[] {
  return Object.values(findFieldMeta(field)?.choices ?? {}).sort((a, b) => b.length - a.length)
}

/** The value of a choice by its label; what is none stays as it is printed. */
function chosen(field: z.core.$ZodType | undefined, printed: string): string {
  const choices = field === undefined ? undefined : findFieldMeta(field)?.choices
  return Object.entries(choices ?? {}).find(([, label]) => label === printed)?.[0] ?? printed
}

/** Spaces between Chinese characters are layout. */
function spaceless(text: string): string {
  return text.replace(/\s+/g, '')
}

function withWideBrackets(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）')
}
