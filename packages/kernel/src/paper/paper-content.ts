import { isSameAmount } from '../schema/decimal.ts'
import type { Fields } from '../schema/fields.ts'
import { masked } from '../schema/mask.ts'
import { dayText, fieldText, fillIn, type PaperFacts } from './fill-in.ts'
import type { Paper, Paragraph, TablePaper, TextPaper } from './paper.ts'
import { type PaperTable, paperTable } from './paper-table.ts'

/** A paper filled in: all that a writer of DOCX, PDF or XLSX needs, and all that its digest covers. */
export type PaperContent = TableContent | TextContent

/** A form filled in. */
export interface TableContent {
  readonly form: 'table'
  readonly title: string
  /** Whether personal fields are masked in it. */
  readonly isPublic: boolean
  /** Blanks above the table with what fills them; empty for one that is filled in by hand. */
  readonly head: readonly { readonly label: string; readonly value: string }[]
  readonly table: PaperTable
  /** Columns of figures, which are set to the right. */
  readonly figures: readonly boolean[]
  readonly foot: readonly string[]
  readonly copies: readonly string[]
}

/** A text filled in. */
export interface TextContent {
  readonly form: 'text'
  readonly head: 'red' | 'plain'
  readonly issuer: string
  readonly number: string | null
  readonly title: string
  /** Whether personal fields are masked in it. */
  readonly isPublic: boolean
  readonly addressee: string | null
  readonly body: readonly { readonly level: number; readonly label: string; readonly text: string }[]
  readonly annexes: readonly string[]
  /** 2026年3月2日 */
  readonly date: string
  readonly note: string | null
  readonly copies: readonly string[]
}

/** What a paper is filled in with. */
export interface PaperInput {
  readonly schema: Fields
  /** Rows of a form; a text takes the first. */
  readonly records: readonly Readonly<Record<string, unknown>>[]
  readonly facts: PaperFacts
  /** Blank above a form → what fills it: 县 → 清源县 */
  readonly places: Readonly<Record<string, string>>
  /** Fields shown as they are in a version for the public; null for the authorities' own version. */
  readonly clear: readonly string[] | null
}

/** A paper filled in. Pure: the same definition and input give the same content. */
export function paperContent(paper: Paper, input: PaperInput): PaperContent {
  return paper.form === 'table' ? tableContent(paper, input) : textContent(paper, input)
}

/** The fields that a paper's version for the public shows as they are. */
export function clearFieldsOf({ clear = [] }: Paper): readonly string[] {
  return clear.map(({ field }) => field)
}

function tableContent(paper: TablePaper, { schema, records, places, clear }: PaperInput): TableContent {
  const { title, head, headFields = {}, foot, copies } = paper
  const table = paperTable(paper, schema, records, clear)
  const shown = clear === null ? records : records.map((record) => masked(schema, record, clear))
  return {
    form: 'table',
    title,
    isPublic: clear !== null,
    head: head.map((label) => {
      const field = headFields[label]
      const value = field === undefined ? (places[label] ?? '') : agreedOn(schema, shown, field)
      return { label, value }
    }),
    table,
    figures: table.headings.map((_, column) => isFigures(table.rows, column)),
    foot,
    copies,
  }
}

/** What all rows say in a field; empty where they do not agree. */
function agreedOn(
  schema: Fields,
  records: readonly Readonly<Record<string, unknown>>[],
  field: string,
): string {
  const said = new Set(records.map((record) => fieldText(schema, field, record[field])))
  const [only = ''] = said
  return said.size === 1 ? only : ''
}

function isFigures(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => /^-?\d+\.\d+$|^-?\d{1,9}$/.test(cell))
}

function textContent(paper: TextPaper, { schema, records, facts, clear }: PaperInput): TextContent {
  const [own = {}] = records
  const record = clear === null ? own : masked(schema, own, clear)
  const filled = (text: string) => fillIn(text, schema, record, facts)
  const { head, title, issuer, addressee, body, annexes, note, copies } = paper
  return {
    form: 'text',
    head,
    issuer: filled(issuer),
    number: paper.number === undefined ? null : facts.number,
    title,
    isPublic: clear !== null,
    addressee: addressee === null ? null : filled(addressee),
    body: numbered(body.filter(({ when }) => isMet(when, record))).map(({ level, label, text }) => ({
      level,
      label,
      text: filled(text),
    })),
    annexes: annexes.map(filled),
    date: dayText(facts.date),
    note: note === undefined ? null : filled(note),
    copies: copies.map(filled),
  }
}

function isMet(when: Paragraph['when'], record: Readonly<Record<string, unknown>>): boolean {
  if (when === undefined) return true
  const value = record[when.field]
  const isEmpty = value === undefined || value === null || value === '' || isEmptyList(value)
  if (isEmpty || when.isEmpty === true) return isEmpty && when.isEmpty === true
  if (when.isNotZero === true && isSameAmount(String(value), '0')) return false
  return when.is === undefined || when.is.includes(String(value))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Paragraphs with the numbers of their levels, by GB/T 9704: 一、 （一） 1. （1）; a level begins anew under a higher one. */
function numbered(body: readonly Paragraph[]): { level: number; label: string; text: string }[] {
  const counts = [0, 0, 0, 0]
  return body.map(({ text, level = 0 }) => {
    if (level === 0) return { level, label: '', text }
    const place = level - 1
    counts.fill(0, level)
    const count = (counts[place] ?? 0) + 1
    counts[place] = count
    return { level, label: levelLabel(level, count), text }
  })
}

/** The number of a paragraph of a level, from 1: 一、 （一） 1. （1） */
export function levelLabel(level: number, count: number): string {
  return labels[level - 1]?.(count) ?? ''
}

const labels: readonly ((count: number) => string)[] = [
  (count) => `${chineseCount(count)}、`,
  (count) => `（${chineseCount(count)}）`,
  (count) => `${count}.`,
  (count) => `（${count}）`,
]

/** 1 to 99 in Chinese. */
function chineseCount(count: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`) + (digits[ones] ?? '')
}
