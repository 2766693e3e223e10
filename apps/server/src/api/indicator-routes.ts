import type { FigureView, IndicatorsView, IndicatorView } from '@luoshi/client'
import {
  dateOf,
  evaluateIndicator,
  evaluationLabels,
  findPeriodValue,
  type Indicator,
  periodsBetween,
  progressOf,
  targetText,
  weightOn,
} from '@luoshi/kernel'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { type Figures, figuresOf, findMeasuring, type Measuring, yearsOf } from './measuring.ts'
import { refuse } from './refusal.ts'
import { citeView } from './views/cite-view.ts'
import type { Sight } from './views/sight.ts'

/** What programmes measure: each indicator with its figures of a year, held against its target. */
export function addIndicatorRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/programmes/:programme/indicators', async (c) => {
    const measuring = findMeasuring(c, context)
    if (measuring === null) return refuse(c, context.library, apiIssue('address-unknown'))
    return c.json(await indicatorsView(c, context, measuring))
  })
}

async function indicatorsView(
  c: Context<ApiEnv>,
  context: ApiContext,
  { sight, indicators }: Measuring,
): Promise<IndicatorsView> {
  const { programme, procedure, now } = sight
  const today = dateOf(now)
  const { figures, isReadable } = await figuresOf(context, sight)
  const years = yearsOf(indicators)
  const wanted = c.req.query('year') ?? ''
  const year = years.includes(wanted) ? wanted : (years.at(-1) ?? today.slice(0, 4))
  return {
    title: programme.title,
    year,
    years,
    date: today,
    indicators: indicators.map((indicator) => indicatorView(sight, indicator, year, figures, today)),
    isWeighed: indicators.some(({ weights = [] }) => weights.length > 0),
    href: isReadable ? `/desk/programmes/${programme.id}/${procedure.id}` : null,
  }
}

function indicatorView(
  { library }: Sight,
  indicator: Indicator,
  year: string,
  figures: Figures,
  today: string,
): IndicatorView {
  const {
    id,
    title,
    partOf,
    category = '',
    unit,
    units,
    basis,
    targets,
    gap,
    baseline,
    open = [],
  } = indicator
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
    attribute: attributeOf(indicator),
    baseline: baseline === undefined ? null : `${baseline.title}${baseline.figure}`,
    open: open.map(({ says }) => says),
    target: target === undefined ? (gap?.says ?? '未定') : targetText(indicator, target.value),
    weight: weightOn(indicator, year, today),
    figures: own,
    latest,
    progress: found === null || latest === null ? null : progressOf(indicator, latest.period, found, today),
  }
}

function attributeOf({ isBinding }: Indicator): string | null {
  if (isBinding === undefined) return null
  return isBinding ? '约束性' : '预期性'
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
