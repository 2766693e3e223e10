import type { Issue } from '@luoshi/gazette'
import { type ISectionOptions, LeaderType, Paragraph, SectionType, SimpleField, Tab, TextRun } from 'docx'
import { chineseDate, issueNumber } from '../chinese-words.ts'
import { font, halfPoints, line } from '../papers/docx/runs.ts'
import { textSectionProperties } from '../papers/docx/write-docx.ts'
import { GRID, points, RED, SIZE } from '../papers/official-page.ts'
import { breakLines } from '../papers/pdf/line-breaking.ts'
import type { Pen, Setting } from '../papers/pdf/pen.ts'
import { FOOT, LEFT, Sheet, TOP, WIDTH } from '../papers/pdf/sheet.ts'

/** What stands before the instruments of an issue: its cover and its contents. */
export interface IssueFront {
  readonly name: string
  /** 2026年第2期（上） */
  readonly number: string
  readonly publisher: string
  /** The days that it covers; empty where it names none. */
  readonly period: string
  /** Titles with their numbers, in the order of the issue. */
  readonly entries: readonly string[]
}

/** The front of an issue; null for a loose notice, which has none. */
export function frontOf(issue: Issue): IssueFront | null {
  const number = issueNumber(issue)
  if (number === '') return null
  const { name, publisher, period, instruments } = issue
  return {
    name: name ?? '政府公报',
    number,
    publisher: publisher ?? '',
    period: period === null ? '' : `${chineseDate(period.from)}—${chineseDate(period.to)}`,
    entries: instruments.map(({ title, docNumber }) =>
      docNumber === null ? title : `${title}（${docNumber}）`,
    ),
  }
}

/** What is drawn in the title's face, and what in the body's. */
export function charactersOfFront({ name, number, publisher, period, entries }: IssueFront) {
  return { title: `${name}${CONTENTS}`, body: `${number}${publisher}${period}${entries.join('')}…` }
}

const CONTENTS = '目　录'
const body: Setting = { face: 'body', size: GRID.character }
const contentsTitle: Setting = { face: 'title', size: SIZE.two }
/** Room for a page's number behind an entry. */
const ENTRY_WIDTH = WIDTH - 4 * GRID.character

/** Draws the cover and adds empty pages for the contents; gives what fills them when the pages of the entries are known. */
export function drawFront(pen: Pen, front: IssueFront): (pagesOfEntries: readonly number[]) => void {
  drawCover(pen, front)
  const first = pen.pages + 1
  drawContents(new Sheet(pen), front, [])
  return (pagesOfEntries) => {
    let page = first
    drawContents(new Sheet(pen, () => pen.goTo(page++)), front, pagesOfEntries)
  }
}

function drawCover(pen: Pen, { name, number, publisher, period }: IssueFront): void {
  pen.addPage()
  const centred = (text: string, baseline: number, setting: Setting) =>
    pen.text(text, LEFT + (WIDTH - pen.width(text, setting)) / 2, baseline, setting)
  const size = Math.min(points(16), WIDTH / pen.width(name, { face: 'title', size: 1 }))
  const top = TOP + points(40)
  centred(name, top, { face: 'title', size, color: RED })
  pen.line([LEFT, top + points(12)], [LEFT + WIDTH, top + points(12)], 1.4, RED)
  centred(number, top + points(26), { face: 'body', size: SIZE.two })
  centred(period, FOOT - 2 * GRID.line, body)
  centred(publisher, FOOT - GRID.line / 2, body)
}

/** As many lines whether the pages are known or not: the first time nothing is drawn but the pages that they take. */
function drawContents(sheet: Sheet, { entries }: IssueFront, pagesOfEntries: readonly number[]): void {
  const isDrawn = pagesOfEntries.length > 0
  if (isDrawn) sheet.centred(CONTENTS, contentsTitle, 1.35)
  else sheet.skip(1.35)
  sheet.skip(1)
  for (const [index, entry] of entries.entries()) {
    const lines = breakLines(entry, ENTRY_WIDTH, sheet.pen.measure(body))
    for (const [place, { text }] of lines.entries()) {
      sheet.keep(1)
      if (!isDrawn) sheet.skip(1)
      else if (place < lines.length - 1) sheet.left(text, body)
      else sheet.entry(text, String(pagesOfEntries[index] ?? ''), body)
    }
  }
}

/** The same as sections of a Word document, which counts the pages itself; `bookmarks` name the instruments. */
export function frontSections(front: IssueFront, bookmarks: readonly string[]): ISectionOptions[] {
  const { properties } = textSectionProperties(false)
  const text = { face: 'body', size: SIZE.three } as const
  const blank = () => line('', text)
  const size = Math.min(points(16), WIDTH / [...front.name].length)
  return [
    {
      properties,
      children: [
        line(front.name, {
          face: 'title',
          size,
          color: RED,
          align: 'center',
          before: points(30),
          height: (size * 1.3) / GRID.line,
        }),
        blank(),
        line(front.number, { face: 'body', size: SIZE.two, align: 'center', height: 1.35 }),
        line(front.period, { ...text, align: 'center', before: points(125) }),
        line(front.publisher, { ...text, align: 'center' }),
      ],
    },
    {
      properties: { ...properties, type: SectionType.NEXT_PAGE },
      children: [
        line(CONTENTS, { ...contentsTitle, align: 'center', height: 1.35 }),
        blank(),
        ...front.entries.map((entry, index) => contentsEntry(entry, bookmarks[index] ?? '')),
      ],
    },
  ]
}

function contentsEntry(entry: string, bookmark: string): Paragraph {
  const run = { font: font('body'), size: halfPoints(SIZE.three) }
  return new Paragraph({
    tabStops: [{ type: 'right', position: Math.round(WIDTH * 20), leader: LeaderType.DOT }],
    spacing: { before: 0, after: 0, line: Math.floor(GRID.line * 20), lineRule: 'exact' },
    children: [
      new TextRun({ ...run, text: entry }),
      new TextRun({ ...run, children: [new Tab()] }),
      new SimpleField(`PAGEREF ${bookmark} \\h`, ' '),
    ],
  })
}
