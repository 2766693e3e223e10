import { allowed, type Belonging, type Grant } from '../access/access.ts'
import { citeText } from '../cite.ts'
import { type Basis, citeOf, isGap } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { Facts, Rule } from '../rule/rule.ts'
import { objectionsOf, type Verdict } from '../rule/verdict.ts'
import { fields } from '../schema/fields.ts'
import { validate } from '../schema/validate.ts'
import { dateOf, isBefore } from '../time/instant.ts'
import { actionsOf, allActions } from './actions.ts'
import { askedFields, computedOfOpening, openingFieldsOf, withoutComputed } from './asked-fields.ts'
import { belongingOf } from './branch-positions.ts'
import type { Case, NewCase } from './case.ts'
import { checkLinks } from './check-links.ts'
import { checkRequest } from './check-request.ts'
import { checkWaiting } from './check-waiting.ts'
import { computedBy } from './computed.ts'
import { endOf } from './due-dates.ts'
import { disclosureEnd } from './effects.ts'
import { knownFacts } from './known-facts.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'
import { type Received, receiverOf } from './transfer.ts'
import type { Action, Context, OpeningAction } from './transition.ts'

/** What stands against an action, its input as it will be kept, and the verdicts of its gates. */
export interface Checked {
  readonly issues: readonly Issue[]
  readonly input: Readonly<Record<string, unknown>>
  readonly verdicts: readonly Verdict[]
  /** The unit to which the case is given. */
  readonly unit?: string
}

/** Everything that stands against opening a case. */
export function checkOpening(
  procedure: Procedure,
  opened: NewCase,
  action: OpeningAction,
  context: Context,
): Checked {
  const { opening } = procedure
  const denied = notAllowed(opening.title, opening.by, opening.basis, opened, action.by, context)
  if (denied.length > 0) return { issues: denied, input: {}, verdicts: [] }
  const input = withoutComputed(action.input ?? {}, computedOfOpening(procedure))
  const checked = validate(openingFieldsOf(procedure), input)
  if (checked.kind === 'invalid') return { issues: checked.issues, input, verdicts: [] }
  const known = knownFacts(procedure, null, opened, action.by, checked.value, context)
  const computed = computedBy(opening.computes, {}, checked.value, known, context)
  const judged = judgeGates(opening.gates ?? [], computed.input, known, context)
  return {
    issues: [...computed.issues, ...judged.issues],
    input: computed.input,
    verdicts: [...computed.verdicts, ...judged.verdicts],
  }
}

/** Everything that stands against an action: whether it can be done here, by this person, now, with this input. */
export function checkAction(procedure: Procedure, before: Case, action: Action, context: Context): Checked {
  const input = action.input ?? {}
  if (before.procedure !== procedure.id || before.version !== procedure.version) {
    return { issues: [otherVersion(procedure, before)], input, verdicts: [] }
  }
  const definition = actionsOf(procedure, before)[action.name]
  if (definition === undefined) {
    return { issues: notHere(procedure, before, action, context), input, verdicts: [] }
  }
  const belonging = belongingOf(procedure, before, action.name)
  const denied = notAllowed(definition.title, definition.by, definition.basis, belonging, action.by, context)
  // Who may not do it is told nothing more of the case.
  if (denied.length > 0) return { issues: denied, input, verdicts: [] }
  const asked = askedFields(definition.input ?? fields({}), definition.computes)
  const checked = validate(asked, withoutComputed(input, definition.computes))
  const formal = [
    ...tooEarly(before, context),
    ...inTheWay(procedure, before, definition, action, context),
    ...missingReason(definition, action),
    ...missingMaterials(definition, action),
    ...strangeAttachments(definition, action),
    ...checkLinks(procedure, before, definition, action),
    ...(checked.kind === 'invalid' ? checked.issues : []),
  ]
  if (checked.kind === 'invalid') return { issues: formal, input, verdicts: [] }
  const data = { ...before.data, ...checked.value }
  const known = knownFacts(procedure, before, before, action.by, data, context)
  const computed = computedBy(definition.computes, before.data, checked.value, known, context)
  const receiver = receiverFor(before, definition, computed.input, context)
  const judged = judgeGates(definition.gates ?? [], { ...before.data, ...computed.input }, known, context)
  const refused = receiver?.kind === 'none' ? receiver.issues : []
  return {
    issues: [...formal, ...refused, ...computed.issues, ...judged.issues],
    input: computed.input,
    verdicts: [...computed.verdicts, ...judged.verdicts],
    ...(receiver?.kind === 'received' ? { unit: receiver.unit } : {}),
  }
}

