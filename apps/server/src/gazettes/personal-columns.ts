import type { Issue, Repair, Table, TableRow } from '@luoshi/gazette'
import { maskText } from '@luoshi/kernel'
import type { PersonalColumns } from '@luoshi/store'
import { maskedClauses, maskedProse } from './personal-prose.ts'

/** Kinds of personal data that a published table may not show (去标识化), and what tells of each. */
const kinds = {
  phone: { head: /电话|手机|联系方式/, cell: /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/ },
  identity: { head: /身份证|证件号/, cell: /^[1-9]\d{16}[\dXx]$/ },
  'bank-account': { head: /账号|帐号|卡号|账户|帐户/, cell: /^\d{12,19}$/ },
  plate: { head: /车牌|牌照|号牌/, cell: /^[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}$/ },
} as const

/** A kind of personal data in a column. */
export type PersonalColumnKind = keyof typeof kinds

/** What a kind is called. */
export const personalKindWords = {
  phone: '联系电话',
  identity: '证件号码',
  'bank-account': '账号',
  plate: '车牌号',
} as const satisfies Record<PersonalColumnKind, string>

/** Columns of a table that hold personal data, by their place: told by the head and by what stands in the cells. */
export function personalColumns({ columns, rows }: Table): Record<string, PersonalColumnKind> {
  const found: Record<string, PersonalColumnKind> = {}
  for (const [index, column] of columns.entries()) {
    const cells = rows.map(({ cells }) => bare(cells[index] ?? '')).filter((cell) => cell !== '')
    for (const [kind, { head, cell }] of Object.entries(kinds)) {
      const isTold = head.test(column) || cells.some((text) => cell.test(text))
      if (isTold) found[index] = kind as PersonalColumnKind
    }
  }
  return found
}

/** A cell so that nobody is told from it. What is no number of its kind, as a head or a note, stays. */
export function maskedCell(kind: string, cell: string): string {
  if (!/\d{4}/.test(cell) || !Object.hasOwn(kinds, kind)) return cell
  return maskText(kind === 'plate' ? 'plate' : kind === 'phone' ? 'phone' : 'bank-account', cell)
}

/** Cells with what tells of a person masked. */
export function shownCells(cells: readonly string[], personal: PersonalColumns): string[] {
  return cells.map((cell, column) => {
    const kind = personal[column]
    return kind === undefined ? cell : maskedCell(kind, cell)
  })
}

/** A table as the public sees it. */
export function maskedTable(table: Table, personal: PersonalColumns = personalColumns(table)): Table {
  if (Object.keys(personal).length === 0) return table
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: shownCells(row.cells, personal) })) }
}

/** Which columns of which tables are masked: by instrument from 0, by table from 1. */
export type PersonalTables = ReadonlyMap<number, ReadonlyMap<number, PersonalColumns>>

/** An issue as the public may take it along: its clauses and tables masked, and what the reading changed in their lines too. */
export function maskedIssue(issue: Issue, personal: PersonalTables): Issue {
  const lines = new Set<number>()
  const instruments = issue.instruments.map((printed, index) => {
    const instrument = maskedClauses(printed)
    const own = personal.get(index)
    if (own === undefined) return instrument
    const tables = instrument.tables.map((table, place) => {
      const columns = own.get(place + 1) ?? {}
      for (const line of personalLines(table, columns)) lines.add(line)
      return maskedTable(table, columns)
    })
    return { ...instrument, tables }
  })
  return { ...issue, instruments, repairs: issue.repairs.map((repair) => maskedRepair(repair, lines)) }
}

/** A repair without the figures of a line that tells of persons, and without what tells of them in running text. */
export function maskedRepair(repair: Repair, lines: ReadonlySet<number>): Repair {
  const covered = lines.has(repair.line) ? withoutNumbers : maskedProse
  const [before, after] = [covered(repair.before), covered(repair.after)]
  return before === repair.before && after === repair.after ? repair : { ...repair, before, after }
}

/** Lines of a file on which the rows of a table stand that tell of persons. */
export function personalLines({ rows }: Pick<Table, 'rows'>, personal: PersonalColumns): number[] {
  const columns = Object.entries(personal)
  const tells = ({ cells }: TableRow) =>
    columns.some(([column, kind]) => {
      const cell = cells[Number(column)] ?? ''
      return maskedCell(kind, cell) !== cell
    })
  return rows.filter(tells).map(({ line }) => line)
}

/** A line as it is printed, of the same length, with every long number and plate in it covered. */
export function withoutNumbers(line: string): string {
  return line.replace(/[A-Z]?[A-Z\d](?:[ -]?[A-Z\d]){3,}/gi, (run) =>
    /\d{3}/.test(run) ? run.replace(/[A-Z\d]/gi, '*') : run,
  )
}

function bare(cell: string): string {
  return cell.replace(/[\s-]/g, '')
}
