import {
  type Action,
  actionsOf,
  type Context,
  citeOf,
  type Facts,
  findProcedure,
  type NewCase,
  OPENING,
  type Outcome,
  openCase,
  type Procedure,
  type Programme,
  transition,
} from '@luoshi/kernel'
import type { Database } from './database/tables.ts'
import { lookupsFor } from './log/lookups.ts'
import { type Acted, type Decided, notStored, perform, type Refused, type Request } from './log/perform.ts'
import { storeIssue } from './log/store-issue.ts'
import type { Vault } from './vault/vault.ts'

/**
 * What the kernel's context has from outside: the clock, the calendar, the units, and facts that the store has not. And
 * what personal data are encrypted with.
 */
export type Surroundings = Omit<Context, 'programme'> & { readonly vault: Vault }

/** What a new case is asked to be. */
export interface Opening {
  /** Id of a procedure of the programme. */
  readonly procedure: string
  readonly unit: string
  readonly owner: string | null
  readonly action: Omit<Action, 'name' | 'materials' | 'reason'>
}

/** Opens a case. */
export async function open(
  db: Database,
  programme: Programme,
  request: Omit<Request, 'expectedVersion'>,
  opening: Opening,
  surroundings: Surroundings,
): Promise<Acted> {
  const { unit, owner, action } = opening
  const procedure = findProcedure(programme, opening.procedure)
  if (procedure === undefined) {
    const { title } = programme
    return notStored(storeIssue('procedure-unknown', { procedure: opening.procedure, programme: title }))
  }
  const opened: NewCase = { county: request.county, id: request.case, unit, owner }
  return perform(
    { db, programme, vault: surroundings.vault, now: surroundings.now },
    { ...request, expectedVersion: null },
    opening,
    (before) => {
      if (before !== null) return notStored(storeIssue('case-exists', { case: opened.id }))
      return {
        procedure,
        lookups: lookupsFor(programme, procedure, null, OPENING),
        subject: { county: opened.county, id: opened.id, data: action.input ?? {} },
        decide: (found) => decideOpening(programme, procedure, opened, action, surroundings, found),
      }
    },
  )
}

/** What opening a case comes to over what was looked up. */
export function decideOpening(
  programme: Programme,
  procedure: Procedure,
  opened: NewCase,
  action: Opening['action'],
  surroundings: Surroundings,
  found: Facts,
): Decided | Refused {
  const outcome = openCase(procedure, opened, action, contextOf(programme, surroundings, found))
  const { id, version } = procedure
  const { unit, owner } = opened
  const belonging = { unit, owner, programme: programme.id, procedure: id, version }
  return decidedBy(outcome, (done) => ({
    kind: 'opening',
    cite: citeOf(procedure.opening.basis),
    payload: { ...payloadOf(done), opened: belonging },
    after: done.case,
  }))
}

/** Does an action on a case: the kernel's transition and all that follows from it, stored together or not at all. */
export async function act(
  db: Database,
  programme: Programme,
  request: Request,
  action: Action,
  surroundings: Surroundings,
): Promise<Acted> {
  const means = { db, programme, vault: surroundings.vault, now: surroundings.now }
  return perform(means, request, action, (before) => {
    if (before === null) return notStored(storeIssue('case-unknown', { case: request.case }))
    const current = before.case
    const procedure = findProcedure(programme, current.procedure)
    if (procedure === undefined || before.programme !== programme.id) {
      const { title } = programme
      return notStored(storeIssue('procedure-unknown', { procedure: current.procedure, programme: title }))
    }
    return {
      procedure,
      lookups: lookupsFor(programme, procedure, current.state, action.name),
      subject: { ...current, data: { ...current.data, ...action.input } },
      decide(found) {
        const outcome = transition(procedure, current, action, contextOf(programme, surroundings, found))
        const basis = actionsOf(procedure, current)[action.name]?.basis
        return decidedBy(outcome, (done) => ({
          kind: 'action',
          cite: basis === undefined ? null : citeOf(basis),
          payload: payloadOf(done),
          after: done.case,
        }))
      },
    }
  })
}

type DoneOutcome = Extract<Outcome, { kind: 'done' }>

function decidedBy(outcome: Outcome, from: (done: DoneOutcome) => Decided): Decided | Refused {
  return outcome.kind === 'refused' ? outcome : from(outcome)
}

function payloadOf({ event, effects, verdicts }: DoneOutcome): Decided['payload'] {
  return { event, effects, verdicts }
}

function contextOf(programme: Programme, surroundings: Surroundings, found: Facts): Context {
  return { ...surroundings, programme, facts: { ...surroundings.facts, ...found } }
}
