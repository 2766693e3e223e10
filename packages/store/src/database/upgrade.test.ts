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
async function fillAsReleased(): Promise<void> {
  const [first] = readMigrations()
  if (first === undefined) throw new Error('there are no migrations')
  await migrate(db, [first])
  const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'released-001.json'), 'utf8')
  for (const [table, rows] of Object.entries(JSON.parse(text) as Record<string, unknown[]>)) {
    const into = sql.table(table)
    const json = JSON.stringify(rows)
    await sql`insert into ${into} select * from jsonb_populate_recordset(null::${into}, ${json}::jsonb)`.execute(
      db,
    )
  }
}

it('a database of the first release has everything that later ones keep, and goes on', async () => {
  await fillAsReleased()
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
