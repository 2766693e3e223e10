import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { Basis, OpenQuestion } from '../definition/gap.ts'

/** A document that a procedure produces: a form with one row a record, or a text such as a decision or a notice. */
export type Paper = TablePaper | TextPaper

/** What any paper says of itself. */
interface AnyPaper {
  readonly kind: 'paper'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Id of the register whose records fill it in. */
  readonly register: string
  /** Personal fields that its version for the public shows as they are, each with the clause that asks for it. */
  readonly clear?: readonly { readonly field: string; readonly basis: Basis }[]
  readonly open?: readonly OpenQuestion[]
}

/** A column of a printed form. */
export interface Column {
  /** As printed at its head, to the character: 作业面积(亩) */
  readonly heading: string
  /** The field that fills it; null for the running number of the row and for what is signed by hand. */
  readonly field: string | null
  readonly isNumber?: boolean
  /** Whether the last row gives the column's sum. */
  readonly isSummed?: boolean
}

/** A form with one row a record. */
export interface TablePaper extends AnyPaper {
  readonly form: 'table'
  /**
   * Which records are its rows, where its register is not the case's own: field of that register → field of the case
   * that it must equal. Without it, all records of that register.
   */
  readonly rows?: Readonly<Record<string, string>>
  /** Blanks above the table, in order: 省, 市, 县 */
  readonly head: readonly string[]
  /** Blank → the field that fills it where all rows agree on it; other blanks are filled from where the county lies. */
  readonly headFields?: Readonly<Record<string, string>>
  readonly columns: readonly Column[]
  /** Whether the last row is 合计. */
  readonly hasTotal: boolean
  /** Who stamps, signs or fills in below the table, as printed. */
  readonly foot: readonly string[]
  /** Who keeps a copy. */
  readonly copies: readonly string[]
}

/** A paragraph of a text. Fields stand in braces: `{operator}于{workedOn}在{place}作业{area}亩。` */
export interface Paragraph {
  readonly text: string
  /** Level of its number, from 1: 一、 （一） 1. （1）; without one it is an ordinary paragraph. */
  readonly level?: 1 | 2 | 3 | 4
  /** Stands only where that field is filled in, or has one of these values, or is more than nothing, or is empty. */
  readonly when?: {
    readonly field: string
    readonly is?: readonly string[]
    readonly isNotZero?: true
    readonly isEmpty?: true
  }
}

/**
 * In which sequence a paper is numbered. All papers of a county under the same mark share one sequence a year. A number is
 * taken with the action that produces the paper, without gaps.
 */
export interface NumberSeries {
  /** What stands before the year: 清水罚决 in 清水罚决〔2026〕7号 */
  readonly mark: string
  readonly basis: Basis
}

/** A number of a paper, as the log keeps it. */
export interface DocumentNumber {
  readonly mark: string
  readonly year: number
  readonly count: number
}

/** A document number as it is printed: 清水罚决〔2026〕7号 */
export function documentNumberText({ mark, year, count }: DocumentNumber): string {
  return `${mark}〔${year}〕${count}号`
}

/**
 * A text in the form of an official paper (GB/T 9704-2012). Besides fields of the case, its texts may have: `{@unit}`
 * who handles the case, with its county, `{@county}`, `{@case}` its id, `{@number}` the paper's own, `{@date}` of the
 * action, `{@reason}` of the action. `{amount:capital}` writes money in capital figures, `{from:moment}` a
 * moment to the minute, `{signature:file}` names the files that were handed in, so that each is found in the case's file.
 */
export interface TextPaper extends AnyPaper {
  readonly form: 'text'
  /** Under a red head with the issuer's name, or without, as letters and receipts are. */
  readonly head: 'red' | 'plain'
  /** Who issues and signs it. */
  readonly issuer: string
  readonly number?: NumberSeries
  /** To whom; null where it is to nobody in particular. */
  readonly addressee: string | null
  readonly body: readonly Paragraph[]
  /** Titles of what is enclosed. */
  readonly annexes: readonly string[]
  /** Stands in brackets under the date: （此件公开发布） */
  readonly note?: string
  /** Who gets a copy, at the foot of the last page. */
  readonly copies: readonly string[]
}

const ANY_KEYS: KeyTree = {
  kind: null,
  form: null,
  id: null,
  title: null,
  basis: null,
  register: null,
  clear: { '*': { field: null, basis: null } },
  open: null,
}

const TABLE_KEYS: KeyTree = {
  ...ANY_KEYS,
  rows: null,
  head: null,
  headFields: null,
  columns: { '*': { heading: null, field: null, isNumber: null, isSummed: null } },
  hasTotal: null,
  foot: null,
  copies: null,
}

const TEXT_KEYS: KeyTree = {
  ...ANY_KEYS,
  head: null,
  issuer: null,
  number: { mark: null, basis: null },
  addressee: null,
  body: { '*': { text: null, level: null, when: { field: null, is: null, isNotZero: null, isEmpty: null } } },
  annexes: null,
  note: null,
  copies: null,
}

/** A form with one row a record. */
export function definePaper(definition: Omit<TablePaper, 'kind' | 'form'>): TablePaper {
  return definitionOf(`文书${definition.id}`, { kind: 'paper', form: 'table', ...definition }, TABLE_KEYS)
}

/** A decision, notice, letter or receipt. */
export function defineTextPaper(definition: Omit<TextPaper, 'kind' | 'form'>): TextPaper {
  return definitionOf(`文书${definition.id}`, { kind: 'paper', form: 'text', ...definition }, TEXT_KEYS)
}

/** Every text of a paper that fields may stand in. */
export function textsOf({ issuer, addressee, body, annexes, note, copies }: TextPaper): readonly string[] {
  return [issuer, addressee ?? '', ...body.map(({ text }) => text), ...annexes, note ?? '', ...copies]
}
