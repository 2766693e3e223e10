import type { FileView } from './transfer.ts'

/** `POST …/cases`, with an `Idempotency-Key`: how a case is opened. */
export interface OpenBody {
  readonly input: Readonly<Record<string, unknown>>
  /** Id of the person whose case it is; one's own, or the unit's, where nothing is said. */
  readonly owner?: string | null
  /** Unit to which it belongs; left out where the signed-in officer's posts leave only one. */
  readonly unit?: string
}

/** `POST …/cases/{id}/actions/{action}`, with `If-Match` and an `Idempotency-Key`. What is not asked for may be left out. */
export interface ActBody {
  readonly input?: Readonly<Record<string, unknown>>
  /** Ids of the materials that were handed in on paper. */
  readonly materials?: readonly string[]
  /** Files of the materials that were handed in as such, by the id of each. */
  readonly attachments?: Readonly<Record<string, readonly FileView[]>>
  /** Cases that it has to do with from now on, each by its id. */
  readonly links?: readonly { readonly kind: string; readonly case: string }[]
  readonly reason?: string | null
}

/** `POST …/cases/{id}/corrections`, with `If-Match` and an `Idempotency-Key` */
export interface CorrectBody {
  /** The fields as they should have been. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly reason: string
}

/** `POST …/cases/{id}/reveal`, and what it answers. */
export interface RevealBody {
  /** Paths, as `maskedFields` has them; all where there are none. */
  readonly fields?: readonly string[]
  readonly reason: string
}

export interface RevealView {
  /** The fields that were asked for, as they are. */
  readonly data: Readonly<Record<string, unknown>>
}
