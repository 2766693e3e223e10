import type { CatalogueChecksView, CatalogueSummary, CatalogueView, RestingView } from '@luoshi/client'
import {
  type Catalogue,
  catalogueChangeLabels,
  dateOf,
  lawNameOf,
  type Programme,
  replacementOf,
  restingOn,
  textOf,
  versionOn,
} from '@luoshi/kernel'
import { replacedLaws } from '@luoshi/programmes'
import { countyList } from '@luoshi/store'
import type { Hono } from 'hono'
import { listChecks } from '../../catalogues/list-checks.ts'
import { listColumns } from '../../catalogues/list-entries.ts'
import { indexOfLaws, publishedLists } from '../../catalogues/published-lists.ts'
import { actorFor } from '../../sign-in/index.ts'
import { publishedListAddress } from '../../web/addresses.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { refuse } from '../refusal.ts'
import { citeView } from '../views/cite-view.ts'
import { type FoundList, findList, LIST, LISTS, programmeOf, versionView } from './find-list.ts'
import { readRegister } from './read-register.ts'

/** Published lists of the county: on any day, with what changed them; what their keepers should look at; laws they rest on. */
export function addCatalogueRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  const todayOf = () => dateOf(services.clock())
  app.get(LISTS, async (c) => {
    const programme = programmeOf(c, context)
    if (programme === undefined) return refuse(c, library, apiIssue('address-unknown'))
    const summaries = (programme.catalogues ?? []).map(async (catalogue) => {
      const list = await countyList(services.db, programme, catalogue, c.var.state.county)
      return summaryOf(context, programme, list.catalogue, todayOf())
    })
    return c.json(await Promise.all(summaries))
  })
  app.get(LIST, async (c) => {
    const found = await findList(c, context)
    if (found === null) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(viewOf(context, found, todayOf()))
  })
  app.get(`${LIST}/checks`, async (c) => {
    const found = await findList(c, context)
    if (found === null) return refuse(c, library, apiIssue('address-unknown'))
    const { programme, catalogue, on } = found
    const version = versionOn(catalogue, on)
    if (version === undefined) return c.json({ on, groups: [] } satisfies CatalogueChecksView)
    const { officer, state } = c.var
    const sight = {
      programme,
      state,
      library,
      officer,
      actor: actorFor(officer, programme.id),
      now: services.clock(),
    }
    const recordsOf = (register: string) => readRegister(services.db, sight, register)
    const groups = await listChecks(programme, catalogue, version, recordsOf, on)
    const view: CatalogueChecksView = {
      on,
      groups: groups.map(({ basis, findings, ...group }) => ({
        ...group,
        clause: citeView(library, basis),
        findings: findings.map(({ entry, name, kind, message }) => ({
          number: entry === null ? null : textOf(entry.entry, catalogue.parts.number),
          item: name,
          kind,
          message,
          clause: entry === null ? null : citeView(library, entry.basis),
        })),
      })),
    }
    return c.json(view)
  })
  app.get('/api/v1/:county/laws/:law', async (c) => {
    const lists = await publishedLists(services.db, services.programmes, todayOf())
    const index = indexOfLaws(lists)
    const resting = restingOn(index, c.req.param('law'), c.req.query('article'))
    const law = index.get(lawNameOf(c.req.param('law')))
    const replacement = replacementOf(replacedLaws, c.req.param('law'), todayOf())
    const view: RestingView = {
      law: law?.name ?? c.req.param('law'),
      titles: law?.titles ?? [],
      versions: law?.versions ?? [],
      replacedBy:
        replacement === undefined
          ? null
          : { law: replacement.by, from: replacement.from, clause: citeView(library, replacement.basis) },
      items: resting.map(({ county, programme, catalogue, item, articles }) => ({
        county,
        programme,
        catalogue: catalogue.id,
        catalogueTitle: catalogue.title,
        number: textOf(item.entry, catalogue.parts.number),
        item: textOf(item.entry, catalogue.parts.name),
        articles: articles.map(({ article, paragraph }) => `${article}${paragraph ?? ''}`),
        clause: citeView(library, item.basis),
      })),
    }
    return c.json(view)
  })
}

function summaryOf(
  context: ApiContext,
  programme: Programme,
  catalogue: Catalogue,
  on: string,
): CatalogueSummary {
  const version = versionOn(catalogue, on)
  return {
    id: catalogue.id,
    title: catalogue.title,
    clause: citeView(context.library, catalogue.basis),
    version: version === undefined ? null : versionView(context, version),
    changedBy: catalogue.changedBy?.procedure ?? null,
    href: publishedListAddress({ programme, catalogue }),
  }
}

function viewOf(
  context: ApiContext,
  { programme, catalogue, changes, on }: FoundList,
  today: string,
): CatalogueView {
  const nameOf = (entry: Readonly<Record<string, unknown>>) => textOf(entry, catalogue.parts.name)
  return {
    ...summaryOf(context, programme, catalogue, today),
    on,
    columns: listColumns(catalogue),
    entries: (versionOn(catalogue, on)?.items ?? []).map(({ entry, basis }) => ({
      entry,
      clause: citeView(context.library, basis),
    })),
    versions: catalogue.versions.map((version) => versionView(context, version)),
    changes: changes.map(({ number, kind, before, after, from, cause }) => ({
      number,
      kind: catalogueChangeLabels[kind],
      before,
      after: after.map(nameOf),
      from,
      cause,
    })),
  }
}
