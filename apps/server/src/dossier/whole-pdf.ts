import type { PaperContent, TableContent } from '@luoshi/kernel'
import type { Face } from '../papers/fonts/faces.ts'
import { pageNumberText, points, SIZE } from '../papers/official-page.ts'
import { type CharactersByFace, Pen } from '../papers/pdf/pen.ts'
import { charactersOfTable, drawTablePages } from '../papers/pdf/table-paper.ts'
import { charactersOfText, drawTextPages } from '../papers/pdf/text-paper.ts'
import type { Dossier } from './collect.ts'
import { drawPictures, type Picture, UNREAD } from './pictures.ts'

/** Under what the photographs and signatures stand in the index. */
const PICTURES = '照片和签名'

/** What a file is printed with. */
export interface Printing {
  readonly made: Date
  readonly fontFolder: string | null
}

/** The whole file as one PDF: its index, its documents in the order of their days, what was handed in, its trace. */
export async function wholePdf(
  dossier: Dossier,
  pictures: readonly Picture[],
  printing: Printing,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [...dossier.papers.map(({ content }) => content), filesTable(dossier), traceTable(dossier)]
  const all = { dossier, parts, pictures }
  const first = await drawn(all, null, printing)
  return (await drawn(all, first.pages, printing)).file
}

/** What a file is drawn from. */
interface Whole {
  readonly dossier: Dossier
  readonly parts: readonly PaperContent[]
  readonly pictures: readonly Picture[]
}

/** Draws all parts; the index has the pages where they are known, which the first time they are not. */
async function drawn(
  { dossier, parts, pictures }: Whole,
  pages: readonly number[] | null,
  { made, fontFolder }: Printing,
): Promise<{ readonly file: Uint8Array<ArrayBuffer>; readonly pages: readonly number[] }> {
  const titles = [...parts.map(({ title }) => title), ...(pictures.length > 0 ? [PICTURES] : [])]
  const index = indexTable(dossier, titles, pages)
  const all = [index, ...parts]
  const characters = charactersOfAll(all, pictures)
  const pen = await Pen.ready({ title: dossier.title, author: '', made }, characters, { folder: fontFolder })
  const begins: number[] = []
  for (const part of all) {
    begins.push(pen.document.bufferedPageRange().count + 1)
    if (part.form === 'text') drawTextPages(pen, part)
    else drawTablePages(pen, part)
  }
  if (pictures.length > 0) {
    begins.push(pen.document.bufferedPageRange().count + 1)
    drawPictures(pen, pictures)
  }
  const setting = { face: 'body', size: SIZE.four } as const
  pen.onEachPage((page) => {
    const text = pageNumberText(page)
    const { width, height } = pen.page
    pen.text(text, (width - pen.width(text, setting)) / 2, height - points(12), setting)
  })
  return { file: await pen.finish(), pages: begins.slice(1) }
}

function charactersOfAll(parts: readonly PaperContent[], pictures: readonly Picture[]): CharactersByFace {
  const all = new Map<Face, Set<string>>()
  for (const part of parts) {
    const own = part.form === 'text' ? charactersOfText(part) : charactersOfTable(part)
    for (const [face, characters] of Object.entries(own) as [Face, ReadonlySet<string>][]) {
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

function indexTable(
  dossier: Dossier,
  titles: readonly string[],
  pages: readonly number[] | null,
): TableContent {
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
  return table('证据和附件清单', ['序号', '所在记录', '文件', '字节', '国密SM3摘要'], rows)
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
