import type { RowProblem } from './read-records.ts'
import { type OutColumn, workbookStream } from './workbook-stream.ts'

const column = (heading: string, width: number): OutColumn => ({ heading, width, isText: true, guide: null })

/** What stands against the rows of a sheet, to be gone through beside it. */
export function reportWorkbook(problems: readonly RowProblem[]): AsyncGenerator<Uint8Array> {
  const columns = [column('行', 8), column('列', 26), column('问题和要求', 80)]
  const rows = problems.map(({ line, column: place, message }) => [
    line === 0 ? null : ({ kind: 'number', value: String(line) } as const),
    { kind: 'text', value: place } as const,
    { kind: 'text', value: message } as const,
  ])
  return workbookStream([{ name: '导入情况', columns, rows }])
}
