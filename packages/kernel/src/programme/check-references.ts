import { type Grant, TIMER_ROLE } from '../access/access.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { allActions, caseFieldsOf } from '../procedure/actions.ts'
import { knownInputs } from '../procedure/known-facts.ts'
import {
  type ActionDefinition,
  type LimitDefinition,
  OPENING,
  PREVIOUS,
  type Procedure,
} from '../procedure/procedure.ts'
import type { Register } from '../register/register.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { limitFields } from '../time/time-limit.ts'
import { checkLookups, checkUnits } from './check-lookups.ts'
import type { Programme } from './programme.ts'

/** A place in a definition. */
export type Path = readonly (string | number)[]

/** Whether every name in a procedure is that of something defined. */
export function checkProcedureReferences(programme: Programme, procedure: Procedure): Issue[] {
  return [
    ...checkSubject(programme, procedure),
    ...dangling('环节', ['initial'], [procedure.initial], Object.keys(procedure.states)),
    ...checkGrants(programme, ['access', 'read'], procedure.access.read),
    ...checkGrants(programme, ['opening', 'by'], procedure.opening.by),
    ...checkGates(programme, procedure, ['opening', 'gates'], procedure.opening.gates ?? []),
    ...checkLookups(programme, procedure),
    ...checkActionReferences(programme, procedure),
    ...checkDisclosureReferences(procedure),
    ...checkBranchUnits(procedure),
    ...Object.entries(procedure.limits).flatMap(([id, limit]) =>
      checkLimitReferences(programme, procedure, ['limits', id], limit),
    ),
  ]
}

/** Whether every role and field that a register names is there. */
export function checkRegisterReferences(programme: Programme, register: Register): Issue[] {
  return [
    ...dangling('字段', ['key'], register.key, fieldNames(register)),
    ...checkGrants(programme, ['access', 'read'], register.access.read),
    ...checkGrants(programme, ['access', 'write'], register.access.write),
  ]
}

function checkSubject(programme: Programme, procedure: Procedure): Issue[] {
  const register = programme.registers.find(({ id }) => id === procedure.register)
  if (register === undefined) {
    return dangling('台账', ['register'], [procedure.register], idsOf(programme.registers))
  }
  if (procedure.subject === register.fields) return []
  return [issueOf('subject-differs', ['subject'], { procedure: procedure.title, register: register.title })]
}

function checkActionReferences(programme: Programme, procedure: Procedure): Issue[] {
  const states = Object.keys(procedure.states)
  const actions = actionNames(procedure)
  const except = Object.entries(procedure.anywhere ?? {}).flatMap(([name, action]) =>
    dangling('环节', ['anywhere', name, 'except'], action.except ?? [], states),
  )
  const ofActions = allActions(procedure).flatMap(({ state, branch, action, path }) => {
    const limits = [action.extends?.limit, action.afterLimit, action.withinLimit].filter(
      (limit) => limit !== undefined,
    )
    const inner = branch === null ? undefined : procedure.states[state ?? '']?.branches?.[branch.name]
    const leadsTo = inner === undefined ? states : Object.keys(inner.states)
    const links = (action.links ?? []).map(({ kind }) => kind)
    const answers = action.answers === undefined ? [] : [action.answers]
    return [
      ...dangling('环节', [...path, 'to'], action.to === PREVIOUS ? [] : [action.to], leadsTo),
      ...checkGrants(programme, [...path, 'by'], action.by),
      ...checkGates(programme, procedure, [...path, 'gates'], action.gates ?? []),
      ...dangling('文书', [...path, 'papers'], action.papers ?? [], idsOf(programme.papers)),
      ...dangling('办理事项', [...path, 'notByWhoDid'], action.notByWhoDid ?? [], actions),
      ...dangling('期限', path, limits, Object.keys(procedure.limits)),
      ...dangling('办理事项', [...path, 'answers'], answers, actions),
      ...dangling('关联', [...path, 'links'], links, Object.keys(procedure.links ?? {})),
      ...checkTransfer(procedure, path, action),
    ]
  })
  const goingOn = Object.entries(procedure.states).flatMap(([state, { stopsClock }]) =>
    dangling(
      '期限',
      ['states', state, 'stopsClock', 'butNot'],
      stopsClock?.butNot ?? [],
      Object.keys(procedure.limits),
    ),
  )
  return [...except, ...ofActions, ...goingOn]
}

/** The unit of a branch stands in a field of the case. */
function checkBranchUnits(procedure: Procedure): Issue[] {
  const known = Object.keys(caseFieldsOf(procedure))
  return Object.entries(procedure.states).flatMap(([state, { branches = {} }]) =>
    Object.entries(branches).flatMap(([name, { unit }]) =>
      dangling('字段', ['states', state, 'branches', name, 'unit'], unit === undefined ? [] : [unit], known),
    ),
  )
}

