import type { Citation, Clause, Instrument } from '@luoshi/gazette'
import type { EffectToStore } from '@luoshi/store'

/**
 * What an instrument does to documents: which it repeals or amends, from when and until when it is itself in force.
 * Reads: clauses and citations. Writes: one effect a sentence and document. Refuses: words that speak of anything else's
 * term, as a promise or a permit.
 */
export function effectsOf(instrument: Instrument): EffectToStore[] {
  const byClause = Map.groupBy(instrument.citations, ({ clause }) => clause)
  return instrument.clauses.flatMap((clause) => {
    if (!/废止|停止执行|有效期|施行|执行|实施/.test(clause.text)) return []
    return sentencesOf(clause.text).flatMap((sentence) => [
      ...repealsIn(sentence, clause, byClause.get(clause.id) ?? [], instrument),
      ...ownTermIn(sentence, clause, instrument),
    ])
  })
}

/** A number may be long, a sentence may not: quoted titles hold no end of a sentence that counts. */
function sentencesOf(text: string): string[] {
  return text.split(/[。；\n]/).filter((sentence) => sentence !== '')
}

/** …《title》（number）同时废止: each document that the sentence names before the word. */
function repealsIn(
  sentence: string,
  clause: Clause,
  citations: readonly Citation[],
  instrument: Instrument,
): EffectToStore[] {
  const end = sentence.search(/(?:同时|即行|予以)?(?:废止|停止执行)/)
  if (end === -1) return []
  const before = sentence.slice(0, end)
  return citations
    .filter(({ title }) => before.includes(title))
    .map(({ title, docNumber, lines }) => ({
      kind: 'repeals' as const,
      docNumber,
      title,
      onDay: beginOf(sentence) ?? instrument.issuedOn,
      says: sentence.slice(Math.max(0, before.lastIndexOf(`《${title}`)), end + 10),
      clause: clause.id,
      line: lines[0],
    }))
}

const own =
  /(?:^|[，、])?(?:本|此)(?:办法|细则|实施细则|方案|实施方案|意见|规定|通知|标准|预案|规划|清单|机制|决定|制度)|^自|有效期限?(?:为|至|：|:|\d|[一二三四五六七八九十])/
const printing = /自(?:印发|发布|公布|下发)之日起/

/** 本办法自印发之日起施行，有效期3年: the first day and the last. */
function ownTermIn(sentence: string, clause: Clause, instrument: Instrument): EffectToStore[] {
  if (!own.test(sentence) || /承诺|许可证|合同|资质|证书/.test(sentence)) return []
  const { docNumber, title, issuedOn } = instrument
  const effect = { docNumber, title, says: sentence, clause: clause.id, line: clause.lines[0] }
  const isBegun = /施行|执行|实施|生效/.test(sentence)
  const begin = beginOf(sentence) ?? (printing.test(sentence) ? issuedOn : null)
  const found: EffectToStore[] = []
  if (isBegun && begin !== null) found.push({ ...effect, kind: 'begins', onDay: begin })
  if (!/有效期/.test(sentence)) return found
  const until = endOf(sentence, begin ?? issuedOn)
  return [...found, { ...effect, kind: until === null ? 'open-ended' : 'ends', onDay: until }]
}

const day = /(\d{4})年(\d{1,2})月(\d{1,2})日/

function isoOf(found: RegExpExecArray | null): string | null {
  if (found === null) return null
  const [, year = '', month = '', date = ''] = found
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

/** 自2023年1月1日起 */
function beginOf(sentence: string): string | null {
  return isoOf(new RegExp(`自${day.source}起`).exec(sentence))
}

const digits = '零一二三四五六七八九十'

/** The last day: one that is named, or the same day so many years after the first (民法典第二百零二条). */
function endOf(sentence: string, begin: string | null): string | null {
  const named = new RegExp(`有效期限?(?:截?至|到)${day.source}`).exec(sentence)
  if (named !== null) return isoOf(named)
  const years = /有效期限?(?:为)?(\d{1,2}|[一二三四五六七八九十])年/.exec(sentence)?.[1]
  if (years === undefined || begin === null) return null
  const count = /^\d+$/.test(years) ? Number(years) : digits.indexOf(years)
  const year = Number(begin.slice(0, 4)) + count
  const isLeapDay = begin.endsWith('-02-29') && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return isLeapDay ? `${year}-02-28` : `${year}${begin.slice(4)}`
}
