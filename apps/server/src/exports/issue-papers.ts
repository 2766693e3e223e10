import type { Issue } from '@luoshi/gazette'
import { Document, type ISectionOptions, Packer, type Paragraph, SectionType, type Table } from 'docx'
import { issueTitle } from '../chinese-words.ts'
import { font, halfPoints, line } from '../papers/docx/runs.ts'
import { sameFile } from '../papers/docx/same-file.ts'
import { signatureBlocks } from '../papers/docx/text-paper.ts'
import { textTable } from '../papers/docx/text-table.ts'
import { textSectionProperties } from '../papers/docx/write-docx.ts'
import type { Face } from '../papers/fonts/faces.ts'
import { GRID, SIZE } from '../papers/official-page.ts'
import { breakLines } from '../papers/pdf/line-breaking.ts'
import { Pen } from '../papers/pdf/pen.ts'
import { Sheet, WIDTH } from '../papers/pdf/sheet.ts'
import { drawSheetTable } from '../papers/pdf/sheet-table.ts'
import { drawPageNumber, drawSignature, faceOf } from '../papers/pdf/text-paper.ts'
import { type Block, type PrintedInstrument, printedInstruments } from './issue-blocks.ts'
import { charactersOfFront, drawFront, frontOf, frontSections, type IssueFront } from './issue-front.ts'

const title = { face: 'title', size: SIZE.two } as const
const body = { face: 'body', size: GRID.character } as const

/** An issue as a PDF: cover, contents, each instrument as an official paper on pages of its own, its tables as tables. */
export async function issuePdf(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const instruments = printedInstruments(issue)
  const info = { title: issueTitle(issue), author: issue.publisher ?? '', made }
  const front = frontOf(issue)
  const pen = await Pen.ready(info, charactersOf(instruments, front), { folder: null })
  const fillContents = front === null ? null : drawFront(pen, front)
  const before = pen.pages
  const firstPages = instruments.map((instrument) => {
    const first = pen.pages - before + 1
    draw(new Sheet(pen), instrument)
    return first
  })
  if (pen.pages === 0) pen.addPage()
  fillContents?.(firstPages)
  pen.onEachPage((page) => {
    if (page > before) drawPageNumber(pen, page - before)
  })
  return pen.finish()
}

function draw(
  sheet: Sheet,
  { title: name, number, addressee, before, issuer, date, after }: PrintedInstrument,
): void {
  for (const { text } of breakLines(name, WIDTH, sheet.pen.measure(title))) sheet.centred(text, title, 1.35)
  if (number !== null) sheet.centred(number, body)
  sheet.skip(1)
  if (addressee !== null) sheet.paragraph(`${addressee}：`, body, 0)
  for (const block of before) drawBlock(sheet, block)
  if (issuer !== '' || date !== '') drawSignature(sheet, { issuer, date, note: null })
  if (after.length > 0) sheet.turn()
  for (const block of after) drawBlock(sheet, block)
}

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === 'table') drawSheetTable(sheet, block.table)
  else if (block.kind === 'paragraph') {
    const { label, text } = block.paragraph
    sheet.paragraph(label + text, { ...body, face: faceOf(block.paragraph) }, 2)
  } else if (block.kind === 'mark') sheet.left(block.text, { ...body, face: 'heading' })
  else {
    sheet.skip(1)
    for (const { text } of breakLines(block.text, WIDTH, sheet.pen.measure(title))) {
      sheet.centred(text, title, 1.35)
    }
    sheet.skip(1)
  }
}

