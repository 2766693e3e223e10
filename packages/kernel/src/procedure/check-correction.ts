import { allowed } from '../access/access.ts'
import { type Basis, citeOf } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { Programme } from '../programme/programme.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { dateOf } from '../time/instant.ts'
import { allActions, caseFieldsOf } from './actions.ts'
import type { Case } from './case.ts'
import { judgeGates } from './check-action.ts'
import { computedBy } from './computed.ts'
import { knownFacts } from './known-facts.ts'
import { type ActionDefinition, OPENING, type Procedure } from './procedure.ts'
import type { Action, Context } from './transition.ts'

/** What a correction has to do with: what judges what it changes, and what is computed from it. */
export interface Concerned {
  /** Ids of the gates of what was done in the case that look at something changed. */
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
): Concerned {
  const changed = new Set(fields)
  const looksAt = (inputs: Readonly<Record<string, unknown>>) =>
    Object.keys(inputs).some((input) => {
      const where = Object.values(procedure.lookups[input]?.where ?? {})
      return changed.has(input) || where.some((path) => changed.has(path.split('.')[0] ?? path))
    })
  const computes: Record<string, string> = {}
  const done = doneIn(procedure, before)
  for (const [field, id] of done.flatMap((one) => Object.entries(one.computes ?? {}))) {
    const rule = valueRules.find((one) => one.id === id)
    if (rule === undefined || !looksAt(rule.inputs)) continue
    computes[field] = id
    changed.add(field)
  }
  const gates = new Set(done.flatMap((one) => one.gates ?? []))
  const concerned = [...gates].filter((gate) => looksAt(rules.find(({ id }) => id === gate)?.inputs ?? {}))
  return { gates: concerned, computes }
}

/** What stands against a correction, and the data that it gives with what is computed anew. */
export interface CheckedCorrection {
  readonly issues: readonly Issue[]
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * Whether data may be put right so: no word that is computed is anybody's, none is put in before it is asked for, that of
 * an action is only of those who may do it, and what let the case pass so far would let it pass with them too.
 */
export function checkCorrection(
  procedure: Procedure,
  before: Case,
  changes: Readonly<Record<string, unknown>>,
  by: Action['by'],
  context: Context,
): CheckedCorrection {
  const formal = Object.keys(changes).flatMap((field) => strangeField(procedure, before, field, by, context))
  if (formal.length > 0) return { issues: formal, input: changes }
  const { gates, computes } = concernedBy(context.programme, procedure, before, Object.keys(changes))
  const known = knownFacts(procedure, before, before, by, context)
  const computed = computedBy(computes, before.data, changes, known, context)
  const judged = judgeGates(gates, { ...before.data, ...computed.input }, known, context)
  return { issues: [...computed.issues, ...judged.issues], input: computed.input }
}

function strangeField(
  procedure: Procedure,
  before: Case,
  field: string,
  by: Action['by'],
  { programme, units, now }: Context,
): Issue[] {
  const schema = caseFieldsOf(procedure)[field]
  const label = (schema && findFieldMeta(schema)?.label) ?? field
  const all = [procedure.opening, ...allActions(procedure).map(({ action }) => action)]
  const rule = all.map(({ computes }) => computes?.[field]).find((id) => id !== undefined)
  if (rule !== undefined) {
    const title = programme.valueRules?.find(({ id }) => id === rule)?.title ?? rule
    return [issueOf('correction-of-computed', ['changes', field], { label, rule: title })]
  }
  if (Object.hasOwn(procedure.subject.def.shape, field)) return []
  const asking = actionsDone(procedure, before).filter(({ input }) => input && field in input.def.shape)
  if (asking.length === 0) return [issueOf('correction-too-early', ['changes', field], { label })]
  if (asking.some((action) => allowed(by, action.by, before, units, dateOf(now)))) return []
  const roles = [...new Set(asking.flatMap((action) => action.by.map(({ role }) => role)))]
  const titles = roles.map((role) => programme.roles[role]?.title ?? role).join('、')
  const basis: Basis | undefined = asking[0]?.basis
  const data = { action: `更正${label}`, roles: titles }
  return [issueOf('not-allowed', ['by'], data, basis === undefined ? null : citeOf(basis))]
}

/** The opening, and the actions that were done. */
function doneIn(procedure: Procedure, before: Case): readonly Pick<ActionDefinition, 'gates' | 'computes'>[] {
  return [procedure.opening, ...actionsDone(procedure, before)]
}

function actionsDone(procedure: Procedure, { doneBy }: Case): readonly ActionDefinition[] {
  return allActions(procedure)
    .filter(({ name }) => name !== OPENING && Object.hasOwn(doneBy, name))
    .map(({ action }) => action)
}
