import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AccessFilter, findProcedure } from '@luoshi/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../act.ts'
import { clerk, means, on, pondPermits, request } from '../fixtures/pond-permit.ts'
import { testVault } from '../fixtures/test-vault.ts'
import { listAnew } from '../listing/list-anew.ts'
import { countCases } from '../lists/count-cases.ts'
import { disclosuresOf } from '../lists/disclosures.ts'
import { listCases } from '../lists/list-cases.ts'
import { findCase, historyOf } from '../log/read.ts'
import { reveal } from '../reveal.ts'
import { sealDay } from '../roots/seal-day.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { verify } from '../verify/verify.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Database } from './tables.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.emptyDatabase(2)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

/** What the first release wrote: four ponds, one granted, one shown, one put right, one objected to. */
async function fillAsReleased(into: Database): Promise<void> {
  const [first] = readMigrations()
  if (first === undefined) throw new Error('there are no migrations')
  await migrate(into, [first])
  const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'released-001.json'), 'utf8')
  for (const [table, rows] of Object.entries(JSON.parse(text) as Record<string, unknown[]>)) {
    const name = sql.table(table)
    const json = JSON.stringify(rows)
    await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`.execute(
      into,
    )
  }
}

it('a database of the first release has everything that later ones keep, and goes on', async () => {
  await fillAsReleased(db)
  expect(await migrate(db)).toMatchObject({ kind: 'migrated' })
  expect(await listAnew(db, testVault, [pondPermits])).toBe(4)
  expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified', cases: 4 })

  const procedure = findProcedure(pondPermits, 'permit')
  if (procedure === undefined) throw new Error('no permit')
  const filter: AccessFilter = { county: 'qingyuan', isWholeCounty: false, units: ['water'], owner: null }
  const selection = { county: 'qingyuan', programme: pondPermits, procedure, filter, vault: testVault }
  const idsOf = async (more: object) => {
    const listed = await listCases(db, { ...selection, ...more })
    return listed.kind === 'page' ? listed.rows.map((row) => row.case.id) : listed.issue.message
  }
  expect(await idsOf({ q: '下河' })).toEqual(['P-3'])
  expect(await idsOf({ where: { contact: '13700001111' } })).toEqual(['P-3'])
  expect(await idsOf({ sort: { by: 'area', descending: true }, limit: 1 })).toEqual(['P-1'])
  expect(await countCases(db, { ...selection, closed: 'open' })).toMatchObject({ value: 3 })
  expect(await disclosuresOf(db, 'qingyuan', { isShown: true })).toMatchObject([{ case: 'P-2' }])

  const bodies = await sql<{ body: string }>`select body::text as body from cases`.execute(db)
  expect(bodies.rows.map(({ body }) => body).join()).not.toMatch(/1[37]\d{9}/)
  expect((await findCase(db, 'qingyuan', 'P-1'))?.case.data).toMatchObject({ contact: '138****5678' })
  const [opened] = await historyOf(db, procedure, 'qingyuan', 'P-1')
  expect(opened?.payload.event.input).toMatchObject({ contact: '138****5678' })
  const asked = { county: 'qingyuan', cases: ['P-3'], by: clerk, reason: '核对' }
  expect(await reveal(db, pondPermits, asked, on('2026-03-09'))).toMatchObject({
    cases: [{ data: { contact: '13700001111' } }],
  })

  const acted = await act(db, pondPermits, request('P-3'), { name: 'grant', by: clerk }, on('2026-03-09'))
  expect(acted).toMatchObject({ kind: 'done', version: 3 })
  const refused = await act(db, pondPermits, request('P-4'), { name: 'grant', by: clerk }, on('2026-03-09'))
  expect(refused).toMatchObject({ kind: 'refused', issues: [{ code: 'gate-refused' }] })
  expect(await sealDay(db, 'qingyuan', '2026-03-09')).toMatchObject({ heads: 5 })
  expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified', cases: 4 })
})

/** Tables with their columns, indexes and functions, as they stand. */
async function formOf(of: Database): Promise<unknown> {
  const columns = await sql`
    select table_name, column_name, data_type, is_nullable, column_default, generation_expression
    from information_schema.columns where table_schema = 'public' order by 1, 2`.execute(of)
  const indexes = await sql`
    select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(of)
  const checks = await sql`
    select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as says
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`.execute(of)
  const functions = await sql`
    select proname, pg_get_functiondef(oid) as says
    from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    order by 1, 2`.execute(of)
  return [columns.rows, indexes.rows, checks.rows, functions.rows]
}

it('a database of every release between comes to the same form, with all that it had', async () => {
  const all = readMigrations()
  const wanted = await formOf(await server.database(1))
  for (let last = 0; last < all.length; last++) {
    const own = await server.emptyDatabase(2)
    await fillAsReleased(own)
    const name = all[last]?.name
    expect(await migrate(own, all.slice(0, last + 1)), name).toMatchObject({ kind: 'migrated' })
    expect(await migrate(own), name).toMatchObject({ kind: 'migrated' })
    expect(await formOf(own), name).toEqual(wanted)
    await listAnew(own, testVault, [pondPermits])
    const verified = await verify(own, [pondPermits], 'qingyuan', means)
    expect(verified, name).toMatchObject({ kind: 'verified', cases: 4 })
    await own.destroy()
  }
}, 300_000)
