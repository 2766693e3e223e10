import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, keeper, means, measured, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { reveal } from '../reveal.ts'
import { rootOver, rootsOf, sealDay } from '../roots/seal-day.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
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

const found = () => foundIn(db)
const foundIn = async (inside: Database) => {
  const verified = await verify(inside, [pondPermits], 'qingyuan', means)
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
    await tamper((owner) => owner.deleteFrom('actions').where('subject', '=', 'V-1').execute())
    await db.updateTable('cases').set({ state: 'filed' }).where('id', '=', 'V-2').execute()
    expect(await found()).toBe('“V-1”有查询内容，却没有这一办件。')
    await tamper((owner) => owner.deleteFrom('actions').where('subject', '=', 'V-2').execute())
    for (const table of ['case_search', 'case_order'] as const) {
      await db.deleteFrom(table).where('id', '=', 'V-1').execute()
    }
    await db.deleteFrom('timers').where('subject', '=', 'V-1').execute()
    expect(await found()).toBe('办件“V-2”没有一条办理记录。')
  })

  it('where a case is found, sorted, alarmed, shown or counted otherwise than its log says', async () => {
    await act(db, pondPermits, request('V-2'), { name: 'publicise', by: clerk }, on('2026-03-04'))
    expect(await found()).toMatchObject({ kind: 'verified' })
    const changes = {
      '办件“V-2”的查询内容与办理记录推算的不一致，请重建查询内容。': sql`update case_search set text = 'x' where id = 'V-2'`,
      '办件“V-2”的排序内容与办理记录推算的不一致，请重建查询内容。': sql`update case_order set key = 'x' where id = 'V-2' and field = 'area'`,
      '办件“V-2”的期限提醒与按现行日历推算的不一致，请重算期限。': sql`update timers set at = at + interval '1 day' where subject = 'V-2' and name = 'limit/decide'`,
      '办件“V-2”的公示与办理记录推算的不一致。': sql`update disclosures set record = '{"village": "别村"}' where subject = 'V-2'`,
      '办件“V-2”的文书目录与办理记录推算的不一致。': sql`insert into papers values ('qingyuan', 'V-2', 1, 'decision')`,
      '办件“V-2”的关联办件与办理记录推算的不一致。': sql`insert into case_links values ('qingyuan', 'V-2', 'x', 'V-1', 'pond-permits', 'permit', 1)`,
      '流程“permit”环节“shown”机构“water”的件数记为2，实有1。': sql`update tally_changes set change = 2 where state = 'shown'`,
    }
    for (const [message, change] of Object.entries(changes)) {
      const undone = new Error('undone')
      const seen = db.transaction().execute(async (inside) => {
        await change.execute(inside)
        throw Object.assign(undone, { message: await foundIn(inside) })
      })
      await expect(seen).rejects.toThrow(message)
    }
    expect(await found()).toMatchObject({ kind: 'verified' })
  })

  it('where what is kept of readings was changed', async () => {
    await open(db, pondPermits, request('K-1'), keeper('1', '100'), on('2026-03-03'))
    const asked = { county: 'qingyuan', cases: ['K-1'], by: clerk, reason: '核对' }
    await reveal(db, pondPermits, asked, on('2026-03-04'))
    expect(await found()).toMatchObject({ kind: 'verified', cases: 3 })
    await sql`alter table readings disable trigger readings_are_kept`.execute(db)
    await db.updateTable('readings').set({ reader: 'x' }).execute()
    expect(await found()).toBe('办件“K-1”个人信息的第1条查看记录与它的摘要不符，或缺了一条。')
  })
})

describe('the root of a day', () => {
  it('holds what was logged since the one before, once, in a chain', async () => {
    const first = await sealDay(db, 'qingyuan', '2026-03-03')
    expect(first).toMatchObject({ day: '2026-03-03', heads: 2, previous: null })
    expect(await sealDay(db, 'qingyuan', '2026-03-03')).toEqual(first)
    await act(db, pondPermits, request('V-1'), measured('4'), on('2026-03-04'))
    const second = await sealDay(db, 'qingyuan', '2026-03-04')
    expect(second).toMatchObject({ heads: 1, previous: first?.digest })
    expect(await sealDay(db, 'qingyuan', '2026-03-05')).toMatchObject({ heads: 0, previous: second?.digest })
    expect(await sealDay(db, 'qingyuan', '2026-03-01')).toBeNull()
    expect(await rootsOf(db, 'qingyuan')).toMatchObject([first, second, { day: '2026-03-05' }])
    expect(await found()).toMatchObject({ kind: 'verified' })
    await expect(db.deleteFrom('roots').execute()).rejects.toThrow('每日总摘要只能追加，不能修改或删除。')
  })

  it('tells of a log that was written anew, chain and all, and of a root that is gone', async () => {
    await sealDay(db, 'qingyuan', '2026-03-03')
    await sealDay(db, 'qingyuan', '2026-03-04')
    const rewrite = async (subject: string, area: string) => {
      await tamper(async (owner) => {
        await owner.deleteFrom('actions').where('subject', '=', subject).execute()
      })
      for (const table of ['case_search', 'case_order', 'cases'] as const) {
        await db.deleteFrom(table).where('id', '=', subject).execute()
      }
      for (const table of ['timers', 'case_keys'] as const) {
        await db.deleteFrom(table).where('subject', '=', subject).execute()
      }
      await sql`update tally_changes set change = 0 where number = (select min(number) from tally_changes)`.execute(
        db,
      )
      await open(db, pondPermits, request(subject), pondIn(subject), on('2026-03-02'))
      for (const next of [area, area, area]) {
        await act(db, pondPermits, request(subject), measured(next), on('2026-03-03'))
      }
    }
    await rewrite('V-2', '99')
    expect(await found()).toBe('2026-03-03的总摘要记有“V-2”的第4条，现在没有这一条，或摘要不同。')
    await sql`alter table roots disable trigger roots_are_kept`.execute(db)
    await db.deleteFrom('roots').where('heads', '=', 2).execute()
    expect(await found()).toBe('2026-03-04的总摘要与它所记的各件最后一条不符，或与前一日的衔接不上。')
  })

  it('tells of an entry that none of them holds', async () => {
    await sealDay(db, 'qingyuan', '2026-03-03')
    await act(db, pondPermits, request('V-2'), measured('4'), on('2026-03-04'))
    await sql`alter table roots disable trigger roots_are_kept`.execute(db)
    await sql`insert into roots values ('qingyuan', '2026-03-20', 0, null, '')`.execute(db)
    const forged = rootOver('qingyuan', '2026-03-20', (await rootsOf(db, 'qingyuan'))[0]?.digest ?? null, [])
    await db
      .updateTable('roots')
      .set({ previous: forged.previous, digest: forged.digest })
      .where('heads', '=', 0)
      .execute()
    expect(await found()).toBe('办件“V-2”的第5条办理记录早已办理，却不在任何一日的总摘要中。')
  })
})

describe('without the programme', () => {
  it('says that the procedure of a case is not at hand', async () => {
    expect(await verify(db, [], 'qingyuan', means)).toEqual({
      kind: 'differs',
      case: 'V-1',
      message: '办件“V-1”所用的流程“permit”第1版没有找到，无法核对。',
    })
  })
})
