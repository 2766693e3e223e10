import { SIZE } from '../official-page.ts'
import { columnWidths } from './column-widths.ts'
import { breakLines } from './line-breaking.ts'
import type { Pen, Setting } from './pen.ts'
import { FOOT, LEFT, type Sheet, WIDTH } from './sheet.ts'

/** A table within a text: its headings stand again on every page that it runs over. */
export interface SheetTable {
  readonly title: string | null
  /** All empty where the print gives none. */
  readonly headings: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly isSection: boolean }[]
}

const PADDING = 3
/** Beyond so many columns the type grows smaller, down to 6 points. */
const MOST_AT_FULL_SIZE = 7

/** Draws a table over the whole width of the text. */
export function drawSheetTable(sheet: Sheet, table: SheetTable): void {
  const drawn = new DrawnTable(sheet, table)
  drawn.drawTitle()
  drawn.drawHeadings()
  for (const row of table.rows) drawn.drawRow(row)
  sheet.top += SIZE.five
}

class DrawnTable {
  readonly #sheet: Sheet
  readonly #table: SheetTable
  readonly #cell: Setting
  readonly #heading: Setting
  readonly #line: number
  readonly #widths: readonly number[]

  constructor(sheet: Sheet, table: SheetTable) {
    this.#sheet = sheet
    this.#table = table
    const columns = Math.max(1, table.headings.length, ...table.rows.map(({ cells }) => cells.length))
    const size = Math.max(6, SIZE.five * Math.min(1, MOST_AT_FULL_SIZE / columns))
    this.#cell = { face: 'body', size }
    this.#heading = { face: 'heading', size }
    this.#line = size * 1.35
    this.#widths = widthsOf(sheet.pen, table, columns, this.#cell)
  }

  drawTitle(): void {
    const { title, headings } = this.#table
    const lines = title === null ? 0 : 1
    this.#sheet.keep(lines + (headings.length > 0 ? 3 : 2))
    if (title !== null) this.#sheet.centred(title, { face: 'heading', size: SIZE.smallFour })
  }

  drawHeadings(): void {
    const { headings } = this.#table
    if (headings.some((heading) => heading !== '')) this.#draw(headings, this.#heading, this.#widths)
  }

  drawRow({ cells, isSection }: SheetTable['rows'][number]): void {
    const [shown, widths] = isSection
      ? [[cells.filter(Boolean).join('　')], [WIDTH]]
      : [this.#widths.map((_, column) => cells[column] ?? ''), this.#widths]
    const setting = isSection ? this.#heading : this.#cell
    if (this.#sheet.top + this.#heightOf(shown, setting, widths) > FOOT) this.#turn()
    this.#draw(shown, setting, widths)
  }

  #turn(): void {
    this.#sheet.turn()
    this.drawHeadings()
  }

  #linesOf(cells: readonly string[], setting: Setting, widths: readonly number[]): string[][] {
    const measure = this.#sheet.pen.measure(setting)
    return cells.map((cell, column) =>
      breakLines(cell, (widths[column] ?? 0) - 2 * PADDING, measure).map(({ text }) => text),
    )
  }

  #heightOf(cells: readonly string[], setting: Setting, widths: readonly number[]): number {
    return this.#heightOfLines(this.#linesOf(cells, setting, widths))
  }

  #heightOfLines(lines: readonly (readonly string[])[]): number {
    return Math.max(1, ...lines.map(({ length }) => length)) * this.#line + 2 * PADDING
  }

  /** A row that is higher than what is left of a fresh page goes on upon the next. */
  #draw(cells: readonly string[], setting: Setting, widths: readonly number[]): void {
    let lines = this.#linesOf(cells, setting, widths)
    while (this.#sheet.top + this.#heightOfLines(lines) > FOOT) {
      const fits = Math.max(1, Math.floor((FOOT - this.#sheet.top - 2 * PADDING) / this.#line))
      this.#drawLines(
        lines.map((cell) => cell.slice(0, fits)),
        setting,
        widths,
      )
      lines = lines.map((cell) => cell.slice(fits))
      this.#sheet.turn()
    }
    this.#drawLines(lines, setting, widths)
  }

  #drawLines(lines: readonly (readonly string[])[], setting: Setting, widths: readonly number[]): void {
    const { pen, top } = this.#sheet
    const height = this.#heightOfLines(lines)
    let x = LEFT
    for (const [column, cell] of lines.entries()) {
      const width = widths[column] ?? 0
      pen.document.rect(x, top, width, height).lineWidth(0.5).stroke('#000000')
      const first = top + (height - cell.length * this.#line) / 2
      for (const [place, text] of cell.entries()) {
        const room = width - 2 * PADDING - pen.width(text, setting)
        const shift = cell.length === 1 ? Math.max(0, room / 2) : 0
        pen.text(text, x + PADDING + shift, first + place * this.#line + setting.size * 1.05, setting)
      }
      x += width
    }
    this.#sheet.top += height
  }
}

/** Each column as wide as its widest cell asks for, within the width of the text. */
function widthsOf(
  pen: Pen,
  { headings, rows }: SheetTable,
  columns: number,
  cell: Setting,
): readonly number[] {
  const measure = pen.measure(cell)
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(measure))
  const places = Array.from({ length: columns }, (_, column) => column)
  const cells = places.map((column) =>
    rows.filter(({ isSection }) => !isSection).map((row) => row.cells[column] ?? ''),
  )
  const wanted = places.map((column) =>
    Math.max(widest(cells[column] ?? []), measure(headings[column] ?? ''), 2 * cell.size),
  )
  const least = places.map((column) =>
    Math.min(WIDTH / columns, Math.max(widest((cells[column] ?? []).flatMap(unbreakable)), 2 * cell.size)),
  )
  const padded = (widths: readonly number[]) => widths.map((width) => width + 2 * PADDING)
  return columnWidths(padded(wanted), padded(least), WIDTH)
}

/** What cannot be broken: figures and Latin words. */
function unbreakable(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9*.,:/@+-]+/g) ?? []
}