/** A case is given away with a reason, but for where it belongs anyway, and to a unit where a field has it. */
function checkTransfer(
  procedure: Procedure,
  path: Path,
  { title, transfer, needsReason, input }: ActionDefinition,
): Issue[] {
  if (transfer === undefined) return []
  const isSelfEvident = needsReason === true || transfer.to === 'named'
  const withoutReason = isSelfEvident ? [] : [issueOf('transfer-without-reason', path, { action: title })]
  if (transfer.to !== 'chosen' && transfer.to !== 'named') return withoutReason
  const { field } = transfer
  const schema = transfer.to === 'chosen' ? input?.def.shape[field] : caseFieldsOf(procedure)[field]
  const isOfUnit = schema !== undefined && findFieldMeta(schema)?.control === 'unit'
  const place = [...path, 'transfer', 'field']
  const notOfUnit = isOfUnit ? [] : [issueOf('receiver-no-unit', place, { action: title, field })]
  return [...withoutReason, ...notOfUnit]
}

function checkGates(
  programme: Programme,
  procedure: Procedure,
  path: Path,
  gates: readonly string[],
): Issue[] {
  const known = new Set([
    ...Object.keys(caseFieldsOf(procedure)),
    ...Object.keys(procedure.lookups),
    ...knownInputs(procedure),
  ])
  const inputs = gates.flatMap((gate) => {
    const rule = programme.rules.find(({ id }) => id === gate)
    const missing = Object.keys(rule?.inputs ?? {}).filter((input) => !known.has(input))
    return [
      ...missing.map((input) =>
        issueOf('rule-input-missing', [...path, gate], { rule: rule?.title ?? gate, input }),
      ),
      ...(rule === undefined ? [] : checkUnits(programme, procedure, [...path, gate], rule)),
    ]
  })
  return [...dangling('规则', path, gates, idsOf(programme.rules)), ...inputs]
}

function checkDisclosureReferences(procedure: Procedure): Issue[] {
  const known = Object.keys(caseFieldsOf(procedure))
  return Object.entries(procedure.states).flatMap(([state, { disclosure, announces, on }]) => {
    const { shows = [], until, unless } = announces ?? {}
    const announced = [...shows, until, unless].filter((field) => field !== undefined)
    const unknown = dangling('字段', ['states', state, 'announces'], announced, known)
    if (disclosure === undefined) return unknown
    const path = ['states', state, 'disclosure']
    const actions = [...Object.keys(on), ...Object.keys(procedure.anywhere ?? {})]
    return [
      ...unknown,
      ...dangling('字段', [...path, 'shows'], disclosure.shows, known),
      ...dangling(
        '办理事项',
        [...path, 'objection'],
        disclosure.objection === undefined ? [] : [disclosure.objection],
        actions,
      ),
      ...dangling('办理事项', [...path, 'after'], disclosure.after, actions),
    ]
  })
}

function checkLimitReferences(
  programme: Programme,
  procedure: Procedure,
  path: Path,
  { title, starts, orStarts, when, ends, legal, target, missed }: LimitDefinition,
): Issue[] {
  const actions = actionNames(procedure)
  const known = Object.keys(caseFieldsOf(procedure))
  const fields = [legal, target].flatMap((length) => (length === undefined ? [] : limitFields(length)))
  const role = missed?.kind === 'escalate' ? [missed.role] : []
  const action = missed?.kind === 'act' ? [missed.action] : []
  return [
    ...dangling('办理事项', [...path, 'starts'], typeof starts === 'string' ? [starts] : [], actions),
    ...dangling('办理事项', [...path, 'orStarts'], orStarts === undefined ? [] : [orStarts.by], actions),
    ...dangling('办理事项', [...path, 'ends'], ends, actions),
    ...dangling('角色', [...path, 'missed', 'role'], role, Object.keys(programme.roles)),
    ...dangling('办理事项', [...path, 'missed', 'action'], action, actions),
    ...dangling('字段', [...path, 'legal', 'field'], fields, known),
    ...dangling('字段', [...path, 'when'], when === undefined ? [] : [when.field], known),
    ...action.flatMap((name) => checkTimer(procedure, [...path, 'missed', 'action'], title, name)),
  ]
}

/** What a timer is to do by itself must be its to do, wherever it stands. */
function checkTimer(procedure: Procedure, path: Path, limit: string, name: string): Issue[] {
  return allActions(procedure)
    .filter((placed) => placed.name === name)
    .filter(({ action: { by } }) => !by.some(({ role, reach }) => role === TIMER_ROLE && reach === 'county'))
    .map(({ action }) => issueOf('timer-may-not', path, { limit, action: action.title }))
}

/** Whether every right is that of a role that the programme has. */
export function checkGrants(programme: Programme, path: Path, grants: readonly Grant[]): Issue[] {
  const roles = grants.map(({ role }) => role)
  return dangling('角色', path, roles, Object.keys(programme.roles))
}

/** An issue for each name that is not among those known. */
export function dangling(
  what: string,
  path: Path,
  names: readonly string[],
  known: readonly string[],
): Issue[] {
  const defined = new Set(known)
  return names
    .filter((name) => !defined.has(name))
    .map((name) =>
      issueOf('reference-dangling', path, {
        what,
        name,
        known: known.length === 0 ? '无' : known.join('、'),
      }),
    )
}

function actionNames(procedure: Procedure): string[] {
  return [OPENING, ...new Set(allActions(procedure).map(({ name }) => name))]
}

/** Names of a register's fields. */
export function fieldNames(register: Register): string[] {
  return Object.keys(register.fields.def.shape)
}

/** Ids of definitions. */
export function idsOf(definitions: readonly { readonly id: string }[]): string[] {
  return definitions.map(({ id }) => id)
}
