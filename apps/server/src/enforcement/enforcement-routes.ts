import { findProcedure } from '@luoshi/kernel'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { refuse } from '../api/refusal.ts'
import { readBody } from '../api/requests.ts'
import { type Sight, sightOf } from '../api/views/sight.ts'
import { hasPart } from '../files/file-routes.ts'
import { cockpitOf } from './cockpit.ts'
import { EXCHANGE, exchangeIn, exchangeOut, exchangeSchema, takeIn } from './exchange.ts'

/** Id of the programme that enforces. */
const ENFORCEMENT = 'enforcement'

/** What the justice bureau, and each body of its own cases, is told of; cases exchanged with other systems. */
export function addEnforcementRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  const base = `/api/v1/:county/${ENFORCEMENT}`
  const get = (path: string, answer: (sight: Sight) => Promise<object>) =>
    app.get(`${base}/${path}`, async (c) => {
      const sight = sightOfCases(c, context)
      if (sight === null) return refuse(c, library, apiIssue('address-unknown'))
      return c.json(await answer(sight))
    })
  get('cockpit', (sight) => cockpitOf(services.db, sight))
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

/** How cases of penalty are seen by whoever asks; null for who has no part in them. */
function sightOfCases(c: Context<ApiEnv>, { services, library }: ApiContext): Sight | null {
  const programme = services.programmes.find(({ id }) => id === ENFORCEMENT)
  const procedure = programme && findProcedure(programme, 'ordinary')
  if (programme === undefined || procedure === undefined) return null
  const { officer, state } = c.var
  const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
  return hasPart(sight) ? sight : null
}
