import type { ContentsEntry, Finding, Instrument, Span } from '../issue.ts'
import type { Line, ReadInstrument } from '../reading.ts'
import type { SignedLine } from '../signs.ts'
import type { ReadTable } from '../tables/read-table.ts'
import { spanOf } from '../traced-text.ts'
import type { UnitNames } from '../units/unit-names.ts'
import { type FindingKindId, severityOf } from './finding-kinds.ts'

/** What checking an issue needs of the passes before. */
export interface FindingSources {
  /** All lines of the file. */
  readonly lines: readonly SignedLine[]
  /** Its printed table of contents; empty where there is none. */
  readonly contents: readonly ContentsEntry[]
  /** Its instruments in the order in which they stand. */
  readonly instruments: readonly InstrumentSources[]
}

/** An instrument as the result shows it, and as the passes before left it. */
export interface InstrumentSources {
  readonly instrument: Instrument
  readonly read: ReadInstrument
  readonly tables: readonly ReadTable[]
  /** Names of the county's units. */
  readonly names: UnitNames
}

/** One check over one instrument, or over the whole issue. */
export type InstrumentCheck = (sources: InstrumentSources, lines: readonly SignedLine[]) => Finding[]
export type IssueCheck = (sources: FindingSources, lines: readonly SignedLine[]) => Finding[]

/** A place in a clause: offsets in its whole text. */
export interface ClausePlace {
  readonly start: number
  readonly end: number
}

/** A finding in an instrument. Lines are put in order, and each is named once. */
export function findingIn(
  sources: InstrumentSources | null,
  kind: FindingKindId,
  message: string,
  lines: readonly Span[],
  clause: string | null = null,
): Finding {
  const docNumber = sources?.instrument.docNumber ?? null
  return { kind, severity: severityOf(kind), message, docNumber, clause, lines: orderedSpans(lines) }
}

/** How much of a sentence is looked at on either side of a mention. */
const contextLength = 120

/** The text around a mention, within its sentence: from `start` to before `at`, and from `at` on. */
export interface MentionContext {
  readonly before: string
  readonly after: string
}

/**
 * Finds mentions, which know their clause and their words, in the text again; they are asked for in the order in
 * which they stand. Null where the words are not found.
 */
export function createContexts(
  sources: InstrumentSources,
): (mention: { readonly clause: string; readonly text: string }) => MentionContext | null {
  const texts = new Map(sources.read.clauses.map(({ clause, whole }) => [clause.id, whole.text]))
  const reached = new Map<string, number>()
  return ({ clause, text: words }) => {
    const text = texts.get(clause) ?? ''
    const at = text.indexOf(words, reached.get(clause) ?? 0)
    if (at < 0) return null
    reached.set(clause, at + words.length)
    return contextAt(text, at)
  }
}

/** The text around an offset, within its sentence. */
export function contextAt(text: string, at: number): MentionContext {
  const before = text.slice(Math.max(0, at - contextLength), at)
  const after = text.slice(at, at + contextLength)
  const end = after.indexOf('。')
  return {
    before: before.slice(before.lastIndexOf('。') + 1),
    after: end < 0 ? after : after.slice(0, end),
  }
}

/** Lines of a place in a clause. */
export function linesOf(clause: InstrumentSources['read']['clauses'][number], place: ClausePlace): Span {
  return spanOf(clause.whole, place.start, place.end)
}

/** Spans from top to bottom, the same one once. */
export function orderedSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return sorted.filter(
    (span, index) => index === 0 || span[0] !== sorted[index - 1]?.[0] || span[1] !== sorted[index - 1]?.[1],
  )
}

/** The lines of the file from the first of a span to its last. */
export function linesWithin<Kind extends Line>(lines: readonly Kind[], [first, last]: Span): readonly Kind[] {
  const offset = lines[0]?.number ?? 1
  return lines.slice(first - offset, last - offset + 1)
}

/** 「甲」「乙」「丙」等5处: the first few of many, quoted. */
export function quoteSome(quoted: readonly string[], most = 3): string {
  const shown = quoted.slice(0, most).map((text) => `“${text}”`)
  return shown.join('、') + (quoted.length > most ? '等' : '')
}
