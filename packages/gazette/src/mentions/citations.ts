import type { Citation, Table } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import { type DocumentNumberAt, findDocumentNumbers } from './document-numbers.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A title in 《》 with the offsets of its brackets. */
interface TitleAt {
  readonly start: number
  /** Behind 》. */
  readonly end: number
  readonly title: string
}

/** No title is longer, in characters: what is, has lost its closing bracket. */
const LONGEST_TITLE = 200

/** How far behind a title its brackets are read. */
const LONGEST_BRACKET = 160

const TITLE_MARK = /[《》。]/g

/** Between two titles that are cited together: 《甲》《乙》, 《甲》、《乙》, 《甲》和《乙》. */
const BETWEEN_TITLES = /^ ?[、，,和与及]? ?$/

/** Between a title and its number's bracket where the title stands inside a longer one: 关于印发《甲》的通知（…）. */
const REST_OF_TITLE =
  /(?:等)?(?:的?(?:实施|若干)?(?:通知|通告|公告|意见|决定|函|批复|报告|请示|命令|规定|办法|方案|细则|文件)){1,2}(?:精神|要求|规定)?/y

/** Between a number and the title that it belongs to: 国发〔2021〕7号《关于…》, …号文件《…》. */
const BETWEEN_NUMBER_AND_TITLE = /^[）)]? ?(?:文件?|文)? ?$/

/** End of a title without 《》 before its bracketed number: 省政府办公厅关于…的通知（省政办发〔2021〕1号）. */
const BARE_TITLE_END = /的(?:通知|意见|决定|函|批复|通告|公告|报告|方案|规定|办法)$/

/** What cannot stand in a title without 《》, and words of the sentence that lead to it. */
const BEFORE_BARE_TITLE =
  /.*(?:[，。；：、《》（）(),;:]|根据|按照|依据|依照|遵照|落实|贯彻|执行|转发|对照|参照|现将|将)/u

/** How far before its number a title without 《》 is looked for. */
const LONGEST_BARE_TITLE = 140

/**
 * The texts that an instrument cites, in reading order: 《title》（number), with the number before or behind the
 * title, one number for several titles, and titles inside titles left in the outer one. `docNumber` is null
 * where none is printed with that title, also where it stood with an earlier mention of it.
 */
export function readCitations(instrument: ReadInstrument, tables: readonly Table[] = []): Citation[] {
  return passagesOf(instrument, tables, sign.title + sign.number).flatMap(citationsIn)
}

function citationsIn(passage: Passage): Citation[] {
  const { text } = passage
  const titles = text.includes('《') ? findTitles(text) : []
  if (titles.length === 0 && !text.includes('关于')) return []
  const numbers = findDocumentNumbers(text)
  const taken = new Set<DocumentNumberAt>()
  const citations: Citation[] = titles.map((at) => citation(passage, at, at.end, null))
  if (numbers.length > 0 || text.includes('年第')) {
    giveNumbersBehind(passage, titles, numbers, citations, taken)
    giveNumbersBefore(passage, titles, numbers, citations, taken)
    citations.push(...citationsWithoutBrackets(passage, numbers, taken))
  }
  return citations
}

function citation(passage: Passage, at: TitleAt, end: number, docNumber: string | null): Citation {
  return { clause: passage.clause, title: at.title, docNumber, lines: passage.linesOf(at.start, end) }
}

/** Titles in 《》, the outermost where they are nested; brackets that are not closed in their sentence are none. */
export function findTitles(text: string): TitleAt[] {
  const titles: TitleAt[] = []
  const open: number[] = []
  TITLE_MARK.lastIndex = 0
  while (TITLE_MARK.test(text)) {
    const end = TITLE_MARK.lastIndex
    const mark = text.charAt(end - 1)
    if (mark === '《') {
      open.push(end - 1)
    } else if (mark === '。') {
      open.length = 0
    } else {
      const start = open.pop()
      if (start === undefined || end - start > LONGEST_TITLE) continue
      while ((titles.at(-1)?.start ?? -1) > start) titles.pop()
      const title = withoutLayoutSpaces(text.slice(start + 1, end - 1))
      if (title !== '') titles.push({ start, end, title })
    }
  }
  return titles
}

/** Spaces that stand beside a Chinese character are layout. */
function withoutLayoutSpaces(title: string): string {
  const text = title.includes(' ') ? title.replaceAll(/(?<=[^!-~ ]) +| +(?=[^!-~ ])/g, '') : title
  return text.trim()
}

/**
 * Numbers in the brackets behind a title. Where the brackets hold as many numbers as titles stand side by side
 * before them, each gets its own; a single one behind 《甲》和《乙》的通知 is that of the notice which they share.
 */
