import type { CampaignsView, CampaignView, PhaseView } from '@luoshi/client'
import {
  accessFilter,
  type Campaign,
  type Case,
  campaignStanding,
  findProcedure,
  type Phase,
  type Programme,
} from '@luoshi/kernel'
import { listCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { programmesOf } from './county-programmes.ts'
import { refuse } from './refusal.ts'
import { citeView } from './views/cite-view.ts'
import { type Sight, sightOf, unitName } from './views/sight.ts'

/** Problems that are counted at most, and read at once. */
const MOST = 10_000
const AT_ONCE = 500

/** Campaigns of a programme: phases, problems by state and by unit. */
export function addCampaignRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get('/api/v1/:county/programmes/:programme/campaigns', async (c) => {
    const id = c.req.param('programme')
    const programme = programmesOf(services, c.var.state.county).find((known) => known.id === id)
    const sights = (programme?.campaigns ?? []).flatMap((campaign) => {
      const sight = programme === undefined ? null : sightFor(c, context, programme, campaign)
      return sight === null ? [] : [{ campaign, sight }]
    })
    if (programme === undefined || sights.length === 0) return refuse(c, library, apiIssue('address-unknown'))
    const campaigns: CampaignView[] = []
    for (const { campaign, sight } of sights) campaigns.push(await campaignView(context, campaign, sight))
    return c.json({ title: programme.title, campaigns } satisfies CampaignsView)
  })
}

/** A campaign as the officer sees it; null where they may read none of its problems. */
function sightFor(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
  programme: Programme,
  campaign: Campaign,
): Sight | null {
  const procedure = findProcedure(programme, campaign.id)
  if (procedure === undefined) return null
  const { officer, state } = c.var
  const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
  return filterOf(sight) === null ? null : sight
}

function filterOf({ procedure, actor, state, now }: Sight) {
  return accessFilter(actor, procedure.access.read, state.units, now.slice(0, 10))
}

async function campaignView(context: ApiContext, campaign: Campaign, sight: Sight): Promise<CampaignView> {
  const { programme, procedure, state, library, now } = sight
  const today = now.slice(0, 10)
  const { problems, isCut } = await problemsOf(context, sight)
  const byState = Map.groupBy(problems, (problem) => problem.state)
  return {
    id: campaign.id,
    title: campaign.title,
    clause: citeView(library, campaign.basis),
    date: today,
    phases: campaign.phases.map((phase) => phaseView(sight, phase, today)),
    states: Object.entries(procedure.states).map(([id, { title }]) => ({
      id,
      title,
      count: byState.get(id)?.length ?? 0,
    })),
    units: campaignStanding(campaign, problems, today)
      .map((standing) => ({ ...standing, unitName: unitName(state, standing.unit, today) }))
      .sort((a, b) => b.late - a.late || b.open - a.open || a.unitName.localeCompare(b.unitName, 'zh-CN')),
    open: (campaign.open ?? []).map((question) => ({
      says: question.says,
      clauses: (question.kind === 'gap' ? [question.basis] : question.bases).map((cite) =>
        citeView(library, cite),
      ),
    })),
    isCut,
    href: `/desk/programmes/${programme.id}/${procedure.id}`,
  }
}

function phaseView({ library }: Sight, { title, from, until, basis, gap }: Phase, today: string): PhaseView {
  return {
    title,
    from,
    until,
    standing: standingOf(from, until, today),
    gap: gap?.says ?? null,
    clause: citeView(library, basis),
  }
}

function standingOf(from: string | null, until: string | null, today: string): PhaseView['standing'] {
  if (from === null && until === null) return 'undated'
  if (from !== null && today < from) return 'coming'
  return until !== null && until < today ? 'over' : 'running'
}

async function problemsOf(
  { services }: ApiContext,
  sight: Sight,
): Promise<{ readonly problems: readonly Case[]; readonly isCut: boolean }> {
  const { programme, procedure, state } = sight
  const problems: Case[] = []
  let after: string | undefined
  do {
    const page = await listCases(services.db, {
      county: state.county,
      programme,
      procedure,
      filter: filterOf(sight),
      limit: AT_ONCE,
      ...(after !== undefined && { after }),
    })
    if (page.kind === 'refused') break
    problems.push(...page.rows.map((row) => row.case))
    after = page.next ?? undefined
  } while (after !== undefined && problems.length < MOST)
  return { problems, isCut: after !== undefined }
}
