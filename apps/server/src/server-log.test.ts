import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { startTestServer } from '../../../packages/store/src/test-database.ts'
import { createLog } from './server-log.ts'

const name = '林小满'

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'failed')
  expect(lines.join('')).not.toContain(name)
  return (JSON.parse(lines[0] ?? '{}') as { err: Record<string, unknown> }).err
}

async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it went well')
}

it('tells what went wrong in the database, and not what was written to it', async () => {
  const server = await startTestServer()
  const db = await server.database()
  await sql`create table people (name text primary key)`.execute(db)
  await sql`insert into people values (${name})`.execute(db)
  const twice = await errorOf(() => sql`insert into people values (${name})`.execute(db))
  expect(logged(twice)).toMatchObject({
    type: 'DatabaseError',
    code: '23505',
    constraint: 'people_pkey',
    table: 'people',
    stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
  })
  expect(logged(await errorOf(() => sql`select ${name}::integer`.execute(db)))).toMatchObject({
    code: '22P02',
  })
  await server.stop()
}, 60_000)

it('does not quote what could not be read', async () => {
  expect(logged(await errorOf(() => JSON.parse(`{${name}`)))).toMatchObject({ type: 'SyntaxError' })
  expect(logged(name)).toEqual({ type: 'string' })
})

it('keeps the sentence of a slip in the program', () => {
  expect(logged(new TypeError('x is not a function'))).toMatchObject({ message: 'x is not a function' })
})
