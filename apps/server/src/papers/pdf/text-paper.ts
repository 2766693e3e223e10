import type { TextContent } from '@luoshi/kernel'
import type { Face } from '../fonts/faces.ts'
import type { CharactersByFace } from '../fonts/paper-fonts.ts'
import { annexLines, GRID, PAGE, PUBLIC_NOTE, pageNumberText, points, RED, SIZE } from '../official-page.ts'
import { breakLines } from './line-breaking.ts'
import type { Pen, Setting } from './pen.ts'
import { FOOT, LEFT, Sheet, TOP, WIDTH } from './sheet.ts'

const SIZE_ON_GRID = GRID.character

const settings = {
  title: { face: 'title', size: SIZE.two },
  body: { face: 'body', size: SIZE_ON_GRID },
  small: { face: 'body', size: SIZE.four },
} as const satisfies Record<string, Setting>

/** Faces of the levels: 一、 and （一） that are headings; others are set as the body is. */
const headingFaces: readonly (Face | undefined)[] = [undefined, 'heading', 'subheading']

/** The face of a paragraph: a heading is one by its level and by being no sentence. */
export function faceOf({ level, text }: TextContent['body'][number]): Face {
  return (/[。；]$/.test(text) ? undefined : headingFaces[level]) ?? 'body'
}

/** The lines in which a body is set: a text that was written in several goes on in as many. */
export function bodyParts(
  body: TextContent['body'],
): readonly { readonly text: string; readonly face: Face }[] {
  return body.flatMap((paragraph) => {
    const face = faceOf(paragraph)
    return `${paragraph.label}${paragraph.text}`.split(/\r?\n/).map((text) => ({ text, face }))
  })
}

/** What each face has to draw in a text. */
export function charactersOfText(content: TextContent): CharactersByFace {
  const { title, issuer, number, addressee, body, annexes, date, note, copies } = content
  const rest = [issuer, number ?? '', addressee ?? '', date, note ?? '', ...copies, ...annexes]
  const printed = `0123456789—　：；、。（） 附件抄送发文机关编号 .-${PUBLIC_NOTE}`
  const parts = bodyParts(body)
  const inFace = (wanted: Face) => parts.filter(({ face }) => face === wanted).map(({ text }) => text)
  return {
    title: new Set(title + issuer),
    body: new Set([...rest, ...inFace('body'), printed].join('')),
    heading: new Set(inFace('heading').join('')),
    subheading: new Set(inFace('subheading').join('')),
  }
}

/** Draws a text as an official paper: 22 lines of 28 characters a page. */
export function drawText(pen: Pen, content: TextContent): void {
  drawTextPages(pen, content)
  pen.onEachPage((page) => drawPageNumber(pen, page))
}

/** The same without page numbers, beginning on a new page. */
export function drawTextPages(pen: Pen, content: TextContent): void {
  const sheet = new Sheet(pen)
  drawHead(sheet, content)
  for (const line of breakLines(content.title, WIDTH, pen.measure(settings.title))) {
    sheet.centred(line.text, settings.title, 1.35)
  }
  if (content.head === 'plain' && content.number !== null) {
    sheet.right(`编号：${content.number}`, settings.body, 0)
  }
  sheet.skip(1)
  const { addressee } = content
  if (addressee !== null) sheet.paragraph(`${addressee}：`, settings.body, 0)
  const parts = bodyParts(content.body)
  for (const [place, { text, face }] of parts.entries()) {
    const setting = { face, size: SIZE_ON_GRID } as const
    if (place === parts.length - 1 && content.annexes.length === 0) keepWithSignature(sheet, text, setting)
    // A heading goes to the page of what it heads.
    if (face !== 'body') sheet.keep(linesOf(sheet, text, setting) + 1)
    sheet.paragraph(text, setting, 2)
  }
  drawAnnexes(sheet, content.annexes)
  drawSignature(sheet, content)
  drawFoot(sheet, content)
}

/** Lines of the issuer and the date. */
const SIGNATURE = 2

/** The last paragraph goes to the page of the signature where that has no room below it; one of a page cannot. */
function keepWithSignature(sheet: Sheet, text: string, setting: Setting): void {
  const lines = linesOf(sheet, text, setting)
  if (lines + SIGNATURE <= PAGE.lines / 2) sheet.keep(lines + SIGNATURE)
}

