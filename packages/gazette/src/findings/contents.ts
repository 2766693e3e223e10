import type { ContentsEntry, Finding } from '../issue.ts'
import type { Line } from '../reading.ts'
import {
  type FindingSources,
  findingIn,
  type InstrumentSources,
  type IssueCheck,
  linesWithin,
} from './finding-sources.ts'
import { foldText } from './fold-text.ts'

/** Where more than this share of the entries fits nothing, it is the reading that failed, not the print. */
const mostMismatches = 0.34

/** No gazette has more papers than this; longer lists are of something else. */
const longestContents = 1000

/** The table of contents against the body: titles, numbers, order. */
export const findContentsMismatch: IssueCheck = (sources) => {
  const { contents, instruments } = sources
  if (contents.length < 2 || contents.length > longestContents || instruments.length < 2) return []
  const findings = [...entryMismatches(sources), ...missingEntries(sources)]
  return findings.length > contents.length * mostMismatches ? [] : findings
}

function entryMismatches({ contents, instruments }: FindingSources): Finding[] {
  const byNumber = new Map(instruments.map((sources) => [sources.instrument.docNumber, sources]))
  const byTitle = new Map(instruments.map((sources) => [foldText(sources.instrument.title), sources]))
  const titles = [...byTitle.keys()].join('|')
  return contents.flatMap((entry) => {
    const folded = foldText(entry.title)
    const sameTitle = byTitle.get(folded)
    const sameNumber = entry.docNumber === null ? undefined : byNumber.get(entry.docNumber)
    if (sameTitle !== undefined) return numberMismatch(entry, sameTitle)
    if (sameNumber !== undefined) return titleMismatch(entry, sameNumber)
    // A title that is cut off was broken by the print of the table itself.
    if (titles.includes(folded)) return []
    const message = `目录列有《${entry.title}》，正文中没有这篇公文，请核对。`
    return [findingIn(null, 'contents-mismatch', message, [entry.lines])]
  })
}

function numberMismatch(entry: ContentsEntry, sources: InstrumentSources): Finding[] {
  const { docNumber, lines } = sources.instrument
  if (entry.docNumber === null || docNumber === null || entry.docNumber === docNumber) return []
  const message = `同一标题，目录的文号是${entry.docNumber}，正文的文号是${docNumber}，请核对。`
  return [findingIn(sources, 'contents-mismatch', message, [entry.lines, [lines[0], lines[0]]])]
}

function titleMismatch(entry: ContentsEntry, sources: InstrumentSources): Finding[] {
  const { docNumber, title, lines } = sources.instrument
  const [listed, printed] = [foldText(entry.title), foldText(title)]
  if (listed.includes(printed) || printed.includes(listed)) return []
  const message = `${docNumber}的标题，目录写“${entry.title}”，正文写“${title}”，请核对。`
  return [findingIn(sources, 'contents-mismatch', message, [entry.lines, [lines[0], lines[0]]])]
}

function missingEntries({ contents, instruments }: FindingSources): Finding[] {
  const numbers = new Set(contents.map(({ docNumber }) => docNumber))
  const titles = new Set(contents.map(({ title }) => foldText(title)))
  return instruments.flatMap((sources) => {
    const { docNumber, title, lines } = sources.instrument
    if (numbers.has(docNumber) || titles.has(foldText(title))) return []
    const message = `正文的《${title}》没有列入目录，请补列。`
    return [findingIn(sources, 'contents-mismatch', message, [[lines[0], lines[0]]])]
  })
}

/** How many times as full as the others a page must be, or how empty the pages after it, to be doubted. */
const tooFull = 4
const tooEmpty = 0.5

interface PagedInstrument {
  readonly sources: InstrumentSources
  readonly entry: ContentsEntry
  readonly page: number
  readonly pages: number
  readonly density: number
}

/** A page number that leaves one paper far too few pages and the next far too many, or that goes backwards. */
export const findDoubtfulPages: IssueCheck = (sources) => {
  const paged = pagedInstruments(sources)
  const backwards = paged.flatMap((one, index) => {
    const before = paged[index - 1]
    if (before === undefined || one.page >= before.page) return []
    const message = `目录页码倒退：前一篇是第${before.page}页，这一篇是第${one.page}页，请核对。`
    return [findingIn(one.sources, 'page-doubtful', message, [before.entry.lines, one.entry.lines])]
  })
  return backwards.length > 0 ? backwards : crowdedPages(paged)
}

function crowdedPages(paged: readonly PagedInstrument[]): Finding[] {
  const told = paged.slice(0, -1)
  const densities = told.map(({ density }) => density).sort((a, b) => a - b)
  const middle = densities[densities.length >> 1]
  if (middle === undefined || told.length < 4) return []
  return told.flatMap((one, index) => {
    const next = told[index + 1]
    if (next === undefined || one.density < middle * tooFull || next.density > middle * tooEmpty) return []
    const message =
      `目录页码疑误：第${one.page}页起的一篇约${Math.round(one.density * one.pages)}字只占${one.pages}页，` +
      `第${next.page}页起的下一篇约${Math.round(next.density * next.pages)}字却占${next.pages}页，请核对第${next.page}页这一页码。`
    return [findingIn(next.sources, 'page-doubtful', message, [one.entry.lines, next.entry.lines])]
  })
}

function pagedInstruments({ contents, instruments, lines }: FindingSources): PagedInstrument[] {
  const entries = new Map(contents.map((entry) => [entry.docNumber ?? entry.title, entry]))
  const found = instruments.flatMap((sources) => {
    const entry = entries.get(sources.instrument.docNumber ?? sources.instrument.title)
    return entry === undefined || entry.page === null ? [] : [{ sources, entry, page: entry.page }]
  })
  return found.map((one, index) => {
    const pages = Math.max(1, (found[index + 1]?.page ?? one.page + 1) - one.page)
    const characters = countCharacters(linesWithin(lines, one.sources.instrument.lines))
    return { ...one, pages, density: characters / pages }
  })
}

function countCharacters(lines: readonly Line[]): number {
  return lines.reduce((total, { raw }) => total + raw.length, 0)
}
