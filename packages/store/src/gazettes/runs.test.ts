import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/tables.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { isToldByRuns, runsOf } from './runs.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(1)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const texts = fc.string({ unit: fc.constantFrom(...'县局长办1\u{20bb7}\u{20bb8}\uE000'), maxLength: 12 })

async function runsInDatabase(text: string): Promise<Set<number>> {
  const { rows } = await sql<{ runs: number[] }>`select gazette_runs(${text}) as runs`.execute(db)
  return new Set(rows[0]?.runs)
}

it('has all runs of a word wherever it stands, and tells of a word of two that it stands there', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, fc.nat(12), async (text, other, start) => {
      const runs = await runsInDatabase(text)
      const part = [...text].slice(start).join('')
      expect(runsOf(part).every((run) => runs.has(run))).toBe(true)
      const pair = [...other].slice(0, 2).join('')
      if (isToldByRuns(pair)) expect(runsOf(pair).every((run) => runs.has(run))).toBe(text.includes(pair))
    }),
  )
})

it('has no run for a single character, of however many units', () => {
  expect(runsOf('县')).toEqual([])
  expect(runsOf('\u{20bb7}')).toEqual([])
  expect(isToldByRuns('\u{20bb7}')).toBe(false)
})
