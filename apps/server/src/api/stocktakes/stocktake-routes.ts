import type { StocktakesView } from '@luoshi/client'
import { dateOf, findValueOn, isStanding, type Stocktake, type StocktakeContext } from '@luoshi/kernel'
import type { Context, Hono } from 'hono'
import { actorFor } from '../../sign-in/index.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { readRegisterCases, readsWholeRegister } from '../catalogues/read-register.ts'
import { refuse } from '../refusal.ts'
import { citeView } from '../views/cite-view.ts'
import { unitName } from '../views/sight.ts'
import { asFarAsSeen } from './as-far-as-seen.ts'

/** What clauses ask of registers as a whole, counted from the records that one may read. */
export function addStocktakeRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get('/api/v1/:county/programmes/:programme/stocktakes', async (c) => {
    const programme = services.programmes.find(({ id }) => id === c.req.param('programme'))
    if (programme === undefined) return refuse(c, library, apiIssue('address-unknown'))
    const { officer, state } = c.var
    const actor = actorFor(officer, programme.id)
    const sight = { programme, state, library, officer, actor, now: services.clock() }
    const around = contextOf(c, context, programme.id)
    const countOf = async ({ register, beside = [], count }: Stocktake) => {
      const read = await Promise.all(
        [register, ...beside].map((id) => readRegisterCases(services.db, sight, id)),
      )
      const [records, ...others] = read.filter((one) => one !== null)
      // Part of what it asks of would be another answer.
      if (records === undefined || others.length < beside.length) {
        return { says: '您无权查看这份台账。', isMet: null, findings: [] }
      }
      const counted = count(
        records,
        around,
        Object.fromEntries(beside.map((id, place) => [id, others[place] ?? []])),
      )
      const isWhole = [register, ...beside].every((id) => readsWholeRegister(sight, id))
      return isWhole ? counted : asFarAsSeen(counted, records.length)
    }
    const stocktakes = (programme.stocktakes ?? []).map(async (stocktake) => ({
      id: stocktake.id,
      title: stocktake.title,
      clause: citeView(library, stocktake.basis),
      ...(await countOf(stocktake)),
    }))
    const view: StocktakesView = { on: around.today, stocktakes: await Promise.all(stocktakes) }
    return c.json(view)
  })
}

function contextOf(c: Context<ApiEnv>, { services }: ApiContext, programme: string): StocktakeContext {
  const { state } = c.var
  const today = dateOf(services.clock())
  const set = state.parameters.get(programme) ?? {}
  return {
    today,
    county: state.county,
    units: Object.values(state.units.units)
      .filter((unit) => isStanding(unit, today))
      .map(({ id }) => unitName(state, id, today)),
    nameOf: (unit) => (state.units.units[unit] === undefined ? unit : unitName(state, unit, today)),
    settingOf: <Value>(parameter: Parameters<StocktakeContext['settingOf']>[0]) =>
      findValueOn(set[parameter.id] ?? parameter, today)?.value as Value | undefined,
  }
}
