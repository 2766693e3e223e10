import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/tables.ts'
import { clerk } from '../fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import {
  askImport,
  cancelImport,
  endImport,
  findImport,
  importsOf,
  takeImport,
  tellImport,
} from './imports.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const ask = (id: string, minute: number) =>
  askImport(db, {
    county: 'qingyuan',
    id,
    programme: 'pond-permits',
    procedure: 'permit',
    mode: 'good-rows',
    digest: 'a'.repeat(64),
    name: '塘坝.xlsx',
    unit: 'water',
    actor: clerk,
    asked: `2026-03-02T09:0${minute}:00+08:00`,
  })

it('an import is taken once, in turn, told of, ended by who asked or taken up again after its runner died', async () => {
  await ask('one', 1)
  await ask('two', 2)
  expect(await takeImport(db)).toMatchObject({ id: 'one', state: 'checking', actor: { id: 'clerk' } })
  expect(await takeImport(db)).toMatchObject({ id: 'two' })
  expect(await takeImport(db)).toBeNull()
  const one = { county: 'qingyuan', id: 'one' }
  expect(await tellImport(db, one, { state: 'storing', total: 9, done: 4 })).toBe(true)
  expect(await findImport(db, 'qingyuan', 'clerk', 'one')).toMatchObject({
    state: 'storing',
    total: 9,
    done: 4,
  })
  expect(await findImport(db, 'qingyuan', 'stranger', 'one')).toBeNull()
  // Its runner says nothing for a minute.
  await sql`update imports set beat = clock_timestamp() - interval '61 seconds' where id = 'one'`.execute(db)
  expect(await takeImport(db)).toMatchObject({ id: 'one', state: 'checking', done: 0 })
  expect(await cancelImport(db, 'qingyuan', 'one')).toBe(true)
  expect(await tellImport(db, one, { state: 'storing', total: 9, done: 5 })).toBe(false)
  await endImport(db, one, 'cancelled', { rows: 9 })
  expect(await cancelImport(db, 'qingyuan', 'one')).toBe(false)
  await ask('three', 3)
  await cancelImport(db, 'qingyuan', 'three')
  expect(await takeImport(db)).toBeNull()
  const mine = await importsOf(db, 'qingyuan', 'clerk', { programme: 'pond-permits', procedure: 'permit' })
  expect(mine.map(({ id, state }) => [id, state])).toEqual([
    ['three', 'cancelled'],
    ['two', 'checking'],
    ['one', 'cancelled'],
  ])
})
