import type { Procedure } from '../procedure/procedure.ts'
import type { Programme } from '../programme/programme.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { proceduresOf } from './record-procedure.ts'

/** A field by which the records of a procedure name those of a register: 证据's 案件. */
export interface ReferringField {
  readonly procedure: Procedure
  readonly field: string
  readonly label: string
  /** Whether it is the first such field: what it names is what a record belongs to. */
  readonly isFirst: boolean
}

/** The fields by which records of the programme's procedures name those of a register, in the order of the procedures. */
export function fieldsReferringTo(programme: Programme, register: string): readonly ReferringField[] {
  return proceduresOf(programme).flatMap((procedure) => {
    const references = Object.entries(procedure.subject.def.shape).flatMap(([field, schema]) => {
      const { refersTo, label = field } = findFieldMeta(schema) ?? {}
      return refersTo === undefined ? [] : [{ field, label, refersTo }]
    })
    return references.flatMap(({ field, label, refersTo }, place) =>
      refersTo === register ? [{ procedure, field, label, isFirst: place === 0 }] : [],
    )
  })
}
