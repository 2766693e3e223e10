import { accessFilter, type Case, dateOf, type Procedure, proceduresOf } from '@luoshi/kernel'
import { type Database, LARGEST_PAGE, listCases } from '@luoshi/store'
import type { Sight } from '../views/sight.ts'

/** Records that are read at most: a list of a county has some hundreds. */
const MOST = 20_000

/** What stands in all records of a register that the officer may read; null where that is none of its kind. */
export async function readRegister(
  db: Database,
  sight: Omit<Sight, 'procedure'>,
  register: string,
): Promise<readonly Readonly<Record<string, unknown>>[] | null> {
  const cases = await readRegisterCases(db, sight, register)
  return cases === null ? null : cases.map(({ data }) => data)
}

/** Whether the officer may read a register of the whole county, not only what is the officer's or their unit's. */
export function readsWholeRegister(
  { programme, actor, state, now }: Omit<Sight, 'procedure'>,
  register: string,
): boolean {
  return proceduresOf(programme)
    .filter((procedure) => procedure.register === register)
    .every(({ access }) => accessFilter(actor, access.read, state.units, dateOf(now))?.isWholeCounty === true)
}

/**
 * All records of a register that the officer may read, but for those that were withdrawn or struck off; null where the
 * officer may read none of its kind.
 */
export async function readRegisterCases(
  db: Database,
  sight: Omit<Sight, 'procedure'>,
  register: string,
): Promise<readonly Case[] | null> {
  const { programme, actor, state, now } = sight
  const procedures = proceduresOf(programme).filter((procedure) => procedure.register === register)
  const readable = procedures.flatMap((procedure) => {
    const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
    return filter === null ? [] : [{ procedure, filter }]
  })
  if (readable.length === 0) return null
  const records: Case[] = []
  for (const { procedure, filter } of readable) {
    const selection = {
      county: state.county,
      programme,
      procedure,
      filter,
      states: standingStates(procedure),
      sort: { by: 'opened', descending: false },
      limit: LARGEST_PAGE,
    }
    for (let after: string | null | undefined; after !== null && records.length < MOST; ) {
      const page = await listCases(db, { ...selection, ...(after === undefined ? {} : { after }) })
      if (page.kind === 'refused') throw new Error(page.issue.message)
      records.push(...page.rows.map((row) => row.case))
      after = page.next
    }
  }
  return records
}

function standingStates({ states }: Procedure): string[] {
  return Object.entries(states)
    .filter(([, { final }]) => final !== 'withdrawn' && final !== 'refused')
    .map(([id]) => id)
}