/**
 * What stands against an action whatever is filled in: who asks, what was done before, what is not over yet. Its gates
 * are judged when it is done.
 */
export function objectionsTo(
  procedure: Procedure,
  before: Case,
  action: Pick<Action, 'name' | 'by'>,
  context: Context,
): readonly Issue[] {
  const definition = actionsOf(procedure, before)[action.name]
  if (definition === undefined) return notHere(procedure, before, action, context)
  const { title, by, basis } = definition
  const denied = notAllowed(title, by, basis, belongingOf(procedure, before, action.name), action.by, context)
  return denied.length > 0 ? denied : inTheWay(procedure, before, definition, action, context)
}

function inTheWay(
  procedure: Procedure,
  before: Case,
  definition: ActionDefinition,
  action: Pick<Action, 'name' | 'by'>,
  context: Context,
): Issue[] {
  return [
    ...samePerson(procedure, before, definition, action),
    ...usedUpExtension(procedure, before, definition),
    ...checkRequest(procedure, before, definition, action),
    ...checkWaiting(procedure, before, definition, context),
    ...againstDisclosure(procedure, before, action, context),
  ]
}

/** A case goes on under the version under which it began. */
function otherVersion(procedure: Procedure, before: Case): Issue {
  const textOf = (id: string, version: number) => `${id}第${version}版`
  return issueOf('other-version', ['version'], {
    found: textOf(procedure.id, procedure.version),
    wanted: textOf(before.procedure, before.version),
  })
}

/** Where the case stands is told only to those who may read it. */
function notHere(
  procedure: Procedure,
  before: Case,
  { name, by }: Pick<Action, 'name' | 'by'>,
  context: Context,
): Issue[] {
  const known = allActions(procedure).find((action) => action.name === name)?.action
  const title = known?.title ?? name
  if (!allowed(by, procedure.access.read, before, context.units, dateOf(context.now))) {
    return [deniedTo(title, known?.by ?? [], procedure.basis, context)]
  }
  const possible = Object.values(actionsOf(procedure, before)).map((action) => action.title)
  const data = {
    action: title,
    state: procedure.states[before.state]?.title ?? before.state,
    possible: possible.length === 0 ? '没有' : possible.join('、'),
  }
  return [issueOf('action-not-here', ['action'], data)]
}

function notAllowed(
  title: string,
  by: readonly Grant[],
  basis: Basis,
  belonging: Belonging,
  actor: Action['by'],
  context: Context,
): Issue[] {
  if (allowed(actor, by, belonging, context.units, dateOf(context.now))) return []
  return [deniedTo(title, by, basis, context)]
}

function deniedTo(action: string, by: readonly Grant[], basis: Basis, { programme }: Context): Issue {
  const roles = [...new Set(by.map(({ role }) => programme.roles[role]?.title ?? role))].join('、')
  return issueOf('not-allowed', ['by'], { action, roles: roles === '' ? '无人' : roles }, citeOf(basis))
}

function tooEarly(before: Case, { now }: Context): Issue[] {
  if (!isBefore(now, before.latest)) return []
  return [issueOf('earlier-than-latest', ['at'], { found: now, latest: before.latest })]
}

function samePerson(
  procedure: Procedure,
  before: Case,
  { notByWhoDid = [], title, basis }: ActionDefinition,
  { by }: Pick<Action, 'by'>,
): Issue[] {
  const done = notByWhoDid.find((other) => before.doneBy[other] === by.id)
  if (done === undefined) return []
  const earlier =
    allActions(procedure).find(({ name }) => name === done)?.action.title ?? procedure.opening.title
  return [issueOf('same-person', ['by'], { action: title, earlier }, citeOf(basis))]
}

function missingReason({ needsReason, title, basis }: ActionDefinition, { reason }: Action): Issue[] {
  if (needsReason !== true || (reason !== undefined && reason.trim() !== '')) return []
  return [issueOf('reason-missing', ['reason'], { action: title }, citeOf(basis))]
}

/** Ids of the materials that an action brings, as files or on paper. */
export function materialsGiven({ materials = [], attachments = {} }: Action): readonly string[] {
  const withFiles = Object.entries(attachments).filter(([, files]) => files.length > 0)
  return [...new Set([...materials, ...withFiles.map(([id]) => id)])]
}

