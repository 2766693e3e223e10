import type { NamedView, ReferencesView, ReferringView } from '@luoshi/client'
import { type Case, caseSchemaOf, proceduresOf, referencesIn } from '@luoshi/kernel'
import { countCases, type Database, listCases } from '@luoshi/store'
import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { openingUnits } from './case-list-routes.ts'
import { CASE, findReadable } from './case-routes.ts'
import { isIssue } from './find-procedure.ts'
import { keyFieldOf, recordsReferringTo, selectionOf } from './references.ts'
import { refuse } from './refusal.ts'
import { caseSummary, titleOf } from './views/case-summary.ts'
import type { Sight } from './views/sight.ts'

/** Of each kind at most so many are shown with the case that they name; the others stand in their list. */
const SHOWN = 5

/** What a case names (the item of power, its officers) and what names it (its evidence, its records, its publication). */
export function addReferenceRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(`${CASE}/references`, async (c) => {
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const [named, referring] = await Promise.all([
      namedViews(services.db, sight, stored.case),
      referringViews(services.db, sight, stored.case),
    ])
    return c.json({ named, referring } satisfies ReferencesView)
  })
}

/** The records that a case names, as far as whoever asks may read them. */
async function namedViews(db: Database, sight: Sight, { data }: Case): Promise<readonly NamedView[]> {
  const { programme, procedure } = sight
  const found = referencesIn(caseSchemaOf(procedure)).map(
    async ({ field, register }): Promise<NamedView[]> => {
      const value = data[field]
      const key = keyFieldOf(programme, register)
      if (typeof value !== 'string' || key === null) return []
      const carriers = proceduresOf(programme).filter((one) => one.register === register)
      const pages = carriers.map(async (carrier): Promise<NamedView[]> => {
        const page = await listCases(db, {
          ...selectionOf({ ...sight, procedure: carrier }, key, value),
          limit: 1,
        })
        const [row] = page.kind === 'page' ? page.rows : []
        if (row === undefined) return []
        return [
          {
            field,
            procedure: carrier.id,
            id: row.case.id,
            title: titleOf({ ...sight, procedure: carrier }, row.case),
          },
        ]
      })
      return (await Promise.all(pages)).flat().slice(0, 1)
    },
  )
  return (await Promise.all(found)).flat()
}

async function referringViews(db: Database, sight: Sight, current: Case): Promise<readonly ReferringView[]> {
  const found = await recordsReferringTo(db, sight, current, { isLatestFirst: true, limit: SHOWN })
  const views = found.map(async ({ sight: seen, procedure, field, label, value, isFirst, rows }) => {
    const counted = rows.length < SHOWN ? null : await countCases(db, selectionOf(seen, field, value))
    const isOpened = isFirst && openingUnits(seen).length > 0
    return {
      procedure: procedure.id,
      title: procedure.title,
      ...{ field, label, value },
      rows: rows.map(({ case: one, version }) => {
        const { id, title, stateTitle, closed } = caseSummary(seen, one, version)
        return { id, title, stateTitle, closed }
      }),
      count: counted?.kind === 'count' ? counted.value : rows.length,
      opening: isOpened ? procedure.opening.title : null,
    }
  })
  const all = await Promise.all(views)
  return all.filter(({ rows, opening }) => rows.length > 0 || opening !== null)
}
