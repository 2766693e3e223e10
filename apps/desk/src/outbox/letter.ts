import type { ProblemView } from '@luoshi/client'
import type { CaseKey, ProcedureKey } from '../api/addresses.ts'

/** What stood in a form when it was sent. */
export interface LetterDraft {
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
  /** Names of the fields with personal data. */
  readonly personal: readonly string[]
}

/** Something that was filled in and is on its way to the server, however long the network stays away. */
export interface Letter {
  /** Goes along with each try as its idempotency key, so that it is done once. */
  readonly id: string
  /** Id of the officer who filled it in: nobody else sends it. */
  readonly officer: string
  /** What it does, for people: 深松001：转人工核查 */
  readonly title: string
  /** Address of the API that it goes to, by POST. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** Version of the case that was seen when it was filled in; null where a case is opened. */
  readonly version: number | null
  /** Screen of the desk on which it was filled in: there it can be taken up again. */
  readonly screen: string
  /** The case that it acts on; null where one is opened. */
  readonly case: CaseKey | null
  /** Of which procedure it opens a case; null where it opens none. */
  readonly opens: ProcedureKey | null
  /**
   * Id of the letter after which it goes; null where it waits for none. Until a letter that opens a case arrives, its id
   * stands for the case in the addresses of those that follow it.
   */
  readonly follows: string | null
  /** Draft that is filled again when it is taken up. */
  readonly draft: LetterDraft
  /** When it was filled in. */
  readonly written: string
}

/** A letter as this device keeps it. */
export interface KeptLetter extends Letter {
  /** Number in the order in which they were kept. */
  readonly place?: number
  /** What the server said against it; null while it waits for the network. */
  readonly refused: ProblemView | null
}
