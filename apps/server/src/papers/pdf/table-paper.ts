import type { TableContent } from '@luoshi/kernel'
import type { CharactersByFace } from '../fonts/paper-fonts.ts'
import { copiesText, PUBLIC_NOTE, pageNumberText, points, SIZE } from '../official-page.ts'
import { columnWidths } from './column-widths.ts'
import { breakLines } from './line-breaking.ts'
import type { Pen, Setting } from './pen.ts'

/** Margins of a form, in millimetres: it may be wider than a text. */
const MARGIN = 20

/** Inside of a cell, to its borders. */
const PADDING = 4

const settings = {
  title: { face: 'title', size: SIZE.two },
  head: { face: 'body', size: SIZE.smallFour },
  heading: { face: 'heading', size: SIZE.five },
  cell: { face: 'body', size: SIZE.five },
  small: { face: 'body', size: SIZE.four },
} as const satisfies Record<string, Setting>

const LINE = SIZE.five * 1.35
const LEAST_ROW = 24

/** Room for a stamp over what is printed below the table. */
const STAMP_ROOM = points(14)

type Align = 'left' | 'centre' | 'right'

/** What each face has to draw in a form. */
export function charactersOfTable({ title, head, table, foot, copies }: TableContent): CharactersByFace {
  const cells = [...table.rows.flat(), ...(table.total ?? [])]
  const blanks = head.flatMap(({ label, value }) => [label, value])
  const printed = '0123456789—　：； _'
  return {
    title: new Set(title),
    heading: new Set([...table.headings, ...(table.total ?? [])].join('')),
    body: new Set([...cells, ...blanks, ...foot, copiesText(copies), printed, PUBLIC_NOTE].join('')),
  }
}

/** Whether a form is printed across the page: by how many columns it has. */
export function isLandscape({ table }: TableContent): boolean {
  return table.headings.length > 6
}

/** Draws a form: title, blanks, table with its headings on every page, places to sign, who keeps a copy. */
export function drawTable(pen: Pen, content: TableContent): void {
  drawTablePages(pen, content)
  pen.onEachPage((page) => {
    const text = pageNumberText(page)
    const { width, height } = pen.page
    pen.text(text, (width - pen.width(text, settings.small)) / 2, height - points(12), settings.small)
    if (content.isPublic) pen.text(PUBLIC_NOTE, points(MARGIN), height - points(12), settings.cell)
  })
}

/** The same without page numbers, beginning on a new page. */
export function drawTablePages(pen: Pen, content: TableContent): void {
  const form = new Form(pen, content)
  pen.addPage()
  form.drawTop()
  form.drawHeadings()
  const { rows, total } = content.table
  for (const [place, row] of rows.entries()) {
    const isLast = total === null && place === rows.length - 1
    form.drawRow(row, settings.cell, isLast)
  }
  if (total !== null) form.drawRow(total, settings.heading, true)
  form.drawFoot()
}

class Form {
  readonly #alignments: readonly Align[]
  readonly #pen: Pen
  readonly #content: TableContent
  readonly #widths: readonly number[]
  readonly #left = points(MARGIN)
  readonly #width: number
  readonly #bottom: number
  #top = points(MARGIN + 4)

