import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, open } from './act.ts'
import type { Database } from './database/tables.ts'
import { measured, on, pondIn, pondPermits, request } from './fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from './test-database.ts'
import { verify } from './verify.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

beforeEach(async () => {
  db = await server.database(1)
  for (const id of ['V-1', 'V-2']) {
    await open(db, pondPermits, request(id), pondIn(id), on('2026-03-02'))
    for (const area of ['1', '2', '3']) {
      await act(db, pondPermits, request(id), measured(area), on('2026-03-03'))
    }
  }
})

const found = async () => {
  const verified = await verify(db, [pondPermits], 'qingyuan')
  return verified.kind === 'differs' ? verified.message : verified
}

/** Does to the log what its trigger forbids, as one could who owns the database. */
async function tamper(change: (db: Database) => Promise<unknown>): Promise<void> {
  await sql`alter table actions disable trigger actions_are_kept`.execute(db)
  await change(db)
  await sql`alter table actions enable trigger actions_are_kept`.execute(db)
}

it('finds nothing amiss where nothing is', async () => {
  expect(await found()).toEqual({ kind: 'verified', county: 'qingyuan', cases: 2, actions: 8 })
})

describe('rows of the log', () => {
  const message = '办理记录只能追加，不能修改或删除；有误请办理更正。'

  it('cannot be changed, deleted or emptied', async () => {
    await expect(db.updateTable('actions').set({ actor: 'x' }).execute()).rejects.toThrow(message)
    await expect(db.deleteFrom('actions').execute()).rejects.toThrow(message)
    await expect(sql`truncate actions`.execute(db)).rejects.toThrow(message)
  })
})

describe('names the first difference', () => {
  it('where an entry was changed', async () => {
    await tamper((owner) =>
      sql`update actions set payload = jsonb_set(payload, '{event,input,area}', '"9"')
        where subject = 'V-2' and sequence = 3`.execute(owner),
    )
    expect(await found()).toBe('办件“V-2”第3条办理记录的内容与它的摘要不符：记录被改动过。')
  })

  it('where a digest was changed, or what links an entry to the one before it', async () => {
    await tamper((owner) =>
      owner
        .updateTable('actions')
        .set({ digest: 'f'.repeat(64) })
        .where('subject', '=', 'V-1')
        .where('sequence', '=', 2)
        .execute(),
    )
    expect(await found()).toBe('办件“V-1”第2条办理记录的内容与它的摘要不符：记录被改动过。')
    await tamper((owner) =>
      owner
        .updateTable('actions')
        .set({ previous: 'f'.repeat(64) })
        .where('subject', '=', 'V-1')
        .where('sequence', '=', 2)
        .execute(),
    )
    expect(await found()).toBe('办件“V-1”第2条办理记录与前一条衔接不上：所记的前条摘要不是前一条的摘要。')
  })

  it('where its time or its actor was changed', async () => {
    await tamper((owner) =>
      owner
        .updateTable('actions')
        .set({ at: '2026-03-09T09:00:00+08:00' })
        .where('sequence', '=', 4)
        .execute(),
    )
    expect(await found()).toBe('办件“V-1”第4条办理记录所记的时间或办理人与其内容不符：记录被改动过。')
  })

  it('where an entry is gone, in the middle or at the end', async () => {
    const remove = (sequence: number) =>
      tamper((owner) =>
        owner.deleteFrom('actions').where('subject', '=', 'V-1').where('sequence', '=', sequence).execute(),
      )
    await remove(4)
    expect(await found()).toBe(
      '办件“V-1”的现状与办理记录推算的不一致，项目“version”：现为4，按办理记录应为3。',
    )
    await remove(2)
    expect(await found()).toBe('办件“V-1”缺第2条办理记录。')
  })

  it('where a case was changed, or has no log, or the log no case', async () => {
    await db.updateTable('cases').set({ state: 'granted' }).where('id', '=', 'V-2').execute()
    expect(await found()).toBe(
      '办件“V-2”的现状与办理记录推算的不一致，项目“state”：现为"granted"，按办理记录应为"filed"。',
    )
    await db.deleteFrom('cases').where('id', '=', 'V-1').execute()
    expect(await found()).toBe('办件“V-1”有办理记录，却没有现状。')
    await tamper((owner) => owner.deleteFrom('actions').where('subject', '=', 'V-2').execute())
    await tamper((owner) => owner.deleteFrom('actions').where('subject', '=', 'V-1').execute())
    expect(await found()).toBe('办件“V-2”没有一条办理记录。')
  })

  it('where the procedure of a case is not at hand', async () => {
    expect(await verify(db, [], 'qingyuan')).toEqual({
      kind: 'differs',
      case: 'V-1',
      message: '办件“V-1”所用的流程“permit”第1版没有找到，无法核对。',
    })
  })
})
