import { dateOf, findValueOn, type IsoDate, type IsoInstant, type Parameters } from '@luoshi/kernel'
import { signInParameters } from '@luoshi/programmes'
import type { Changes, Database } from '@luoshi/store'
import { ExactCache } from '../exact-cache.ts'
import { readOwnParameters } from '../surroundings/read-county.ts'

/** The figures that hold at a moment. */
export type SignInSettings = { readonly [Name in keyof typeof signInParameters]: number }

/**
 * The figures that hold at a moment.
 *
 * @param set the county's own values
 */
export function signInSettings(now: IsoInstant, set: Parameters = none): SignInSettings {
  const day = dateOf(now)
  const known = latest.get(set)
  if (known?.day === day) return known.settings
  const settings = settingsOn(day, set)
  latest.set(set, { day, settings })
  return settings
}

const none: Parameters = {}

/** Every request asks for them, and nearly always those of today. */
const latest = new WeakMap<Parameters, { readonly day: IsoDate; readonly settings: SignInSettings }>()

function settingsOn(day: IsoDate, set: Parameters): SignInSettings {
  const figures = Object.entries(signInParameters).map(([name, parameter]) => {
    const found = findValueOn<number>(set[parameter.id] ?? parameter, day)
    if (found === null) throw new Error(`no value of ${parameter.id} on ${day}`)
    return [name, found.value]
  })
  return Object.fromEntries(figures)
}

/** What each county has set, kept until one of its parameters changes in any process. */
export class SettingsKeeper {
  readonly #db: Database
  readonly #counties: ReadonlySet<string>
  readonly #cache: ExactCache<Parameters>

  constructor(db: Database, changes: Changes, counties: readonly string[]) {
    this.#db = db
    this.#counties = new Set(counties)
    this.#cache = new ExactCache(changes, ({ kind, county, key }) =>
      kind === 'record' && key === 'parameter-values' ? { key: county } : 'nothing',
    )
  }

  /** The figures of a county at a moment; our defaults for one that is not served. */
  async at(county: string, now: IsoInstant): Promise<SignInSettings> {
    if (!this.#counties.has(county)) return signInSettings(now)
    return signInSettings(now, await this.#cache.get(county, () => readOwnParameters(this.#db, county)))
  }

  /** The figures of every county that is served. */
  all(now: IsoInstant): Promise<readonly SignInSettings[]> {
    return Promise.all([...this.#counties].map((county) => this.at(county, now)))
  }
}
