import type { TableContent } from '@luoshi/kernel'
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Face } from '../fonts/faces.ts'
import { copiesText, PAGE, SIZE, twips } from '../official-page.ts'
import { columnWidths } from '../pdf/column-widths.ts'
import { isLandscape } from '../pdf/table-paper.ts'
import { font, halfPoints, line } from './runs.ts'

const MARGIN = 20

/** Whether a form is printed across the page. */
export const isWide = isLandscape

/** The blocks of a form: title, blanks, table with headings on every page, places to sign, copies. */
export function tableBlocks(content: TableContent): (Paragraph | Table)[] {
  const { title, head, foot, copies } = content
  const side = isWide(content) ? PAGE.height : PAGE.width
  const width = twips(side - 2 * MARGIN)
  return [
    line(title, { face: 'title', size: SIZE.two, align: 'center', height: 1.4 }),
    ...(head.length > 0 ? [blanks(content)] : []),
    table(content, width),
    ...(foot.length > 0 ? [places(foot, width)] : []),
    ...(copies.length > 0 ? [small(copiesText(copies), 500)] : []),
  ]
}

/** The blanks with what fills them: an underlined place, and its label behind it. */
function blanks({ head }: TableContent): Paragraph {
  const run = (text: string, isUnderlined: boolean) =>
    new TextRun({
      text,
      font: font('body'),
      size: halfPoints(SIZE.smallFour),
      ...(isUnderlined ? { underline: { type: UnderlineType.SINGLE } } : {}),
    })
  const children = head.flatMap(({ label, value }) => {
    const isWhole = value !== '' && !value.endsWith(label) && /[省市县区乡镇村]$/.test(value)
    const said = value.endsWith(label) ? value.slice(0, -label.length) : value
    return [run(said === '' ? '　　　　' : `　${said}　`, true), run(isWhole ? '　' : `${label}　`, false)]
  })
  return new Paragraph({ spacing: { before: 120, after: 120 }, children })
}

function table({ table: { headings, rows, total }, figures }: TableContent, width: number): Table {
  const widest = headings.map((heading, column) => {
    const cells = [...rows, total ?? []].map((row) => signs(row[column] ?? ''))
    return Math.max(signs(heading) / 2, 2, ...cells.slice(0, 500)) + 1
  })
  const widths = columnWidths(
    widest.map((each) => each * SIZE.five * 20),
    widest.map(() => 400),
    width,
  )
  const cellsOf = (cells: readonly string[], face: Face, isHead = false) =>
    cells.map((text, column) =>
      cell(text, face, widths[column] ?? 0, !isHead && column > 0 && figures[column] === true),
    )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths.map(Math.round),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(headings, 'heading', true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row, 'body') })),
      ...(total === null ? [] : [new TableRow({ cantSplit: true, children: cellsOf(total, 'heading') })]),
    ],
  })
}

function cell(text: string, face: Face, width: number, isFigures: boolean): TableCell {
  const run = new TextRun({ text, font: font(face), size: halfPoints(SIZE.five) })
  const alignment = isFigures
    ? AlignmentType.RIGHT
    : signs(text) > 12
      ? AlignmentType.LEFT
      : AlignmentType.CENTER
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: Math.round(width), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ alignment, children: [run] })],
  })
}

/** Places to stamp and sign, side by side. */
function places(foot: readonly string[], width: number): Paragraph {
  const share = width / foot.length
  const said = foot.map((text) => (/[）)]$/.test(text) ? text : `${text}：`))
  return new Paragraph({
    spacing: { before: 200 },
    tabStops: foot.slice(1).map((_, place) => ({
      type: TabStopType.LEFT,
      position: Math.round((place + 1) * share),
    })),
    children: [new TextRun({ text: said.join('\t'), font: font('body'), size: halfPoints(SIZE.smallFour) })],
  })
}

function small(text: string, before: number): Paragraph {
  const run = new TextRun({ text, font: font('body'), size: halfPoints(SIZE.five) })
  return new Paragraph({ spacing: { before }, children: [run] })
}

/** Width of a text in characters; Latin ones count half. */
export function signs(text: string): number {
  let sum = 0
  for (const sign of text) sum += /[\x20-\x7e]/.test(sign) ? 0.55 : 1
  return sum
}