function missingMaterials({ materials = [], title }: ActionDefinition, action: Action): Issue[] {
  const given = new Set(materialsGiven(action))
  return materials
    .filter(({ id }) => !given.has(id))
    .map((material) =>
      issueOf(
        'material-missing',
        ['materials', material.id],
        { action: title, material: material.title },
        citeOf(material.basis),
      ),
    )
}

/** Files of what is no material of the action. */
function strangeAttachments({ materials = [] }: ActionDefinition, { attachments = {} }: Action): Issue[] {
  const asked = new Set(materials.map(({ id }) => id))
  const known = materials.length === 0 ? '无' : materials.map(({ title }) => title).join('、')
  return Object.keys(attachments)
    .filter((id) => !asked.has(id))
    .map((id) => issueOf('field-unknown', ['attachments', id], { field: id, known }))
}

function usedUpExtension(procedure: Procedure, before: Case, definition: ActionDefinition): Issue[] {
  const extension = definition.extends
  if (extension === undefined) return []
  const clock = before.clocks[extension.limit]
  const limit = procedure.limits[extension.limit]?.title ?? extension.limit
  if (clock === undefined || clock.ended !== null) {
    return [issueOf('limit-not-running', ['action'], { limit }, extension.basis)]
  }
  if (clock.extensions.length < extension.times) return []
  return [issueOf('extended-enough', ['action'], { limit, times: extension.times }, extension.basis)]
}

function receiverFor(
  { unit, sender, data }: Case,
  { transfer, title }: ActionDefinition,
  input: Readonly<Record<string, unknown>>,
  { units, now }: Context,
): Received | undefined {
  if (transfer === undefined) return undefined
  return receiverOf(transfer, { action: title, unit, sender, input, data, units, on: dateOf(now) })
}

function againstDisclosure(
  procedure: Procedure,
  before: Case,
  { name }: Pick<Action, 'name'>,
  context: Context,
): Issue[] {
  const disclosure = procedure.states[before.state]?.disclosure
  if (disclosure === undefined) return []
  const { title, basis, objection, after } = disclosure
  if (name !== objection && !after.includes(name)) return []
  const until = disclosureEnd(disclosure, before.entered, context.calendar)
  if (until.kind !== 'due') {
    // What is on show without an end can be objected to for as long as it is.
    if (name === objection && isGap(disclosure.duration)) return []
    return [issueOf('disclosure-end-unknown', ['at'], { disclosure: title, why: until.explanation }, basis)]
  }
  const isOver = !isBefore(context.now, endOf(until.due))
  const today = dateOf(context.now)
  const data = { disclosure: title, from: dateOf(before.entered), until: until.due, today }
  if (name === objection) return isOver ? [issueOf('disclosure-over', ['at'], data, basis)] : []
  return isOver ? [] : [issueOf('disclosure-running', ['at'], data, basis)]
}

/** Judges the gates over what the case holds, what was filled in and what was looked up; the latter goes first. */
export function judgeGates(
  gates: readonly string[],
  data: Readonly<Record<string, unknown>>,
  known: Facts,
  { programme, facts, parameters, now }: Context,
): { issues: Issue[]; verdicts: Verdict[] } {
  const on = dateOf(now)
  const issues: Issue[] = []
  const verdicts: Verdict[] = []
  for (const gate of gates) {
    const rule = programme.rules.find(({ id }) => id === gate)
    if (rule === undefined) issues.push(issueOf('rule-unknown', ['gates', gate], { rule: gate }))
    else {
      const verdict = rule.judge({ ...data, ...facts, ...known }, on, parameters)
      verdicts.push(verdict)
      issues.push(...refusalsFrom(rule, verdict))
    }
  }
  return { issues, verdicts }
}

function refusalsFrom(rule: Rule, verdict: Verdict): Issue[] {
  const path = ['gates', rule.id]
  if (verdict.outcome === 'unknown') {
    const missing = verdict.missing.map((what) => what.replace(/。$/, '')).join('、')
    return [issueOf('gate-unknown', path, { rule: rule.title, missing }, rule.basis)]
  }
  return objectionsOf(verdict).map(({ rule: id, wanted, found, basis }) =>
    issueOf('gate-refused', ['gates', id], { wanted, found, clause: citeText(basis) }, basis),
  )
}
