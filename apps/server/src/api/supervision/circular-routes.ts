import type { CircularDraftView } from '@luoshi/client'
import { addDays, dateOf, startOf } from '@luoshi/kernel'
import { circularDraft, circularFigures } from '@luoshi/programmes/supervision'
import { countDueBetween, type Database, listLateBetween, type Narrowed, open } from '@luoshi/store'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { openingUnits } from '../case-list-routes.ts'
import { answerActed, surroundings } from '../case-routes.ts'
import { refuse } from '../refusal.ts'
import { newCaseId, readBody, readKey, requestKey } from '../requests.ts'
import { unitName } from '../views/sight.ts'
import { lastDayBefore, SUPERVISION, type Supervised, supervised, supervisionSight } from './supervised.ts'

/** Late duties that a circular names one by one; it says how many others there are. */
const NAMED = 100

const draftQuery = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  documents: z.array(z.string().max(200)).max(200),
  units: z.array(z.string().max(100)).max(500),
})

const circularBody = {
  schema: z.strictObject({
    number: z.string().trim().min(1).max(100),
    subject: z.string().trim().min(1).max(200),
    from: z.iso.date(),
    until: z.iso.date(),
    documents: z.array(z.string().max(200)).max(200).optional(),
    units: z.array(z.string().max(100)).max(500).optional(),
  }),
  wanted: '通报编号、通报事项、起止日期，可以选定文件和机构',
}

/** Circulars: drafted from the duties of a stretch of time, all or those of some notices and units. */
export function addCircularRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { library, services } = context

  app.get(`/api/v1/:county/${SUPERVISION}/circular-draft`, async (c) => {
    const asked = draftQuery.safeParse({
      from: c.req.query('from'),
      until: c.req.query('until'),
      documents: c.req.queries('document') ?? [],
      units: c.req.queries('unit') ?? [],
    })
    if (!asked.success) {
      const wanted = '起止日期（from、until），可以选定文件（document）和机构（unit）'
      return refuse(c, library, apiIssue('query-refused', { name: 'from', wanted }))
    }
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
    const view: CircularDraftView = await draftOf(services.db, seen, asked.data)
    return c.json(view)
  })

  app.post(`/api/v1/:county/${SUPERVISION}/circulars`, async (c) => {
    const [key, body] = [readKey(c), await readBody(c, circularBody)]
    if (!key.isTold) return refuse(c, library, key.issue)
    if (!body.isTold) return refuse(c, library, body.issue)
    const seen = supervised(c, context)
    const sight = supervisionSight(c, context, 'circular')
    if (seen === null || sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const { documents = [], units = [], ...written } = body.value
    const { from, until } = written
    const draft = await draftOf(services.db, seen, { from, until, documents, units })
    const id = newCaseId('circular', c.var.officer.id, key.value)
    const request = {
      county: sight.state.county,
      case: id,
      requestKey: requestKey(c.var.officer.id, key.value),
    }
    const action = { by: sight.actor, input: { ...written, ...draft } }
    const opening = { procedure: 'circular', unit: openingUnits(sight)[0] ?? '', owner: null, action }
    const acted = await open(services.db, sight.programme, request, opening, surroundings(context, sight))
    return answerActed(c, context, sight, acted, 201)
  })
}

async function draftOf(
  db: Database,
  { sight, scope }: Supervised,
  { from, until, documents, units }: z.infer<typeof draftQuery>,
) {
  const narrowed: Narrowed = {
    ...(documents.length === 0 ? {} : { sources: documents }),
    ...(units.length === 0 ? {} : { units }),
  }
  const stretch = {
    begins: startOf(from),
    firstEnd: startOf(addDays(from, 1)),
    lastEnd: startOf(addDays(until, 1)),
  }
  const [counted, late] = await Promise.all([
    countDueBetween(db, scope, stretch, narrowed),
    listLateBetween(db, scope, stretch, { ...narrowed, limit: NAMED }),
  ])
  const figures = circularFigures(
    counted,
    late.map(({ stored, settlesBy }) => ({
      title: String(stored.case.data['title'] ?? ''),
      unit: stored.case.unit,
      due: settlesBy === null ? null : lastDayBefore(settlesBy),
    })),
  )
  return circularDraft(figures, (unit) => unitName(sight.state, unit, dateOf(sight.now)))
}
