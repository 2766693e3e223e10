import { z } from 'zod'
import { isDay } from '../time/instant.ts'
import { type Decimal, isAtLeast, isAtMost, isDecimal } from './decimal.ts'
import { type FieldMeta, fieldRegistry, type PersonalKind } from './field-meta.ts'

/** What any field may say of itself besides its label. */
export interface FieldOptions {
  readonly help?: string
}

/** What a field may say that tells of no person. Texts are searched and figures and dates sorted by unless it says otherwise. */
export interface ListedOptions extends FieldOptions {
  readonly isSearchable?: boolean
  readonly isSortable?: boolean
}

/** What a choice may say. */
export interface ChoiceOptions extends ListedOptions {
  /** What is asked for in place of all that can be chosen, where it is too much to tell: 列出的一个机关. */
  readonly wanted?: string
}

/** Bounds of a number, both included. */
export interface NumberOptions extends ListedOptions {
  readonly least?: Decimal
  readonly most?: Decimal
}

/** The fields of any record or form. */
export type Fields = z.ZodObject<z.core.$ZodLooseShape, z.core.$ZodObjectConfig>

/** Characters of a text that nobody writes by hand. */
const LONGEST_TEXT = 2000

/** A record's or form's fields. Keys that are not among them are refused. */
export function fields<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape)
}

/** A text of at least one character. */
export function text(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().min(1).max(LONGEST_TEXT), {
    control: 'text',
    label,
    wanted: '文字',
    isSearchable: true,
    ...options,
  })
}

/** A text that tells of a person; `personal` says what, and so how it is masked. */
export function personalText(
  label: string,
  personal: Exclude<PersonalKind, 'phone' | 'id-number'>,
  options: FieldOptions = {},
): z.ZodString {
  return described(z.string().trim().min(1).max(100), {
    control: 'text',
    label,
    wanted: '文字',
    personal,
    ...options,
  })
}

/** A telephone number: a mobile one of 11 digits, or area code and number. */
export function phone(label: string, options: FieldOptions = {}): z.ZodString {
  const wanted = '11位手机号，或带区号的电话，如0350-1234567'
  const pattern = /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/
  return described(z.string().trim().regex(pattern), {
    control: 'phone',
    label,
    wanted,
    personal: 'phone',
    ...options,
  })
}

/** A whole number, for what is counted. */
export function count(label: string, unit: string, options: ListedOptions = {}): z.ZodInt {
  return described(z.int().min(0), {
    control: 'count',
    label,
    unit,
    wanted: '不小于0的整数',
    isSortable: true,
    ...options,
  })
}

/** A measure in its unit, an exact decimal: `measure('作业面积', '亩')`. */
export function measure(label: string, unit: string, options: NumberOptions = {}): z.ZodString {
  const { least = '0', most, ...rest } = options
  const isWithin = (value: string) =>
    isDecimal(value) && isAtLeast(value, least) && (most === undefined || isAtMost(value, most))
  const bounds = most === undefined ? `不小于${least}` : `${least}至${most}之间`
  return described(z.string().trim().refine(isWithin), {
    control: 'decimal',
    least,
    ...(most === undefined ? {} : { most }),
    label,
    unit,
    wanted: `${bounds}的数，如12.5`,
    isSortable: true,
    ...rest,
  })
}

/** Money in 元, to the 分. */
export function money(label: string, options: ListedOptions = {}): z.ZodString {
  const pattern = /^\d{1,13}(?:\.\d{1,2})?$/
  return described(z.string().trim().regex(pattern), {
    control: 'money',
    label,
    unit: '元',
    wanted: '金额，至多两位小数，如1234.50',
    isSortable: true,
    ...options,
  })
}

/** A day: `2026-03-02`. */
export function date(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().refine(isDay), {
    control: 'date',
    label,
    wanted: '日期，如2026-03-02',
    isSortable: true,
    ...options,
  })
}

/** Yes or no. */
export function yesNo(label: string, options: ListedOptions = {}): z.ZodBoolean {
  return described(z.boolean(), { control: 'yes-no', label, wanted: '是或否', ...options })
}

/** One of a few; `choices` gives value → label. */
export function choice<const Choices extends Readonly<Record<string, string>>>(
  label: string,
  choices: Choices,
  options: ChoiceOptions = {},
): z.ZodEnum<{ [Value in keyof Choices & string]: Value }> {
  const values = Object.keys(choices) as (keyof Choices & string)[]
  return described(z.enum(values), {
    control: 'choice',
    label,
    choices,
    wanted: Object.values(choices).join('、'),
    ...options,
  })
}

/** The key of a record in a register: `reference('地块', 'plots')`. */
export function reference(label: string, register: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().min(1).max(100), {
    control: 'reference',
    label,
    refersTo: register,
    wanted: `${label}台账中已有的编号`,
    isSearchable: true,
    ...options,
  })
}

/** Several values of one field, in their order. */
export function listOf<Item extends z.ZodType>(label: string, item: Item): z.ZodArray<Item> {
  return described(z.array(item), { control: 'list', label, wanted: '逐项填写' })
}

/** A field with its metadata. */
export function described<Field extends z.ZodType>(field: Field, meta: FieldMeta): Field {
  fieldRegistry.add(field, Object.freeze(meta))
  return field
}

/** A record as its schema has it: `RecordOf<typeof plots.fields>`. */
export type RecordOf<Schema extends z.core.$ZodType> = z.core.output<Schema>
