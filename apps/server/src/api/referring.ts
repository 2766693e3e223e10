import type { ReferringView } from '@luoshi/client'
import { accessFilter, type Case, dateOf, fieldsReferringTo, type ReferringField } from '@luoshi/kernel'
import { countCases, type Database, listCases, type StoredCase } from '@luoshi/store'
import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { openingUnits } from './case-list-routes.ts'
import { CASE, findReadable } from './case-routes.ts'
import { isIssue } from './find-procedure.ts'
import { refuse } from './refusal.ts'
import { caseSummary } from './views/case-summary.ts'
import type { Sight } from './views/sight.ts'

/** Of each kind at most so many are shown with the case that they name; the others stand in their list. */
const SHOWN = 5

/** What names a case: its evidence, its records, its publication. */
export function addReferringRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(`${CASE}/referring`, async (c) => {
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    return c.json(await referringViews(services.db, found.sight, found.stored.case))
  })
}

/** Records that name a case in one field, as far as whoever asks may read them. */
export interface Referring extends ReferringField {
  /** What the field says of the case. */
  readonly value: string
  /** What the records are seen by. */
  readonly sight: Sight
  readonly rows: readonly StoredCase[]
}

/**
 * What names a case, kind by kind.
 *
 * @param order whether the first or the latest come first, and how many at most of each kind
 */
export async function recordsReferringTo(
  db: Database,
  sight: Sight,
  current: Case,
  order: { readonly isLatestFirst: boolean; readonly limit: number },
): Promise<readonly Referring[]> {
  const value = referenceKeyOf(sight, current)
  if (value === null) return []
  const referring = fieldsReferringTo(sight.programme, sight.procedure.register)
  const read = async (field: ReferringField): Promise<Referring[]> => {
    const seen: Sight = { ...sight, procedure: field.procedure }
    const page = await listCases(db, {
      ...selectionOf(seen, field.field, value),
      sort: { by: 'opened', descending: order.isLatestFirst },
      limit: order.limit,
    })
    return page.kind === 'page' ? [{ ...field, value, sight: seen, rows: page.rows }] : []
  }
  return (await Promise.all(referring.map(read))).flat()
}

/** By what other records name it; null where no single field tells it from others. */
function referenceKeyOf({ programme, procedure }: Sight, { data }: Case): string | null {
  const register = programme.registers.find(({ id }) => id === procedure.register)
  const [key, ...more] = register?.key ?? []
  const value = key === undefined ? undefined : data[key]
  return typeof value === 'string' && more.length === 0 ? value : null
}

function selectionOf({ programme, procedure, actor, state, now }: Sight, field: string, value: string) {
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  return { county: state.county, programme, procedure, filter, where: { [field]: value } }
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
