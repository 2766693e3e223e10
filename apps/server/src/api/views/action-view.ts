import type { ActionView, ComputedView } from '@luoshi/client'
import {
  type ActionDefinition,
  actionsOf,
  askedFields,
  type Case,
  caseSchemaOf,
  dateOf,
  type Fields,
  findBranchWith,
  findFieldMeta,
  type Issue,
  jsonSchemaOf,
  objectionsTo,
  PREVIOUS,
  rolesOf,
} from '@luoshi/kernel'
import { issueView } from '../refusal.ts'
import { citeView } from './cite-view.ts'
import { contextOf, type Sight } from './sight.ts'

/** Every action that the case's state offers; one that may not be done is closed, with the reason. */
export function actionViews(sight: Sight, current: Case): ActionView[] {
  const context = contextOf(sight)
  return Object.entries(actionsOf(sight.procedure, current)).map(([name, action]) => {
    const objections = objectionsTo(sight.procedure, current, { name, by: sight.actor }, context)
    return actionView(sight, { name, action, toTitle: leadsTo(sight, current, name, action), objections })
  })
}

/** What an officer may do right after opening a case, told before there is one: where a case is opened without a network. */
export function firstActionViews(sight: Sight): ActionView[] {
  const { procedure } = sight
  const held = rolesOf(sight.actor, dateOf(sight.now))
  const { on = {} } = procedure.states[procedure.initial] ?? {}
  return Object.entries(on)
    .filter(([, { by, links = [] }]) => by.some(({ role }) => held.includes(role)) && links.length === 0)
    .map(([name, action]) => {
      const to = action.to === PREVIOUS ? procedure.initial : action.to
      const toTitle = procedure.states[to]?.title ?? to
      return actionView(sight, { name, action, toTitle, objections: [] })
    })
}

interface Offered {
  readonly name: string
  readonly action: ActionDefinition
  /** Title of the state to which it leads. */
  readonly toTitle: string
  /** What stands against it. */
  readonly objections: readonly Issue[]
}

function actionView(sight: Sight, { name, action, toTitle, objections }: Offered): ActionView {
  return {
    name,
    title: action.title,
    isAllowed: objections.length === 0,
    reasons: objections.map((issue) => issueView(sight.library, issue)),
    clause: citeView(sight.library, action.basis),
    input: action.input === undefined ? null : inputSchema(askedFields(action.input, action.computes)),
    computed: computedViews(sight, caseSchemaOf(sight.procedure), action.computes),
    materials: (action.materials ?? []).map(({ id, title, basis }) => ({
      id,
      title,
      clause: citeView(sight.library, basis),
    })),
    links: (action.links ?? []).flatMap(({ kind, isRequired }) => {
      const link = sight.procedure.links?.[kind]
      if (link === undefined) return []
      const { title, programme = sight.programme.id, procedure, fills = {} } = link
      return [{ kind, title, isRequired, programme, procedure, fills }]
    }),
    needsReason: action.needsReason === true,
    toTitle,
  }
}

/** What an action computes, each by which rule. */
export function computedViews(
  { programme, library }: Sight,
  fields: Fields,
  computes: ActionDefinition['computes'] = {},
): ComputedView[] {
  return Object.entries(computes).flatMap(([field, id]) => {
    const rule = programme.valueRules?.find((one) => one.id === id)
    const schema = fields.def.shape[field]
    if (rule === undefined || schema === undefined) return []
    const label = findFieldMeta(schema)?.label ?? field
    return [{ field, label, ruleTitle: rule.title, clause: citeView(library, rule.basis) }]
  })
}

const schemas = new WeakMap<Fields, Readonly<Record<string, unknown>>>()

/** A form's JSON Schema, made once. */
export function inputSchema(fields: Fields): Readonly<Record<string, unknown>> {
  const known = schemas.get(fields) ?? jsonSchemaOf(fields)
  schemas.set(fields, known as Readonly<Record<string, unknown>>)
  return known as Readonly<Record<string, unknown>>
}

/** The state, or the place of its branch, to which an action leads. */
function leadsTo({ procedure }: Sight, current: Case, name: string, { to }: ActionDefinition): string {
  const branch = findBranchWith(procedure, current, name)
  if (branch !== undefined) {
    const { title, states } = procedure.states[current.state]?.branches?.[branch] ?? {}
    return [title, states?.[to]?.title ?? to].join('：')
  }
  const target = to === PREVIOUS ? (current.cameFrom[current.state] ?? current.state) : to
  return procedure.states[target]?.title ?? target
}
