import { type Issue, issueOf } from '../issue/issue.ts'
import { caseFieldsOf } from '../procedure/actions.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import { isDecimal } from '../schema/decimal.ts'
import { fields } from '../schema/fields.ts'
import { isFigure } from '../schema/listed-fields.ts'
import { personalFieldsOf } from '../schema/mask.ts'
import type { Tally } from '../tally/tally.ts'
import { dangling, idsOf } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether a tally counts fields and states that are there, adds up figures only, and puts nobody's data at the head of a row. */
export function checkTally(programme: Programme, tally: Tally): Issue[] {
  const { title, register, by, columns, least } = tally
  const carrying = proceduresOf(programme).filter((procedure) => procedure.register === register)
  if (carrying.length === 0) return dangling('台账', ['register'], [register], idsOf(programme.registers))
  const shape = Object.assign({}, ...carrying.map(caseFieldsOf)) as ReturnType<typeof caseFieldsOf>
  const known = Object.keys(shape)
  const states = carrying.flatMap((procedure) => Object.keys(procedure.states))
  const personal = new Set(personalFieldsOf(fields(shape)).map(({ path: [field] }) => field))
  return [
    ...by.flatMap((group, index) => {
      if (group.kind === 'unit') return []
      const path = ['by', index, 'field']
      return [
        ...dangling('字段', path, [group.field], known),
        ...(personal.has(group.field)
          ? [issueOf('tally-by-person', path, { tally: title, field: group.field })]
          : []),
      ]
    }),
    ...columns.flatMap(({ title: column, sums, states: counted = [], where = {} }, index) => {
      const path = ['columns', index]
      const field = sums === undefined ? undefined : shape[sums]
      const isWords = field !== undefined && !isFigure(field)
      return [
        ...dangling('字段', [...path, 'sums'], sums === undefined ? [] : [sums], known),
        ...(isWords
          ? [issueOf('sum-of-words', [...path, 'sums'], { lookup: column, field: sums ?? '' })]
          : []),
        ...dangling('环节', [...path, 'states'], counted, states),
        ...dangling('字段', [...path, 'where'], Object.keys(where), known),
      ]
    }),
    ...(least === undefined || isDecimal(least.figure)
      ? []
      : [
          issueOf('figure-unreadable', ['least', 'figure'], {
            what: `“${title}”的下限`,
            found: least.figure,
          }),
        ]),
  ]
}
