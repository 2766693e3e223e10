import {
  accessFilter,
  type Case,
  caseSchemaOf,
  clearFieldsOf,
  dateOf,
  nameOutside,
  type Paper,
  type PaperContent,
  paperContent,
  personalFieldsOf,
  type TablePaper,
} from '@luoshi/kernel'
import { type CaseQuery, LARGEST_PAGE, listCases, type PaperVersion, reveal } from '@luoshi/store'
import { apiIssue } from '../api/api-issues.ts'
import type { ListQuery } from '../api/list-query.ts'
import type { AnyIssue } from '../api/refusal.ts'
import { type Sight, unitName } from '../api/views/sight.ts'
import type { Services } from '../services.ts'
import { placesOf } from './places-of.ts'

/** Rows that one form may have; more are asked for in parts. */
const MOST_ROWS = 2000

/** A form over a list, filled in; or what stands against it. */
export type ListPaperFilled =
  | { readonly kind: 'filled'; readonly content: PaperContent }
  | { readonly kind: 'refused'; readonly issues: readonly AnyIssue[] }

/**
 * Fills in a form with the records that a list shows, one a row, under the list's own access filter. The authorities' own
 * version reads personal data clear, of every row, and that is kept.
 */
export async function fillListPaper(
  services: Services,
  sight: Sight,
  paperId: string,
  query: ListQuery,
  version: PaperVersion,
): Promise<ListPaperFilled> {
  const { programme, procedure, now, state } = sight
  const paper = programme.papers.find(({ id }) => id === paperId)
  if (!isFormOf(paper, sight)) return refused(apiIssue('paper-unknown', { paper: paperId }))
  const listed = await rowsOf(services, sight, query)
  if (!Array.isArray(listed)) return listed as ListPaperFilled
  const rows = await clearRows(services, sight, paper, listed, version)
  if (!Array.isArray(rows)) return rows as ListPaperFilled
  const [first] = rows as readonly Case[]
  const county = placesOf(state.county)['县']
  const facts = {
    unit: first === undefined ? '' : nameOutside(unitName(state, first.unit, dateOf(now)), county),
    county,
    case: '',
    number: null,
    date: dateOf(now),
    reason: null,
  }
  const content = paperContent(paper, {
    schema: caseSchemaOf(procedure),
    records: (rows as readonly Case[]).map(({ data }) => data),
    facts,
    places: placesOf(state.county),
    // What came masked is masked again, which changes nothing.
    clear: version === 'own' ? null : clearFieldsOf(paper),
  })
  return { kind: 'filled', content }
}

function isFormOf(paper: Paper | undefined, { procedure }: Sight): paper is TablePaper {
  return paper?.form === 'table' && paper.register === procedure.register
}

async function rowsOf(services: Services, sight: Sight, query: ListQuery): Promise<Case[] | ListPaperFilled> {
  const { programme, procedure, actor, state, now } = sight
  const { after: _after, limit: _limit, ...asked } = query
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const selection: CaseQuery = {
    county: state.county,
    programme,
    procedure,
    filter,
    ...asked,
    limit: LARGEST_PAGE,
  }
  const rows: Case[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await listCases(services.db, { ...selection, ...(after === '' ? {} : { after }) })
    if (page.kind === 'refused') return refused(page.issue)
    rows.push(...page.rows.map((row) => row.case))
    if (rows.length > MOST_ROWS) return refused(apiIssue('paper-too-long', { most: MOST_ROWS }))
    after = page.next
  }
  return rows
}

/** The rows with those personal data clear that the form's version shows; that they were read is kept for each. */
async function clearRows(
  services: Services,
  { programme, procedure, actor, state, now }: Sight,
  paper: TablePaper,
  rows: readonly Case[],
  version: PaperVersion,
): Promise<readonly Case[] | ListPaperFilled> {
  const shown = new Set(paper.columns.flatMap(({ field }) => (field === null ? [] : [field])))
  const personal = personalFieldsOf(caseSchemaOf(procedure)).map(({ path: [name] }) => name ?? '')
  const wanted = version === 'own' ? shown : new Set(clearFieldsOf(paper))
  const fields = [...new Set(personal)].filter((name) => shown.has(name) && wanted.has(name))
  if (fields.length === 0 || rows.length === 0) return rows
  const asked = {
    county: state.county,
    cases: rows.map(({ id }) => id),
    fields,
    by: actor,
    reason: `生成文书《${paper.title}》${version === 'own' ? '' : '公开版'}（${rows.length}行）`,
  }
  const revealed = await reveal(services.db, programme, asked, {
    now,
    units: state.units,
    vault: services.vault,
  })
  if (revealed.kind !== 'revealed') {
    return { kind: 'refused', issues: revealed.kind === 'refused' ? revealed.issues : [revealed.issue] }
  }
  return rows.map((row, place) => ({ ...row, data: { ...row.data, ...revealed.cases[place]?.data } }))
}

function refused(issue: AnyIssue): Extract<ListPaperFilled, { kind: 'refused' }> {
  return { kind: 'refused', issues: [issue] }
}
