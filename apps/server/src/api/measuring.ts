import {
  accessFilter,
  dateOf,
  type Indicator,
  type Procedure,
  periodsBetween,
  proceduresOf,
} from '@luoshi/kernel'
import { listCases } from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { programmesOf } from './county-programmes.ts'
import { type Sight, sightOf } from './views/sight.ts'

/** Figures that are read at most. */
const MOST = 500

/** Figures by indicator and period: `gdp 2026-Q3` → `5.2`. */
export type Figures = ReadonlyMap<string, string>

/** A programme that measures something, as the officer sees its figures. */
export interface Measuring {
  readonly sight: Sight
  readonly indicators: readonly Indicator[]
}

/** The programme that an address names, if it measures something. */
export function findMeasuring(c: Context<ApiEnv>, { services, library }: ApiContext): Measuring | null {
  const { officer, state } = c.var
  const id = c.req.param('programme')
  const programme = programmesOf(services, state.county).find((known) => known.id === id)
  const { indicators = [] } = programme ?? {}
  const procedure = programme === undefined ? undefined : figuresProcedure(proceduresOf(programme))
  if (programme === undefined || procedure === undefined || indicators.length === 0) return null
  const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
  return { sight, indicators }
}

/** The procedure that keeps figures: its records name an indicator, a period and a value. */
function figuresProcedure(procedures: readonly Procedure[]): Procedure | undefined {
  const fields = ['indicator', 'period', 'value']
  return procedures.find(({ subject }) => fields.every((name) => Object.hasOwn(subject.def.shape, name)))
}

/** The figures that the officer may read. */
export async function figuresOf(
  { services }: ApiContext,
  { programme, procedure, actor, state, now }: Sight,
): Promise<{ readonly figures: Figures; readonly isReadable: boolean }> {
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const figures = new Map<string, string>()
  if (filter === null) return { figures, isReadable: false }
  const asked = { county: state.county, programme, procedure, filter, limit: MOST }
  const listed = await listCases(services.db, asked)
  for (const { case: one } of listed.kind === 'page' ? listed.rows : []) {
    const { indicator, period, value } = one.data
    figures.set(`${indicator} ${period}`, String(value))
  }
  return { figures, isReadable: true }
}

/** Years for which something is set. */
export function yearsOf(indicators: readonly Indicator[]): readonly string[] {
  const periods = indicators.flatMap(({ targets, weights = [] }) => [...targets, ...weights])
  return [...new Set(periods.map(({ period }) => period.slice(0, 4)))].sort()
}

/** The last figure of a year that was reported; null where none was. */
export function latestOf(
  { id, every }: Indicator,
  year: string,
  figures: Figures,
): { readonly period: string; readonly value: string } | null {
  const periods = periodsBetween(every, `${year}-01-01`, `${year}-12-31`)
  for (const period of periods.toReversed()) {
    const value = figures.get(`${id} ${period.id}`)
    if (value !== undefined) return { period: period.id, value }
  }
  return null
}
