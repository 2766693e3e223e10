import type { ProgrammeSummary } from '@luoshi/client'
import {
  accessFilter,
  caseSchemaOf,
  dateOf,
  definitionJson,
  nameOn,
  openingFieldsOf,
  type Procedure,
  type Programme,
  proceduresOf,
  rolesOf,
} from '@luoshi/kernel'
import { countCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { openingUnits } from './case-list-routes.ts'
import { refuse } from './refusal.ts'
import { computedViews, inputSchema } from './views/action-view.ts'
import { namingOf } from './views/case-summary.ts'
import { citeView } from './views/cite-view.ts'
import { type Sight, sightOf } from './views/sight.ts'

const PROGRAMMES = '/api/v1/:county/programmes'

/** What a county carries out: all programmes in short, and the whole definition of one. */
export function addProgrammeRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(PROGRAMMES, async (c) => {
    const summaries: ProgrammeSummary[] = []
    for (const programme of services.programmes) summaries.push(await programmeSummary(c, context, programme))
    return c.json(summaries)
  })

  app.get(`${PROGRAMMES}/:programme`, (c) => {
    const id = c.req.param('programme')
    const programme = services.programmes.find((known) => known.id === id)
    if (programme === undefined) return refuse(c, library, apiIssue('programme-unknown', { programme: id }))
    return c.json(definitionOf(programme))
  })
}

const definitions = new WeakMap<Programme, object>()

function definitionOf(programme: Programme): object {
  const known = definitions.get(programme) ?? (definitionJson(programme) as object)
  definitions.set(programme, known)
  return known
}

async function programmeSummary(
  c: Context<ApiEnv>,
  context: ApiContext,
  programme: Programme,
): Promise<ProgrammeSummary> {
  const { services, library } = context
  const procedures: ProgrammeSummary['procedures'][number][] = []
  for (const procedure of proceduresOf(programme)) {
    const { officer, state } = c.var
    const sight = sightOf({ programme, procedure, state, library, officer, now: services.clock() })
    procedures.push(await procedureSummary(context, sight))
  }
  return {
    id: programme.id,
    title: programme.title,
    clause: citeView(library, programme.basis),
    procedures,
    hasIndicators: (programme.indicators ?? []).length > 0,
    comparisons: (programme.comparisons ?? []).map(({ id, title }) => ({ id, title })),
    roles: Object.entries(programme.roles).map(([id, { title }]) => ({ id, title })),
  }
}

async function procedureSummary(
  { services }: ApiContext,
  sight: Sight,
): Promise<ProgrammeSummary['procedures'][number]> {
  const { programme, procedure, actor, state, now } = sight
  const today = dateOf(now)
  const filter = accessFilter(actor, procedure.access.read, state.units, today)
  const counted =
    filter === null
      ? { kind: 'count' as const, value: 0 }
      : await countCases(services.db, { county: state.county, programme, procedure, filter, closed: 'open' })
  return {
    id: procedure.id,
    title: procedure.title,
    register: procedure.register,
    kind: isDeclared(programme, procedure) ? 'procedure' : 'register',
    canOpen: mayOpen(sight),
    openingTitle: procedure.opening.title,
    openingUnits: openingUnits(sight).map((id) => {
      const unit = state.units.units[id]
      return { id, name: unit === undefined ? id : nameOn(unit, today) }
    }),
    canRead: filter !== null,
    states: Object.entries(procedure.states).map(([id, { title, final }]) => ({
      id,
      title,
      isFinal: final !== undefined,
    })),
    calledBy: namingOf(sight.programme, procedure).calledBy,
    subject: inputSchema(procedure.subject),
    asked: inputSchema(openingFieldsOf(procedure)),
    sources: (programme.importSources ?? [])
      .filter((source) => source.procedure === procedure.id)
      .map(({ id, title, help, basis, asks }) => ({
        id,
        title,
        help,
        clause: citeView(sight.library, basis),
        asks: inputSchema(asks),
      })),
    computed: computedViews(sight, procedure.subject, procedure.opening.computes),
    fields: inputSchema(caseSchemaOf(procedure)),
    open: counted.kind === 'count' ? counted.value : 0,
  }
}

function isDeclared({ procedures }: Programme, { id }: Procedure): boolean {
  return procedures.some((procedure) => procedure.id === id)
}

function mayOpen({ procedure, actor, now }: Sight): boolean {
  const held = rolesOf(actor, dateOf(now))
  return procedure.opening.by.some(({ role }) => held.includes(role))
}
