import type { Clause } from '@luoshi/gazette'
import type { NoticeSurroundings, StoredNotice, SurroundedNotice } from '@luoshi/store'
import { type PublicDutyState, publicDutyStates } from '../duties/public-duty-states.ts'
import { type Interpretation, interpretationSchema } from '../gazettes/interpretations.ts'
import { enteredTerm } from '../gazettes/normative.ts'
import { maskedClauses } from '../gazettes/personal-prose.ts'
import { signatureLineOf } from '../gazettes/signature-line.ts'
import type { EnteredTerm } from '../gazettes/validity.ts'
import { type VersionRef, versionOf } from './addresses.ts'
import { byNumber, type CitedNotices } from './cited.ts'
import type { PortalServices } from './portal.ts'

/** A notice with all that its page shows. */
export interface NoticeView
  extends StoredNotice,
    Pick<NoticeSurroundings, 'citing' | 'does' | 'suffers' | 'counterparts'> {
  readonly from: VersionRef
  /** By id. */
  readonly clauses: ReadonlyMap<string, Clause>
  /** Line after which its signature is printed; null where none was found. */
  readonly signatureLine: number | null
  readonly cited: CitedNotices
  readonly interpretations: readonly Interpretation[]
  /** What the register says of its term; null where it is not there. */
  readonly term: EnteredTerm | null
  /** How far what it orders has come. */
  readonly dutyStates: readonly PublicDutyState[]
}

/** A notice with what stands beside it in the database, and how far its duties have come. */
export async function noticeView(
  services: PortalServices,
  { beside, ...stored }: SurroundedNotice,
): Promise<NoticeView> {
  const { head, repairs } = stored
  const instrument = maskedClauses(stored.instrument)
  const dutyStates =
    head.docNumber === null || !head.isCurrent
      ? []
      : await publicDutyStates(services, head.county, head.docNumber)
  const { cited, citing, interpretations, terms, does, suffers, counterparts } = beside
  return {
    ...stored,
    instrument,
    does,
    suffers,
    counterparts,
    from: versionOf(head),
    clauses: new Map(instrument.clauses.map((clause) => [clause.id, clause])),
    signatureLine: signatureLineOf(repairs, instrument.lines),
    cited: byNumber(cited),
    citing: citing.filter(({ by }) => by.id !== head.id),
    interpretations: interpretations.map((entered) => interpretationSchema.parse(entered)),
    term: enteredTerm(terms),
    dutyStates,
  }
}
