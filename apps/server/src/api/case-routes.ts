import type { CaseView, DoneView } from '@luoshi/client'
import { administration } from '@luoshi/programmes'
import {
  type Acted,
  act,
  caseAsOf,
  correct,
  entriesOf,
  findCase,
  historyOf,
  reveal,
  type StoredCase,
  storeIssue,
} from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { setHeader } from './answer-headers.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { companyAt, companyOf } from './case-company.ts'
import { findSight, isIssue } from './find-procedure.ts'
import { findWrongLink } from './find-wrong-link.ts'
import { isReadable } from './is-readable.ts'
import { type AnyIssue, refuse, refuseActed } from './refusal.ts'
import { bodies, readBody, readKey, readMoment, readVersion, requestKey } from './requests.ts'
import { caseView } from './views/case-view.ts'
import { historyView } from './views/history-view.ts'
import type { Sight } from './views/sight.ts'

/** Address of a case. */
export const CASE = '/api/v1/:county/programmes/:programme/procedures/:procedure/cases/:id'

/** One case: reading it, its log, acting on it, putting it right, reading what is personal in it. */
export function addCaseRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(CASE, async (c) => {
    const at = readMoment(c)
    if (!at.isTold) return refuse(c, library, at.issue)
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    if (at.value !== null) return answerAsOf(c, context, found, at.value)
    // What an action is done on. It says nothing of what may be done, which depends on who asks and on which day: an
    // answer that is asked for again is never left out for it.
    setHeader(c, 'etag', `"${found.stored.version}"`)
    return c.json(await wholeCase(context, found.sight, found.stored))
  })

  app.get(`${CASE}/history`, async (c) => {
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const entries = await historyOf(services.db, sight.procedure, stored.case.county, stored.case.id)
    return c.json(historyView(sight, entries))
  })

  app.post(`${CASE}/actions/:action`, async (c) => {
    const [version, key, body] = [readVersion(c), readKey(c), await readBody(c, bodies.act)]
    if (!version.isTold) return refuse(c, library, version.issue)
    if (!key.isTold) return refuse(c, library, key.issue)
    if (!body.isTold) return refuse(c, library, body.issue)
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const { input, materials, attachments, links, reason } = body.value
    const wrong = await findWrongLink(services, sight, stored.case, links)
    if (wrong !== null) return refuse(c, library, wrong)
    const name = c.req.param('action')
    const action = {
      name,
      by: sight.actor,
      input,
      materials,
      attachments,
      links,
      ...(reason ? { reason } : {}),
    }
    const request = requestOn(stored, version.value, requestKey(c.var.officer.id, key.value))
    const acted = await act(services.db, sight.programme, request, action, surroundings(context, sight))
    return answerActed(c, context, sight, acted)
  })

  app.post(`${CASE}/corrections`, async (c) => {
    const [version, key, body] = [readVersion(c), readKey(c), await readBody(c, bodies.correct)]
    if (!version.isTold) return refuse(c, library, version.issue)
    if (!key.isTold) return refuse(c, library, key.issue)
    if (!body.isTold) return refuse(c, library, body.issue)
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const correction = { ...body.value, by: sight.actor, cite: null }
    const request = requestOn(stored, version.value, requestKey(c.var.officer.id, key.value))
    const acted = await correct(
      services.db,
      sight.programme,
      request,
      correction,
      surroundings(context, sight),
    )
    return answerActed(c, context, sight, acted)
  })

  app.post(`${CASE}/reveal`, async (c) => {
    const body = await readBody(c, bodies.reveal)
    if (!body.isTold) return refuse(c, library, body.issue)
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const { reason, fields } = body.value
    const asked = { county: stored.case.county, cases: [stored.case.id], by: sight.actor, reason }
    const named = fields === undefined ? {} : { fields: fields.map((field) => field.split('.', 1)[0] ?? '') }
    const outcome = await reveal(
      services.db,
      sight.programme,
      { ...asked, ...named },
      surroundings(context, sight),
    )
    if (outcome.kind !== 'revealed') return refuseActed(c, library, withVerdicts(outcome))
    return c.json({ data: outcome.cases[0]?.data ?? {} })
  })
}

/** A case and what it is seen by. */
export interface Readable {
  readonly sight: Sight
  readonly stored: StoredCase
}

/** The case that an address names, if whoever asks may read it. To others it is as if there were none. */
export async function findReadable(c: Context<ApiEnv>, context: ApiContext): Promise<Readable | AnyIssue> {
  const sight = findSight(c, context)
  if (isIssue(sight)) return sight
  const id = c.req.param('id') ?? ''
  const stored = await findCase(context.services.db, sight.state.county, id)
  if (stored === null || !isReadable(sight, stored)) return storeIssue('case-unknown', { case: id })
  return { sight, stored }
}

/** A case with all that is shown with it. */
export async function wholeCase(
  { services }: ApiContext,
  sight: Sight,
  { case: current, version }: Pick<StoredCase, 'case' | 'version'>,
): Promise<CaseView> {
  return caseView(sight, current, version, await companyOf(services.db, sight.procedure, current))
}

async function answerAsOf(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
  { sight, stored }: Readable,
  at: string,
): Promise<Response> {
  const { county, id } = stored.case
  const then = await caseAsOf(services.db, sight.procedure, county, id, at)
  if (then === null) return refuse(c, library, storeIssue('case-unknown', { case: id }))
  const version = (await entriesOf(services.db, county, id, { at })).length
  const company = companyAt(await companyOf(services.db, sight.procedure, then), version, at)
  return c.json(caseView({ ...sight, now: at }, then, version, company, false))
}

function requestOn({ case: { county, id } }: StoredCase, expectedVersion: number, key: string | null) {
  return { county, case: id, expectedVersion, requestKey: key }
}

/** What surrounds an action on a case that is seen so. */
export function surroundings({ services }: ApiContext, { state, programme }: Sight) {
  return surroundingsFor(state, programme.id, services)
}

/** Answers with the case as an action left it, or with all that stood against it. */
export async function answerActed(
  c: Context<ApiEnv>,
  context: ApiContext,
  sight: Sight,
  acted: Acted,
  status: 200 | 201 = 200,
): Promise<Response> {
  if (acted.kind !== 'done') return refuseActed(c, context.library, acted)
  // Who reads what was just written must not see what was there before.
  if (sight.programme.id === administration.id) context.counties.drop(sight.state.county)
  const view: DoneView = {
    case: await wholeCase(context, sight, acted),
    isRepeated: acted.isRepeated,
  }
  c.header('etag', `"${acted.version}"`)
  return c.json(view, status)
}

function withVerdicts<Outcome extends { kind: 'refused' | 'not-stored' }>(outcome: Outcome) {
  return { verdicts: [], ...outcome }
}
