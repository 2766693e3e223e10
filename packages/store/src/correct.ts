import {
  type Action,
  alarmsOfCase,
  allowed,
  type Case,
  type Cite,
  caseFieldsOf,
  checkCorrection,
  citeOf,
  concernedBy,
  type DoneAt,
  dateOf,
  disclosedRecord,
  disclosureEnd,
  type Effect,
  fields,
  findProcedure,
  type Issue,
  isBefore,
  issueOf,
  type Lookup,
  type Procedure,
  type Programme,
  validate,
} from '@luoshi/kernel'
import type { Surroundings } from './act.ts'
import type { Database } from './database/tables.ts'
import { corrected } from './log/entry.ts'
import { lookupsOfRules } from './log/lookups.ts'
import { type Acted, type Decided, notStored, perform, type Refused, type Request } from './log/perform.ts'
import { momentsOf } from './log/read.ts'
import { storeIssue } from './log/store-issue.ts'

/** What someone wants put right in a case's data. */
export interface Correction {
  readonly by: Action['by']
  /** The fields as they should have been. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly reason: string
  /** The clause that calls for it, where one does. */
  readonly cite: Cite | null
}

/**
 * Puts data of a case right, by an action of its own with a reason: what stood before stays in the log. Those may do it
 * who may write to the register, as far as what was judged by it would be judged so again. Where the case stands does not
 * change; what is shown of it in public does.
 */
export async function correct(
  db: Database,
  programme: Programme,
  request: Request,
  correction: Correction,
  surroundings: Surroundings,
): Promise<Acted> {
  if (correction.reason.trim() === '' || Object.keys(correction.changes).length === 0) {
    return notStored(storeIssue('correction-empty'))
  }
  const means = { db, programme, vault: surroundings.vault, now: surroundings.now }
  const doneAt = await momentsOf(db, request.county, request.case)
  return perform(means, request, correction, (before) => {
    if (before === null) return notStored(storeIssue('case-unknown', { case: request.case }))
    const procedure = findProcedure(programme, before.case.procedure)
    if (procedure === undefined || before.programme !== programme.id) {
      const data = { procedure: before.case.procedure, programme: programme.title }
      return notStored(storeIssue('procedure-unknown', data))
    }
    const current = before.case
    return {
      procedure,
      lookups: lookupsOf(programme, procedure, current, correction),
      subject: { ...current, data: { ...current.data, ...correction.changes } },
      decide: (found) =>
        decide(programme, procedure, current, correction, { ...surroundings, facts: found, doneAt }),
    }
  })
}

function decide(
  programme: Programme,
  procedure: Procedure,
  before: Case,
  { by, changes, reason, cite }: Correction,
  surroundings: Surroundings & { readonly doneAt: DoneAt },
): Decided | Refused {
  const { now, units, calendar, parameters } = surroundings
  const register = programme.registers.find(({ id }) => id === procedure.register)
  const writers = register?.access.write ?? []
  if (!allowed(by, writers, before, units, dateOf(now))) {
    const roles = writers.map(({ role }) => programme.roles[role]?.title ?? role).join('、') || '无人'
    const basis = register === undefined ? null : register.basis
    return refused([issueOf('not-allowed', ['by'], { action: '更正', roles }, basis)])
  }
  if (isBefore(now, before.latest)) {
    return refused([issueOf('earlier-than-latest', ['at'], { found: now, latest: before.latest })])
  }
  const shape = caseFieldsOf(procedure)
  const touched = Object.entries(shape).filter(([name]) => Object.hasOwn(changes, name))
  const checked = validate(fields(Object.fromEntries(touched)), changes)
  if (checked.kind === 'invalid') return refused(checked.issues)
  const given = checked.value as Readonly<Record<string, unknown>>
  const context = { ...surroundings, programme }
  const { issues, input } = checkCorrection(procedure, before, given, by, context, surroundings.doneAt)
  if (issues.length > 0) return refused(issues)
  const event = { action: 'correction', at: now, by: by.id, input, materials: [], reason: reason.trim() }
  const after = corrected(before, event)
  const effects = [
    ...alarmsAnew(procedure, before, after, { calendar, parameters }),
    ...shownAnew(procedure, after, calendar),
  ]
  return {
    kind: 'correction',
    cite: cite ?? citeOf(procedure.basis),
    payload: { event, effects, verdicts: [] },
    after,
  }
}

function refused(issues: readonly Issue[]): Refused {
  return { kind: 'refused', issues, verdicts: [] }
}

/** What is looked up for the gates and the values that a correction has to do with. */
function lookupsOf(
  programme: Programme,
  procedure: Procedure,
  before: Case,
  { changes }: Correction,
): Readonly<Record<string, Lookup>> {
  const concerned = concernedBy(programme, procedure, before, Object.keys(changes))
  const gates = concerned.flatMap((one) => one.gates)
  const computing = concerned.flatMap(({ computes }) => Object.values(computes))
  return lookupsOfRules(programme, procedure, gates, computing)
}

/** An alarm that depends on what was put right is set anew, or no more. */
function alarmsAnew(
  procedure: Procedure,
  before: Case,
  after: Case,
  { calendar, parameters }: Pick<Surroundings, 'calendar' | 'parameters'>,
): Effect[] {
  const alarmsOf = (current: Case) =>
    alarmsOfCase(procedure, current, calendar, parameters).map((alarm) => ({
      alarm,
      key: JSON.stringify(alarm),
    }))
  const known = new Set(alarmsOf(before).map(({ key }) => key))
  return alarmsOf(after).flatMap(({ alarm, key }) => (known.has(key) ? [] : [alarm]))
}

/** What the public sees of a case is put right with it. */
function shownAnew(procedure: Procedure, after: Case, calendar: Surroundings['calendar']): Effect[] {
  const disclosure = procedure.states[after.state]?.disclosure
  if (disclosure === undefined) return []
  const { title, places } = disclosure
  const record = disclosedRecord(procedure, disclosure, after)
  const until = disclosureEnd(disclosure, after.entered, calendar)
  return [
    { kind: 'end-disclosure', title },
    { kind: 'disclose', title, places, record, until },
  ]
}