  constructor(pen: Pen, content: TableContent) {
    this.#pen = pen
    this.#content = content
    this.#width = pen.page.width - 2 * this.#left
    this.#bottom = pen.page.height - points(MARGIN)
    const { table, figures } = content
    this.#alignments = table.headings.map((_, column) =>
      alignOf(table.rows, column, figures[column] === true),
    )
    const measure = (text: string) => pen.width(text, settings.cell)
    const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(measure))
    const cells = (column: number) =>
      [...table.rows, table.total ?? []].map((row) => row[column] ?? '').slice(0, 2000)
    const wanted = table.headings.map((heading, column) =>
      Math.max(widest(cells(column)), measure(heading) / (measure(heading) > 60 ? 2 : 1), 24),
    )
    const least = table.headings.map((heading, column) =>
      Math.max(widest(cells(column).flatMap(wordsOf)), widest(headingParts(heading)), 20),
    )
    const padded = (widths: readonly number[]) => widths.map((width) => width + 2 * PADDING)
    this.#widths = columnWidths(padded(wanted), padded(least), this.#width)
  }

  drawTop(): void {
    const { title, head } = this.#content
    for (const { text } of breakLines(title, this.#width, this.#pen.measure(settings.title))) {
      const x = this.#left + (this.#width - this.#pen.width(text, settings.title)) / 2
      this.#pen.text(text, x, this.#top + SIZE.two, settings.title)
      this.#top += SIZE.two * 1.5
    }
    this.#top += 6
    let x = this.#left
    for (const { label, value } of head) x = this.#drawBlank(x, label, value)
    if (head.length > 0) this.#top += SIZE.smallFour * 1.8
  }

  drawHeadings(): void {
    const { headings } = this.#content.table
    this.#drawCells(
      headings,
      settings.heading,
      headings.map(() => 'centre'),
    )
  }

  /** Draws a row; the last one stays with what stands below the table. */
  drawRow(cells: readonly string[], setting: Setting, isLast: boolean): void {
    const needed = this.#heightOf(cells, setting) + (isLast ? this.#footHeight : 0)
    if (this.#top + needed > this.#bottom) {
      this.#pen.addPage()
      this.#top = points(MARGIN + 4)
      this.drawHeadings()
    }
    this.#drawCells(cells, setting, this.#alignments)
  }

  get #footHeight(): number {
    const { foot, copies } = this.#content
    return 10 + (foot.length > 0 ? STAMP_ROOM : 0) + (copies.length > 0 ? 2 * LINE : 0)
  }

  drawFoot(): void {
    const { foot, copies } = this.#content
    this.#top += 10
    const share = this.#width / Math.max(1, foot.length)
    for (const [place, text] of foot.entries()) {
      const said = /[）)]$/.test(text) ? text : `${text}：`
      this.#pen.text(said, this.#left + place * share, this.#top + SIZE.smallFour, settings.head)
    }
    if (foot.length > 0) this.#top += STAMP_ROOM
    if (copies.length > 0) {
      this.#pen.text(copiesText(copies), this.#left, this.#top + SIZE.five, settings.cell)
    }
  }

  /** A blank with its label behind it (＿＿＿县), or what fills it. */
  #drawBlank(x: number, label: string, value: string): number {
    const pen = this.#pen
    const baseline = this.#top + SIZE.smallFour
    const said = value.endsWith(label) ? value.slice(0, -label.length) : value
    const width = Math.max(48, pen.width(said, settings.head) + 12)
    const isOwn = value !== '' && !value.endsWith(label)
    pen.text(said, x + (width - pen.width(said, settings.head)) / 2, baseline, settings.head)
    pen.line([x, baseline + 3], [x + width, baseline + 3])
    // 三岔镇 in the blank before 乡 says it all.
    const isNamed = isOwn && /[省市县区乡镇村]$/.test(value)
    if (!isNamed) pen.text(label, x + width + 2, baseline, settings.head)
    return x + width + pen.width(label, settings.head) + 14
  }

  #heightOf(cells: readonly string[], setting: Setting): number {
    const lines = cells.map((cell, column) => this.#linesOf(cell, column, setting).length)
    return Math.max(LEAST_ROW, Math.max(1, ...lines) * LINE + 2 * PADDING)
  }

  #linesOf(cell: string, column: number, setting: Setting) {
    const width = (this.#widths[column] ?? 0) - 2 * PADDING
    const measure = this.#pen.measure(setting)
    // A heading too wide for its column is broken before its unit first: 作业质量 / (厘米)
    const parts = measure(cell) > width ? cell.split(/(?=[(（][^)）]*[)）]$)/) : [cell]
    return parts.flatMap((part) => breakLines(part, width, measure))
  }

  #drawCells(cells: readonly string[], setting: Setting, alignments: readonly Align[]): void {
    const height = this.#heightOf(cells, setting)
    let x = this.#left
    for (const [column, cell] of cells.entries()) {
      const width = this.#widths[column] ?? 0
      this.#pen.document.rect(x, this.#top, width, height).lineWidth(0.5).stroke('#000000')
      const lines = this.#linesOf(cell, column, setting)
      const first = this.#top + (height - lines.length * LINE) / 2
      for (const [place, { text }] of lines.entries()) {
        const room = width - 2 * PADDING - this.#pen.width(text, setting)
        const shift = { left: 0, centre: room / 2, right: room }[alignments[column] ?? 'left']
        this.#pen.text(text, x + PADDING + shift, first + place * LINE + setting.size * 1.05, setting)
      }
      x += width
    }
    this.#top += height
  }
}

/** Figures to the right, what is short in the middle, the rest to the left. */
function alignOf(rows: readonly (readonly string[])[], column: number, isFigures: boolean): Align {
  if (isFigures && column > 0) return 'right'
  return rows.every((row) => (row[column] ?? '').length <= 12) ? 'centre' : 'left'
}

/** What is best not broken: figures and Latin words; a digest is longer than any, and is broken. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_-]{1,12}\.[a-z\d]{2,5}$|[A-Za-z0-9*.,:/@+-]{1,32}|[\s\S]/gu) ?? []
}

/** What of a heading is best left whole: its unit, and its words where they are few. */
function headingParts(heading: string): readonly string[] {
  return heading.split(/(?=[(（])/).map((part) => part.slice(0, 5))
}
