import { hash } from 'node:crypto'
import { accessFilter, dateOf, dueDatesOf, findProcedure } from '@luoshi/kernel'
import { type CaseOutlook, outlookOf } from '@luoshi/programmes/enforcement'
import { type Database, headsAcross, openCasesAmong, type Share } from '@luoshi/store'
import type { Sight } from '../api/views/sight.ts'
import type { CountyState } from '../surroundings/read-county.ts'

/** A case that goes on, by what it will be told of. */
export interface WatchedCase {
  /** Id of its procedure. */
  readonly procedure: string
  readonly outlook: CaseOutlook
}

interface Remembered extends WatchedCase {
  /** Digest of the last entry of its log. */
  readonly head: string
  /** By which calendar and parameters its due dates were counted. */
  readonly countedBy: string
}

/** Procedures whose cases are watched. */
const WATCHED = ['ordinary', 'simple']

/** Cases that one process remembers, of all counties; an outlook is about a kilobyte. */
const MOST_REMEMBERED = 50_000

/** Cases that are read at once: between two readings others have their turn. */
const READ_AT_ONCE = 500

const memories = new WeakMap<Database, Map<string, Remembered>>()

/**
 * The cases of penalty that go on, as far as whoever asks may read them: which these are the database says each time. What
 * is remembered of a case, whoever asked for it, holds as long as the last entry of its log is the same and the calendar
 * and the parameters are; the others are read.
 *
 * @param most cases that are looked at, those first that have waited longest
 */
export async function watchedCases(
  db: Database,
  sight: Sight,
  most: number,
): Promise<{ readonly cases: readonly WatchedCase[]; readonly isPartial: boolean }> {
  const { county } = sight.state
  const shares = sharesOf(sight)
  const heads = await headsAcross(db, county, shares, most + 1)
  const wanted = heads.slice(0, most)
  const memory = memories.get(db) ?? new Map<string, Remembered>()
  memories.set(db, memory)
  const countedBy = countingOf(sight.state, sight.programme.id)
  const cases = new Map<string, WatchedCase>()
  const changed: string[] = []
  for (const { id, head } of wanted) {
    const known = memory.get(`${county}/${id}`)
    if (known?.head === head && known.countedBy === countedBy) cases.set(id, known)
    else changed.push(id)
  }
  for (let first = 0; first < changed.length; first += READ_AT_ONCE) {
    const read = await readCases(db, sight, shares, changed.slice(first, first + READ_AT_ONCE))
    for (const [id, one] of read) {
      cases.set(id, one)
      remember(memory, `${county}/${id}`, { ...one, countedBy })
    }
  }
  return { cases: wanted.flatMap(({ id }) => cases.get(id) ?? []), isPartial: heads.length > most }
}

function sharesOf({ programme, actor, state, now }: Sight): readonly Share[] {
  return WATCHED.flatMap((id) => findProcedure(programme, id) ?? []).map((procedure) => ({
    programme,
    procedure,
    filter: accessFilter(actor, procedure.access.read, state.units, dateOf(now)),
  }))
}

/** Cases that changed meanwhile are as they are now; those that ended, or may no longer be read, are left out. */
async function readCases(
  db: Database,
  { programme, state }: Sight,
  shares: readonly Share[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, WatchedCase & Pick<Remembered, 'head'>>> {
  const parameters = state.parameters.get(programme.id) ?? {}
  const found = await openCasesAmong(db, state.county, shares, ids)
  return new Map(
    found.map(({ case: current, head, procedure }) => {
      const limits = dueDatesOf(procedure, current, state.calendar, parameters)
      return [current.id, { procedure: procedure.id, head, outlook: outlookOf(procedure, current, limits) }]
    }),
  )
}

/** What is newest stands last: where there are too many, what was read longest ago goes. */
function remember(memory: Map<string, Remembered>, key: string, one: Remembered): void {
  memory.delete(key)
  memory.set(key, one)
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST_REMEMBERED) break
    memory.delete(oldest)
  }
}

const countings = new WeakMap<CountyState, Map<string, string>>()

/** The same for a calendar and parameters that say the same: a county's state is made anew for much else. */
function countingOf(state: CountyState, programme: string): string {
  const known = countings.get(state) ?? new Map<string, string>()
  countings.set(state, known)
  const { calendar, parameters } = state
  const mark = known.get(programme) ?? hash('sm3', JSON.stringify([calendar, parameters.get(programme)]))
  known.set(programme, mark)
  return mark
}
