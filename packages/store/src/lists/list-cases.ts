import type { Database } from '../database/tables.ts'
import { listingOf } from '../listing/listing.ts'
import { storedCaseFrom } from '../log/read.ts'
import { storeIssue } from '../log/store-issue.ts'
import { type CaseOrder, type CaseQuery, type CasesListed, LARGEST_PAGE, USUAL_PAGE } from './case-query.ts'
import { readCursor, writeCursor } from './cursor.ts'
import {
  BOUNDS,
  type Bounds,
  type CaseRow,
  type Page,
  rowsByField,
  rowsByLatest,
  rowsFound,
} from './page-rows.ts'
import { type Selected, selectedBy } from './selection.ts'

const LATEST_FIRST: CaseOrder = { by: 'latest', descending: true }

/** A page of the records or cases of a procedure, in order, personal fields masked. */
export async function listCases(
  db: Database,
  query: CaseQuery,
  bounds: Bounds = BOUNDS,
): Promise<CasesListed> {
  const { programme, procedure, sort = LATEST_FIRST, limit = USUAL_PAGE } = query
  const selected = selectedBy(query)
  if (selected !== null && 'code' in selected) return { kind: 'refused', issue: selected }
  const isField = sort.by !== 'latest' && sort.by !== 'opened'
  if (isField && !Object.hasOwn(listingOf(programme, procedure).sorted, sort.by)) {
    const issue = storeIssue('field-not-listed', { field: sort.by, procedure: procedure.title })
    return { kind: 'refused', issue }
  }
  const after = query.after === undefined ? null : readCursor(query.after, sort)
  if (after === null && query.after !== undefined) {
    return { kind: 'refused', issue: storeIssue('cursor-unknown') }
  }
  if (selected === null) return { kind: 'page', rows: [], next: null }
  const size = Math.min(Math.max(1, limit), LARGEST_PAGE)
  const rows = await rowsOf(db, selected, { order: sort, after, limit: size + 1, bounds })
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const next =
    rows.length > size && last !== undefined
      ? writeCursor({ order: sort, key: last.place, id: last.id })
      : null
  return { kind: 'page', rows: shown.map(storedCaseFrom), next }
}

async function rowsOf(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  if (selected.words.length + selected.terms.length > 0) {
    const found = await rowsFound(db, selected, page)
    if (found !== null) return found
  }
  return page.order.by === 'latest' ? rowsByLatest(db, selected, page) : rowsByField(db, selected, page)
}
