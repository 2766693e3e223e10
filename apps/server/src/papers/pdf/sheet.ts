import { GRID, PAGE, points } from '../official-page.ts'
import { breakLines, type Line } from './line-breaking.ts'
import type { Pen, Setting } from './pen.ts'

/** The type area of an official page, in points. */
export const LEFT = points(PAGE.left)
export const TOP = points(PAGE.top)
export const WIDTH = points(PAGE.width - PAGE.left - PAGE.right)
export const FOOT = points(PAGE.height - PAGE.bottom)

/** A glyph's box stands on the lower fifth of its line. */
const BASELINE_SHARE = 0.72

/** A page's lines, from the top down. */
export class Sheet {
  readonly pen: Pen
  /** Top of the next line, in points. */
  top = TOP
  readonly #begin: () => void

  /** Lines on pages that are added as they fill, or on those to which `begin` goes. */
  constructor(pen: Pen, begin = () => pen.addPage()) {
    this.pen = pen
    this.#begin = begin
    begin()
  }

  skip(lines: number): void {
    this.top += lines * GRID.line
  }

  /** Whether so many lines fit on the page yet. */
  hasRoom(lines: number): boolean {
    return this.top + lines * GRID.line <= FOOT + 0.5
  }

  /** Begins a new page where so many lines no longer fit. */
  keep(lines: number): void {
    if (!this.hasRoom(lines)) this.turn()
  }

  /** Goes on at the head of a new page. */
  turn(): void {
    this.#begin()
    this.top = TOP
  }

  centred(text: string, setting: Setting, height = 1): void {
    this.#place(text, (WIDTH - this.pen.width(text, setting)) / 2, setting, 0, height)
  }

  left(text: string, setting: Setting): void {
    this.#place(text, 0, setting)
  }

  /** So many characters from the right edge. */
  right(text: string, setting: Setting, characters: number): void {
    const x = WIDTH - this.pen.width(text, setting) - characters * GRID.character
    this.#place(text, Math.max(0, x), setting)
  }

  /** The last line of an entry of contents: dots lead to what stands at the right edge. */
  entry(text: string, end: string, setting: Setting): void {
    this.keep(1)
    const width = (part: string) => this.pen.width(part, setting)
    const room = WIDTH - width(text) - width(end)
    const dots = '…'.repeat(Math.max(0, Math.floor(room / width('…'))))
    const { top } = this
    this.#place(text, 0, setting)
    this.top = top
    this.#place(dots + end, WIDTH - width(dots + end), setting)
  }

  paragraph(text: string, setting: Setting, indent: number, hanging = 0): void {
    const left = hanging * GRID.character
    const lines = breakLines(
      text,
      WIDTH - left,
      this.pen.measure(setting),
      (indent - hanging) * GRID.character,
    )
    for (const line of lines) this.#filled(line, left, setting)
  }

  #filled(line: Line, left: number, setting: Setting): void {
    const room = WIDTH - left - line.indent - this.pen.width(line.text, setting)
    const spacing = room / Math.max(1, [...line.text].length - 1)
    // Beyond a quarter of a character a line is better left ragged than drawn apart.
    const isSpread = line.isFull && spacing < setting.size / 4
    this.#place(line.text, left + line.indent, setting, isSpread ? spacing : 0)
  }

  #place(text: string, x: number, setting: Setting, spacing = 0, height = 1): void {
    this.keep(height)
    const line = height * GRID.line
    const baseline = this.top + (line - setting.size) / 2 + setting.size * (BASELINE_SHARE + 0.14)
    this.pen.text(text, LEFT + x, baseline, setting, spacing)
    this.top += line
  }
}
