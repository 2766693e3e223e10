import type { Comparison, Side } from '../comparison/comparison.ts'
import type { Issue } from '../issue/issue.ts'
import { caseFieldsOf } from '../procedure/actions.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import { dangling, idsOf } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether a comparison holds registers, fields and states against each other that are there. */
export function checkComparison(programme: Programme, { left, right, by, agree }: Comparison): Issue[] {
  return [
    ...checkSide(programme, 'left', left, [...by, ...agree]),
    ...checkSide(programme, 'right', right, [...by, ...agree]),
  ]
}

function checkSide(
  programme: Programme,
  side: string,
  { register, states = [] }: Side,
  wanted: readonly string[],
): Issue[] {
  const carrying = proceduresOf(programme).filter((procedure) => procedure.register === register)
  if (carrying.length === 0)
    return dangling('台账', [side, 'register'], [register], idsOf(programme.registers))
  const known = carrying.flatMap((procedure) => Object.keys(caseFieldsOf(procedure)))
  const reached = carrying.flatMap((procedure) => Object.keys(procedure.states))
  return [
    ...dangling('字段', [side, 'register'], wanted, known),
    ...dangling('环节', [side, 'states'], states, reached),
  ]
}
