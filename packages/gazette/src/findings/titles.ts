import type { Finding } from '../issue.ts'
import { findTitles } from '../mentions/citations.ts'
import { findingIn, type InstrumentCheck, linesOf } from './finding-sources.ts'
import { foldText } from './fold-text.ts'

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
    .replace(/\((?:试行|暂行|修订|修订稿|试行稿)\)$/, '')
    .replace(/^关于/, '')
}
