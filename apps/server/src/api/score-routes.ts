import type { ScoresView, WeightChangeView } from '@luoshi/client'
import {
  addDays,
  evaluationLabels,
  findPeriodValue,
  findValueOn,
  type Indicator,
  type Measured,
  nameOn,
  type ScoreCard,
  type ScoringMethod,
  scoreCard,
  scoringLabels,
  targetText,
  unitRanking,
  unitsNamed,
  weightChange,
} from '@luoshi/kernel'
import type { Hono } from 'hono'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { figuresOf, findMeasuring, latestOf, yearsOf } from './measuring.ts'
import { refuse } from './refusal.ts'
import { citeView } from './views/cite-view.ts'
import type { Sight } from './views/sight.ts'

/** Id of the parameter by which a programme says how points are counted. */
const SCORING = 'scoring'

/** Places behind the point of a score. */
const PLACES = 2

/** What a programme's figures of a year come to in points, and how its units stand. */
export function addScoreRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/programmes/:programme/scores', async (c) => {
    const measuring = findMeasuring(c, context)
    if (measuring === null || !measuring.indicators.some(({ weights = [] }) => weights.length > 0)) {
      return refuse(c, context.library, apiIssue('address-unknown'))
    }
    const { sight, indicators } = measuring
    const { figures, isReadable } = await figuresOf(context, sight)
    const years = yearsOf(indicators)
    const wanted = c.req.query('year') ?? ''
    const year = years.includes(wanted) ? wanted : (years.at(-1) ?? '')
    const today = sight.now.slice(0, 10)
    const method = methodOf(context, sight, today)
    const measured = indicators.flatMap((indicator): readonly Measured[] => {
      const latest = latestOf(indicator, year, figures)
      return latest === null ? [] : [{ indicator: indicator.id, period: year, value: latest.value }]
    })
    const kind = method.kind
    const card = scoreCard(indicators, year, measured, today, kind && { kind, places: PLACES })
    const view: ScoresView = {
      title: sight.programme.title,
      year,
      years,
      date: today,
      ...method.view,
      weight: card.weight,
      score: card.score,
      unscored: card.unscored,
      rows: rowsOf(sight, indicators, card, new Map(measured.map((one) => [one.indicator, one.value])), year),
      units: unitsOf(sight, indicators, card),
      changes: changesOf(sight, indicators, year),
      href: isReadable ? `/desk/programmes/${sight.programme.id}/${sight.procedure.id}` : null,
    }
    return c.json(view)
  })
}

type Method = Pick<ScoresView, 'method' | 'methodFrom' | 'methodGap' | 'methodHref'>

function methodOf(
  { services }: ApiContext,
  { programme, state, library }: Sight,
  today: string,
): { readonly kind: ScoringMethod['kind'] | null; readonly view: Method } {
  const declared = programme.parameters.find(({ id }) => id === SCORING)
  const { parameters } = surroundingsFor(state, programme.id, services)
  const found = declared === undefined ? null : findValueOn(parameters[SCORING] ?? declared, today)
  const kind = found === null ? null : (found.value as ScoringMethod['kind'])
  const { gap } = declared ?? {}
  return {
    kind,
    view: {
      method: kind === null ? null : scoringLabels[kind],
      methodFrom: found?.from ?? null,
      methodGap: gap === undefined ? null : { says: gap.says, clause: citeView(library, gap.basis) },
      methodHref: `/desk/programmes/administration/parameter-values?q=${encodeURIComponent(`${programme.id}/${SCORING}`)}`,
    },
  }
}

/** The unit as the county calls it today; as printed where the county has none of that name. */
function unitNameOf({ state, now }: Sight, printed: string): string {
  const today = now.slice(0, 10)
  const [only, ...others] = unitsNamed(state.units, printed, today)
  return only === undefined || others.length > 0 ? printed : nameOn(only, today)
}

function rowsOf(
  sight: Sight,
  indicators: readonly Indicator[],
  card: ScoreCard,
  values: ReadonlyMap<string, string>,
  year: string,
): ScoresView['rows'] {
  const byId = new Map(card.rows.map((row) => [row.indicator, row]))
  const today = sight.now.slice(0, 10)
  return indicators.flatMap((indicator) => {
    const row = byId.get(indicator.id)
    if (row === undefined) return []
    const { id, title, partOf, units, targets, gap, basis } = indicator
    const target = findPeriodValue(targets, year, today)
    return [
      {
        id,
        title: partOf === undefined ? title : `${partOf}：${title}`,
        unitName: unitNameOf(sight, units[0] ?? ''),
        target: target === undefined ? (gap?.says ?? '未定') : targetText(indicator, target.value),
        value: values.get(id) ?? null,
        outcome: row.verdict.outcome,
        outcomeTitle: evaluationLabels[row.verdict.outcome],
        reasons: row.verdict.reasons.map(({ wanted, found }) => `要求${wanted}，实际${found}`),
        weight: row.weight,
        score: row.score,
        clause: citeView(sight.library, basis),
      },
    ]
  })
}

function unitsOf(sight: Sight, indicators: readonly Indicator[], card: ScoreCard): ScoresView['units'] {
  const { ranked, unranked } = unitRanking(indicators, card, (printed) => unitNameOf(sight, printed))
  const all = [
    ...ranked.map(({ place, item }) => ({ place, item })),
    ...unranked.map((item) => ({ place: null, item })),
  ]
  return all.map(({ place, item: { unit, rows, ...counts } }) => ({
    place,
    unitName: unit,
    indicators: rows.length,
    ...counts,
  }))
}

/** The days of a year's weights on which some of them were set anew, each with what it changed. */
function changesOf(
  { library }: Sight,
  indicators: readonly Indicator[],
  year: string,
): readonly WeightChangeView[] {
  const weights = indicators.flatMap(({ weights: own = [] }) => own.filter(({ period }) => period === year))
  const [first, ...later] = [...new Set(weights.map(({ from }) => from))].sort()
  if (first === undefined) return []
  return later.map((on) => {
    const { rows, ...totals } = weightChange(indicators, year, addDays(on, -1), on)
    const basis = weights.find(({ from }) => from === on)?.basis
    return {
      on,
      clause: basis === undefined ? null : citeView(library, basis),
      rows: rows.map(({ title, before, after, difference }) => ({ title, before, after, difference })),
      ...totals,
    }
  })
}
