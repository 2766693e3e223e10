import type { Table } from '@luoshi/gazette'
import type { NoticeHead, PersonalColumns } from '@luoshi/store'
import { stringify } from 'csv-stringify/sync'
import { shownCells } from '../gazettes/personal-columns.ts'
import { tableWorkbook, workbookMediaType } from './workbook.ts'

/** A table to be taken along. */
export interface TableToTake {
  readonly head: NoticeHead
  readonly table: Table
  readonly title: string
  readonly personal: PersonalColumns
}

/** A file with its kind. */
export interface TakenFile {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
}

const kindLabels = { row: '', subtotal: '小计', total: '合计', section: '分类' } as const

/** How a table is written in each format; what tells of a person is masked in all of them. */
export const tableWriters = {
  csv: ({ table, personal }: TableToTake): TakenFile => {
    const rows = table.rows.map(({ cells, kind, line }) => [
      ...shownCells(cells, personal),
      kindLabels[kind],
      line,
    ])
    const head = [...table.columns, '行的种类', '原文行号']
    return {
      // The mark lets Excel read the file as UTF-8; no cell can begin a formula.
      body: stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
      mediaType: 'text/csv; charset=utf-8',
    }
  },
  xlsx: async ({ table, title, personal }: TableToTake): Promise<TakenFile> => ({
    body: await tableWorkbook(
      title,
      table.columns,
      table.rows.map(({ cells }) => shownCells(cells, personal)),
    ),
    mediaType: workbookMediaType,
  }),
  json: ({ head, table, title, personal }: TableToTake): TakenFile => ({
    body: JSON.stringify({
      title,
      county: head.county,
      docNumber: head.docNumber,
      notice: head.title,
      columns: table.columns,
      rows: table.rows.map(({ cells, kind, line }) => ({ kind, line, cells: shownCells(cells, personal) })),
    }),
    mediaType: 'application/json; charset=utf-8',
  }),
} as const

/** A format in which tables are taken along. */
export type TableFormat = keyof typeof tableWriters
