import { accessFilter, dateOf, type ImportSource, proceduresOf, type SourceFacts } from '@luoshi/kernel'
import { type Database, listCases, reveal } from '@luoshi/store'
import { contextOf, type Sight } from '../../api/views/sight.ts'
import type { Services } from '../../services.ts'

/** What is read by: a database, and the keys of what is personal. */
type Means = Pick<Services, 'vault'> & { readonly db: Database }

/**
 * The records that complete a file, those only that whoever imports may read. Their personal data go into the new record,
 * so they are read clear, and each reading is kept with its reason.
 */
export async function knownRecords(
  means: Means,
  sight: Sight,
  source: ImportSource,
  keys: Readonly<Record<string, readonly string[]>>,
  reason: string,
): Promise<SourceFacts['known']> {
  const known: Record<string, Map<string, Readonly<Record<string, unknown>>>> = {}
  for (const [name, { register, field }] of Object.entries(source.needs)) {
    const found = new Map<string, Readonly<Record<string, unknown>>>()
    for (const key of new Set(keys[name] ?? [])) {
      const record = await findRecord(means, sight, register, field, key, reason)
      if (record !== null) found.set(key, record)
    }
    known[name] = found
  }
  return known
}

async function findRecord(
  { db, vault }: Means,
  { programme, actor, state, now, ...rest }: Sight,
  register: string,
  field: string,
  key: string,
  reason: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const procedure = proceduresOf(programme).find((one) => one.register === register)
  if (procedure === undefined) return null
  const { county } = state
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const asked = {
    county,
    programme,
    procedure,
    filter,
    where: { [field]: key },
    closed: 'open',
    limit: 2,
  } as const
  const listed = await listCases(db, asked)
  const [one, other] = listed.kind === 'page' ? listed.rows : []
  // Of two of one name nobody can tell which is meant.
  if (one === undefined || other !== undefined) return null
  const by = contextOf({ programme, actor, state, now, ...rest, procedure })
  const shown = await reveal(
    db,
    programme,
    { county, cases: [one.case.id], by: actor, reason },
    { ...by, vault },
  )
  return shown.kind === 'revealed' ? { ...one.case.data, ...shown.cases[0]?.data } : null
}
