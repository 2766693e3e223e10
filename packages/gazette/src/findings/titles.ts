import type { Finding, Span } from '../issue.ts'
import { findTitles } from '../mentions/citations.ts'
import type { Line } from '../reading.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesOf, linesWithin } from './finding-sources.ts'
import { foldText, likeness } from './fold-text.ts'

/** The attached text's title inside the notice's: 关于印发《…》的通知, 关于印发…的通知. */
const issuedTitle = /(?:印发|转发|公布|发布)(.{4,})的通[知告]$/

/** What follows the attached text's title in the sentence that issues it. */
const issuingWords = /^(?:已经|已由|业经|经|现印发|现予|印发给)/

/** Only the first clauses can issue the attached text. */
const clausesLookedAt = 6

/** The notice's title, and the title in 《》 of the sentence that issues the attached text, differ. */
export const findTitleMismatch: InstrumentCheck = (sources) => {
  const { title } = sources.instrument
  const issued = issuedTitle.exec(title)?.[1]
  if (issued === undefined) return []
  const inTitle = issued.replace(/^《(.*)》$/u, '$1')
  for (const clause of sources.read.clauses.slice(0, clausesLookedAt)) {
    const { text } = clause.whole
    if (!text.includes('《')) continue
    const named = findTitles(text).find(({ end }) => issuingWords.test(text.slice(end, end + 4)))
    if (named === undefined) continue
    if (isSameTitle(inTitle, named.title)) return []
    const head: Finding['lines'][number] = [sources.instrument.lines[0], sources.instrument.lines[0]]
    const message = `通知标题写“${inTitle}”，印发语写《${named.title}》，两处标题不一致，请核对。`
    return [findingIn(sources, 'title-mismatch', message, [head, linesOf(clause, named)], clause.clause.id)]
  }
  return []
}

/** Titles that differ in brackets, punctuation, the county before them or an ending in brackets are the same. */
function isSameTitle(first: string, second: string): boolean {
  const [a, b] = [bare(first), bare(second)]
  return a === b || a.endsWith(b) || b.endsWith(a)
}

function bare(title: string): string {
  return foldText(title)
    .replace(/\([^()]{1,14}\)$/, '')
    .replace(/^关于/, '')
}

/** The issuer that a title opens with. */
const titleIssuer = /^(.{4,30}?(?:政府|办公室|委员会|[局厅委办]))关于/u

/** How alike the issuer in the title and the one that signs must be for one of them to be a misprint. */
const alikeIssuer = 0.7

/** A title that names its issuer otherwise than the signature: 县人民政府政府办公室 for 县人民政府办公室. */
export const findIssuerMismatch: InstrumentCheck = (sources) => {
  const { title, issuer, lines } = sources.instrument
  const named = titleIssuer.exec(title)?.[1]
  if (named === undefined || issuer === null) return []
  const [first, second] = [foldText(named), foldText(issuer)]
  if (first === second || first.endsWith(second) || second.endsWith(first)) return []
  // The office signs what the government issues, and the other way round.
  if (first.startsWith(second) || second.startsWith(first) || likeness(first, second) < alikeIssuer) return []
  const message = `标题中的发文机关写作“${named}”，落款为“${issuer}”，请核对统一。`
  return [findingIn(sources, 'title-mismatch', message, [[lines[0], lines[0]]])]
}

/** How alike a line must be to the title that it stands for, and how much of its beginning it must share. */
const alikeTitle = 0.6
const sharedStart = 2

