import type { Issue } from '../issue/issue.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import { dangling, idsOf } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether the records that a source opens are of a procedure that is there, and what completes them of registers that are. */
export function checkImportSources(programme: Programme): Issue[] {
  const procedures = idsOf(proceduresOf(programme))
  return (programme.importSources ?? []).flatMap(({ id, procedure, needs }) => {
    const path = ['importSources', id]
    return [
      ...dangling('流程', [...path, 'procedure'], [procedure], procedures),
      ...Object.entries(needs).flatMap(([name, { register: wanted, field }]) => {
        const register = programme.registers.find((one) => one.id === wanted)
        const place = [...path, 'needs', name]
        if (register === undefined) return dangling('台账', place, [wanted], idsOf(programme.registers))
        return dangling('字段', place, [field], Object.keys(register.fields.def.shape))
      }),
    ]
  })
}
