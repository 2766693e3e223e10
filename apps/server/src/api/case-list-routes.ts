import type { CasePage } from '@luoshi/client'
import { accessFilter, allowed, dateOf, isStanding, nameOn } from '@luoshi/kernel'
import { countCases, listCases, open } from '@luoshi/store'
import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { type ApiIssue, apiIssue } from './api-issues.ts'
import { answerActed, surroundings } from './case-routes.ts'
import { findSight, isIssue } from './find-procedure.ts'
import { readListQuery } from './list-query.ts'
import { refuse } from './refusal.ts'
import { bodies, newCaseId, readBody, readKey, requestKey } from './requests.ts'
import { firstActionViews } from './views/action-view.ts'
import { caseSummary } from './views/case-summary.ts'
import type { Sight } from './views/sight.ts'

/** Address of the cases of a procedure. */
export const CASES = '/api/v1/:county/programmes/:programme/procedures/:procedure/cases'

/** Address of what can be done right after opening one. */
const FIRST_ACTIONS = '/api/v1/:county/programmes/:programme/procedures/:procedure/first-actions'

/** The cases of a procedure: listing them, opening one, and what can be done right after. */
export function addCaseListRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(CASES, async (c) => {
    const query = readListQuery(c)
    if (!query.isTold) return refuse(c, library, query.issue)
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const { programme, procedure, actor, state, now } = sight
    const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
    const { sort, after, limit, ...selected } = query.value
    const selection = { county: state.county, programme, procedure, filter, ...selected }
    const page = { ...(sort && { sort }), ...(after && { after }), ...(limit && { limit }) }
    const [listed, counted] = await Promise.all([
      listCases(services.db, { ...selection, ...page }),
      countCases(services.db, selection),
    ])
    if (listed.kind === 'refused') return refuse(c, library, listed.issue)
    if (counted.kind === 'refused') return refuse(c, library, counted.issue)
    const view: CasePage = {
      rows: listed.rows.map(({ case: found, version }) => caseSummary(sight, found, version)),
      next: listed.next,
      count: { value: counted.value, isAtLeast: counted.isAtLeast },
    }
    return c.json(view)
  })

  app.get(FIRST_ACTIONS, (c) => {
    const sight = findSight(c, context)
    return isIssue(sight) ? refuse(c, library, sight) : c.json(firstActionViews(sight))
  })

  app.post(CASES, async (c) => {
    const [key, body] = [readKey(c), await readBody(c, bodies.open)]
    if (!key.isTold) return refuse(c, library, key.issue)
    if (!body.isTold) return refuse(c, library, body.issue)
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const { officer } = c.var
    const whose = belongingOf(sight, body.value)
    if (isIssue(whose)) return refuse(c, library, whose)
    const id = newCaseId(sight.procedure.id, officer.id, key.value)
    const request = {
      county: sight.state.county,
      case: id,
      requestKey: requestKey(officer.id, key.value),
      isNew: true,
    }
    const action = { by: sight.actor, input: body.value.input }
    const opening = { procedure: sight.procedure.id, ...whose, action }
    const acted = await open(services.db, sight.programme, request, opening, surroundings(context, sight))
    if (acted.kind === 'done') c.header('location', `${new URL(c.req.url).pathname}/${id}`)
    return answerActed(c, context, sight, acted, 201)
  })
}

interface Whose {
  readonly unit: string
  /** Null for a unit's own case. */
  readonly owner: string | null
}

/** Whose a new case is: as it was said, else of the only unit of one's posts in which one may open it. */
function belongingOf(
  sight: Sight,
  named: { readonly unit?: string | undefined; readonly owner?: string | null | undefined },
): Whose | ApiIssue {
  const { units } = sight.state
  const today = dateOf(sight.now)
  if (named.unit !== undefined) {
    const unit = units.units[named.unit]
    if (unit === undefined || !isStanding(unit, today)) return apiIssue('unit-unknown', { unit: named.unit })
    return { unit: named.unit, owner: named.owner ?? ownerIn(sight, named.unit) ?? null }
  }
  const possible = openingUnits(sight)
  const [first, ...others] = possible
  // Who may open it nowhere is told so when it is judged, with the roles that may.
  if (first === undefined) return { unit: '', owner: named.owner ?? null }
  if (others.length === 0) return { unit: first, owner: named.owner ?? ownerIn(sight, first) ?? null }
  const names = possible.map((id) => {
    const unit = units.units[id]
    return unit === undefined ? id : `${nameOn(unit, today)}（${id}）`
  })
  return apiIssue('unit-not-said', { units: names.join('、') })
}

/** Units of one's own posts for which one may open a case. */
export function openingUnits(sight: Sight): readonly string[] {
  const units = [...new Set(sight.actor.posts.map(({ unit }) => unit))]
  return units.filter((unit) => ownerIn(sight, unit) !== undefined)
}

/** Whose a case of that unit is that one opens oneself: the unit's (null), or one's own; undefined where one may not. */
function ownerIn({ procedure, actor, state, now }: Sight, unit: string): string | null | undefined {
  const { county, units } = state
  return [null, actor.id].find((owner) =>
    allowed(actor, procedure.opening.by, { county, unit, owner }, units, dateOf(now)),
  )
}
