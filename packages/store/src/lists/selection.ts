import type { AccessFilter } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import { contains } from '../database/contains.ts'
import { listingOf } from '../listing/listing.ts'
import { exactKey } from '../listing/projection.ts'
import { searchedWords } from '../listing/search-text.ts'
import {
  allOf,
  anyOf,
  fieldTerm,
  has,
  holdsWord,
  ownerTerm,
  procedureTerm,
  type TermQuery,
  unitTerm,
} from '../listing/terms.ts'
import { type StoreIssue, storeIssue } from '../log/store-issue.ts'
import type { CaseSelection } from './case-query.ts'

/** A condition of SQL. */
export type Condition = RawBuilder<boolean>

/** A selection as SQL needs it. */
export interface Selected {
  readonly county: string
  readonly programme: string
  readonly procedure: string
  /** Null for every unit. */
  readonly units: readonly string[] | null
  /** Whose own cases are reached besides those of the units. */
  readonly owner: string | null
  /** The only unit that is asked for; null for any that is reached. */
  readonly unit: string | null
  readonly states: readonly string[] | null
  /** How many states the procedure has. */
  readonly allStates: number
  /** Whether those that go on are wanted, and those at rest. */
  readonly opens: readonly boolean[]
  /** Normalised. */
  readonly words: readonly string[]
  /** Terms of fields that must equal. */
  readonly terms: readonly string[]
}

/** More units than this are not looked for by their terms: the rows themselves are asked. */
const MOST_UNIT_TERMS = 100

/** A selection for SQL; what of it cannot be asked; or null where nothing can be in it. */
export function selectedBy(selection: CaseSelection): Selected | StoreIssue | null {
  const { county, programme, procedure, filter, states, closed, unit, q = '' } = selection
  const terms = whereTerms(selection)
  if ('code' in terms) return terms
  if (filter === null || filter.county !== county) return null
  const reached = reachedOf(filter, unit)
  if (reached.units?.length === 0 && reached.owner === null) return null
  return {
    county,
    programme: programme.id,
    procedure: procedure.id,
    ...reached,
    unit: unit ?? null,
    states: states ?? null,
    allStates: Object.keys(procedure.states).length,
    opens: closed === 'open' ? [true] : closed === 'closed' ? [false] : [true, false],
    words: searchedWords(q),
    terms,
  }
}

/** Units and owner that a filter lets through. */
export function reachedBy({ isWholeCounty, units, owner }: AccessFilter): Pick<Selected, 'units' | 'owner'> {
  return isWholeCounty ? { units: null, owner: null } : { units, owner }
}

/** The same of one unit only where it is asked for: all of it, or one's own cases in it. */
function reachedOf(filter: AccessFilter, unit: string | undefined): Pick<Selected, 'units' | 'owner'> {
  const reached = reachedBy(filter)
  if (unit === undefined) return reached
  const isWhole = reached.units?.includes(unit) ?? true
  return isWhole ? { units: [unit], owner: null } : { units: [], owner: reached.owner }
}

/** The procedure's cases, of the row that is called `c`. */
export function ofProcedure({ county, programme, procedure }: Selected): Condition {
  return sql`c.county = ${county} and c.programme = ${programme} and c.procedure = ${procedure}`
}

/** Conditions on a case called `c` besides whose it is. */
export function otherConditions(selected: Selected): Condition {
  const { states, opens, unit, words, terms } = selected
  const conditions: Condition[] = []
  // Where both are wanted the rows need not be looked at for it: what an index holds is enough.
  if (opens.length === 1) conditions.push(sql`c.is_open = ${opens[0] === true}`)
  if (unit !== null) conditions.push(sql`c.unit = ${unit}`)
  if (states !== null) conditions.push(sql`c.state = any(${[...states]}::text[])`)
  if (words.length + terms.length > 0) {
    // A subquery of one row, so that it is looked up for each case and never the other way round.
    conditions.push(sql`(
      select ${matches(selected)} from case_search as s where s.county = c.county and s.id = c.id
    )`)
  }
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

/** Whose the case called `c` must be. */
export function reachedRow({ units, owner }: Pick<Selected, 'units' | 'owner'>): Condition {
  if (units === null) return sql`true`
  const ofUnits = sql<boolean>`c.unit = any(${[...units]}::text[])`
  return owner === null ? ofUnits : sql`(${ofUnits} or c.owner = ${owner})`
}

/** Whether the text and terms called `s` are what is looked for. */
export function matches({ words, terms }: Selected): Condition {
  const conditions: Condition[] = words.map((word) => contains(sql`s.text`, word))
  if (terms.length > 0) conditions.push(sql`s.scope @> ${[...terms]}::text[]`)
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

/** Whether the units are asked for by their terms. */
function isNarrowed({ units, owner }: Selected): boolean {
  return units !== null && units.length + (owner === null ? 0 : 1) <= MOST_UNIT_TERMS
}

/** Whether the terms and the text say all that is asked, so that no row of a case has to be looked at. */
export function isToldByTerms(selected: Selected): boolean {
  const { units, unit, states, opens } = selected
  const isReached = units === null || isNarrowed(selected)
  return isReached && unit === null && states === null && opens.length === 2
}

/** What the index of terms is asked for. */
export function termQueryOf(selected: Selected): TermQuery {
  const { county, programme, procedure, units, owner, words, terms } = selected
  const pairs = words.map(holdsWord).filter((query) => query !== null)
  const whose = [...(units ?? []).map(unitTerm), ...(owner === null ? [] : [ownerTerm(owner)])]
  return allOf([
    has(procedureTerm(county, programme, procedure)),
    ...(isNarrowed(selected) ? [anyOf(whose.map(has))] : []),
    ...terms.map(has),
    ...pairs,
  ])
}

function whereTerms({
  county,
  programme,
  procedure,
  where = {},
  vault,
}: CaseSelection): readonly string[] | StoreIssue {
  const listing = listingOf(programme, procedure)
  const own = procedureTerm(county, programme.id, procedure.id)
  const terms: string[] = []
  for (const [field, value] of Object.entries(where)) {
    const isPersonal = listing.exact[field]?.isPersonal
    if (isPersonal === undefined || (isPersonal && vault === undefined)) {
      return storeIssue('field-not-listed', { field, procedure: procedure.title })
    }
    terms.push(fieldTerm(own, field, exactKey(vault ?? null, listing, county, field, value) ?? ''))
  }
  return terms
}
