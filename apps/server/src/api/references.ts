import {
  accessFilter,
  type Case,
  dateOf,
  fieldsReferringTo,
  type Programme,
  type ReferringField,
} from '@luoshi/kernel'
import { type Database, listCases, type StoredCase } from '@luoshi/store'
import type { Sight } from './views/sight.ts'

/** Records that name a case in one field, as far as whoever asks may read them. */
export interface Referring extends ReferringField {
  /** What the field says of the case. */
  readonly value: string
  /** What the records are seen by. */
  readonly sight: Sight
  readonly rows: readonly StoredCase[]
}

/**
 * What names a case, kind by kind.
 *
 * @param order whether the first or the latest come first, and how many at most of each kind
 */
export async function recordsReferringTo(
  db: Database,
  sight: Sight,
  current: Case,
  order: { readonly isLatestFirst: boolean; readonly limit: number },
): Promise<readonly Referring[]> {
  const value = referenceKeyOf(sight, current)
  if (value === null) return []
  const referring = fieldsReferringTo(sight.programme, sight.procedure.register)
  const read = async (field: ReferringField): Promise<Referring[]> => {
    const seen: Sight = { ...sight, procedure: field.procedure }
    const page = await listCases(db, {
      ...selectionOf(seen, field.field, value),
      sort: { by: 'opened', descending: order.isLatestFirst },
      limit: order.limit,
    })
    return page.kind === 'page' ? [{ ...field, value, sight: seen, rows: page.rows }] : []
  }
  return (await Promise.all(referring.map(read))).flat()
}

/** By what other records name it; null where no single field tells it from others. */
function referenceKeyOf({ programme, procedure }: Sight, { data }: Case): string | null {
  const key = keyFieldOf(programme, procedure.register)
  const value = key === null ? undefined : data[key]
  return typeof value === 'string' ? value : null
}

/** The field by which records of a register are named; null where it takes several to tell one from others. */
export function keyFieldOf(programme: Programme, register: string): string | null {
  const [key, ...more] = programme.registers.find(({ id }) => id === register)?.key ?? []
  return key === undefined || more.length > 0 ? null : key
}

/** The records of a procedure whose field says that, as far as whoever asks may read them. */
export function selectionOf(
  { programme, procedure, actor, state, now }: Sight,
  field: string,
  value: string,
) {
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  return { county: state.county, programme, procedure, filter, where: { [field]: value } }
}
