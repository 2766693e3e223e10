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
import { countOpen, type Share } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { openingUnits } from './case-list-routes.ts'
import { programmesOf } from './county-programmes.ts'
import { refuse } from './refusal.ts'
import { computedViews, inputSchema } from './views/action-view.ts'
import { namingOf } from './views/case-summary.ts'
import { citeView } from './views/cite-view.ts'
import { type Sight, sightOf } from './views/sight.ts'

const PROGRAMMES = '/api/v1/:county/programmes'

/** What a county carries out: all programmes in short, and the whole definition of one. */
export function addProgrammeRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  // With the forms of every procedure it is half a megabyte of text that repeats itself.
  app.use(PROGRAMMES, compress())
  app.get(PROGRAMMES, async (c) => {
    return c.json(await programmeSummaries(c, context))
  })

  app.get(`${PROGRAMMES}/:programme`, (c) => {
    const id = c.req.param('programme')
    const programme = programmesOf(services, c.var.state.county).find((known) => known.id === id)
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

/** All programmes of the county; what goes on in each is counted in one query. */
async function programmeSummaries(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
): Promise<readonly ProgrammeSummary[]> {
  const { officer, state } = c.var
  const now = services.clock()
  const known = programmesOf(services, state.county).map((programme) => ({
    programme,
    sights: proceduresOf(programme).map((procedure) =>
      sightOf({ programme, procedure, state, library, officer, now }),
    ),
  }))
  const shares = known.flatMap(({ sights }) => sights.map(readableShare))
  const counts = await countOpen(services.db, state.county, shares)
  let place = 0
  return known.map(({ programme, sights }) => ({
    id: programme.id,
    title: programme.title,
    clause: citeView(library, programme.basis),
    procedures: sights.map((sight) => {
      const canRead = shares[place]?.filter !== null
      const open = counts[place] ?? 0
      place += 1
      return procedureSummary(sight, canRead, open)
    }),
    hasIndicators: (programme.indicators ?? []).length > 0,
    comparisons: (programme.comparisons ?? []).map(({ id, title }) => ({ id, title })),
    hasCampaigns: (programme.campaigns ?? []).length > 0,
    roles: Object.entries(programme.roles).map(([id, { title }]) => ({ id, title })),
  }))
}

/** What of a procedure the officer may read. */
function readableShare({ programme, procedure, actor, state, now }: Sight): Share {
  return {
    programme,
    procedure,
    filter: accessFilter(actor, procedure.access.read, state.units, dateOf(now)),
  }
}

function procedureSummary(
  sight: Sight,
  canRead: boolean,
  open: number,
): ProgrammeSummary['procedures'][number] {
  const { programme, procedure, state, now } = sight
  const today = dateOf(now)
  return {
    id: procedure.id,
    title: procedure.title,
    register: procedure.register,
    kind: isDeclared(programme, procedure) ? 'procedure' : 'register',
    validTo: procedure.validTo,
    canOpen: mayOpen(sight),
    openingTitle: procedure.opening.title,
    openingUnits: openingUnits(sight).map((id) => {
      const unit = state.units.units[id]
      return { id, name: unit === undefined ? id : nameOn(unit, today) }
    }),
    canRead,
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
    open,
  }
}

function isDeclared({ procedures }: Programme, { id }: Procedure): boolean {
  return procedures.some((procedure) => procedure.id === id)
}

function mayOpen({ procedure, actor, now }: Sight): boolean {
  const held = rolesOf(actor, dateOf(now))
  return procedure.opening.by.some(({ role }) => held.includes(role))
}
