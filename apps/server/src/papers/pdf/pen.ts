import PDFDocument from 'pdfkit'
import type { Face } from '../fonts/faces.ts'
import { type CharactersByFace, type FontsByFace, fontsByFace, GETA } from '../fonts/paper-fonts.ts'
import { PAGE, points } from '../official-page.ts'
import type { Measure } from './line-breaking.ts'

/** How a text is set. */
export interface Setting {
  readonly face: Face
  /** In points. */
  readonly size: number
  /** Hexadecimal; black without. */
  readonly color?: string
}

/** What a paper says of itself to readers of its file. */
export interface PaperInfo {
  readonly title: string
  readonly author: string
  /** Moment that it bears, not the one at which it is printed: the same paper gives the same file. */
  readonly made: Date
}

/** Draws on the pages of a PDF, millimetre by millimetre. Fonts are embedded with only what is used of them. */
export class Pen {
  readonly document: PDFKit.PDFDocument
  /** Characters that no font has; 〓 stands in their place. */
  readonly missing: readonly string[]
  readonly #faces: FontsByFace
  readonly #widths = new Map<string, number>()
  readonly #isLandscape: boolean

  /** A pen with fonts that are at hand: they must have what is drawn with it. */
  constructor(info: PaperInfo, faces: FontsByFace, isLandscape = false) {
    this.#faces = faces
    this.#isLandscape = isLandscape
    this.missing = [...new Set(Object.values(faces).flatMap((face) => face.missing))]
    this.document = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: info.title,
        Author: info.author,
        Creator: 'Luoshi',
        Producer: 'Luoshi',
        CreationDate: info.made,
        ModDate: info.made,
      },
    })
    for (const [face, { fonts }] of Object.entries(faces)) {
      for (const [place, { file }] of fonts.entries()) {
        this.document.registerFont(`${face}-${place}`, file as unknown as ArrayBuffer)
      }
    }
  }

  /** A pen with the fonts for these characters. `folder` has the county's own fonts; null for none. */
  static async ready(
    info: PaperInfo,
    characters: CharactersByFace,
    { folder, isLandscape = false }: { readonly folder: string | null; readonly isLandscape?: boolean },
  ): Promise<Pen> {
    return new Pen(info, await fontsByFace(characters, folder), isLandscape)
  }

  addPage(): void {
    this.document.addPage({
      size: 'A4',
      margin: 0,
      layout: this.#isLandscape ? 'landscape' : 'portrait',
    })
  }

  /** Width of a text in points. */
  width(text: string, { face, size }: Setting): number {
    let width = 0
    for (const character of text) width += this.#widthOf(character, face)
    return width * size
  }

  /** The measure for breaking lines in a setting. */
  measure(setting: Setting): Measure {
    return (text) => this.width(text, setting)
  }

  /**
   * Draws a text, its left end and baseline in points from the page's corner.
   *
   * @param spacing put behind each character, in points
   */
  text(text: string, x: number, baseline: number, setting: Setting, spacing = 0): void {
    const { face, size, color = '000000' } = setting
    let left = x
    for (const { font, part } of this.#runs(text, face)) {
      this.document.font(font, size).fillColor(`#${color}`)
      this.document.text(part, left, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: spacing,
        features: [],
      })
      left += this.width(part, setting) + spacing * [...part].length
    }
  }

  /** A straight line, in points. */
  line(from: readonly [number, number], to: readonly [number, number], width = 0.5, color = '000000'): void {
    this.document
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(width)
      .stroke(`#${color}`)
  }

  /** Pages that there are. */
  get pages(): number {
    return this.document.bufferedPageRange().count
  }

  /** Goes back to a page, counted from 1. */
  goTo(page: number): void {
    this.document.switchToPage(this.document.bufferedPageRange().start + page - 1)
  }

  /** Goes back to every page in turn, to put on it what is known only at the end. */
  onEachPage(draw: (page: number, pages: number) => void): void {
    const { pages } = this
    for (let page = 1; page <= pages; page++) {
      this.goTo(page)
      draw(page, pages)
    }
  }

  /** Width and height of the page, in points. */
  get page(): { readonly width: number; readonly height: number } {
    const [width, height] = [points(PAGE.width), points(PAGE.height)]
    return this.#isLandscape ? { width: height, height: width } : { width, height }
  }

  /** The whole file. */
  finish(): Promise<Uint8Array<ArrayBuffer>> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
    const chunks: Buffer[] = []
    this.document.on('data', (chunk: Buffer) => chunks.push(chunk))
    this.document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    this.document.on('error', reject)
    this.document.end()
    return promise
  }

  #runs(text: string, face: Face): { readonly font: string; readonly part: string }[] {
    const runs: { font: string; part: string }[] = []
    for (const character of text) {
      const [font, drawn] = this.#fontFor(character, face)
      const last = runs.at(-1)
      if (last?.font === font) last.part += drawn
      else runs.push({ font, part: drawn })
    }
    return runs
  }

  #fontFor(character: string, face: Face): readonly [font: string, drawn: string] {
    const fonts = this.#faces[face]?.fonts ?? []
    const place = fonts.findIndex(({ characters }) => characters.has(character))
    return place >= 0 ? [`${face}-${place}`, character] : [`${face}-${fonts.length - 1}`, GETA]
  }

  #widthOf(character: string, face: Face): number {
    const key = `${face}${character}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const [font, drawn] = this.#fontFor(character, face)
    const width = this.document.font(font, 1000).widthOfString(drawn, { features: [] }) / 1000
    this.#widths.set(key, width)
    return width
  }
}
