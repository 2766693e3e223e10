import type { z } from 'zod'
import { type Issue, issueOf } from '../issue/issue.ts'
import { allActions, caseFieldsOf } from '../procedure/actions.ts'
import { knownInputs } from '../procedure/known-facts.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { ValueRule } from '../rule/value-rule.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { dangling, idsOf, type Path } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether what is computed is a field of the case, by a rule that is there and has all that it looks at. */
export function checkComputed(programme: Programme, procedure: Procedure): Issue[] {
  const { opening } = procedure
  return [
    ...checkComputes(programme, procedure, ['opening', 'computes'], opening.title, opening.computes),
    ...allActions(procedure).flatMap(({ action, path }) =>
      checkComputes(programme, procedure, [...path, 'computes'], action.title, action.computes),
    ),
  ]
}

function checkComputes(
  { valueRules = [] }: Programme,
  procedure: Procedure,
  path: Path,
  action: string,
  computes: Readonly<Record<string, string>> = {},
): Issue[] {
  const fields = caseFieldsOf(procedure)
  const known = new Set([
    ...Object.keys(fields),
    ...Object.keys(procedure.lookups),
    ...knownInputs(procedure),
  ])
  return Object.entries(computes).flatMap(([field, id]) => {
    const rule = valueRules.find((one) => one.id === id)
    const schema = fields[field]
    const place = [...path, field]
    if (rule === undefined) return dangling('取值规则', place, [id], idsOf(valueRules))
    if (schema === undefined) return dangling('字段', place, [field], Object.keys(fields))
    const missing = Object.keys(rule.inputs).filter((input) => !known.has(input))
    return [
      ...missing.map((input) => issueOf('rule-input-missing', place, { rule: rule.title, input })),
      ...(isSameField(rule, schema)
        ? []
        : [issueOf('computed-elsewhere', place, { action, field, rule: rule.title })]),
    ]
  })
}

function isSameField({ gives }: ValueRule, schema: z.core.$ZodType): boolean {
  const [given, kept] = [gives, schema].map((field) => {
    const { control, label, unit, choices } = findFieldMeta(field) ?? {}
    return JSON.stringify([control, label, unit, choices])
  })
  return given === kept
}
