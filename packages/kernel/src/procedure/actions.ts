import type { z } from 'zod'
import { type Fields, fields } from '../schema/fields.ts'
import type { Case } from './case.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'

/** What can be done in a state, by action: its own, what can be done anywhere, and in whatever place of its branches. */
export function actionsIn(procedure: Procedure, state: string): Readonly<Record<string, ActionDefinition>> {
  const inBranches = Object.values(procedure.states[state]?.branches ?? {}).flatMap(({ states }) =>
    Object.values(states).flatMap(({ on }) => Object.entries(on)),
  )
  return { ...Object.fromEntries(inBranches), ...stateActionsIn(procedure, state) }
}

/** What can be done in a state, by action, without what belongs to a branch: its own first, as that leads on. */
export function stateActionsIn(
  procedure: Procedure,
  state: string,
): Readonly<Record<string, ActionDefinition>> {
  const definition = procedure.states[state]
  if (definition === undefined) return {}
  if (definition.final !== undefined) return definition.on
  const anywhere = Object.entries(procedure.anywhere ?? {}).filter(
    ([name, { except = [] }]) => !except.includes(state) && !Object.hasOwn(definition.on, name),
  )
  return { ...definition.on, ...Object.fromEntries(anywhere) }
}

/** What can be done with a case as it stands, by action, each of its branches where it is. */
export function actionsOf(
  procedure: Procedure,
  current: Pick<Case, 'state' | 'branches'>,
): Readonly<Record<string, ActionDefinition>> {
  const branches = procedure.states[current.state]?.branches ?? {}
  const inBranches = Object.entries(current.branches?.[current.state] ?? {}).flatMap(([name, { state }]) =>
    Object.entries(branches[name]?.states[state]?.on ?? {}),
  )
  return { ...Object.fromEntries(inBranches), ...stateActionsIn(procedure, current.state) }
}

/** An action and where in its procedure it stands. */
export interface PlacedAction {
  /** Null for one that can be done anywhere. */
  readonly state: string | null
  /** The branch and its state, for one that belongs to a branch. */
  readonly branch: { readonly name: string; readonly state: string } | null
  readonly name: string
  readonly action: ActionDefinition
  readonly path: readonly string[]
}

const placedByProcedure = new WeakMap<Procedure, readonly PlacedAction[]>()

/** Every action of a procedure with the place in which it stands: they are asked for with each limit of each case. */
export function allActions(procedure: Procedure): readonly PlacedAction[] {
  const known = placedByProcedure.get(procedure)
  if (known !== undefined) return known
  const all = placedActions(procedure)
  placedByProcedure.set(procedure, all)
  return all
}

function placedActions(procedure: Procedure): readonly PlacedAction[] {
  const inStates = Object.entries(procedure.states).flatMap(([state, { on, branches = {} }]) => [
    ...placed(on, state, null, ['states', state, 'on']),
    ...Object.entries(branches).flatMap(([name, branch]) =>
      Object.entries(branch.states).flatMap(([inner, definition]) =>
        placed(definition.on, state, { name, state: inner }, [
          'states',
          state,
          'branches',
          name,
          'states',
          inner,
          'on',
        ]),
      ),
    ),
  ])
  return [...inStates, ...placed(procedure.anywhere ?? {}, null, null, ['anywhere'])]
}

function placed(
  actions: Readonly<Record<string, ActionDefinition>>,
  state: string | null,
  branch: PlacedAction['branch'],
  path: readonly string[],
): PlacedAction[] {
  return Object.entries(actions).map(([name, action]) => ({
    state,
    branch,
    name,
    action,
    path: [...path, name],
  }))
}

const requestsByProcedure = new WeakMap<Procedure, ReadonlySet<string>>()

/** Whether an action is a request: another decides on it. */
export function isRequest(procedure: Procedure, name: string): boolean {
  const known = requestsByProcedure.get(procedure)
  if (known !== undefined) return known.has(name)
  const requests = new Set(allActions(procedure).flatMap(({ action }) => action.answers ?? []))
  requestsByProcedure.set(procedure, requests)
  return requests.has(name)
}

/** All fields of a case: its subject's, then what its actions fill in. */
export function caseFieldsOf(procedure: Procedure): Readonly<Record<string, z.core.$ZodType>> {
  const inputs = allActions(procedure).map(({ action }) => action.input?.def.shape ?? {})
  const { shape } = procedure.subject.def
  return Object.assign({}, shape, ...inputs, shape)
}

const caseSchemas = new WeakMap<Procedure, Fields>()

/** The schema of all that a case can hold, made once. */
export function caseSchemaOf(procedure: Procedure): Fields {
  const known = caseSchemas.get(procedure)
  if (known !== undefined) return known
  const schema = fields(caseFieldsOf(procedure))
  caseSchemas.set(procedure, schema)
  return schema
}
