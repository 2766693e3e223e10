import type { WhatIfOptionsView } from '@luoshi/client'
import {
  caseFieldsOf,
  dateOf,
  findFieldMeta,
  findValueOn,
  isFigure,
  labelOf,
  type Procedure,
  type Programme,
  type Rule,
} from '@luoshi/kernel'
import { citeView } from '../views/cite-view.ts'
import type { Sight } from '../views/sight.ts'

/**
 * The rules of a programme that can be judged by a case alone: all that they look at is in it, and nothing of that is
 * personal, since what is personal is masked in lists and would be judged wrongly.
 */
export function rulesByCaseAlone({ rules }: Programme, procedure: Procedure): readonly Rule[] {
  const fields = caseFieldsOf(procedure)
  return rules.filter(({ inputs }) =>
    Object.keys(inputs).every((input) => {
      const field = fields[input]
      return field !== undefined && findFieldMeta(field)?.personal === undefined
    }),
  )
}

/** Whether money is reckoned by a parameter: it says how many 元 there are for one of something. */
export function isRate({ unit }: Programme['parameters'][number]): boolean {
  return unit.startsWith('元')
}

/** What can be asked of a procedure: its rules with the parameters that they use, and what its money hangs on. */
export function whatIfOptions({ programme, procedure, state, library, now }: Sight): WhatIfOptionsView {
  const on = dateOf(now)
  const inForce = state.parameters.get(programme.id) ?? {}
  const figures = Object.entries(caseFieldsOf(procedure)).flatMap(([id, schema]) => {
    const meta = findFieldMeta(schema)
    return meta === undefined || meta.personal !== undefined || !isFigure(schema)
      ? []
      : [{ id, title: labelOf(meta), isMoney: meta.control === 'money' }]
  })
  const dates = Object.entries(caseFieldsOf(procedure)).flatMap(([id, schema]) => {
    const meta = findFieldMeta(schema)
    return meta?.control === 'date' ? [{ id, title: meta.label }] : []
  })
  return {
    on,
    rules: rulesByCaseAlone(programme, procedure).map(({ id, title, basis, parameters }) => ({
      id,
      title,
      clause: citeView(library, basis),
      parameters: Object.values(parameters).map((parameter) => parameter.id),
    })),
    parameters: programme.parameters.map((parameter) => {
      const { id, title, unit } = parameter
      const found = findValueOn(inForce[id] ?? parameter, on)
      const value: unknown = found?.value ?? null
      return {
        id,
        title,
        unit,
        isRate: isRate(parameter),
        value: value === null ? null : Array.isArray(value) ? value.join('、') : String(value),
        from: found?.from ?? null,
      }
    }),
    figures,
    dates,
    states: Object.entries(procedure.states).map(([id, { title }]) => ({ id, title })),
  }
}
