import type { z } from 'zod'
import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { type Condition, findRow, type TableCells, tableCells } from './decision-table.ts'
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

/** The table as an official reads it: the inputs, then the value. */
export function valueTableCells(rule: ValueRule & { readonly table: ValueTable }): TableCells {
  const valueHead = findFieldMeta(rule.gives)?.label ?? rule.title
  return tableCells(rule.inputs, rule.table.rows, [valueHead], ({ value }) => [
    valueTextOf(rule.gives, value),
  ])
}

/** Whether a value rule is decided by a table. */
export function isValueTable(rule: ValueRule): rule is ValueRule & { readonly table: ValueTable } {
  return 'table' in rule
}
