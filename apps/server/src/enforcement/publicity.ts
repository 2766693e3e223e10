import {
  type AccessFilter,
  type Actor,
  accessFilter,
  type Case,
  caseFieldsOf,
  dateOf,
  findFieldMeta,
  findProcedure,
  type Programme,
  proceduresOf,
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
  /** What is announced of cases that go on: hearings to come. */
  readonly announced: readonly Announced[]
  /** Random checks that are announced and not drawn yet. */
  readonly draws: readonly Shown[]
  readonly decisions: readonly Shown[]
  readonly withdrawn: readonly Shown[]
}

/** A record as everyone may read it. */
export interface Shown {
  readonly unit: string
  readonly latest: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What is announced of a case while it goes on: only what its procedure lets everyone know. */
export interface Announced {
  readonly title: string
  readonly unit: string
  /** Label → what it says. */
  readonly facts: readonly (readonly [label: string, value: string])[]
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
  const [officers, powers, bands, entrustments, announced, draws, decisions, withdrawn] = await Promise.all([
    shown('officer', ['serving'], false),
    shown('power', ['listed']),
    shown('band', ['published'], false),
    shown('entrustment', ['published'], false),
    announcedIn(db, programme, county, today),
    shown('check-draw', ['announced'], false),
    shown('publication', ON_SHOW),
    shown('publication', ['withdrawn']),
  ])
  return { state, today, officers, powers, bands, entrustments, announced, draws, decisions, withdrawn }
}

/** Cases in states that announce something, until its last day. Nobody reads the cases: only what is announced leaves here. */
async function announcedIn(
  db: Database,
  programme: Programme,
  county: string,
  today: string,
): Promise<readonly Announced[]> {
  const everyOne: AccessFilter = { county, isWholeCounty: true, units: [], owner: null }
  const found = proceduresOf(programme).flatMap((procedure) =>
    Object.entries(procedure.states).map(async ([state, { announces }]): Promise<readonly Announced[]> => {
      if (announces === undefined) return []
      const { title, shows, until, unless } = announces
      const of = { county, programme, procedure, filter: everyOne, states: [state], limit: MOST }
      const page = await listCases(db, of)
      const fields = caseFieldsOf(procedure)
      return (page.kind === 'page' ? page.rows : []).flatMap(({ case: { unit, data } }) => {
        const isTold = shows.every((name) => typeof data[name] === 'string')
        const isKept = unless !== undefined && data[unless] === true
        if (!isTold || isKept || String(data[until]) < today) return []
        const labelOf = (name: string) => {
          const schema = fields[name]
          return (schema && findFieldMeta(schema)?.label) ?? name
        }
        return [{ title, unit, facts: shows.map((name) => [labelOf(name), String(data[name])] as const) }]
      })
    }),
  )
  return (await Promise.all(found)).flat()
}

function shownOf({ unit, latest, data }: Case): Shown {
  return { unit, latest, data }
}