/** What each face has to draw. */
function charactersOf(
  instruments: readonly PrintedInstrument[],
  front: IssueFront | null,
): Partial<Record<Face, Set<string>>> {
  const drawn: Record<'title' | 'body' | 'heading' | 'subheading', string[]> = {
    title: [],
    body: ['0123456789—　：'],
    heading: [],
    subheading: [],
  }
  if (front !== null) {
    const { title, body } = charactersOfFront(front)
    drawn.title.push(title)
    drawn.body.push(body)
  }
  for (const { title, number, addressee, before, issuer, date, after } of instruments) {
    drawn.title.push(title)
    drawn.body.push(number ?? '', addressee ?? '', issuer, date)
    for (const block of [...before, ...after]) {
      if (block.kind === 'paragraph') {
        drawn[faceOf(block.paragraph)].push(block.paragraph.label, block.paragraph.text)
        continue
      }
      if (block.kind !== 'table') {
        drawn[block.kind === 'mark' ? 'heading' : 'title'].push(block.text)
        continue
      }
      const { table } = block
      drawn.heading.push(table.title ?? '', '　', ...table.headings)
      for (const { cells, isSection } of table.rows) drawn[isSection ? 'heading' : 'body'].push(...cells)
    }
  }
  return Object.fromEntries(Object.entries(drawn).map(([face, texts]) => [face, new Set(texts.join(''))]))
}

/** An issue as a Word document: cover, contents, each instrument in a section of its own. */
export async function issueDocx(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const front = frontOf(issue)
  const instruments = printedInstruments(issue)
  const bookmarks = instruments.map((_, index) => `notice_${index + 1}`)
  const document = new Document({
    title: issueTitle(issue),
    creator: issue.publisher ?? '落实',
    lastModifiedBy: '落实',
    evenAndOddHeaderAndFooters: true,
    // Word counts the pages of the contents when the file is opened.
    features: { updateFields: front !== null },
    styles: { default: { document: { run: { font: font('body'), size: halfPoints(SIZE.three) } } } },
    sections: [
      ...(front === null ? [] : frontSections(front, bookmarks)),
      ...instruments.map((instrument, index) => section(instrument, bookmarks[index] ?? '', index === 0)),
    ],
  })
  return sameFile(new Uint8Array(await Packer.toBuffer(document)), made)
}

/** Pages are counted from the first instrument. */
function section(instrument: PrintedInstrument, bookmark: string, isFirst: boolean): ISectionOptions {
  const { properties, footers } = textSectionProperties(false)
  const page = { ...properties.page, ...(isFirst ? { pageNumbers: { start: 1 } } : {}) }
  return {
    properties: { page, type: SectionType.NEXT_PAGE },
    footers,
    children: wordBlocks(instrument, bookmark),
  }
}

function wordBlocks(
  { title: name, number, addressee, before, issuer, date, after }: PrintedInstrument,
  bookmark: string,
) {
  const text = { face: 'body', size: SIZE.three } as const
  const blank = () => line('', text)
  const blocks: (Paragraph | Table)[] = [
    line(name, { ...title, align: 'center', height: 1.35, bookmark }),
    ...(number === null ? [] : [line(number, { ...text, align: 'center' })]),
    blank(),
    ...(addressee === null ? [] : [line(`${addressee}：`, text)]),
    ...before.flatMap((block) => wordBlock(block)),
  ]
  if (issuer !== '' || date !== '') blocks.push(blank(), blank(), ...signatureBlocks({ issuer, date }))
  blocks.push(...after.flatMap((block, index) => wordBlock(block, index === 0)))
  return blocks
}

function wordBlock(block: Block, onNewPage = false): (Paragraph | Table)[] {
  const text = { face: 'body', size: SIZE.three, onNewPage } as const
  if (block.kind === 'table') return [...(onNewPage ? [line('', text)] : []), ...textTable(block.table)]
  if (block.kind === 'mark') return [line(block.text, { ...text, face: 'heading' })]
  if (block.kind === 'title') {
    const blank = (onNewPage: boolean) => line('', { ...text, onNewPage })
    const name = line(block.text, { ...title, align: 'center', height: 1.35 })
    return [blank(onNewPage), name, blank(false)]
  }
  const { paragraph } = block
  return [line(paragraph.label + paragraph.text, { ...text, face: faceOf(paragraph), first: 2 })]
}
