import type { FoundView, UnitView } from '@luoshi/client'
import { accessFilter, dateOf, isStanding, nameOn, parentOn, proceduresOf } from '@luoshi/kernel'
import { listCases, searchNotices } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { searchTermsOf } from '../gazettes/search-query.ts'
import { noticeAddress } from '../web/addresses.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { deskAddress } from './day/my-day.ts'
import { caseSummary } from './views/case-summary.ts'
import { sightOf } from './views/sight.ts'

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
  const found: FoundView[] = []
  for (const programme of services.programmes) {
    for (const procedure of proceduresOf(programme)) {
      if (found.length >= OF_GROUP) return found
      const sight = sightOf({ programme, procedure, state, library, officer, now })
      const filter = accessFilter(sight.actor, procedure.access.read, state.units, dateOf(now))
      if (filter === null) continue
      const { county } = state
      const limit = OF_GROUP - found.length
      const listed = await listCases(services.db, { county, programme, procedure, filter, q: words, limit })
      if (listed.kind === 'refused') continue
      for (const { case: one, version } of listed.rows) {
        const { title, stateTitle, unitName } = caseSummary(sight, one, version)
        const detail = `${procedure.title} · ${stateTitle} · ${unitName}`
        found.push({ group: '办件', title, detail, href: deskAddress(sight, one.id) })
      }
    }
  }
  return found
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
