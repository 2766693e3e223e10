import {
  type Actor,
  citeOf,
  type Facts,
  findProcedure,
  type Issue,
  openCase,
  type Programme,
} from '@luoshi/kernel'
import type { Surroundings } from './act.ts'
import type { Database } from './database/tables.ts'
import { listingChange } from './listing/projection.ts'
import { type Appending, appendMany } from './log/append.ts'
import { sealedBy } from './log/perform.ts'

/** One of many new cases. */
export interface NewRecord {
  /** Id of the case. */
  readonly case: string
  readonly unit: string
  readonly input: Readonly<Record<string, unknown>>
  /** What its rules would look up. */
  readonly facts: Facts
}

/** How many were opened; those that were there already stay as they are. Or the first that was refused: then none was. */
export type ManyOpened =
  | { readonly kind: 'done'; readonly opened: number }
  | { readonly kind: 'refused'; readonly case: string; readonly issues: readonly Issue[] }

/**
 * Opens many cases of one procedure in one round trip, all or none: what a county begins with. Nothing is looked up, so
 * whoever calls answers for the facts.
 */
export async function openMany(
  db: Database,
  programme: Programme,
  of: { readonly county: string; readonly procedure: string },
  by: Actor,
  records: readonly NewRecord[],
  surroundings: Surroundings,
): Promise<ManyOpened> {
  const procedure = findProcedure(programme, of.procedure)
  if (procedure === undefined) throw new Error(`no procedure ${programme.id}/${of.procedure}`)
  const { vault, ...context } = surroundings
  const appendings: Appending[] = []
  for (const { case: id, unit, input, facts } of records) {
    const opened = { id, county: of.county, unit, owner: null }
    const outcome = openCase(procedure, opened, { by, input }, { ...context, programme, facts })
    if (outcome.kind === 'refused') return { kind: 'refused', case: id, issues: outcome.issues }
    const { event, effects, verdicts } = outcome
    const belonging = { unit, owner: null, programme: programme.id, procedure: procedure.id }
    const decided = {
      kind: 'opening',
      cite: citeOf(procedure.opening.basis),
      payload: { event, effects, verdicts, opened: { ...belonging, version: procedure.version } },
      after: outcome.case,
    } as const
    const { entry, after, newKey } = sealedBy(vault, procedure, decided, null, {
      request_key: null,
      request_digest: null,
    })
    const listing = listingChange(vault, programme, procedure, null, outcome.case)
    appendings.push({ entry, after, newKey, listing })
  }
  return { kind: 'done', opened: await appendMany(db, programme, procedure, appendings) }
}
