import type { PaperContent, TableContent } from '@luoshi/kernel'
import type { Face } from '../papers/fonts/faces.ts'
import { type CharactersByFace, type FontsByFace, fontsByFace } from '../papers/fonts/paper-fonts.ts'
import { pageNumberText, points, SIZE } from '../papers/official-page.ts'
import { Pen } from '../papers/pdf/pen.ts'
import { drawTablePages } from '../papers/pdf/table-paper.ts'
import { drawTextPages } from '../papers/pdf/text-paper.ts'
import { charactersOf } from '../papers/pdf/write-pdf.ts'
import type { Dossier } from './collect.ts'
import { drawPictures, type Picture, UNREAD } from './pictures.ts'

/** Under what the photographs and signatures stand in the index. */
const PICTURES = '照片和签名'

/** What a file is printed with. */
export interface Printing {
  readonly made: Date
  /** Of `fontsOfDossier`. */
  readonly fonts: FontsByFace
}

/** A file with the photographs and signatures that are printed in it. */
export interface Printed {
  readonly dossier: Dossier
  readonly pictures: readonly Picture[]
}

/** The fonts for a file, for each of its documents as for the whole. */
export function fontsOfDossier(printed: Printed, folder: string | null): Promise<FontsByFace> {
  return fontsByFace(
    charactersOfAll([indexTable(printed, null), ...partsOf(printed)], printed.pictures),
    folder,
  )
}

/** The whole file as one PDF: its index, its documents in the order of their days, what was handed in, its trace. */
export async function wholePdf(printed: Printed, printing: Printing): Promise<Uint8Array<ArrayBuffer>> {
  // The index tells pages that are known when all is drawn: then it is drawn again with them.
  const { pages } = drawn(printed, null, printing)
  const { pen } = drawn(printed, pages, printing)
  const setting = { face: 'body', size: SIZE.four } as const
  pen.onEachPage((page) => {
    const text = pageNumberText(page)
    const { width, height } = pen.page
    pen.text(text, (width - pen.width(text, setting)) / 2, height - points(12), setting)
  })
  return pen.finish()
}

/** Draws all parts; gives the page on which each begins. */
function drawn(
  printed: Printed,
  known: readonly number[] | null,
  { made, fonts }: Printing,
): { readonly pen: Pen; readonly pages: readonly number[] } {
  const { dossier, pictures } = printed
  const pen = new Pen({ title: dossier.title, author: '', made }, fonts)
  const begins: number[] = []
  for (const part of [indexTable(printed, known), ...partsOf(printed)]) {
    begins.push(pen.pages + 1)
    if (part.form === 'text') drawTextPages(pen, part)
    else drawTablePages(pen, part)
  }
  if (pictures.length > 0) {
    begins.push(pen.pages + 1)
    drawPictures(pen, pictures)
  }
  return { pen, pages: begins.slice(1) }
}

function partsOf({ dossier }: Printed): readonly PaperContent[] {
  return [...dossier.papers.map(({ content }) => content), filesTable(dossier), traceTable(dossier)]
}

function charactersOfAll(parts: readonly PaperContent[], pictures: readonly Picture[]): CharactersByFace {
  const all = new Map<Face, Set<string>>()
  for (const part of parts) {
    for (const [face, characters] of Object.entries(charactersOf(part)) as [Face, ReadonlySet<string>][]) {
      const known = all.get(face) ?? new Set('0123456789')
      for (const character of characters) known.add(character)
      all.set(face, known)
    }
  }
  const body = all.get('body') ?? new Set()
  for (const { caption } of pictures) for (const character of `${caption}${UNREAD}`) body.add(character)
  return Object.fromEntries(all.set('body', body))
}

function table(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): TableContent {
  return {
    form: 'table',
    title,
    isPublic: false,
    head: [],
    table: { headings, rows, total: null },
    figures: headings.map(() => false),
    foot: [],
    copies: [],
  }
}

function indexTable(printed: Printed, pages: readonly number[] | null): TableContent {
  const { dossier, pictures } = printed
  const titles = [...partsOf(printed).map(({ title }) => title), ...(pictures.length > 0 ? [PICTURES] : [])]
  const rows = titles.map((title, place) => {
    const paper = dossier.papers[place]
    const page = pages === null ? '0' : String(pages[place] ?? '')
    return [String(place + 1), title, paper?.number ?? '', paper?.date ?? '', page]
  })
  return table(dossier.title, ['序号', '文书名称', '文号', '日期', '页号'], rows)
}

function filesTable({ files }: Dossier): TableContent {
  const rows = files.map(({ of, name, bytes, digest }, place) => [
    String(place + 1),
    of,
    name,
    String(bytes),
    digest,
  ])
  const all = rows.length > 0 ? rows : [['', '没有随案的电子文件', '', '', '']]
  return table('证据和附件清单', ['序号', '所在记录', '文件', '字节', '国密SM3摘要'], all)
}

function traceTable({ trace }: Dossier): TableContent {
  const rows = trace.map(({ at, procedure, action, actor, reason, clause }) => [
    at.slice(0, 19).replace('T', ' '),
    procedure,
    action,
    actor,
    reason,
    clause,
  ])
  return table('全过程办理记录', ['时间', '流程', '办理事项', '办理人', '理由', '依据'], rows)
}
