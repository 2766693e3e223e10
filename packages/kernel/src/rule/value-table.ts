import type { z } from 'zod'
import { type Cite, citeText } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { type Condition, conditionText, findRow } from './decision-table.ts'
import type { Inputs } from './rule.ts'
import { defineValueRule, type ValueRule, valueTextOf } from './value-rule.ts'

/** One row: where all its cells hold, it gives its value. */
export interface ValueRow<Value, Input extends string = string> {
  /** Cells by input; an input that has none plays no part in the row. */
  readonly when: Readonly<Partial<Record<Input, Condition>>>
  readonly value: Value
  readonly basis: Cite
}

/** Rows that give a value, as data. */
export interface ValueTable<Value = unknown> {
  readonly kind: 'value-table'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /**
   * `first`: the first row that holds gives the value; with rows from the highest grade down, that is the highest grade
   * of which one condition holds. `unique`: exactly one may hold; where more do, nothing is given.
   */
  readonly hit: 'first' | 'unique'
  readonly rows: readonly ValueRow<Value>[]
}

const TABLE_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  hit: null,
  rows: { '*': { when: null, value: null, basis: null } },
}

/** What a programme's author writes: the table, what it gives, and the inputs that are its columns. */
export interface ValueTableDefinition<Declared extends Inputs, Field extends z.ZodType>
  extends Omit<ValueTable, 'kind' | 'rows'> {
  readonly gives: Field
  readonly inputs: Declared
  readonly rows: readonly ValueRow<z.output<NoInfer<Field>>, keyof Declared & string>[]
}

/** A value rule that a table decides. A case that no row covers is unknown. */
export function defineValueTable<const Declared extends Inputs, Field extends z.ZodType>(
  definition: ValueTableDefinition<Declared, Field>,
): ValueRule & { readonly table: ValueTable<z.output<Field>> } {
  const { inputs, gives, ...rest } = definition
  const table: ValueTable<z.output<Field>> = definitionOf(
    `取值表${rest.id}`,
    { kind: 'value-table', ...rest },
    TABLE_KEYS,
  )
  const { id, title, basis } = table
  const rule = defineValueRule({
    id,
    title,
    basis,
    gives,
    inputs,
    parameters: {},
    decide(input) {
      const found = findRow(table, input as Readonly<Record<string, unknown>>)
      if ('missing' in found) return found
      const { row, number } = found
      return { value: row.value, because: `${title}第${number}行`, basis: row.basis }
    },
  })
  return Object.freeze({ ...rule, table })
}

/** The table as an official reads it: a row a line, an input a column, then the value. */
export function valueTableCells(rule: ValueRule & { readonly table: ValueTable }): {
  readonly head: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly basis: Cite }[]
} {
  const inputs = Object.entries(rule.inputs)
  const labels = inputs.map(([name, field]) => {
    const meta = findFieldMeta(field)
    return meta === undefined ? name : labelOf(meta)
  })
  const rows = rule.table.rows.map(({ when, value, basis }, index) => ({
    cells: [
      String(index + 1),
      ...inputs.map(([name, field]) => conditionText(when[name], findFieldMeta(field)?.choices)),
      valueTextOf(rule.gives, value),
    ],
    basis,
  }))
  return { head: ['序号', ...labels, findFieldMeta(rule.gives)?.label ?? rule.title], rows }
}

/** The same in Markdown, with the clause of each row. */
export function valueTableText(rule: ValueRule & { readonly table: ValueTable }): string {
  const { head, rows } = valueTableCells(rule)
  const heading = [...head, '依据']
  const lines = rows.map(({ cells, basis }) => [...cells, citeText(basis)])
  return [heading, heading.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Whether a value rule is decided by a table. */
export function isValueTable(rule: ValueRule): rule is ValueRule & { readonly table: ValueTable } {
  return 'table' in rule
}
