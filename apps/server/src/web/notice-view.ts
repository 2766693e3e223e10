import type { Clause, Span } from '@luoshi/gazette'
import {
  type Counterpart,
  citationsOf,
  counterpartsOf,
  type Database,
  effectsBy,
  effectsOn,
  type StoredCitation,
  type StoredEffect,
  type StoredNotice,
} from '@luoshi/store'
import { type Interpretation, interpretationsOf } from '../gazettes/interpretations.ts'
import { lastAtOrBefore } from '../halving.ts'
import { type VersionRef, versionOf } from './addresses.ts'
import { type CitedNotices, citedNotices } from './cited.ts'

/** A notice with all that its page shows. */
export interface NoticeView extends StoredNotice {
  readonly from: VersionRef
  /** By id. */
  readonly clauses: ReadonlyMap<string, Clause>
  /** Line after which its signature is printed; null where none was found. */
  readonly signatureLine: number | null
  readonly cited: CitedNotices
  readonly citing: readonly StoredCitation[]
  /** What it does to others, and what others do to it. */
  readonly does: readonly StoredEffect[]
  readonly suffers: readonly StoredEffect[]
  readonly counterparts: readonly Counterpart[]
  readonly interpretations: readonly Interpretation[]
}

/** A notice with what stands beside it in the database. */
export async function noticeView(db: Database, stored: StoredNotice): Promise<NoticeView> {
  const { head, instrument, repairs } = stored
  const { county, docNumber } = head
  const numbers = instrument.citations.flatMap((citation) =>
    citation.docNumber === null ? [] : [citation.docNumber],
  )
  const [cited, citing, does, suffers, counterparts, interpretations] = await Promise.all([
    citedNotices(db, county, numbers),
    docNumber === null ? [] : citationsOf(db, docNumber, county),
    effectsBy(db, head),
    docNumber === null ? [] : effectsOn(db, county, docNumber),
    counterpartsOf(db, head),
    docNumber === null ? [] : interpretationsOf(db, county, docNumber),
  ])
  const signatures = repairs.filter(({ kind }) => kind === 'signature').map(({ line }) => line)
  return {
    ...stored,
    from: versionOf(head),
    clauses: new Map(instrument.clauses.map((clause) => [clause.id, clause])),
    signatureLine: firstWithin(signatures, instrument.lines),
    cited,
    citing: citing.filter(({ by }) => by.id !== head.id),
    does,
    suffers,
    counterparts,
    interpretations,
  }
}

/** The first of some ascending lines that lies within a span. */
function firstWithin(lines: readonly number[], [first, last]: Span): number | null {
  const line = lines[lastAtOrBefore(lines, first - 1) + 1]
  return line !== undefined && line <= last ? line : null
}
