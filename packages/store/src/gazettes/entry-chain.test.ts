import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/tables.ts'
import { sealDay } from '../roots/seal-day.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { findCountyDifference } from '../verify/whole-county.ts'
import { addEntry, latestEntries, type NewEntry } from './entries.ts'
import { findGazetteBreak } from './entry-chain.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const county = 'qingyuan'
const entry = (subject: string, note: string, at = '2026-03-02T09:00:00+08:00'): NewEntry => ({
  county,
  kind: 'normative',
  subject,
  by: 'officer-1',
  at,
  payload: { note, lines: [1, 2] },
  numbers: [],
})

async function filled(): Promise<Database> {
  const db = await server.database(2)
  await addEntry(db, entry('清政办发〔2026〕1号', '有效'))
  await addEntry(db, entry('清政办发〔2026〕2号', '有效'))
  await addEntry(db, entry('清政办发〔2026〕1号', '废止'))
  return db
}

/** What somebody does who has the database in hand. */
async function tamper(db: Database, statement: string): Promise<void> {
  await sql`alter table gazette_entries disable trigger all`.execute(db)
  await sql.raw(statement).execute(db)
}

it('keeps every entry in one chain of the county, the latest of a subject in force', async () => {
  const db = await filled()
  expect(await findCountyDifference(db, county)).toBeNull()
  const latest = await latestEntries(db, { county, kind: 'normative' })
  expect(latest.map(({ subject, sequence }) => [subject, sequence])).toEqual([
    ['清政办发〔2026〕1号', 2],
    ['清政办发〔2026〕2号', 1],
  ])
})

it('tells an entry that was changed, even with its actor or moment alone', async () => {
  for (const change of [
    `payload = '{"note":"其他"}'`,
    `actor = 'officer-2'`,
    `at = at + interval '1 second'`,
  ]) {
    const db = await filled()
    await tamper(db, `update gazette_entries set ${change} where place = 2`)
    expect(await findGazetteBreak(db, county)).toBe(
      '公报编辑的第2条登记（清政办发〔2026〕2号）的内容与它的摘要不符：登记被改动过。',
    )
  }
})

it('tells an entry that was taken out, the last one too once a day is sealed', async () => {
  const middle = await filled()
  await tamper(middle, 'delete from gazette_entries where place = 2')
  expect(await findGazetteBreak(middle, county)).toBe('公报编辑的登记缺第2条。')
  const last = await filled()
  await sealDay(last, county, '2026-03-02')
  expect(await findCountyDifference(last, county)).toBeNull()
  await tamper(last, 'delete from gazette_entries where place = 3')
  expect(await findCountyDifference(last, county)).toContain('2026-03-02的总摘要记有“公报”的第3条')
})

it('covers what was entered before there was a chain', async () => {
  const db = await server.database(2)
  await sql`insert into gazette_entries (county, kind, subject, sequence, at, actor, payload)
    values (${county}, 'debt', '2025', 1, '2026-01-01T00:00:00Z', 'officer-1', '{"name":"旧"}')`.execute(db)
  await addEntry(db, entry('清政办发〔2026〕1号', '有效'))
  expect(await findGazetteBreak(db, county)).toBeNull()
  await tamper(db, `update gazette_entries set payload = '{"name":"新"}' where place is null`)
  expect(await findGazetteBreak(db, county)).toContain('第1条登记')
})

it('tells a published text that was changed', async () => {
  const db = await server.database(2)
  await sql`insert into gazette_issues (county, key, version, state, digest, title, file, source, contents, repairs,
      imported_at, imported_by)
    values (${county}, '2026-1', 1, 'draft', 'no digest of it', '清源县2026年第1期', '1.txt', '正文', '{}', '[]', now(), 'x')`.execute(
    db,
  )
  expect(await findGazetteBreak(db, county)).toBe(
    '清源县2026年第1期第1版的文本与登记的摘要不符：文本被改动过。',
  )
})
