import { isDecimal, type TableContent } from '@luoshi/kernel'
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { faces } from '../fonts/faces.ts'
import { copiesText, PUBLIC_NOTE } from '../official-page.ts'

/** Excel keeps fifteen digits; what has more stays text, so that none is lost. */
const MOST_DIGITS = 15

/** Height of a row of one line, in points. */
const ROW = 22

/** Characters of a row on A4 across. */
const WIDEST = 96

const border = { borderStyle: 'thin', borderColor: '#000000' } as const

/** A form as a workbook of one sheet: exactly its columns, with its title, blanks, sum and places to sign. */
export async function writePaperXlsx(content: TableContent): Promise<Uint8Array<ArrayBuffer>> {
  const { title, head, table, figures, foot, copies, isPublic } = content
  const { headings, rows, total } = table
  const across = (text: string, more: Partial<NonNullable<Cell>> = {}): Cell[] => [
    { value: text, columnSpan: headings.length, fontFamily: faces.body.name, fontSize: 12, ...more } as Cell,
    ...headings.slice(1).map(() => null),
  ]
  const cell = (text: string, column: number): Cell => ({
    ...(text === '' ? {} : written(text, figures[column] === true)),
    ...border,
    fontFamily: faces.body.name,
    fontSize: 11,
    height: ROW,
    wrap: true,
    alignVertical: 'center',
    align: figures[column] === true && column > 0 ? 'right' : 'center',
  })
  const heading = (text: string): Cell => ({
    value: text,
    ...border,
    fontFamily: faces.heading.name,
    fontSize: 11,
    wrap: true,
    align: 'center',
    alignVertical: 'center',
  })
  const data: Cell[][] = [
    across(title, { fontFamily: faces.title.name, fontSize: 18, align: 'center', height: 36 } as object),
    ...(head.length > 0 ? [across(headText(head))] : []),
    headings.map(heading),
    ...rows.map((row) => row.map(cell)),
    ...(total === null ? [] : [total.map(cell)]),
    ...(foot.length > 0 ? [across(foot.map(withColon).join('　　　　'), { height: 40 } as object)] : []),
    ...(copies.length > 0 ? [across(copiesText(copies))] : []),
    ...(isPublic ? [across(PUBLIC_NOTE)] : []),
  ]
  const workbook = await writeExcelFile(data, {
    sheet: title.slice(0, 31).replaceAll(/[\\/?*[\]:]/g, ' '),
    columns: fitted(
      headings.map((text, column) => widthOf([text, ...rows.map((row) => row[column] ?? '')])),
    ).map((width) => ({ width })),
    orientation: 'landscape',
  }).toBuffer()
  return new Uint8Array(workbook)
}

/** 山西省　忻州市　五寨县; a blank that nothing fills is left open. */
function headText(head: TableContent['head']): string {
  return head
    .map(({ label, value }) =>
      value === '' ? `＿＿＿＿${label}` : /[省市县区乡镇村]$/.test(value) ? value : value + label,
    )
    .join('　')
}

function withColon(text: string): string {
  return /[）)]$/.test(text) ? text : `${text}：`
}

function written(text: string, isFigures: boolean) {
  const isExact = isFigures && isDecimal(text) && text.replaceAll(/\D/g, '').length <= MOST_DIGITS
  return isExact ? ({ value: Number(text), type: Number } as const) : ({ value: text, type: String } as const)
}

/** Widths that a page across takes, each column at least readable. */
function fitted(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (total <= WIDEST ? width : Math.max(6, (width * WIDEST) / total)))
}

function widthOf(texts: readonly string[]): number {
  const widths = texts.slice(0, 500).map((text) => {
    let width = 0
    for (const sign of text) width += /[\x20-\x7e]/.test(sign) ? 1 : 2
    return width
  })
  return Math.min(40, Math.max(8, ...widths) + 2)
}
