import type { Issue } from '@luoshi/gazette'
import { Document, Packer, type Paragraph, SectionType, type Table } from 'docx'
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

const title = { face: 'title', size: SIZE.two } as const
const body = { face: 'body', size: GRID.character } as const

/** An issue as a PDF: each instrument as an official paper on pages of its own, its tables as tables. */
export async function issuePdf(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const instruments = printedInstruments(issue)
  const info = { title: issueTitle(issue), author: issue.publisher ?? '', made }
  const pen = await Pen.ready(info, charactersOf(instruments), { folder: null })
  for (const instrument of instruments) draw(new Sheet(pen), instrument)
  if (instruments.length === 0) pen.addPage()
  pen.onEachPage((page) => drawPageNumber(pen, page))
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
  else {
    const { label, text } = block.paragraph
    sheet.paragraph(label + text, { ...body, face: faceOf(block.paragraph) }, 2)
  }
}

/** What each face has to draw. */
function charactersOf(instruments: readonly PrintedInstrument[]): Partial<Record<Face, Set<string>>> {
  const drawn: Record<'title' | 'body' | 'heading' | 'subheading', string[]> = {
    title: [],
    body: ['0123456789—　：'],
    heading: [],
    subheading: [],
  }
  for (const { title, number, addressee, before, issuer, date, after } of instruments) {
    drawn.title.push(title)
    drawn.body.push(number ?? '', addressee ?? '', issuer, date)
    for (const block of [...before, ...after]) {
      if (block.kind === 'paragraph') {
        drawn[faceOf(block.paragraph)].push(block.paragraph.label, block.paragraph.text)
        continue
      }
      const { table } = block
      drawn.heading.push(table.title ?? '', '　', ...table.headings)
      for (const { cells, isSection } of table.rows) drawn[isSection ? 'heading' : 'body'].push(...cells)
    }
  }
  return Object.fromEntries(Object.entries(drawn).map(([face, texts]) => [face, new Set(texts.join(''))]))
}

/** An issue as a Word document: each instrument in a section of its own. */
export async function issueDocx(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: issueTitle(issue),
    creator: issue.publisher ?? '落实',
    lastModifiedBy: '落实',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('body'), size: halfPoints(SIZE.three) } } } },
    sections: printedInstruments(issue).map((instrument) => {
      const { properties, footers } = textSectionProperties(false)
      return {
        properties: { ...properties, type: SectionType.NEXT_PAGE },
        footers,
        children: wordBlocks(instrument),
      }
    }),
  })
  return sameFile(new Uint8Array(await Packer.toBuffer(document)), made)
}

function wordBlocks({ title: name, number, addressee, before, issuer, date, after }: PrintedInstrument) {
  const text = { face: 'body', size: SIZE.three } as const
  const blank = () => line('', text)
  const blocks: (Paragraph | Table)[] = [
    line(name, { ...title, align: 'center', height: 1.35 }),
    ...(number === null ? [] : [line(number, { ...text, align: 'center' })]),
    blank(),
    ...(addressee === null ? [] : [line(`${addressee}：`, text)]),
    ...before.flatMap(wordBlock),
  ]
  if (issuer !== '' || date !== '') blocks.push(blank(), blank(), ...signatureBlocks({ issuer, date }))
  if (after.length > 0) blocks.push(blank(), ...after.flatMap(wordBlock))
  return blocks
}

function wordBlock(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'table') return textTable(block.table)
  const { paragraph } = block
  return [line(paragraph.label + paragraph.text, { face: faceOf(paragraph), size: SIZE.three, first: 2 })]
}
