import type { Grant } from '../access/access.ts'
import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'
import type { Lookup } from '../procedure/procedure.ts'
import type { Fields } from '../schema/fields.ts'

/** Living data with a schema: plots, machines, hydrants. */
export interface Register<Schema extends Fields = Fields> {
  readonly kind: 'register'
  /** ASCII, unique in its programme: `plots` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly fields: Schema
  /** The fields that together tell one record from all others. */
  readonly key: readonly string[]
  /** The fields by which people call a record, where its key says nothing to them: a unit's name, not its code. */
  readonly calledBy?: readonly string[]
  /** Who may do what with it. Nobody else may. */
  readonly access: { readonly read: readonly Grant[]; readonly write: readonly Grant[] }
  /** What a record has to pass when it is entered or changed, where no procedure carries the register. */
  readonly entry?: {
    /** What its gates look up, by the name of their input. */
    readonly lookups: Readonly<Record<string, Lookup>>
    /** Ids of rules. */
    readonly gates: readonly string[]
  }
  readonly open?: readonly OpenQuestion[]
}

const REGISTER_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  fields: null,
  key: null,
  calledBy: null,
  access: { read: { '*': { role: null, reach: null } }, write: { '*': { role: null, reach: null } } },
  entry: { lookups: null, gates: null },
  open: null,
}

/** A register. The compiler holds its key to its fields. */
export function defineRegister<Schema extends Fields>(
  definition: Omit<Register<Schema>, 'kind' | 'key' | 'calledBy'> & {
    readonly key: readonly (keyof Schema['shape'] & string)[]
    readonly calledBy?: readonly (keyof Schema['shape'] & string)[]
  },
): Register<Schema> {
  return definitionOf(`台账${definition.id}`, { kind: 'register', ...definition }, REGISTER_KEYS)
}
