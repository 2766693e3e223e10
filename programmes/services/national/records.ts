import { isCode } from './code-lists.ts'
import { handlingTables } from './handling-tables.ts'
import { dateFromNational, momentFromNational } from './moments.ts'
import { otherTables } from './other-tables.ts'
import { lengthOf, type NationalItem, type NationalTable } from './table.ts'

/** All thirteen tables, in the order of print. */
export const nationalTables: readonly NationalTable[] = [...handlingTables, ...otherTables]

/** Values by the ids of their items, as texts. */
export type NationalValues = Readonly<Record<string, string>>

/** A record of one table: values, rows of each group that repeats, and what the standard does not know. */
export interface NationalRecord {
  readonly values: NationalValues
  readonly rows: Readonly<Record<string, readonly NationalValues[]>>
  /** The standard lets anyone add items (clause 4): they are kept. */
  readonly extensions: Readonly<Record<string, unknown>>
}

/** What is odd about a record. A warning lets it pass, since the length may be the transcription's slip. */
export interface NationalFinding {
  readonly severity: 'error' | 'warning'
  readonly item: string
  /** One sentence for the user. */
  readonly message: string
}

/** The key under which rows of a group stand in the written form, and under which extensions do. */
export const EXTENSIONS = 'extensions'

/** Of a password nothing is kept or sent. */
const NEVER = new Set(['password'])

/** A table by its id. */
export function nationalTable(id: string): NationalTable {
  const found = nationalTables.find((table) => table.id === id)
  if (found === undefined) throw new Error(`no table ${id}`)
  return found
}

/** Groups of rows of a table. */
export function groupsOf({ items }: NationalTable): readonly string[] {
  return [...new Set(items.flatMap(({ repeats }) => repeats ?? []))]
}

/** A record as it is written: JSON with the items in the order of print. */
export function writeRecord(
  table: NationalTable,
  { values, rows, extensions }: NationalRecord,
): Readonly<Record<string, unknown>> {
  const own = ordered(
    table.items.filter(({ repeats }) => repeats === undefined),
    values,
  )
  const groups = groupsOf(table).flatMap((group) => {
    const items = table.items.filter(({ repeats }) => repeats === group)
    const written = (rows[group] ?? []).map((one) => ordered(items, one))
    return written.length === 0 ? [] : [[group, written] as const]
  })
  return {
    ...own,
    ...Object.fromEntries(groups),
    ...(Object.keys(extensions).length === 0 ? {} : { [EXTENSIONS]: extensions }),
  }
}

/** A written record, and everything that is odd about it. What the standard does not know is kept as an extension. */
export function readRecord(
  table: NationalTable,
  written: Readonly<Record<string, unknown>>,
): { readonly record: NationalRecord; readonly findings: readonly NationalFinding[] } {
  const findings: NationalFinding[] = []
  const groups = groupsOf(table)
  const own = table.items.filter(({ repeats }) => repeats === undefined)
  const values = read(own, written, findings)
  const rows = Object.fromEntries(
    groups.flatMap((group) => {
      const given = written[group]
      if (!Array.isArray(given)) return []
      const items = table.items.filter(({ repeats }) => repeats === group)
      return [[group, given.map((one: unknown) => read(items, isRecord(one) ? one : {}, findings))] as const]
    }),
  )
  const known = new Set([...own.map(({ id }) => id), ...groups, EXTENSIONS])
  const unknown = Object.entries(written).filter(([name]) => !known.has(name))
  const kept = isRecord(written[EXTENSIONS]) ? written[EXTENSIONS] : {}
  return { record: { values, rows, extensions: { ...kept, ...Object.fromEntries(unknown) } }, findings }
}

function ordered(items: readonly NationalItem[], values: NationalValues): NationalValues {
  return Object.fromEntries(
    items.flatMap(({ id }) => {
      const value = values[id]
      return value === undefined || NEVER.has(id) ? [] : [[id, value] as const]
    }),
  )
}

function read(
  items: readonly NationalItem[],
  written: Readonly<Record<string, unknown>>,
  findings: NationalFinding[],
): NationalValues {
  return Object.fromEntries(
    items.flatMap((item) => {
      const given = written[item.id]
      if (given === undefined || given === null || NEVER.has(item.id)) return []
      if (typeof given !== 'string' && typeof given !== 'number') {
        findings.push(error(item, '应是文字或数'))
        return []
      }
      const value = String(given)
      findings.push(...oddIn(item, value))
      return [[item.id, value] as const]
    }),
  )
}

/** What is odd about one value, by its kind, its length and its code list. */
export function oddIn(item: NationalItem, value: string): readonly NationalFinding[] {
  const length = lengthOf(item)
  const characters = [...value].length
  const findings: NationalFinding[] = []
  if (item.kind === 'date' && dateFromNational(value) === null)
    findings.push(error(item, `“${value}”不是YYYYMMDD的日期`))
  if (item.kind === 'moment' && momentFromNational(value) === null) {
    findings.push(error(item, `“${value}”不是${item.format}的日期时间`))
  }
  if (item.kind === 'number' && !/^\d+(?:\.\d+)?$/.test(value)) findings.push(error(item, `“${value}”不是数`))
  if (
    item.codes !== undefined &&
    !value.split(/[、,^]/).every((code) => isCode(item.codes ?? 'yesNo', code))
  ) {
    findings.push(error(item, `代码“${value}”不在代码表里`))
  }
  if (item.kind === 'characters' && length !== null) {
    const isOff = length.isFixed
      ? characters !== length.most && item.codes === undefined
      : characters > length.most
    // A scan of the standard was read: no length is a refusal before the print was looked at.
    if (isOff) findings.push(warning(item, `有${characters}个字符，标准写${item.format}`))
  }
  return findings
}

function error({ id, name }: NationalItem, what: string): NationalFinding {
  return { severity: 'error', item: id, message: `${name}${what}。` }
}

function warning({ id, name }: NationalItem, what: string): NationalFinding {
  return { severity: 'warning', item: id, message: `${name}${what}。` }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
