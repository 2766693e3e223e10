import type { Finding, Instrument, Issue, Span, TableRow } from '@luoshi/gazette'
import type { EffectKind, NoticeCounts, PersonalColumns } from './gazette-tables.ts'

/** An issue with all that is kept of it, made ready by who read it. */
export interface IssueToStore {
  readonly county: string
  /** Unique in its county: 2021-3-下. */
  readonly key: string
  readonly title: string
  /** The reading. */
  readonly issue: Issue
  /** The text that was read. */
  readonly source: string
  readonly instruments: readonly InstrumentToStore[]
  readonly findings: readonly FindingToStore[]
}

/** An instrument with what is looked up in it. */
export interface InstrumentToStore {
  /** Address where its number does not tell it from others. */
  readonly place: string
  readonly series: string | null
  readonly year: number | null
  readonly serial: number | null
  /** 通知, 意见, 方案… */
  readonly kind: string
  /** What it is about, without the county's name, the year and the words around it: the same in other counties. */
  readonly matter: string
  readonly body: Instrument
  readonly units: readonly string[]
  readonly counts: NoticeCounts
  readonly passages: readonly PassageToStore[]
  readonly tables: readonly TableToStore[]
  readonly citations: readonly CitationToStore[]
  readonly effects: readonly EffectToStore[]
  readonly duties: readonly DutyToStore[]
  readonly deadlines: readonly DeadlineToStore[]
}

/** A title, a clause or a row of a table. */
export interface PassageToStore {
  readonly kind: 'title' | 'clause' | 'row'
  readonly clause: string | null
  /** How clerks name the clause: 二（一）3. */
  readonly reference: string
  readonly table: number | null
  readonly rowKind: TableRow['kind'] | null
  readonly cells: readonly string[] | null
  readonly text: string
  readonly lines: Span
}

/** A table, with what in it tells of persons. */
export interface TableToStore {
  readonly clause: string | null
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly lines: Span
  readonly personal: PersonalColumns
}

/** A document that a clause names. */
export interface CitationToStore {
  readonly clause: string
  readonly title: string
  readonly docNumber: string | null
  /** Whether it is what the notice carries out: named before its first numbered clause, by a higher body. */
  readonly isSuperior: boolean
  readonly lines: Span
}

/** What the notice does to a document, itself included. */
export interface EffectToStore {
  readonly kind: EffectKind
  /** Null where the text names no number. */
  readonly docNumber: string | null
  readonly title: string
  /** Day from which it holds, or up to which; null where the text leaves it open. */
  readonly onDay: string | null
  /** The words that say so. */
  readonly says: string
  readonly clause: string
  readonly line: number
}

/** A unit's part in a duty. */
export interface DutyToStore {
  readonly duty: number
  readonly clause: string
  readonly unit: string
  readonly role: Instrument['duties'][number]['units'][number]['as']
  readonly printed: string
  readonly days: readonly string[]
  /** Who else is bound, in words. */
  readonly others: string
  readonly lines: Span
}

/** A deadline with its meaning in words. */
export interface DeadlineToStore {
  readonly clause: string
  readonly text: string
  readonly meaning: string
  readonly day: string | null
  readonly recurrence: string | null
  readonly timesAYear: number | null
  readonly units: readonly string[]
  readonly isPublic: boolean
  readonly lines: Span
}

/** A finding and the instrument that it stands in, by its place among those of the issue. */
export interface FindingToStore {
  readonly instrument: number | null
  readonly finding: Finding
}
