import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import { type Decimal, isAtLeast, isAtMost, isDecimal } from '../schema/decimal.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { type Decision, defineRule, type Inputs, type Rule } from './rule.ts'

/** What a cell asks of its input. */
export type Condition =
  | { readonly is: string | number | boolean }
  | { readonly oneOf: readonly string[] }
  | { readonly atLeast: Decimal }
  | { readonly atMost: Decimal }
  | { readonly isGiven: boolean }

/** One row: where all its cells hold, it answers. */
export interface DecisionRow<Input extends string = string> {
  /** Cells by input; an input that has none plays no part in the row. */
  readonly when: Readonly<Partial<Record<Input, Condition>>>
  readonly answer: 'yes' | 'no'
  /** What would pass, for the reason: 有三方签字并加盖村委会公章 */
  readonly wanted: string
  /** What this row found. */
  readonly found: string
  readonly basis: Cite
}

/** Rows that decide, as data. */
export interface DecisionTable {
  readonly kind: 'decision-table'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** `first`: the first row that holds decides. `unique`: exactly one may hold; where more do, nothing is decided. */
  readonly hit: 'first' | 'unique'
  readonly rows: readonly DecisionRow[]
}

const TABLE_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  hit: null,
  rows: { '*': { when: null, answer: null, wanted: null, found: null, basis: null } },
}

/** What a programme's author writes: the table and the inputs that are its columns. */
export interface DecisionTableDefinition<Declared extends Inputs>
  extends Omit<DecisionTable, 'kind' | 'rows'> {
  readonly inputs: Declared
  readonly rows: readonly DecisionRow<keyof Declared & string>[]
}

/** A rule that a table decides. A case that no row covers is unknown, never a yes. */
export function defineDecisionTable<const Declared extends Inputs>(
  definition: DecisionTableDefinition<Declared>,
): Rule & { readonly table: DecisionTable } {
  const { inputs, ...rest } = definition
  const table: DecisionTable = definitionOf(
    `决策表${rest.id}`,
    { kind: 'decision-table', ...rest },
    TABLE_KEYS,
  )
  const { id, title, basis } = table
  const rule = defineRule({
    id,
    title,
    basis,
    inputs,
    parameters: {},
    decide: (input) => decide(table, input as Readonly<Record<string, unknown>>),
  })
  return Object.freeze({ ...rule, table })
}

/** A table as an official reads it: the head, then a row a line with the clause that it rests on. */
export interface TableCells {
  readonly head: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly basis: Cite }[]
}

/** A row a line: its number, an input a column, then what `answers` tells of it under the heads `answerHeads`. */
export function tableCells<
  Row extends { readonly when: Readonly<Partial<Record<string, Condition>>>; readonly basis: Cite },
>(
  declared: Inputs,
  rows: readonly Row[],
  answerHeads: readonly string[],
  answers: (row: Row) => readonly string[],
): TableCells {
  const inputs = Object.entries(declared).map(([name, field]) => ({ name, meta: findFieldMeta(field) }))
  return {
    head: [
      '序号',
      ...inputs.map(({ name, meta }) => (meta === undefined ? name : labelOf(meta))),
      ...answerHeads,
    ],
    rows: rows.map((row, index) => ({
      cells: [
        String(index + 1),
        ...inputs.map(({ name, meta }) => conditionText(row.when[name], meta?.choices)),
        ...answers(row),
      ],
      basis: row.basis,
    })),
  }
}

/** The table as an official reads it: the inputs, then the answer and what would pass. */
export function decisionTableCells(rule: Rule & { readonly table: DecisionTable }): TableCells {
  return tableCells(rule.inputs, rule.table.rows, ['结论', '要求'], ({ answer, wanted }) => [
    answer === 'yes' ? '符合' : '不符合',
    wanted,
  ])
}

/** Whether a rule is decided by a table. */
export function isTabled(rule: Rule): rule is Rule & { readonly table: DecisionTable } {
  return 'table' in rule
}

/** The row of a table that decides, with its number from 1; or why none does. */
export function findRow<Row extends { readonly when: Readonly<Partial<Record<string, Condition>>> }>(
  { hit, rows }: { readonly hit: 'first' | 'unique'; readonly rows: readonly Row[] },
  input: Readonly<Record<string, unknown>>,
): { readonly row: Row; readonly number: number } | { readonly missing: string } {
  const holding = rows.filter(({ when }) =>
    Object.entries(when).every(
      ([name, condition]) => condition === undefined || holds(condition, input[name]),
    ),
  )
  const [row, other] = holding
  if (row === undefined) return { missing: '表中没有写到的情形' }
  if (hit === 'unique' && other !== undefined) {
    const numbers = holding.map((one) => rows.indexOf(one) + 1).join('、')
    return { missing: `唯一的结论：第${numbers}行同时成立` }
  }
  return { row, number: rows.indexOf(row) + 1 }
}

function decide(table: DecisionTable, input: Readonly<Record<string, unknown>>): Decision {
  const found = findRow(table, input)
  if ('missing' in found) return found
  const { answer, wanted, found: reads, basis } = found.row
  return { isMet: answer === 'yes', wanted, found: reads, basis }
}

function holds(condition: Condition, value: unknown): boolean {
  if ('is' in condition) return value === condition.is
  if ('isGiven' in condition) return (value !== undefined) === condition.isGiven
  // A count is a number, every other figure a text.
  const written = typeof value === 'number' ? String(value) : value
  if (typeof written !== 'string') return false
  if ('oneOf' in condition) return condition.oneOf.includes(written)
  if (!isDecimal(written)) return false
  return 'atLeast' in condition ? isAtLeast(written, condition.atLeast) : isAtMost(written, condition.atMost)
}

/** What a cell asks, as it is printed: ≥25 */
export function conditionText(
  condition: Condition | undefined,
  choices: Readonly<Record<string, string>> = {},
): string {
  if (condition === undefined) return '—'
  if ('is' in condition) {
    if (typeof condition.is === 'boolean') return condition.is ? '是' : '否'
    return choices[String(condition.is)] ?? String(condition.is)
  }
  if ('isGiven' in condition) return condition.isGiven ? '已填' : '未填'
  if ('oneOf' in condition) return condition.oneOf.map((value) => choices[value] ?? value).join('或')
  return 'atLeast' in condition ? `≥${condition.atLeast}` : `≤${condition.atMost}`
}
