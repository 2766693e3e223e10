import type { ActionView, ComputedView } from '@luoshi/client'
import {
  type ActionDefinition,
  actionsOf,
  askedFields,
  type Case,
  caseSchemaOf,
  type Fields,
  findBranchWith,
  findFieldMeta,
  jsonSchemaOf,
  objectionsTo,
  PREVIOUS,
} from '@luoshi/kernel'
import { issueView } from '../refusal.ts'
import { citeView } from './cite-view.ts'
import { contextOf, type Sight } from './sight.ts'

/** Every action that the case's state offers; one that may not be done is closed, with the reason. */
export function actionViews(sight: Sight, current: Case): ActionView[] {
  const context = contextOf(sight)
  return Object.entries(actionsOf(sight.procedure, current)).map(([name, action]) => {
    const objections = objectionsTo(sight.procedure, current, { name, by: sight.actor }, context)
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
      links: (action.links ?? []).map(({ kind, isRequired }) => ({
        kind,
        title: sight.procedure.links?.[kind]?.title ?? kind,
        isRequired,
      })),
      needsReason: action.needsReason === true,
      toTitle: leadsTo(sight, current, name, action),
    }
  })
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