function giveNumbersBehind(
  passage: Passage,
  titles: readonly TitleAt[],
  numbers: readonly DocumentNumberAt[],
  citations: Citation[],
  taken: Set<DocumentNumberAt>,
): void {
  let next = 0
  for (const [index, at] of titles.entries()) {
    const bracketStart = endOfTitle(passage.text, at.end)
    const bracketEnd = endOfBrackets(passage.text, bracketStart)
    while ((numbers[next]?.start ?? Infinity) < at.end) next++
    const behind: DocumentNumberAt[] = []
    for (let i = next; i < numbers.length && (numbers[i] as DocumentNumberAt).end <= bracketEnd; i++) {
      behind.push(numbers[i] as DocumentNumberAt)
    }
    const [first] = behind
    if (first === undefined) {
      const number = numberOfAnnouncement(passage.text, at)
      if (number !== null) citations[index] = citation(passage, at, bracketEnd, number)
      continue
    }
    for (const number of behind) taken.add(number)
    const group = titlesSideBySide(passage.text, titles, index)
    const isShared = bracketStart > at.end && behind.length === 1
    for (const [place, member] of group.entries()) {
      const isLast = member === index
      if (!isLast && !isShared && behind.length !== group.length) continue
      const number = behind.length === group.length ? (behind[place] as DocumentNumberAt) : first
      citations[member] = citation(passage, titles[member] as TitleAt, number.end, number.number)
    }
  }
}

/** 《某部公告》（2021年第1号）: the title is the first part of the number. */
function numberOfAnnouncement(text: string, { title, end }: TitleAt): string | null {
  if (!/(?:公告|通告|令)$/.test(title)) return null
  const number = text.slice(end, end + 24).match(/^ ?[（(] ?([0-9]{4}) ?年 ?第 ?([0-9]{1,5}) ?号 ?[）)]/)
  return number === null ? null : `${title}${number[1]}年第${number[2]}号`
}

/** Indexes of the titles that stand side by side up to the one at `last`. */
function titlesSideBySide(text: string, titles: readonly TitleAt[], last: number): number[] {
  const group = [last]
  for (let i = last; i > 0 && group.length < 10; i--) {
    const between = text.slice((titles[i - 1] as TitleAt).end, (titles[i] as TitleAt).start)
    if (!BETWEEN_TITLES.test(between)) break
    group.unshift(i - 1)
  }
  return group
}

/** Where a title ends that goes on behind 》: 关于印发《甲》的通知. */
function endOfTitle(text: string, end: number): number {
  REST_OF_TITLE.lastIndex = end
  return end + (REST_OF_TITLE.exec(text)?.[0].length ?? 0)
}

/** End of the brackets that open at `start`, several in a row included (（试行）（…号）); `start` where none opens. */
function endOfBrackets(text: string, start: number): number {
  let depth = 0
  let end = start
  for (let i = start; i < text.length && i < start + LONGEST_BRACKET; i++) {
    const character = text.charAt(i)
    if ('（('.includes(character)) depth++
    else if ('）)'.includes(character) && depth > 0) {
      depth--
      if (depth === 0) end = i + 1
    } else if (depth === 0 && character !== ' ') return end
    else if (character === '。') return depth > 0 ? i : end
  }
  // A bracket that the end of a paragraph or a damaged line cut off still holds its number.
  return depth > 0 ? Math.min(text.length, start + LONGEST_BRACKET) : end
}

/** 国发〔2021〕7号《关于…》. */
function giveNumbersBefore(
  passage: Passage,
  titles: readonly TitleAt[],
  numbers: readonly DocumentNumberAt[],
  citations: Citation[],
  taken: Set<DocumentNumberAt>,
): void {
  let next = 0
  for (const [index, at] of titles.entries()) {
    while ((numbers[next + 1]?.end ?? Infinity) <= at.start) next++
    const number = numbers[next]
    if (number === undefined || number.end > at.start || taken.has(number)) continue
    if (citations[index]?.docNumber !== null || at.start - number.end > 6) continue
    if (!BETWEEN_NUMBER_AND_TITLE.test(passage.text.slice(number.end, at.start))) continue
    taken.add(number)
    const lines = passage.linesOf(number.start, at.end)
    citations[index] = { clause: passage.clause, title: at.title, docNumber: number.number, lines }
  }
}

/** Texts cited by a title without 《》, told by the bracketed number behind it. */
function citationsWithoutBrackets(
  passage: Passage,
  numbers: readonly DocumentNumberAt[],
  taken: ReadonlySet<DocumentNumberAt>,
): Citation[] {
  const citations: Citation[] = []
  for (const number of numbers) {
    if (taken.has(number) || !'（('.includes(passage.text.charAt(number.start - 1) || ' ')) continue
    const before = passage.text.slice(Math.max(0, number.start - 1 - LONGEST_BARE_TITLE), number.start - 1)
    const subject = before.lastIndexOf('关于')
    if (subject === -1 || !BARE_TITLE_END.test(before) || /[《》。；：]/.test(before.slice(subject))) continue
    const issuerStart = before.slice(0, subject).match(BEFORE_BARE_TITLE)?.[0].length ?? 0
    const own = before.slice(issuerStart)
    const start = number.start - 1 - own.length
    citations.push(
      citation(
        passage,
        { start, end: number.start, title: withoutLayoutSpaces(own) },
        number.end,
        number.number,
      ),
    )
  }
  return citations
}
