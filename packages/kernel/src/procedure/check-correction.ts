import { allowed } from '../access/access.ts'
import { type Basis, citeOf } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { Programme } from '../programme/programme.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { dateOf, type IsoInstant } from '../time/instant.ts'
import { allActions, caseFieldsOf, type PlacedAction } from './actions.ts'
import type { Case } from './case.ts'
import { judgeGates } from './check-action.ts'
import { computedBy } from './computed.ts'
import { knownFacts, unitNameInput } from './known-facts.ts'
import { type ActionDefinition, OPENING, type Procedure } from './procedure.ts'
import type { Action, Context } from './transition.ts'

/** What of one thing that was done in a case looks at what is put right. */
export interface Concerned {
  /** Name of the action, or of the opening. */
  readonly action: string
  /** Ids of its gates that look at something changed. */
  readonly gates: readonly string[]
  /** Field → value rule, for what is to be computed anew. */
  readonly computes: Readonly<Record<string, string>>
}

/** What of that which was done in a case looks at fields that are put right, themselves or by what it looks up by them. */
export function concernedBy(
  { rules, valueRules = [] }: Programme,
  procedure: Procedure,
  before: Case,
  fields: readonly string[],
): readonly Concerned[] {
  const changed = new Set(fields.flatMap((field) => [field, unitNameInput(field)]))
  const looksAt = (inputs: Readonly<Record<string, unknown>> = {}) =>
    Object.keys(inputs).some((input) => {
      const where = Object.values(procedure.lookups[input]?.where ?? {})
      return changed.has(input) || where.some((path) => changed.has(path.split('.')[0] ?? path))
    })
  const done = doneIn(procedure, before).map(({ name, action }) => {
    const computes = Object.entries(action.computes ?? {}).filter(([field, id]) => {
      const isConcerned = looksAt(valueRules.find((one) => one.id === id)?.inputs)
      if (isConcerned) changed.add(field)
      return isConcerned
    })
    return { name, action, computes: Object.fromEntries(computes) }
  })
  return done
    .map(({ name, action, computes }) => ({
      action: name,
      gates: (action.gates ?? []).filter((gate) => looksAt(rules.find(({ id }) => id === gate)?.inputs)),
      computes,
    }))
    .filter(({ gates, computes }) => gates.length + Object.keys(computes).length > 0)
}

/** What stands against a correction, and the data that it gives with what is computed anew. */
export interface CheckedCorrection {
  readonly issues: readonly Issue[]
  readonly input: Readonly<Record<string, unknown>>
}

/** When each thing that was done in a case was done last, by the name of the action. */
export type DoneAt = Readonly<Record<string, IsoInstant>>

/**
 * Whether data may be put right so: no word that is computed is anybody's, none is put in before it is asked for, that of
 * an action is only of those who may do it, and what let the case pass so far would let it pass with them too, judged as
 * on the day of what was done and for who did it: a day that was mistyped is put right later.
 */
export function checkCorrection(
  procedure: Procedure,
  before: Case,
  changes: Readonly<Record<string, unknown>>,
  by: Action['by'],
  context: Context,
  doneAt: DoneAt,
): CheckedCorrection {
  const formal = Object.keys(changes).flatMap((field) => strangeField(procedure, before, field, by, context))
  if (formal.length > 0) return { issues: formal, input: changes }
  const concerned = concernedBy(context.programme, procedure, before, Object.keys(changes)).map((one) => {
    const then = { ...context, now: doneAt[one.action] ?? context.now }
    const who = { ...by, id: before.doneBy[one.action] ?? by.id }
    const data = { ...before.data, ...changes }
    return { ...one, then, known: knownFacts(procedure, before, before, who, data, then) }
  })
  const issues: Issue[] = []
  let input = changes
  for (const { computes, known, then } of concerned) {
    const computed = computedBy(computes, before.data, input, known, then)
    input = computed.input
    issues.push(...computed.issues)
  }
  for (const { gates, known, then } of concerned) {
    issues.push(...judgeGates(gates, { ...before.data, ...input }, known, then).issues)
  }
  return { issues: distinct(issues), input }
}

/** The fields of what a case holds that someone may put right, as far as that hangs on no value. */
export function correctableFields(
  procedure: Procedure,
  before: Case,
  by: Action['by'],
  context: Context,
): readonly string[] {
  return [...originsOf(procedure).keys()].filter(
    (field) =>
      Object.hasOwn(before.data, field) && strangeField(procedure, before, field, by, context).length === 0,
  )
}

/** What several actions are judged by is told once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()]
}

/** Where a field of a case comes from. */
interface Origin {
  readonly label: string
  /** Id of the rule that computes it; undefined where somebody fills it in. */
  readonly rule: string | undefined
  readonly isSubject: boolean
  /** The actions that ask for it. */
  readonly asking: readonly PlacedAction[]
}

const originsByProcedure = new WeakMap<Procedure, ReadonlyMap<string, Origin>>()

/** Of every field, found out once: each case that is shown asks for all of them. */
function originsOf(procedure: Procedure): ReadonlyMap<string, Origin> {
  const known = originsByProcedure.get(procedure)
  if (known !== undefined) return known
  const placed = allActions(procedure).filter(({ name }) => name !== OPENING)
  const computing = [procedure.opening, ...placed.map(({ action }) => action)]
  const origins = new Map(
    Object.entries(caseFieldsOf(procedure)).map(([field, schema]) => [
      field,
      {
        label: findFieldMeta(schema)?.label ?? field,
        rule: computing.map(({ computes }) => computes?.[field]).find((id) => id !== undefined),
        isSubject: Object.hasOwn(procedure.subject.def.shape, field),
        asking: placed.filter(({ action }) => action.input !== undefined && field in action.input.def.shape),
      },
    ]),
  )
  originsByProcedure.set(procedure, origins)
  return origins
}

function strangeField(
  procedure: Procedure,
  before: Case,
  field: string,
  by: Action['by'],
  { programme, units, now }: Context,
): Issue[] {
  const { label = field, rule, isSubject = false, asking = [] } = originsOf(procedure).get(field) ?? {}
  if (rule !== undefined) {
    const title = programme.valueRules?.find(({ id }) => id === rule)?.title ?? rule
    return [issueOf('correction-of-computed', ['changes', field], { label, rule: title })]
  }
  if (isSubject) return []
  const done = asking.filter(({ name }) => Object.hasOwn(before.doneBy, name)).map(({ action }) => action)
  if (done.length === 0) return [issueOf('correction-too-early', ['changes', field], { label })]
  if (done.some((action) => allowed(by, action.by, before, units, dateOf(now)))) return []
  const roles = [...new Set(done.flatMap((action) => action.by.map(({ role }) => role)))]
  const titles = roles.map((role) => programme.roles[role]?.title ?? role).join('、')
  const basis: Basis | undefined = done[0]?.basis
  const data = { action: `更正${label}`, roles: titles }
  return [issueOf('not-allowed', ['by'], data, basis === undefined ? null : citeOf(basis))]
}

type Judged = Pick<ActionDefinition, 'gates' | 'computes'>

/** The opening, and the actions that were done, with their names. */
function doneIn(procedure: Procedure, { doneBy }: Case): readonly { name: string; action: Judged }[] {
  const done = allActions(procedure).filter(({ name }) => name !== OPENING && Object.hasOwn(doneBy, name))
  return [{ name: OPENING, action: procedure.opening }, ...done]
}
