import { type Case, type Procedure, type Programme, type Standing, standingOf } from '@luoshi/kernel'
import type { Vault } from '../vault/vault.ts'
import { type Listing, listingOf } from './listing.ts'
import { normalisedText } from './search-text.ts'
import { sortKeyOf } from './sort-key.ts'
import { fieldTerm, ownerTerm, procedureTerm, unitTerm } from './terms.ts'

/** Stands among the fields in whose order cases can be put; no field has this name. */
export const OPENED = '@opened'

/** What a case is found and put in order by. */
export interface Projection {
  readonly search: { readonly scope: readonly string[]; readonly text: string }
  /** Sortable field → its key. */
  readonly order: Readonly<Record<string, string>>
}

/** By how much the number of cases of a kind changes. */
interface TallyChange {
  readonly is_open: boolean
  readonly state: string
  readonly unit: string
  readonly change: 1 | -1
}

/** What an action changed in how its case is listed; what it did not change is not there. */
export interface ListingChange {
  readonly search?: Projection['search']
  readonly order?: Projection['order']
  readonly tally?: readonly TallyChange[]
  /** The case is another unit's than before. */
  readonly moved?: true
  readonly standing?: KeptStanding
}

/** How a case stands, and where. */
export type KeptStanding = Standing & { readonly state: string }

/** What is kept of how a case stands; null where its procedure keeps nothing. */
export function keptStanding(procedure: Procedure, current: Case): KeptStanding | null {
  const standing = standingOf(procedure, current)
  return standing === null ? null : { ...standing, state: current.state }
}

/** How a case is listed. Its data are clear: of personal ones only the blind index goes into it. */
export function projectionOf(
  vault: Vault,
  programme: Programme,
  procedure: Procedure,
  current: Case,
): Projection {
  const listing = listingOf(programme, procedure)
  const { county, unit, owner, data } = current
  const own = procedureTerm(county, programme.id, procedure.id)
  const scope = [
    own,
    unitTerm(unit),
    ...(owner === null ? [] : [ownerTerm(owner)]),
    ...Object.entries(data).flatMap(([field, value]) => {
      const key = exactKey(vault, listing, county, field, value)
      return key === null || key === '' ? [] : [fieldTerm(own, field, key)]
    }),
  ]
  const texts = listing.searched.map((field) => normalisedText(String(data[field] ?? '')))
  const order = Object.entries(listing.sorted).map(
    ([field, compares]) => [field, sortKeyOf(compares, data[field])] as const,
  )
  return {
    search: { scope: [...new Set(scope)].sort(), text: texts.join('\n') },
    order: Object.fromEntries([...order, [OPENED, new Date(current.opened).toISOString()]]),
  }
}

/** The key under which a field's value is found exactly; null for a field that is not. */
export function exactKey(
  vault: Vault | null,
  { exact }: Listing,
  county: string,
  field: string,
  value: unknown,
): string | null {
  const known = exact[field]
  if (known === undefined) return null
  if (!known.isPersonal) return sortKeyOf(known.compares, value)
  if (vault === null || typeof value !== 'string') return ''
  return vault.blindIndex(county, normalisedText(value))
}

/** What of a case's listing an action changed; null for nothing. */
export function listingChange(
  vault: Vault,
  programme: Programme,
  procedure: Procedure,
  before: Case | null,
  after: Case,
): ListingChange | null {
  const tally = tallyChange(procedure, before, after)
  const kept = keptStanding(procedure, after)
  const standing = kept === null ? {} : { standing: kept }
  const isMoved = before !== null && before.unit !== after.unit
  const isListedAnew =
    before === null ||
    isMoved ||
    before.owner !== after.owner ||
    hasChanged(programme, procedure, before, after)
  if (!isListedAnew) {
    return tally === null && kept === null ? null : { ...(tally === null ? {} : { tally }), ...standing }
  }
  return {
    ...standing,
    ...projectionOf(vault, programme, procedure, after),
    ...(tally === null ? {} : { tally }),
    ...(isMoved ? { moved: true as const } : {}),
  }
}

/** Whether a field that lists know has another value. */
function hasChanged(programme: Programme, procedure: Procedure, before: Case, after: Case): boolean {
  const { exact, searched } = listingOf(programme, procedure)
  const changed = Object.keys(after.data).filter((field) => after.data[field] !== before.data[field])
  return changed.some((field) => field in exact || searched.includes(field))
}

function tallyChange(procedure: Procedure, before: Case | null, after: Case): readonly TallyChange[] | null {
  const now = tallied(procedure, after, 1)
  if (before === null) return [now]
  if (before.state === after.state && before.unit === after.unit) return null
  return [tallied(procedure, before, -1), now]
}

function tallied(procedure: Procedure, { state, unit }: Case, change: 1 | -1): TallyChange {
  return { is_open: procedure.states[state]?.final === undefined, state, unit, change }
}
