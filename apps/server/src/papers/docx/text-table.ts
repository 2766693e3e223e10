import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Face } from '../fonts/faces.ts'
import { PAGE, SIZE, twips } from '../official-page.ts'
import { columnWidths } from '../pdf/column-widths.ts'
import type { SheetTable } from '../pdf/sheet-table.ts'
import { font, halfPoints, line } from './runs.ts'
import { signs } from './table-paper.ts'

const WIDTH = twips(PAGE.width - PAGE.left - PAGE.right)

/** A table within a text, with its title; its headings stand again on every page that it runs over. */
export function textTable({ title, headings, rows }: SheetTable): (Paragraph | Table)[] {
  const columns = Math.max(1, headings.length, ...rows.map(({ cells }) => cells.length))
  const places = Array.from({ length: columns }, (_, column) => column)
  const widest = places.map((column) => {
    const cells = rows.filter(({ isSection }) => !isSection).map((row) => signs(row.cells[column] ?? ''))
    return Math.max(signs(headings[column] ?? ''), 2, ...cells.slice(0, 500)) + 1
  })
  const wanted = widest.map((each) => each * SIZE.five * 20)
  const widths = columnWidths(
    wanted,
    widest.map(() => Math.min(400, WIDTH / columns)),
    WIDTH,
  )
  const cellsOf = (cells: readonly string[], face: Face) =>
    places.map((column) => cell(cells[column] ?? '', face, widths[column] ?? 0))
  const hasHeadings = headings.some((heading) => heading !== '')
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths.map(Math.round),
    rows: [
      ...(hasHeadings
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(headings, 'heading') })]
        : []),
      ...rows.map(({ cells, isSection }) =>
        isSection
          ? new TableRow({ children: [whole(cells.filter(Boolean).join('　'), columns)] })
          : new TableRow({ children: cellsOf(cells, 'body') }),
      ),
    ],
  })
  const named =
    title === null ? [] : [line(title, { face: 'heading', size: SIZE.smallFour, align: 'center' })]
  return [...named, table, new Paragraph({ spacing: { before: 0, after: 0 } })]
}

function whole(text: string, columns: number): TableCell {
  return new TableCell({ ...CELL, columnSpan: columns, children: [paragraph(text, 'heading')] })
}

function cell(text: string, face: Face, width: number): TableCell {
  return new TableCell({
    ...CELL,
    width: { size: Math.round(width), type: WidthType.DXA },
    children: [paragraph(text, face)],
  })
}

const CELL = {
  verticalAlign: VerticalAlign.CENTER,
  margins: { top: 40, bottom: 40, left: 60, right: 60 },
}

function paragraph(text: string, face: Face): Paragraph {
  const run = new TextRun({ text, font: font(face), size: halfPoints(SIZE.five) })
  return new Paragraph({
    alignment: signs(text) > 12 ? AlignmentType.LEFT : AlignmentType.CENTER,
    children: [run],
  })
}
