import type { FoundView, UnitView } from '@luoshi/client'
import { accessFilter, dateOf, isStanding, nameOn, parentOn, proceduresOf } from '@luoshi/kernel'
import { listCases, searchNotices } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { searchTermsOf } from '../gazettes/search-query.ts'
import { noticeAddress } from '../web/addresses.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { programmesOf } from './county-programmes.ts'
import { deskAddress } from './day/day.ts'
import { caseSummary } from './views/case-summary.ts'
import { type Sight, sightOf } from './views/sight.ts'

/** Of each group at most so many are found. */
const OF_GROUP = 8

/** Longest text that is looked for. */
const LONGEST = 100

/** Finding anything in the county by words, and its units by name. */
export function addFindRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/units', (c) => c.json(unitViews(c, context)))

  app.get('/api/v1/:county/find', async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, LONGEST)
    if (words === '') return c.json([] satisfies readonly FoundView[])
    const cases = await foundCases(c, context, words)
    const notices = await foundNotices(context, c.var.state.county, words)
    return c.json([...cases, ...foundUnits(c, context, words), ...notices])
  })
}

/** The units that stand today, in the order of their names. */
function unitViews({ var: { state } }: Context<ApiEnv>, { services }: ApiContext): readonly UnitView[] {
  const today = dateOf(services.clock())
  return Object.values(state.units.units)
    .filter((unit) => isStanding(unit, today))
    .map((unit) => ({ id: unit.id, name: nameOn(unit, today), parent: parentOn(unit, today) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

async function foundCases(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
  words: string,
): Promise<readonly FoundView[]> {
  const { officer, state } = c.var
  const now = services.clock()
  const sights = programmesOf(services, state.county).flatMap((programme) =>
    proceduresOf(programme).map((procedure) =>
      sightOf({ programme, procedure, state, library, officer, now }),
    ),
  )
  const found = await Promise.all(sights.map((sight) => foundIn(services, sight, words)))
  return found.flat().slice(0, OF_GROUP)
}

/** What of one procedure has the words, as far as it may be read. */
async function foundIn(
  { db }: ApiContext['services'],
  sight: Sight,
  words: string,
): Promise<readonly FoundView[]> {
  const { programme, procedure, actor, state, now } = sight
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  if (filter === null) return []
  const query = { county: state.county, programme, procedure, filter, q: words, limit: OF_GROUP }
  const listed = await listCases(db, query)
  if (listed.kind === 'refused') return []
  return listed.rows.map(({ case: one, version }) => {
    const { title, stateTitle, unitName } = caseSummary(sight, one, version)
    const detail = `${procedure.title} · ${stateTitle} · ${unitName}`
    return { group: '办件', title, detail, href: deskAddress(sight, one.id) }
  })
}

function foundUnits(c: Context<ApiEnv>, context: ApiContext, words: string): readonly FoundView[] {
  const names = new Map(unitViews(c, context).map(({ id, name }) => [id, name]))
  return Object.values(c.var.state.units.units)
    .filter(
      ({ id, aliases }) =>
        names.has(id) && [names.get(id) ?? '', ...aliases].some((name) => name.includes(words)),
    )
    .slice(0, OF_GROUP)
    .map(({ id }) => ({
      group: '机构',
      title: names.get(id) ?? '',
      detail: '机构台账',
      href: `/desk/programmes/administration/units/cases/unit-${id}`,
    }))
}

/** Published notices of the county that hold the words, the best first. */
async function foundNotices(
  { services }: ApiContext,
  county: string,
  words: string,
): Promise<readonly FoundView[]> {
  const { notices } = await searchNotices(services.db, {
    terms: searchTermsOf(words),
    county,
    limit: OF_GROUP,
  })
  return notices.map(({ head }) => ({
    group: '公报文件',
    title: head.title,
    detail: head.docNumber ?? '',
    href: noticeAddress(head),
  }))
}
