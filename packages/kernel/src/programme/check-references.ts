import type { Grant } from '../access/access.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import {
  allActions,
  caseFieldsOf,
  type LimitDefinition,
  OPENING,
  PREVIOUS,
  type Procedure,
} from '../procedure/procedure.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import type { Register } from '../register/register.ts'
import type { Programme } from './programme.ts'

type Path = readonly (string | number)[]

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
  const ofActions = allActions(procedure).flatMap(({ state, name, action }) => {
    const path = state === null ? ['anywhere', name] : ['states', state, 'on', name]
    const limits = action.extends === undefined ? [] : [action.extends.limit]
    return [
      ...dangling('环节', [...path, 'to'], action.to === PREVIOUS ? [] : [action.to], states),
      ...checkGrants(programme, [...path, 'by'], action.by),
      ...checkGates(programme, procedure, [...path, 'gates'], action.gates ?? []),
      ...dangling('文书', [...path, 'papers'], action.papers ?? [], idsOf(programme.papers)),
      ...dangling('办理事项', [...path, 'notByWhoDid'], action.notByWhoDid ?? [], actions),
      ...dangling('期限', [...path, 'extends'], limits, Object.keys(procedure.limits)),
    ]
  })
  return [...except, ...ofActions]
}

function checkGates(
  programme: Programme,
  procedure: Procedure,
  path: Path,
  gates: readonly string[],
): Issue[] {
  const known = new Set([...Object.keys(caseFieldsOf(procedure)), ...Object.keys(procedure.lookups)])
  const inputs = gates.flatMap((gate) => {
    const rule = programme.rules.find(({ id }) => id === gate)
    const missing = Object.keys(rule?.inputs ?? {}).filter((input) => !known.has(input))
    return missing.map((input) =>
      issueOf('rule-input-missing', [...path, gate], { rule: rule?.title ?? gate, input }),
    )
  })
  return [...dangling('规则', path, gates, idsOf(programme.rules)), ...inputs]
}

function checkLookups(programme: Programme, procedure: Procedure): Issue[] {
  const caseFields = Object.keys(caseFieldsOf(procedure))
  return Object.entries(procedure.lookups).flatMap(([name, lookup]) => {
    const path = ['lookups', name]
    const register = programme.registers.find(({ id }) => id === lookup.register)
    if (register === undefined) {
      return dangling('台账', [...path, 'register'], [lookup.register], idsOf(programme.registers))
    }
    const given = lookup.gives.kind === 'sum' ? [lookup.gives.field] : lookup.gives.fields
    const known = fieldNames(register)
    return [
      ...dangling('字段', [...path, 'where'], Object.keys(lookup.where), known),
      ...dangling('字段', [...path, 'where'], Object.values(lookup.where), caseFields),
      ...dangling('字段', [...path, 'gives'], given, known),
      ...dangling('环节', [...path, 'states'], lookup.states ?? [], statesOf(programme, lookup.register)),
    ]
  })
}

/** The states of all procedures that carry records of a register. */
function statesOf(programme: Programme, register: string): string[] {
  return proceduresOf(programme)
    .filter((procedure) => procedure.register === register)
    .flatMap(({ states }) => Object.keys(states))
}

function checkDisclosureReferences(procedure: Procedure): Issue[] {
  const known = Object.keys(caseFieldsOf(procedure))
  return Object.entries(procedure.states).flatMap(([state, { disclosure, on }]) => {
    if (disclosure === undefined) return []
    const path = ['states', state, 'disclosure']
    const actions = [...Object.keys(on), ...Object.keys(procedure.anywhere ?? {})]
    return [
      ...dangling('字段', [...path, 'shows'], disclosure.shows, known),
      ...dangling('办理事项', [...path, 'objection'], [disclosure.objection], actions),
      ...dangling('办理事项', [...path, 'after'], disclosure.after, actions),
    ]
  })
}

function checkLimitReferences(
  programme: Programme,
  procedure: Procedure,
  path: Path,
  { starts, ends, missed }: LimitDefinition,
): Issue[] {
  const actions = actionNames(procedure)
  const role = missed?.kind === 'escalate' ? [missed.role] : []
  const action = missed?.kind === 'act' ? [missed.action] : []
  return [
    ...dangling('办理事项', [...path, 'starts'], typeof starts === 'string' ? [starts] : [], actions),
    ...dangling('办理事项', [...path, 'ends'], ends, actions),
    ...dangling('角色', [...path, 'missed', 'role'], role, Object.keys(programme.roles)),
    ...dangling('办理事项', [...path, 'missed', 'action'], action, actions),
  ]
}

function checkGrants(programme: Programme, path: Path, grants: readonly Grant[]): Issue[] {
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
