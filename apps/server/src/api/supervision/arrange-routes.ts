import type { ArrangeableView } from '@luoshi/client'
import { instrument } from '@luoshi/kernel'
import { type Acted, act, correct, type Database, findCase, listStandings, open } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { openingUnits } from '../case-list-routes.ts'
import { surroundings } from '../case-routes.ts'
import { deskAddress } from '../day/day.ts'
import { refuse, refuseActed } from '../refusal.ts'
import { readBody } from '../requests.ts'
import type { Sight } from '../views/sight.ts'
import { dutyId } from './enter-proposals.ts'
import { dutyLines, SUPERVISION, supervised } from './supervised.ts'

/** Duties of one notice that can be looked at: none orders so many. */
const MOST = 500

/** States in which duties can still be split and merged. */
const ARRANGEABLE = ['proposed', 'confirmed']

const bodies = {
  split: {
    schema: z.strictObject({
      duty: z.string().max(200),
      reason: z.string().trim().min(1).max(500),
      pieces: z
        .array(
          z.strictObject({
            title: z.string().trim().min(1).max(200),
            content: z.string().trim().min(1).max(20_000),
            lead: z.string().max(100).optional(),
            textDay: z.iso.date().optional(),
          }),
        )
        .min(2)
        .max(20),
    }),
    wanted: '要拆分的任务、理由和至少两项，每项有名称和内容',
  },
  merge: {
    schema: z.strictObject({
      into: z.string().max(200),
      duties: z.array(z.string().max(200)).min(1).max(50),
      reason: z.string().trim().min(1).max(500),
    }),
    wanted: '保留的任务、要并入的任务和理由',
  },
}

/** One duty into several, several into one: each an action with its reason, all or nothing. */
export function addArrangeRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`
  const { library, services } = context

  app.get(`${base}/arrangeable`, async (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
    const sources = [c.req.query('document') ?? '']
    const stages = ['proposed', 'open'] as const
    const { rows } = await listStandings(services.db, seen.scope, { stages, sources, limit: MOST })
    const own = rows.filter(({ stored }) => ARRANGEABLE.includes(stored.case.state))
    const lines = await dutyLines(services.db, seen, own)
    const view: ArrangeableView = {
      rows: lines.map((line, place) => ({
        ...line,
        content: String(own[place]?.stored.case.data['content'] ?? ''),
      })),
    }
    return c.json(view)
  })

  app.post(`${base}/split`, async (c) => {
    const body = await readBody(c, bodies.split)
    if (!body.isTold) return refuse(c, library, body.issue)
    const { duty, reason, pieces } = body.value
    return together(c, context, async (inside, sight) => {
      const found = await findCase(inside.services.db, sight.state.county, duty)
      const { number, document, clause, lines, origin, printedUnits } = found?.case.data ?? {}
      const parts: Step[] = pieces.map((piece, place) => {
        const input = {
          ...{ ...piece, number: `${number}#${place + 1}`, origin, splitFrom: number },
          ...given({ document, clause, lines, printedUnits }),
        }
        return () => openDuty(inside, sight, input)
      })
      const dividedInto = pieces.map((_piece, place) => `${number}#${place + 1}`)
      return {
        steps: [...parts, () => doTo(inside, sight, duty, 'divide', reason, { dividedInto })],
        ids: dividedInto.map(dutyId),
      }
    })
  })

  app.post(`${base}/merge`, async (c) => {
    const body = await readBody(c, bodies.merge)
    if (!body.isTold) return refuse(c, library, body.issue)
    const { into, duties, reason } = body.value
    return together(c, context, async (inside, sight) => {
      const { county } = sight.state
      const dataOf = async (id: string) => (await findCase(inside.services.db, county, id))?.case.data ?? {}
      const stays = await dataOf(into)
      const others = await Promise.all(duties.filter((id) => id !== into).map(dataOf))
      const content = [stays, ...others].map((data) => String(data['content'] ?? '')).join('\n')
      const mergedInto = stays['number']
      const merged: Step[] = duties
        .filter((id) => id !== into)
        .map((id) => () => doTo(inside, sight, id, 'merge', reason, { mergedInto }))
      return { steps: [...merged, () => putRight(inside, sight, into, { content }, reason)], ids: [into] }
    })
  })
}

type Step = () => Promise<Acted>

/** Thrown so that nothing stays of what was refused in part. */
class Undone extends Error {
  override readonly name = 'Undone'
}

/** Does all steps, one after the other, in one transaction; tells why where one is refused. */
async function together(
  c: Context<ApiEnv>,
  context: ApiContext,
  plan: (
    inside: ApiContext,
    sight: Sight,
  ) => Promise<{ readonly steps: readonly Step[]; readonly ids: readonly string[] }>,
): Promise<Response> {
  const { library, services } = context
  const seen = supervised(c, context)
  if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
  let refused: Exclude<Acted, { kind: 'done' }> | null = null
  try {
    const ids = await services.db.transaction().execute(async (db: Database) => {
      const inside = { ...context, services: { ...services, db } }
      const { steps, ids: made } = await plan(inside, seen.sight)
      for (const step of steps) {
        const acted = await step()
        if (acted.kind === 'done') continue
        refused = acted
        throw new Undone()
      }
      return made
    })
    return c.json({ hrefs: ids.map((id) => deskAddress(seen.sight, id)) })
  } catch (error) {
    if (error instanceof Undone && refused !== null) return refuseActed(c, library, refused)
    throw error
  }
}

function openDuty(
  context: ApiContext,
  sight: Sight,
  input: Readonly<Record<string, unknown>>,
): Promise<Acted> {
  const { programme, actor, state } = sight
  const request = { county: state.county, case: dutyId(String(input['number'])), requestKey: null }
  const opening = {
    procedure: 'duty',
    unit: openingUnits(sight)[0] ?? '',
    owner: null,
    action: { by: actor, input },
  }
  return open(context.services.db, programme, request, opening, surroundings(context, sight))
}

function doTo(
  context: ApiContext,
  sight: Sight,
  id: string,
  name: string,
  reason: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Acted> {
  const request = { county: sight.state.county, case: id, requestKey: null, expectedVersion: null }
  const action = { name, by: sight.actor, input, reason }
  return act(context.services.db, sight.programme, request, action, surroundings(context, sight))
}

async function putRight(
  context: ApiContext,
  sight: Sight,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  reason: string,
): Promise<Acted> {
  const { county } = sight.state
  const request = { county, case: id, requestKey: null, expectedVersion: null }
  const { document, lines } = (await findCase(context.services.db, county, id))?.case.data ?? {}
  const [first = 0, last = first] = String(lines ?? '')
    .split('-')
    .map(Number)
  const isCited = typeof document === 'string' && first > 0 && last >= first
  const cite = isCited ? instrument(county, document).lines(first, last) : null
  const correction = { by: sight.actor, changes, reason, cite }
  return correct(context.services.db, sight.programme, request, correction, surroundings(context, sight))
}

/** Only what is there. */
function given(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
