import type { AccessFilter, Procedure, Programme } from '@luoshi/kernel'
import type { StoredCase } from '../log/read.ts'
import type { StoreIssue } from '../log/store-issue.ts'
import type { Vault } from '../vault/vault.ts'

/** Which records or cases of one procedure are asked for. The access filter is part of the question, never of the answer. */
export interface CaseSelection {
  readonly county: string
  readonly programme: Programme
  readonly procedure: Procedure
  /** What may be read: `accessFilter(actor, procedure.access.read, …)`; null for nothing. */
  readonly filter: AccessFilter | null
  /** Ids of states; any where there are none. */
  readonly states?: readonly string[]
  /** Only those that go on, or only those that have come to rest. */
  readonly closed?: 'open' | 'closed' | 'all'
  readonly unit?: string
  /** Fields that must equal, each as it is written. A personal one is found where the vault is given. */
  readonly where?: Readonly<Record<string, string>>
  readonly vault?: Vault
  /** Words, each of which must stand in one of the searchable fields. */
  readonly q?: string
}

/** In which order. */
export interface CaseOrder {
  /** `latest`, `opened`, or a sortable field. */
  readonly by: string
  readonly descending: boolean
}

/** A page of a selection. */
export interface CaseQuery extends CaseSelection {
  /** The latest first where nothing is said. */
  readonly sort?: CaseOrder
  /** `next` of the page before. */
  readonly after?: string
  readonly limit?: number
}

/** A page and where the next begins; null on the last. Or what cannot be asked. */
export type CasesListed =
  | { readonly kind: 'page'; readonly rows: readonly StoredCase[]; readonly next: string | null }
  | { readonly kind: 'refused'; readonly issue: StoreIssue }

/** How many; `isAtLeast` where counting stopped there. */
export type CasesCounted =
  | { readonly kind: 'count'; readonly value: number; readonly isAtLeast: boolean }
  | { readonly kind: 'refused'; readonly issue: StoreIssue }

/** Rows of a page where nothing is said, and at most. */
export const USUAL_PAGE = 20
export const LARGEST_PAGE = 500
