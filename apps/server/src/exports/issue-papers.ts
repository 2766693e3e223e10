import type { Clause, Instrument, Issue, Table } from '@luoshi/gazette'
import type { TextContent } from '@luoshi/kernel'
import { Document, Packer, SectionType } from 'docx'
import { chineseDate, issueTitle } from '../chinese-words.ts'
import { maskedTable } from '../gazettes/personal-columns.ts'
import { font, halfPoints } from '../papers/docx/runs.ts'
import { sameFile } from '../papers/docx/same-file.ts'
import { textBlocks } from '../papers/docx/text-paper.ts'
import { textSectionProperties } from '../papers/docx/write-docx.ts'
import type { Face } from '../papers/fonts/faces.ts'
import { SIZE } from '../papers/official-page.ts'
import { Pen } from '../papers/pdf/pen.ts'
import { charactersOfText, drawPageNumber, drawTextPages } from '../papers/pdf/text-paper.ts'

/** An issue as a PDF: each instrument as an official paper on pages of its own, tables row by row. */
export async function issuePdf(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const texts = issue.instruments.map(paperOf)
  const title = issueTitle(issue)
  const characters: Partial<Record<Face, Set<string>>> = {}
  for (const text of texts) {
    for (const [face, used] of Object.entries(charactersOfText(text)) as [Face, ReadonlySet<string>][]) {
      characters[face] = new Set([...(characters[face] ?? []), ...used])
    }
  }
  const pen = await Pen.ready({ title, author: issue.publisher ?? '', made }, characters, { folder: null })
  for (const text of texts) drawTextPages(pen, text)
  if (texts.length === 0) pen.addPage()
  pen.onEachPage((page) => drawPageNumber(pen, page))
  return pen.finish()
}

/** An issue as a Word document: each instrument in a section of its own. */
export async function issueDocx(issue: Issue, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const texts = issue.instruments.map(paperOf)
  const document = new Document({
    title: issueTitle(issue),
    creator: issue.publisher ?? '落实',
    lastModifiedBy: '落实',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('body'), size: halfPoints(SIZE.three) } } } },
    sections: texts.map((text) => {
      const { properties, footers } = textSectionProperties(false)
      return {
        properties: { ...properties, type: SectionType.NEXT_PAGE },
        footers,
        children: textBlocks(text),
      }
    }),
  })
  return sameFile(new Uint8Array(await Packer.toBuffer(document)), made)
}

/** An instrument in the form of an official paper. */
function paperOf(instrument: Instrument): TextContent {
  const { docNumber, title, issuer, addressees, issuedOn, clauses, tables, annexes } = instrument
  const byClause = Map.groupBy(tables, ({ clause }) => clause)
  const body = [
    ...(byClause.get(null) ?? []).flatMap(tableParagraphs),
    ...clauses.flatMap((clause) => [
      ...clauseParagraphs(clause),
      ...(byClause.get(clause.id) ?? []).flatMap(tableParagraphs),
    ]),
  ]
  return {
    form: 'text',
    head: 'plain',
    issuer: issuer ?? '',
    number: docNumber,
    title,
    isPublic: false,
    addressee: addressees,
    body,
    annexes: annexes.flatMap((annex) => (annex.title === null ? [] : [annex.title])),
    date: issuedOn === null ? '' : chineseDate(issuedOn),
    note: null,
    copies: [],
  }
}

type Paragraphs = TextContent['body']

/** A heading of its own is set in the face of its level; one that runs into its text is part of the paragraph. */
function clauseParagraphs({ label, heading, text, level }: Clause): Paragraphs {
  if (heading !== null && text === '') return [{ level, label: label ?? '', text: heading }]
  const lead = heading === null ? '' : `${heading}${/\p{P}$/u.test(heading) ? '' : '。'}`
  return [{ level: 0, label: label ?? '', text: lead + text }]
}

/** A table as paragraphs: its heads, then row by row. What tells of a person is masked. */
function tableParagraphs(table: Table): Paragraphs {
  const line = (cells: readonly string[]) => ({ level: 0, label: '', text: cells.join('　') })
  const heads = table.columns.some((column) => column !== '') ? [line(table.columns)] : []
  return [...heads, ...maskedTable(table).rows.map(({ cells }) => line(cells))]
}
