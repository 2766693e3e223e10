import { z } from 'zod'
import { isDecimal } from '../schema/decimal.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import type { Fields } from '../schema/fields.ts'
import { withoutWrapping } from '../schema/wrapping.ts'
import { dateOf, isDay, isInstant } from '../time/instant.ts'
import { capitalAmount } from './capital-amount.ts'

/** What a paper tells besides the fields of its case. */
export interface PaperFacts {
  /** Name of the unit that handles the case, as it was on that day. */
  readonly unit: string
  readonly county: string
  /** Id of the case. */
  readonly case: string
  /** The paper's own number; null for one without. */
  readonly number: string | null
  /** Day of the action. */
  readonly date: string
  readonly reason: string | null
}

/** The facts by the names under which they stand in texts (`{@unit}`), as a user reads them. */
export const paperFactLabels: Readonly<Record<keyof PaperFacts, string>> = {
  unit: '承办机构',
  county: '县',
  case: '办件编号',
  number: '文号',
  date: '办理日期',
  reason: '理由',
}

/** How a value can be written: as it is, money in capital figures, a moment to the minute, or the names of files. */
const formats: Readonly<Record<string, (text: string, value: unknown) => string>> = {
  capital: (text) => (isDecimal(text) ? capitalAmount(text) : text),
  moment: (text, value) => (typeof value === 'string' && isInstant(value) ? momentText(value) : text),
  file: (_text, value) => (Array.isArray(value) ? value.map(fileText).join('、') : ''),
}

/** Characters of a digest by which a file is found again. */
const DIGEST_SHOWN = 16

/** A file as texts name it: 当事人签名.png，国密SM3摘要2527da7911a95252… */
function fileText({ name, digest }: { readonly name: string; readonly digest: string }): string {
  return `${name}，国密SM3摘要${digest.slice(0, DIGEST_SHOWN)}…`
}

/** One place in a text that something fills. */
export interface Placeholder {
  /** Name of a field, or of a fact with `@` before it. */
  readonly name: string
  readonly format: string | null
}

const PLACEHOLDER = /\{([^{}]*)\}/g

/** What is to be filled into a text, in order. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, inside = '']) => placeholderOf(inside))
}

/** Whether a placeholder's way of writing is known. */
export function isFormatKnown(format: string | null): boolean {
  return format === null || Object.hasOwn(formats, format)
}

/** Printed where nothing was filled in, to be written by hand. */
export const BLANK = '＿＿＿＿'

/** A text with its places filled in. */
export function fillIn(
  text: string,
  schema: Fields,
  record: Readonly<Record<string, unknown>>,
  facts: PaperFacts,
): string {
  const filled = text.replaceAll(PLACEHOLDER, (_whole, inside: string) => {
    const { name, format } = placeholderOf(inside)
    const value = name.startsWith('@') ? facts[name.slice(1) as keyof PaperFacts] : record[name]
    const written = name.startsWith('@') ? valueText(value) : fieldText(schema, name, value)
    if (written === '') return BLANK
    return format === null ? written : (formats[format]?.(written, value) ?? written)
  })
  // What was filled in may end as a sentence where the text's own sentence ends.
  return filled.replaceAll('。）。', '）。').replaceAll('。。', '。')
}

/** A text with the labels of what is to be filled in: 准予打井，井深［井深］米。 */
export function withLabels(text: string, schema: Fields): string {
  return text.replaceAll(PLACEHOLDER, (_whole, inside: string) => {
    const { name } = placeholderOf(inside)
    if (name.startsWith('@')) return `［${paperFactLabels[name.slice(1) as keyof PaperFacts]}］`
    const field = schema.def.shape[name]
    return `［${(field === undefined ? undefined : findFieldMeta(field)?.label) ?? name}］`
  })
}

/** A field's value as a text writes it: choices by their label, days as 2026年3月2日, lists with 、 between. */
export function fieldText(schema: Fields, name: string, value: unknown): string {
  const field = schema.def.shape[name]
  const choices = field === undefined ? undefined : choicesOf(field)
  if (choices === undefined) return valueText(value)
  const labelled = (one: unknown) => (typeof one === 'string' ? (choices[one] ?? one) : valueText(one))
  return Array.isArray(value) ? value.map(labelled).join('、') : labelled(value)
}

/** The choices of a field, or of each item of a list of choices. */
function choicesOf(field: z.core.$ZodType): Readonly<Record<string, string>> | undefined {
  const inner = withoutWrapping(field)
  return findFieldMeta(inner instanceof z.ZodArray ? inner.def.element : field)?.choices
}

/** A day as texts write it: 2026年3月2日. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A moment as texts write it: 2026年3月2日9时05分. */
function momentText(instant: string): string {
  const [day = '', time = ''] = momentInTable(instant).split(' ')
  const [hour, minute] = time.split(':')
  return `${dayText(day)}${Number(hour)}时${minute}分`
}

/** A moment as tables write it, in Shanghai: 2026-03-02 09:05. */
export function momentInTable(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_AHEAD).toISOString().slice(0, 16).replace('T', ' ')
}

/** Milliseconds. */
const SHANGHAI_AHEAD = 8 * 60 * 60 * 1000

function valueText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(valueText).join('、')
  if (typeof value === 'object') return Object.values(value).map(valueText).join('　')
  const text = String(value)
  if (isDay(text)) return dayText(text)
  return isInstant(text) ? dayText(dateOf(text)) : text
}

function placeholderOf(inside: string): Placeholder {
  const [name = '', format] = inside.split(':', 2)
  return { name, format: format ?? null }
}
