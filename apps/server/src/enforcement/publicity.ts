import {
  type AccessFilter,
  type Actor,
  accessFilter,
  type Case,
  dateOf,
  findProcedure,
  type Programme,
} from '@luoshi/kernel'
import { type Database, listCases } from '@luoshi/store'
import { type CountyState, readCounty } from '../surroundings/read-county.ts'

/** Id of the programme that enforces. */
export const ENFORCEMENT = 'enforcement'

/** What the public is shown of enforcement in a county: who may act, on what, how, and what was decided. */
export interface Publicity {
  readonly state: CountyState
  readonly today: string
  readonly officers: readonly Shown[]
  readonly powers: readonly Shown[]
  readonly bands: readonly Shown[]
  readonly entrustments: readonly Shown[]
  readonly decisions: readonly Shown[]
  readonly withdrawn: readonly Shown[]
}

/** A record as everyone may read it. */
export interface Shown {
  readonly unit: string
  readonly latest: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Rows of one part; a longer one is searched. */
export const MOST = 200

/** States in which a decision is shown. */
const ON_SHOW = ['slight', 'ordinary', 'serious']

/** Reads what everyone may read: of each register as far as its definition lets the public. */
export async function publicityOf(
  services: { readonly db: Database; readonly programmes: readonly Programme[]; clock(): string },
  county: string,
  q: string | undefined,
): Promise<Publicity | null> {
  const { db, programmes } = services
  const programme = programmes.find(({ id }) => id === ENFORCEMENT)
  if (programme === undefined) return null
  const state = await readCounty(db, county, programmes)
  const today = dateOf(services.clock())
  const visitor: Actor = {
    id: 'visitor',
    county,
    posts: [{ role: 'public', unit: '', from: null, until: null }],
  }
  const shown = async (procedureId: string, states: readonly string[], isSearched = true) => {
    const procedure = findProcedure(programme, procedureId)
    if (procedure === undefined) return []
    const filter: AccessFilter | null = accessFilter(visitor, procedure.access.read, state.units, today)
    const of = { county, programme, procedure, filter, states, limit: MOST }
    const page = await listCases(db, isSearched && q !== undefined ? { ...of, q } : of)
    return page.kind === 'page' ? page.rows.map((row) => shownOf(row.case)) : []
  }
  const [officers, powers, bands, entrustments, decisions, withdrawn] = await Promise.all([
    shown('officer', ['serving'], false),
    shown('power', ['listed']),
    shown('band', ['published'], false),
    shown('entrustment', ['published'], false),
    shown('publication', ON_SHOW),
    shown('publication', ['withdrawn']),
  ])
  return { state, today, officers, powers, bands, entrustments, decisions, withdrawn }
}

function shownOf({ unit, latest, data }: Case): Shown {
  return { unit, latest, data }
}
