import { columnName, type SheetRow } from './sheet/sheet-row.ts'
import { type TransferField, UNIT_HEADING } from './transfer-fields.ts'

/** Which column fills which field. */
export interface MatchedHeadings {
  readonly kind: 'matched'
  readonly fields: ReadonlyMap<number, TransferField>
  /** Column that names the unit; null where none does. */
  readonly unit: number | null
  /** Heading of each column, for reports. */
  readonly headings: readonly string[]
  /** Headings of columns that no field takes. */
  readonly unused: readonly string[]
  /** The last row of the headings: the first below it is a record. */
  readonly line: number
}

/** What stands against a sheet's headings. */
export interface HeadingsRefused {
  readonly kind: 'refused'
  readonly line: number
  readonly messages: readonly string[]
}

/** Rows from the top within which the headings must stand: a title and remarks may be above them. */
export const HEADING_ROWS = 20

/** Headings that printed forms have beside the fields. */
const IGNORED = new Set(['序号', '备注', '签字', '签名'])

/**
 * Finds the row of headings among the first rows of a sheet and what each column fills. A heading is a field's label or
 * its name, in any order; its unit may stand in brackets or not. Headings may stand on two rows, the upper ones merged.
 */
export function matchHeadings(
  rows: readonly SheetRow[],
  fields: readonly TransferField[],
): MatchedHeadings | HeadingsRefused {
  const names = namesOf(fields)
  const single = rows.map((row) => ({ line: row.line, headings: textsOf(row) }))
  const double = rows.slice(1).map((row, index) => ({
    line: row.line,
    headings: underEachOther(textsOf(rows[index] as SheetRow), textsOf(row)),
  }))
  const scored = [...single, ...double].map((each) => ({ ...each, score: scoreOf(each.headings, names) }))
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most), {
    line: 1,
    headings: [] as readonly string[],
    score: 0,
  })
  if (best.score === 0) {
    const known = fields.map(({ heading }) => heading).join('、')
    return { kind: 'refused', line: 1, messages: [`前${HEADING_ROWS}行里没有找到表头，表头应有：${known}。`] }
  }
  return matched(best.line, best.headings, names, fields)
}

function matched(
  line: number,
  headings: readonly string[],
  names: ReadonlyMap<string, TransferField | null>,
  fields: readonly TransferField[],
): MatchedHeadings | HeadingsRefused {
  const found = new Map<number, TransferField>()
  const messages: string[] = []
  const unused: string[] = []
  let unit: number | null = null
  for (const [column, heading] of headings.entries()) {
    const field = findField(heading, names)
    if (field === null) messages.push(`表头“${heading}”对得上不止一项，请改用字段名或写明单位。`)
    else if (field !== undefined) {
      const earlier = [...found].find(([, { name }]) => name === field.name)
      if (earlier === undefined) found.set(column, field)
      else {
        messages.push(
          `“${field.heading}”有两列：${columnName(earlier[0])}列和${columnName(column)}列，只应有一列。`,
        )
      }
    } else if (normal(heading) === UNIT_HEADING) unit = column
    else if (heading !== '' && !IGNORED.has(normal(heading))) unused.push(heading)
  }
  const present = new Set([...found.values()].map(({ name }) => name))
  const missing = fields.filter(({ name, isOptional }) => !isOptional && !present.has(name))
  if (missing.length > 0) {
    messages.push(`缺少必填的列：${missing.map(({ heading }) => heading).join('、')}。`)
  }
  if (messages.length > 0) return { kind: 'refused', line, messages }
  return { kind: 'matched', fields: found, unit, headings, unused, line }
}

/** Every way of writing a field's heading → the field; null where two fields share it. */
function namesOf(fields: readonly TransferField[]): ReadonlyMap<string, TransferField | null> {
  const names = new Map<string, TransferField | null>()
  const add = (name: string, field: TransferField) => {
    const other = names.get(name)
    if (other === undefined) names.set(name, field)
    else if (other?.name !== field.name) names.set(name, null)
  }
  for (const field of fields) {
    for (const name of new Set([normal(field.heading), normal(field.meta.label)])) add(name, field)
  }
  // A name is nobody else's, whatever the labels are.
  for (const field of fields) names.set(field.name.toLowerCase(), field)
  return names
}

function findField(
  heading: string,
  names: ReadonlyMap<string, TransferField | null>,
): TransferField | null | undefined {
  const whole = normal(heading)
  return names.get(whole) ?? names.get(whole.replace(/\([^()]*\)$/, ''))
}

function scoreOf(headings: readonly string[], names: ReadonlyMap<string, TransferField | null>): number {
  return headings.filter((heading) => heading !== '' && findField(heading, names) !== undefined).length
}

/** The lower heading where there is one, else the upper one. */
function underEachOther(upper: readonly string[], lower: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) =>
    lower[column] ? lower[column] : (upper[column] ?? ''),
  )
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.map((cell) => cell?.text.trim() ?? '')
}

/** A heading without space, signs of what is required, and differences between brackets. */
function normal(heading: string): string {
  return heading
    .replaceAll(/[\s　*＊]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('［', '(')
    .replaceAll('］', ')')
    .toLowerCase()
}