function linesOf(sheet: Sheet, text: string, setting: Setting): number {
  return breakLines(text, WIDTH, sheet.pen.measure(setting), 2 * GRID.character).length
}

/** The issuer's name in red, the number two lines below it, the red line, and two lines to the title. */
function drawHead(sheet: Sheet, { head, issuer, number }: TextContent): void {
  if (head === 'plain') return
  const { pen } = sheet
  const size = Math.min(points(20), (WIDTH * 0.96) / pen.width(issuer, { face: 'title', size: 1 }))
  const setting: Setting = { face: 'title', size, color: RED }
  // The head's upper edge is 35 mm below the upper edge of the type area.
  const baseline = TOP + points(35) + size * 0.85
  pen.text(issuer, LEFT + (WIDTH - pen.width(issuer, setting)) / 2, baseline, setting)
  sheet.top = baseline + size * 0.15 + 2 * GRID.line - GRID.line * 0.3
  if (number === null) sheet.skip(1)
  else sheet.centred(number, settings.body)
  const line = sheet.top + points(4) - GRID.line * 0.2
  pen.line([LEFT, line], [LEFT + WIDTH, line], 1.4, RED)
  sheet.top = line + 2 * GRID.line
}

function drawAnnexes(sheet: Sheet, annexes: readonly string[]): void {
  if (annexes.length === 0) return
  sheet.skip(1)
  const numbered = annexes.length > 1
  for (const { label, text } of annexLines(annexes)) {
    const hanging = numbered ? 6 : 5
    const before = label.startsWith('附件') ? label : `　　　${label}`
    sheet.paragraph(before + text, settings.body, 2, hanging)
  }
}

/** Issuer over date, with the room that a seal needs; they stand on the page of the text's last lines. */
export function drawSignature(
  sheet: Sheet,
  { issuer, date, note }: Pick<TextContent, 'issuer' | 'date' | 'note'>,
): void {
  const { pen } = sheet
  // A page with nothing but the signature is not allowed: the room above it gives way first.
  sheet.skip([2, 1, 0].find((room) => sheet.hasRoom(room + SIGNATURE)) ?? 2)
  sheet.keep(SIGNATURE)
  const [issuerWidth, dateWidth] = [issuer, date].map((text) => pen.width(text, settings.body)) as [
    number,
    number,
  ]
  const dateRight = 4 * GRID.character
  const issuerRight = Math.max(0, dateRight + (dateWidth - issuerWidth) / 2)
  sheet.right(issuer, settings.body, issuerRight / GRID.character)
  sheet.right(date, settings.body, dateRight / GRID.character)
  if (note !== null) sheet.paragraph(`（${note}）`, settings.body, 2)
}

/** At the foot of the last page: who gets a copy, between lines. */
function drawFoot(sheet: Sheet, { copies, isPublic }: TextContent): void {
  const { pen } = sheet
  if (isPublic) {
    pen.text(PUBLIC_NOTE, LEFT, FOOT + points(PAGE.toPageNumber), { face: 'body', size: SIZE.five })
  }
  if (copies.length === 0) return
  const inner = WIDTH - 2 * SIZE.four
  const lines = breakLines(`抄送：${copies.join('，')}。`, inner, pen.measure(settings.small))
  const height = lines.length * GRID.line
  if (sheet.top + height > FOOT) sheet.pen.addPage()
  const top = FOOT - height
  pen.line([LEFT, top], [LEFT + WIDTH, top], 1)
  for (const [index, { text }] of lines.entries()) {
    pen.text(text, LEFT + SIZE.four, top + (index + 0.68) * GRID.line, settings.small)
  }
  pen.line([LEFT, FOOT], [LEFT + WIDTH, FOOT], 1)
}

/** 四号 between dashes, 7 mm below the text; odd pages to the right, even ones to the left, one character in. */
export function drawPageNumber(pen: Pen, page: number): void {
  const text = pageNumberText(page)
  const edge = SIZE.four
  const right = LEFT + WIDTH - edge - pen.width(text, settings.small)
  pen.text(text, page % 2 === 1 ? right : LEFT + edge, FOOT + points(PAGE.toPageNumber), settings.small)
}
