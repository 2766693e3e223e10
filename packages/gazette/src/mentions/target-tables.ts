import type { Table, Target } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { readNumeral } from './numerals.ts'

/** Head of the column that names what is measured. */
const INDICATOR_HEAD = /指标|目标名称|考核内容|任务名称/

/** Head of the column that holds what is to be reached. */
const TARGET_HEAD = /目标|(20\d\d) ?年/

const YEAR = /(20\d\d) ?年/

/** A cell that is a measure: ≥97, 80%以上, 13.2. */
const CELL =
  /^(≥|≤|>=|<=|>|<|＞|＜|不低于|不少于|不超过|达到)? ?([0-9０-９][0-9０-９,，.．]*) ?([%％‰]|[\p{Script=Han}㎡/]{1,6}?)?(以上|以下|以内|左右)?$/u

/** Unit in the brackets behind an indicator: 增加值增速（%）. */
const UNIT_IN_BRACKETS = /[（(]([^（()）0-9]{1,8})[)）]$/

const OPERATORS = new Map<string, Target['operator']>([
  ['≥', '>='],
  ['>=', '>='],
  ['不低于', '>='],
  ['不少于', '>='],
  ['以上', '>='],
  ['≤', '<='],
  ['<=', '<='],
  ['不超过', '<='],
  ['以下', '<='],
  ['以内', '<='],
  ['>', '>'],
  ['＞', '>'],
  ['<', '<'],
  ['＜', '<'],
  ['左右', '~'],
])

/** Targets in tables that have a column of indicators and one of their goals; that of the last year where several. */
export function readTargetTables(
  instrument: ReadInstrument,
  tables: readonly Table[],
  yearOf: (clause: string, text: string, at: number) => number | null,
): Target[] {
  return tables.flatMap((table) => {
    const clause =
      table.clause ??
      instrument.clauses.findLast(({ clause: { lines } }) => lines[0] < table.lines[0])?.clause.id
    const named = table.columns.findIndex(
      (column) => INDICATOR_HEAD.test(column) && !/值|目标值/.test(column),
    )
    const aimed = targetColumn(table.columns, named)
    if (clause === undefined || named === -1 || aimed === -1) return []
    const head = table.columns[aimed] ?? ''
    const year = Number(head.match(YEAR)?.[1]) || yearOf(clause, table.title ?? '', table.title?.length ?? 0)
    // A table of an older plan tells what was reached.
    if (year !== null && year < Number(instrument.issuedOn?.slice(0, 4) ?? year)) return []
    return table.rows.flatMap(({ cells, line, kind }): Target[] => {
      const read =
        kind === 'row'
          ? readCells(cells[named] ?? '', cells[aimed] ?? '', unitCell(table.columns, cells))
          : null
      return read === null ? [] : [{ clause, ...read, year, lines: [line, line] }]
    })
  })
}

/** The column of goals: the one of the last year, else the one that is called so. */
function targetColumn(columns: readonly string[], named: number): number {
  let best = -1
  let bestYear = 0
  for (const [index, column] of columns.entries()) {
    if (index === named || !TARGET_HEAD.test(column) || /完成|现状|基期|实际/.test(column)) continue
    const year = Number(column.match(YEAR)?.[1] ?? 1)
    if (year > bestYear) [best, bestYear] = [index, year]
  }
  return best
}

function unitCell(columns: readonly string[], cells: readonly string[]): string {
  const column = columns.findIndex((name) => /^(?:计量)?单位$/.test(name.trim()))
  return column === -1 ? '' : (cells[column] ?? '')
}

function readCells(
  name: string,
  cell: string,
  unitOfRow: string,
): Pick<Target, 'indicator' | 'operator' | 'value' | 'unit'> | null {
  const match = cell.trim().match(CELL)
  const value = match === null ? null : readNumeral((match[2] ?? '').replace(/[,，.．]+$/, ''))
  if (match === null || value === null || name.trim() === '') return null
  const unit = match[3] ?? (unitOfRow || name.match(UNIT_IN_BRACKETS)?.[1] || '')
  const operator = OPERATORS.get(match[1] ?? '') ?? OPERATORS.get(match[4] ?? '') ?? '='
  return {
    indicator: name
      .replace(UNIT_IN_BRACKETS, '')
      .replace(/^[0-9]+[.．、] ?/, '')
      .trim(),
    operator,
    value,
    unit: unit.replace('％', '%'),
  }
}
