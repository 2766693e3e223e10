import type { Programme } from '@luoshi/kernel'
import type { Changes, Database, Surroundings } from '@luoshi/store'
import { ExactCache } from '../exact-cache.ts'
import type { Services } from '../services.ts'
import { type CountyState, readCounty } from './read-county.ts'

/** Registers of the administration that a county's state is read from. */
const watched: ReadonlySet<string> = new Set(['units', 'officers', 'parameter-values', 'calendar-days'])

/** Keeps what everything done in a county rests on, until a record of its administration changes in any process. */
export class CountyKeeper {
  readonly #db: Database
  readonly #programmes: readonly Programme[]
  readonly #cache: ExactCache<CountyState>

  constructor(db: Database, programmes: readonly Programme[], changes: Changes) {
    this.#db = db
    this.#programmes = programmes
    this.#cache = new ExactCache(changes, ({ kind, county, key }) =>
      kind === 'record' && watched.has(key) ? { key: county } : 'nothing',
    )
  }

  /** The county as its administration has it. */
  of(county: string): Promise<CountyState> {
    return this.#cache.get(county, () => readCounty(this.#db, county, this.#programmes))
  }

  /** Forgets a county that this process itself has just changed. */
  drop(county: string): void {
    this.#cache.drop(county)
  }
}

/** What surrounds an action of a programme in a county, at the present moment. */
export function surroundingsFor(
  state: CountyState,
  programme: string,
  { vault, clock }: Pick<Services, 'vault' | 'clock'>,
): Surroundings {
  const { units, calendar, parameters } = state
  return { now: clock(), calendar, units, parameters: parameters.get(programme) ?? {}, facts: {}, vault }
}
