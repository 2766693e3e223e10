import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-database.ts'
import { type Blanks, writtenOnce } from './statement.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

it('is written once and runs with what is given each time, in every database', async () => {
  let written = 0
  const twice = writtenOnce((db, blank: Blanks<{ word: string; times: number }>) => {
    written += 1
    return db.selectNoFrom([
      sql<string>`repeat(${blank('word')}::text, ${blank('times')}::integer)`.as('said'),
      sql<string>`${'清源'}::text || ${blank('word')}::text`.as('named'),
    ])
  })
  const [first, second] = [await server.database(1), await server.database(1)]
  expect(await twice(first, { word: '县', times: 2 })).toEqual([{ said: '县县', named: '清源县' }])
  expect(await twice(first, { word: '乡', times: 1 })).toEqual([{ said: '乡', named: '清源乡' }])
  expect(await twice(second, { word: "'", times: 3 })).toEqual([{ said: "'''", named: "清源'" }])
  expect(written).toBe(1)
})
