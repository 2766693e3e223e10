import type { Case } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { StoreIssue } from '../log/store-issue.ts'
import { caseKeyOf } from '../vault/case-key.ts'
import { withSealed } from '../vault/personal-texts.ts'
import { type SealedText, unsealText, type Vault, wrappedKeyOf } from '../vault/vault.ts'
import { type CaseSelection, LARGEST_PAGE } from './case-query.ts'
import { listCases } from './list-cases.ts'

/** A case as anyone has it who may read it, and what it is compared by. */
export interface ComparableCase {
  readonly id: string
  readonly case: Case
  /** The fields that were asked for; a personal text as something that is the same for the same text and tells nothing of it. */
  readonly data: Readonly<Record<string, unknown>>
}

/** All cases of a selection, or why not: more than that many, or what cannot be asked. */
export type ComparableCases =
  | { readonly kind: 'all'; readonly cases: readonly ComparableCase[] }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'refused'; readonly issue: StoreIssue }

interface SealedRow {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  readonly master: string | null
  readonly wrapped: Buffer | null
}

/**
 * All cases of a selection with what they are compared by. No personal text leaves the store clear: two records of one
 * person are known to be so by the blind index.
 *
 * @param names the fields by which is compared
 * @param most cases at most
 */
export async function comparableCases(
  db: Database,
  vault: Vault,
  selection: CaseSelection,
  names: readonly string[],
  most: number,
): Promise<ComparableCases> {
  const cases: ComparableCase[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listCases(db, { ...selection, limit: LARGEST_PAGE, ...(after && { after }) })
    if (page.kind === 'refused') return page
    const shown = page.rows.map((row) => row.case)
    const sealed = await sealedFields(db, selection.county, shown, names)
    for (const one of shown) {
      const row = sealed.get(one.id)
      const data = row === undefined ? one.data : comparedData(vault, selection.county, row)
      cases.push({ id: one.id, case: one, data })
    }
    if (cases.length > most) return { kind: 'too-many' }
    after = page.next
  }
  return { kind: 'all', cases }
}

async function sealedFields(
  db: Database,
  county: string,
  cases: readonly Case[],
  names: readonly string[],
): Promise<ReadonlyMap<string, SealedRow>> {
  const { rows } = await sql<SealedRow>`
    select c.id, k.master, k.wrapped,
      (select coalesce(jsonb_object_agg(name, c.body->'data'->name), '{}'::jsonb)
       from unnest(${[...names]}::text[]) as name where c.body->'data' ? name) as data
    from cases as c left join case_keys as k on k.county = c.county and k.subject = c.id
    where c.county = ${county} and c.id = any(${cases.map(({ id }) => id)}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

function comparedData(vault: Vault, county: string, { id, data, ...columns }: SealedRow): SealedRow['data'] {
  const stored = wrappedKeyOf(columns)
  if (stored === null) return data
  const key = caseKeyOf(vault, county, id, stored)
  const blind = (sealed: SealedText) => vault.blindIndex(county, unsealText(key.key, key.belongsTo, sealed))
  return withSealed(data, blind) as SealedRow['data']
}