/** The attached text's own head, where it words the title otherwise than the notice that issues it. */
export const findHeadMismatch: InstrumentCheck = (sources, lines) => {
  const issued = issuedTitle.exec(sources.instrument.title)?.[1]
  // Where the sentence that issues the text differs already, the head is not told a second time.
  if (issued === undefined || findTitleMismatch(sources, lines).length > 0) return []
  const place = placeOf(sources.instrument.issuer ?? '')
  const wanted = bare(issued).replace(place, '')
  const own = linesWithin(lines, sources.instrument.lines)
  const heads = own.slice(titleLines).filter(({ raw }) => mayBeHead(raw))
  const folded = ({ raw }: Line) => bare(raw).replace(place, '')
  // Folding leaves Chinese characters as they are.
  const first = /^[\u4e00-\u9fff]/.exec(wanted)?.[0] ?? ''
  let line: Line | undefined
  for (const [index, printed] of heads.entries()) {
    if (!printed.raw.includes(first)) continue
    const head = folded(printed)
    const next = heads[index + 1]
    if (head === wanted || (next !== undefined && head + folded(next) === wanted)) return []
    if (line === undefined && isWordedOtherwise(head, wanted)) line = printed
  }
  if (line === undefined) return []
  const message = `通知标题写“${issued}”，所附文本的标题印作“${line.raw.replace(/^[#*\s]+/, '')}”，请核对统一。`
  return [findingIn(sources, 'title-mismatch', message, [[line.number, line.number]])]
}

/** 清源县 of 清源县人民政府办公室: a head may leave it out, or put it behind the year. */
function placeOf(issuer: string): string {
  return /^(.{2,12}?)(?:人民政府|政府|委员会)/u.exec(foldText(issuer))?.[1] ?? ''
}

/** Lines that the notice's own title may take. */
const titleLines = 5

function mayBeHead(raw: string): boolean {
  return raw.length >= 8 && raw.length <= 80 && !/[。；：，\t]|通知\s*$/.test(raw)
}

function isWordedOtherwise(head: string, wanted: string): boolean {
  if (head.slice(0, sharedStart) !== wanted.slice(0, sharedStart) || wanted.startsWith(head)) return false
  return !head.includes(wanted) && likeness(head, wanted) >= alikeTitle
}

/** 附表1：某县消防站建设规划表 in a list, and 附表1 alone above the annex. */
const listedAnnex = /^[-•*#\s]*附 ?([件表图]) ?(\d{1,2}) ?[：:.．、\s]\s*(\S.{4,60}?)(?:[\s.…·]+\d{1,3})?\s*$/
const annexHead = /^[#*\s]*附 ?([件表图]) ?(\d{1,2}) ?[：:]?\s*$/

interface NamedAnnex {
  readonly title: string
  readonly line: number
}

/** Annexes whose list names them otherwise than they are headed. One finding an instrument. */
export const findAnnexTitleMismatch: InstrumentCheck = (sources, lines) => {
  const listed = new Map<string, NamedAnnex>()
  const spans: Span[] = []
  const quoted: string[] = []
  const own = linesWithin(lines, sources.instrument.lines)
  for (const [index, { raw, number, signs }] of own.entries()) {
    if ((signs & sign.annex) === 0) continue
    const item = listedAnnex.exec(raw)
    if (item !== null) listed.set(`${item[1]}${item[2]}`, { title: item[3] ?? '', line: number })
    const head = annexHead.exec(raw)
    const named = head === null ? undefined : listed.get(`${head[1]}${head[2]}`)
    const printed = own.slice(index + 1, index + 4).find((line) => line.raw.trim() !== '')
    if (named === undefined || printed === undefined || !isOtherTitle(named.title, printed.raw)) continue
    spans.push([named.line, named.line], [number, printed.number])
    quoted.push(`附${head?.[1]}${head?.[2]}`)
  }
  if (quoted.length === 0) return []
  const message = `${quoted.join('、')}的标题，附件目录与附件本身写法不一致，请核对统一。`
  return [findingIn(sources, 'title-mismatch', message, spans)]
}

function isOtherTitle(listed: string, printed: string): boolean {
  const [a, b] = [bare(listed), bare(printed)]
  return !a.includes(b) && !b.includes(a) && likeness(a, b) >= alikeTitle
}
