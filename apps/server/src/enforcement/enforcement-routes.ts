import type { EnforcementYearView } from '@luoshi/client'
import { accessFilter, dateOf, findProcedure, isReached } from '@luoshi/kernel'
import type { Database } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { refuse } from '../api/refusal.ts'
import { readBody } from '../api/requests.ts'
import { type Sight, sightOf, unitName } from '../api/views/sight.ts'
import { hasPart } from '../files/file-routes.ts'
import { cockpitOf } from './cockpit.ts'
import { EXCHANGE, exchangeIn, exchangeOut, exchangeSchema, takeIn } from './exchange.ts'
import { ENFORCEMENT } from './publicity.ts'
import { yearFigures } from './year-figures.ts'

/** What the justice bureau, and each body of its own cases, is told of; cases exchanged with other systems. */
export function addEnforcementRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  const base = `/api/v1/:county/${ENFORCEMENT}`
  const get = (path: string, answer: (sight: Sight, c: Context<ApiEnv>) => Promise<object>) =>
    app.get(`${base}/${path}`, async (c) => {
      const sight = sightOfCases(c, context)
      if (sight === null) return refuse(c, library, apiIssue('address-unknown'))
      return c.json(await answer(sight, c))
    })
  get('cockpit', (sight) => cockpitOf(services.db, sight))
  get('year', async (sight, c) => yearView(services.db, sight, c.req.query('year')))
  get('exchange-schema', async (sight) => exchangeSchema(sight))
  get('exchange', async (sight) => ({
    format: EXCHANGE,
    county: sight.state.county,
    made: sight.now,
    cases: await exchangeOut(services, sight),
  }))
  app.post(`${base}/exchange`, async (c) => {
    const sight = sightOfCases(c, context)
    if (sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const wanted = `{"format": "${EXCHANGE}", "cases": [{"procedure": 流程, "data": {各项内容}}]}`
    const body = await readBody(c, { schema: exchangeIn, wanted })
    if (!body.isTold) return refuse(c, library, body.issue)
    return c.json({ cases: await takeIn(services, sight, body.value.cases) })
  })
}

/** The figures of a year, this one where none is named, of the bodies whose cases one may read. */
async function yearView(db: Database, sight: Sight, asked: string | undefined): Promise<EnforcementYearView> {
  const { actor, procedure, state, now } = sight
  const today = dateOf(now)
  const year = asked !== undefined && /^\d{4}$/.test(asked) ? asked : today.slice(0, 4)
  const filter = accessFilter(actor, procedure.access.read, state.units, today)
  const { county } = state
  const rows = [...(await yearFigures(db, county, year))]
    .filter(([unit]) => isReached(filter, { county, unit, owner: null }))
    .map(([unit, figures]) => ({ unit, name: unitName(state, unit, today), ...figures }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return { year, rows }
}

/** How cases of penalty are seen by whoever asks; null for who has no part in them. */
function sightOfCases(c: Context<ApiEnv>, { services, library }: ApiContext): Sight | null {
  const programme = services.programmes.find(({ id }) => id === ENFORCEMENT)
  const procedure = programme && findProcedure(programme, 'ordinary')
  if (programme === undefined || procedure === undefined) return null
  const { officer, state } = c.var
  const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
  return hasPart(sight) ? sight : null
}
