import type { Finding, Instrument } from '../issue.ts'
import { clauseLinesOf } from '../mentions/clause-lines.ts'
import type { Line } from '../reading.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources, linesWithin } from './finding-sources.ts'
import { foldText } from './fold-text.ts'

type Annex = Instrument['annexes'][number]

/** 附件, 附表…: what speaks of annexes. */
const annexWord = /附 ?[件表图录后]/

/** A line that is an annex's head and nothing else. */
const headLine = /^[-—•·*#\s]*附 ?[件表图录] ?[\d一二三四五六七八九十]{0,3} ?[：:.]?$/

/** On a web page the annex is a file of its own. */
const fileName = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|jpe?g|png)\b/i

/** How many characters (附件1：, marks, .docx) a line may have around an annex's title. */
const mostAround = 30

/** Titles shorter than this may stand alone on a line for another reason. */
const shortestTitle = 6

/** Annexes that are named and not printed, and annexes that are printed and not named. */
export const findAnnexProblems: InstrumentCheck = (sources, lines) => {
  const { annexes } = sources.instrument
  if (annexes.length === 0) return []
  const own = linesWithin(lines, sources.instrument.lines)
  const missing = annexes.filter((annex) => annex.lines === null && !isPrinted(annex, own))
  return [...missingFindings(sources, missing), ...unannouncedFindings(sources, own)]
}

/** Whether the annex's title stands alone on a line, behind or in front of the text that it belongs to. */
function isPrinted({ title }: Annex, lines: readonly Line[]): boolean {
  const wanted = foldText(title ?? '')
  if (wanted.length < shortestTitle) return false
  return lines.some(({ raw }) => {
    if (raw.length < wanted.length || raw.length > wanted.length + mostAround) return false
    const folded = foldText(raw)
    return folded === wanted || (fileName.test(raw) && folded.includes(wanted))
  })
}

function missingFindings(sources: InstrumentSources, missing: readonly Annex[]): Finding[] {
  return missing.map(({ title }) => {
    const place = placeOfMention(sources, title)
    const name = title === null ? place.name : `附件“${title}”`
    const message = `正文提到的${name}没有随文刊印，请补印或删去有关文字。`
    return findingIn(sources, 'annex-missing', message, [place.lines], place.clause)
  })
}

interface Mention {
  /** The annex as it is spoken of: 附件3. */
  readonly name: string
  readonly lines: [number, number]
  readonly clause: string | null
}

/** Where the text names the annex: the line with its title, else the first that speaks of annexes. */
function placeOfMention(sources: InstrumentSources, title: string | null): Mention {
  const lines = clauseLinesOf(sources.read).filter(({ text }) => annexWord.test(text))
  const key = title?.slice(0, 6)
  const found = lines.find(({ text }) => key !== undefined && text.includes(key)) ?? lines[0]
  if (found === undefined) return { name: '附件', lines: [...sources.instrument.lines], clause: null }
  const name = /附 ?[件表图录] ?\d{0,2}/.exec(found.text)?.[0].replace(' ', '') ?? '附件'
  return { name, lines: [found.line, found.line], clause: found.clause }
}

function unannouncedFindings(sources: InstrumentSources, lines: readonly Line[]): Finding[] {
  const printed = sources.instrument.annexes.flatMap((annex) =>
    annex.lines === null ? [] : [annex.lines[0]],
  )
  const first = printed.reduce((least, line) => Math.min(least, line), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first)) return []
  if (lines.some(({ raw, number }) => number !== first && namesAnnex(raw, number < first))) return []
  const message = '文后印有附件，正文没有“见附件”等说明，请在正文中注明。'
  return [findingIn(sources, 'annex-unannounced', message, [[first, first]])]
}

function namesAnnex(raw: string, isBefore: boolean): boolean {
  return annexWord.test(raw) && (isBefore || !headLine.test(raw))
}
