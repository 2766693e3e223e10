import {
  caseSchemaOf,
  type Fields,
  findFieldMeta,
  isFigure,
  type Procedure,
  type Programme,
  searchableFieldsOf,
  sortableFieldsOf,
} from '@luoshi/kernel'
import { digestOf } from '../log/digest.ts'
import { findRegister } from '../log/record-key.ts'
import type { Compares } from './sort-key.ts'

/** How the cases of a procedure are found and put in order, as its definition says. */
export interface Listing {
  /** Fields whose words are searched. */
  readonly searched: readonly string[]
  /** Fields in whose order lists can be put. */
  readonly sorted: Readonly<Record<string, Compares>>
  /** Fields that can be asked for exactly: all of one value. Personal ones are found by a blind index. */
  readonly exact: Readonly<Record<string, { readonly compares: Compares; readonly isPersonal: boolean }>>
  /** The same for the same listing. Cases that were projected under another are projected anew. */
  readonly mark: string
}

/** Goes up with every change of how a projection is made. */
const FORM = 1

const listings = new WeakMap<Programme, Map<string, Listing>>()

/** The listing of a procedure. */
export function listingOf(programme: Programme, procedure: Procedure): Listing {
  const ofProgramme = listings.get(programme) ?? new Map<string, Listing>()
  listings.set(programme, ofProgramme)
  const known = ofProgramme.get(procedure.id)
  if (known !== undefined) return known
  const made = makeListing(programme, procedure)
  ofProgramme.set(procedure.id, made)
  return made
}

function makeListing(programme: Programme, procedure: Procedure): Listing {
  const schema = caseSchemaOf(procedure)
  const key = findRegister(programme, procedure)?.key ?? []
  const searched = searchableFieldsOf(schema, key)
  const sorted = Object.fromEntries(sortableFieldsOf(schema).map(({ name, compares }) => [name, compares]))
  const exact = exactFields(schema)
  const standing = procedure.standing === undefined ? {} : { standing: procedure.standing }
  return {
    searched,
    sorted,
    exact,
    mark: digestOf({ form: FORM, searched, sorted, exact, key, ...standing }),
  }
}

function exactFields(schema: Fields): Listing['exact'] {
  const pairs = Object.entries(schema.def.shape).flatMap(([name, field]) => {
    const meta = findFieldMeta(field)
    if (meta === undefined || meta.control === 'list') return []
    const compares: Compares = isFigure(field) ? 'number' : 'text'
    return [[name, { compares, isPersonal: meta.personal !== undefined }] as const]
  })
  return Object.fromEntries(pairs)
}
