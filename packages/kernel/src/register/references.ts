import type { Procedure } from '../procedure/procedure.ts'
import type { Programme } from '../programme/programme.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import type { Fields } from '../schema/fields.ts'
import { proceduresOf } from './record-procedure.ts'

/** A field that names a record of a register by its key. */
export interface Reference {
  readonly field: string
  readonly label: string
  /** Id of the register. */
  readonly register: string
}

/** The fields of a schema that name records, one each, in their order. */
export function referencesIn(schema: Fields): readonly Reference[] {
  return Object.entries(schema.def.shape).flatMap(([field, one]) => {
    const { refersTo, label = field } = findFieldMeta(one) ?? {}
    return refersTo === undefined ? [] : [{ field, label, register: refersTo }]
  })
}

/** A field by which the records of a procedure name those of a register: 证据's 案件. */
export interface ReferringField extends Reference {
  readonly procedure: Procedure
  /** Whether it is the first that names any: what it names is what a record belongs to. */
  readonly isFirst: boolean
}

/** The fields by which records of the programme's procedures name those of a register, in the order of the procedures. */
export function fieldsReferringTo(programme: Programme, register: string): readonly ReferringField[] {
  return proceduresOf(programme).flatMap((procedure) =>
    referencesIn(procedure.subject).flatMap((reference, place) =>
      reference.register === register ? [{ ...reference, procedure, isFirst: place === 0 }] : [],
    ),
  )
}
