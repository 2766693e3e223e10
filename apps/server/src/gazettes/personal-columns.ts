import type { Table } from '@luoshi/gazette'
import { maskText } from '@luoshi/kernel'

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

/** A table as the public sees it. */
export function maskedTable(table: Table): Table {
  const personal = personalColumns(table)
  if (Object.keys(personal).length === 0) return table
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const kind = personal[column]
      return kind === undefined ? cell : maskedCell(kind, cell)
    }),
  }))
  return { ...table, rows }
}

function bare(cell: string): string {
  return cell.replace(/[\s-]/g, '')
}
