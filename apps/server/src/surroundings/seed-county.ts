import { createHash } from 'node:crypto'
import type { County } from '@luoshi/counties'
import type { Actor, IsoInstant } from '@luoshi/kernel'
import { administration } from '@luoshi/programmes'
import { type Database, openMany, type Vault } from '@luoshi/store'
import { readCounty } from './read-county.ts'

/** Who enters what was known of a county before anyone signed in. */
export const SEED_ACTOR = 'system'

/** Code of the government of a county, above all its units. */
export const GOVERNMENT = 'government'

/**
 * Enters the units of a county's table that its register does not have, the government first and all others below it.
 * Gives how many were entered.
 */
export async function seedCounty(
  db: Database,
  vault: Vault,
  county: County,
  now: IsoInstant,
): Promise<number> {
  const { units, calendar } = await readCounty(db, county.slug, [])
  const records = unitsToSeed(county)
    .filter(({ code }) => units.units[code] === undefined)
    .map(({ code, name, aliases, above }) => ({
      case: `unit-${code}`,
      unit: GOVERNMENT,
      input: { code, name, aliases, ...(above === null ? {} : { above }) },
      facts: { unitsOfCode: [] },
    }))
  if (records.length === 0) return 0
  const of = { county: county.slug, procedure: 'units' }
  const surroundings = { now, units, calendar, parameters: {}, facts: {}, vault }
  const entered = await openMany(db, administration, of, seedActor(county.slug), records, surroundings)
  if (entered.kind === 'refused') throw new Error(`${entered.case}: ${entered.issues[0]?.message}`)
  return entered.opened
}

/** The code under which a unit of a county's table is entered: it follows from the name alone. */
export function seededUnitCode(county: County, name: string): string {
  if (name === county.units[0]?.name) return GOVERNMENT
  return `u${createHash('sha256').update(`${county.slug}/${name}`).digest('hex').slice(0, 8)}`
}

/** The actor in whose name a county is set up. */
export function seedActor(county: string): Actor {
  const post = (role: string) => ({ role, unit: GOVERNMENT, from: null, until: null })
  return { id: SEED_ACTOR, county, posts: [post('administrator'), post('clerk')] }
}

/** Names under which a notice means several units at once are no units. */
const collective = /^(?:各|有关|相关|其他)/

/** What does not stand below the government. */
const notOfGovernment = /^县(?:委|纪委|人大|政协|人民法院|法院|人民检察院|检察院|人民武装部)/

function unitsToSeed(county: County) {
  return county.units
    .filter(({ name }) => !collective.test(name))
    .map(({ name, aliases }) => {
      const code = seededUnitCode(county, name)
      return { code, name, aliases, above: isBelowGovernment(code, name) ? GOVERNMENT : null }
    })
}

function isBelowGovernment(code: string, name: string): boolean {
  return code !== GOVERNMENT && !notOfGovernment.test(name)
}
