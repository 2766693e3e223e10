import type { FigureView, IndicatorsView, IndicatorView } from '@luoshi/client'
import {
  accessFilter,
  dateOf,
  evaluateIndicator,
  evaluationLabels,
  findPeriodValue,
  type Indicator,
  type Procedure,
  periodsBetween,
  proceduresOf,
  progressOf,
  targetText,
  weightOn,
} from '@luoshi/kernel'
import { listCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { programmesOf } from './county-programmes.ts'
import { refuse } from './refusal.ts'
import { citeView } from './views/cite-view.ts'
import { type Sight, sightOf } from './views/sight.ts'

/** Figures that are read at most. */
const MOST = 500

/** Figures by indicator and period: `gdp 2026-Q3` → `5.2`. */
type Figures = ReadonlyMap<string, string>

/** What programmes measure: each indicator with its figures of a year, held against its target. */
export function addIndicatorRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get('/api/v1/:county/programmes/:programme/indicators', async (c) => {
    const programme = programmesOf(services, c.var.state.county).find(
      ({ id }) => id === c.req.param('programme'),
    )
    const { indicators = [] } = programme ?? {}
    const procedure = programme === undefined ? undefined : figuresProcedure(proceduresOf(programme))
    if (programme === undefined || procedure === undefined || indicators.length === 0) {
      return refuse(c, library, apiIssue('address-unknown'))
    }
    const { officer, state } = c.var
    const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
    return c.json(await indicatorsView(c, context, sight, indicators))
  })
}

/** The procedure that keeps figures: its records name an indicator, a period and a value. */
function figuresProcedure(procedures: readonly Procedure[]): Procedure | undefined {
  const fields = ['indicator', 'period', 'value']
  return procedures.find(({ subject }) => fields.every((name) => Object.hasOwn(subject.def.shape, name)))
}

async function indicatorsView(
  c: Context<ApiEnv>,
  { services }: ApiContext,
  sight: Sight,
  indicators: readonly Indicator[],
): Promise<IndicatorsView> {
  const { programme, procedure, actor, state, now } = sight
  const today = dateOf(now)
  const filter = accessFilter(actor, procedure.access.read, state.units, today)
  const asked = { county: state.county, programme, procedure, filter, limit: MOST }
  const listed = filter === null ? null : await listCases(services.db, asked)
  const figures = new Map<string, string>()
  for (const { case: one } of listed?.kind === 'page' ? listed.rows : []) {
    const { indicator, period, value } = one.data
    figures.set(`${indicator} ${period}`, String(value))
  }
  const years = yearsOf(indicators)
  const wanted = c.req.query('year') ?? ''
  const year = years.includes(wanted) ? wanted : (years.at(-1) ?? today.slice(0, 4))
  return {
    title: programme.title,
    year,
    years,
    date: today,
    indicators: indicators.map((indicator) => indicatorView(sight, indicator, year, figures, today)),
    href: filter === null ? null : `/desk/programmes/${programme.id}/${procedure.id}`,
  }
}

function yearsOf(indicators: readonly Indicator[]): readonly string[] {
  const periods = indicators.flatMap(({ targets, weights = [] }) => [...targets, ...weights])
  return [...new Set(periods.map(({ period }) => period.slice(0, 4)))].sort()
}

function indicatorView(
  { library }: Sight,
  indicator: Indicator,
  year: string,
  figures: Figures,
  today: string,
): IndicatorView {
  const { id, title, partOf, category = '', unit, units, basis, targets, gap } = indicator
  const periods = periodsBetween(indicator.every, `${year}-01-01`, `${year}-12-31`)
  const own = periods.map((period) => figureView(indicator, period, figures, today))
  const latest = own.findLast(({ value }) => value !== null) ?? null
  const target = findPeriodValue(targets, year, today)
  const found = latest?.value ?? null
  return {
    id,
    title: partOf === undefined ? title : `${partOf}：${title}`,
    category,
    unit,
    units,
    clause: citeView(library, basis),
    target: target === undefined ? (gap?.says ?? '未定') : targetText(indicator, target.value),
    weight: weightOn(indicator, year, today),
    figures: own,
    latest,
    progress: found === null || latest === null ? null : progressOf(indicator, latest.period, found, today),
  }
}

function figureView(
  indicator: Indicator,
  period: { readonly id: string; readonly title: string },
  figures: Figures,
  today: string,
): FigureView {
  const value = figures.get(`${indicator.id} ${period.id}`) ?? null
  const { outcome, reasons } = evaluateIndicator(indicator, period.id, value, today)
  return {
    period: period.id,
    periodTitle: period.title,
    value,
    outcome,
    outcomeTitle: evaluationLabels[outcome],
    reasons: reasons.map(({ wanted, found }) => `要求${wanted}，实际${found}`),
  }
}
