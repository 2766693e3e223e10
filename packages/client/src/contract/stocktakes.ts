import type { CiteView } from './refusals.ts'

/** `GET /api/v1/{county}/programmes/{programme}/stocktakes`: what clauses ask of registers as a whole, as it stands today. */
export interface StocktakesView {
  readonly on: string
  readonly stocktakes: readonly StocktakeView[]
}

/** One stocktake: what was counted, whether it is as the clause wants it, and what is told one by one. */
export interface StocktakeView {
  readonly id: string
  readonly title: string
  readonly clause: CiteView
  /** Whole sentences. */
  readonly says: string
  /** Null where the clause wants nothing, or nothing can be said. */
  readonly isMet: boolean | null
  readonly findings: readonly { readonly name: string; readonly message: string }[]
}
