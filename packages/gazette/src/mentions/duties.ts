/**
 * Responsibility markers: which units a clause binds, and how. Inline in brackets (…牵头，…配合), with a label
 * （责任单位：…）, on a line of its own, broken over lines or pages, closed or cut off.
 */

import type { Duty, Span } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import { lineAt, spanOf, type TracedText } from '../traced-text.ts'
import type { UnitNames } from '../units/unit-names.ts'
import type { TimeMention } from './deadline-mentions.ts'
import { createTimeReader } from './deadlines.ts'
import { findMarkerSpans, longestMarker, type MarkerSpan } from './duty-markers.ts'
import { readBoundUnits } from './duty-roles.ts'

/** The markers of an instrument in the order in which they stand. */
export function readDuties(instrument: ReadInstrument, names: UnitNames): Duty[] {
  const duties: Duty[] = []
  const owners = createOwners(instrument.clauses)
  const timesOf = createTimeReader(instrument)
  for (const [index, clause] of instrument.clauses.entries()) {
    if ((clause.signs & (sign.pair + sign.colon)) === 0) continue
    const { whole } = clause
    let from = 0
    for (const span of findMarkerSpans(whole)) {
      if (span.start < from) continue
      const content = whole.text.slice(span.contentStart, span.contentEnd)
      const units = readBoundUnits(content, names, span.closesSentence)
      if (units === null) continue
      from = span.end
      duties.push({
        clause: owners.ownerOf(index, span),
        units: units.map(({ printed, as }) => ({ name: names.canonical(printed), as, printed })),
        deadline: dateWord.test(content) ? dateIn(timesOf(clause), span) : null,
        raw: whole.text.slice(span.start, span.end),
        lines: spanOf(whole, span.start, span.end),
      })
    }
  }
  return duties
}

const dateWord = /[年月季旬]/

/** The first date by which something is due inside a marker. */
function dateIn(times: readonly TimeMention[], span: MarkerSpan): string | null {
  return (
    times.find((time) => time.date !== null && time.start >= span.start && time.end <= span.end)?.date ?? null
  )
}

/**
 * Tells to which clause a marker belongs: the one it stands in; where it stands alone in a paragraph, the
 * paragraph before it if that one's neighbours have markers of their own, else the clause that the paragraphs
 * are under.
 */
function createOwners(clauses: readonly ReadClause[]): { ownerOf(index: number, span: MarkerSpan): string } {
  /** Clauses whose paragraphs have markers each. */
  const sharedParents = new Set<string | null>()
  return {
    ownerOf(index, span) {
      const { clause, whole } = clauses[index] as ReadClause
      const isAlone = clause.label === null && span.start === 0 && whole.text.length - span.end <= 1
      const before = clauses[index - 1]?.clause
      if (!isAlone) {
        if (clause.label === null) sharedParents.add(clause.parent)
        return clause.id
      }
      const hasSibling = before !== undefined && before.label === null && before.parent === clause.parent
      if (hasSibling && (clause.parent === null || sharedParents.has(clause.parent))) return before.id
      return clause.parent ?? before?.id ?? clause.id
    },
  }
}

/** The tail of a marker whose beginning is lost: 单位：县财政局、县水利局）. */
export interface OrphanMarker {
  readonly clause: string
  readonly raw: string
  readonly lines: Span
}

const tailLabel = /(?:单位|部门)[:：][^。；;（(]*$/
/** Longest beginning of a label that may still stand before 单位: 责任, 牵头, 主要责任. */
const longestCutLabel = 4

/** Tails of markers that have lost their beginning, and with it, it may be, the clause before them. */
export function findOrphanMarkers(instrument: ReadInstrument): OrphanMarker[] {
  const orphans: OrphanMarker[] = []
  for (const { clause, whole } of instrument.clauses) {
    const { text } = whole
    const end = text.includes('单位') || text.includes('部门') ? firstStrayClosing(text) : null
    if (end === null) continue
    const reach = Math.max(0, end - longestMarker)
    const label = text.slice(reach, end).search(tailLabel)
    const start = label < 0 ? null : startOfTail(whole, reach + label)
    if (start === null) continue
    if (findMarkerSpans(whole).some((span) => span.start >= start && span.start <= end)) continue
    orphans.push({
      clause: clause.id,
      raw: text.slice(start, end + 1),
      lines: spanOf(whole, start, end + 1),
    })
  }
  return orphans
}

/** Where the torn label begins: with its sentence or its printed line; null where it is no torn label. */
function startOfTail(whole: TracedText, label: number): number | null {
  for (let start = label; start >= Math.max(0, label - longestCutLabel); start--) {
    if (start === 0 || /[。；;）)]/.test(whole.text.charAt(start - 1))) return start
    if (lineAt(whole, start - 1) !== lineAt(whole, start)) return start
  }
  return null
}

const roundBracket = /[（()）]/g

/** Offset of the first closing bracket that closes none, or null. */
function firstStrayClosing(text: string): number | null {
  let depth = 0
  for (const match of text.matchAll(roundBracket)) {
    depth += match[0] === '（' || match[0] === '(' ? 1 : -1
    if (depth < 0) return match.index
  }
  return null
}
