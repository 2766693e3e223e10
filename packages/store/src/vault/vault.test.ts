import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcedure } from '@luoshi/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import { correct } from '../correct.ts'
import type { Database } from '../database/tables.ts'
import { clerk, keeper, means, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { caseAsOf, findCase, historyOf } from '../log/read.ts'
import { readingsOf, reveal } from '../reveal.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { verify } from '../verify/verify.ts'
import { newMasterKey, readMasterKeys, writeMasterKeys } from './master-keys.ts'
import { openVault } from './open-vault.ts'
import { rotateKeys } from './rotate-keys.ts'

let server: TestServer
let db: Database
const folder = mkdtempSync(join(tmpdir(), 'luoshi-vault-'))
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(4)
}, 60_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const NAME = '欧阳小明'
const PHONE = '13900001234'

/** Every row of every table as text. */
async function everything(of: Database): Promise<string> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(of)
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(of),
    ),
  )
  return texts.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

describe('personal data at rest', () => {
  it('are nowhere in the database but sealed, and masked wherever they are read', async () => {
    const opened = await open(
      db,
      pondPermits,
      request('K-1', null, 'k-1'),
      keeper('1', '100', NAME),
      on('2026-03-02'),
    )
    expect(opened).toMatchObject({ case: { data: { name: '欧***', contact: '139****1234' } } })
    await act(
      db,
      pondPermits,
      request('K-1'),
      { name: 'change', by: clerk, input: { allowance: '120' } },
      on('2026-03-03'),
    )
    const all = await everything(db)
    expect(all).not.toContain(NAME)
    expect(all).not.toContain(PHONE)
    expect(all).toContain('139****1234')
    const shown = { name: '欧***', contact: '139****1234', allowance: '120' }
    expect((await findCase(db, 'qingyuan', 'K-1'))?.case.data).toMatchObject(shown)
    const procedure = findProcedure(pondPermits, 'keepers')
    if (procedure === undefined) throw new Error('no keepers')
    const at = '2026-03-02T10:00:00+08:00'
    const earlier = await caseAsOf(db, procedure, 'qingyuan', 'K-1', at)
    expect(earlier?.data).toMatchObject({ ...shown, allowance: '100' })
    const [entered] = await historyOf(db, procedure, 'qingyuan', 'K-1')
    expect(entered?.payload.event.input).toMatchObject({ name: '欧***' })
    const again = await open(
      db,
      pondPermits,
      request('K-1', null, 'k-1'),
      keeper('1', '100', NAME),
      on('2026-03-02'),
    )
    expect(again).toEqual({ ...opened, isRepeated: true })
    expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified' })
  })

  it('are clear for the rules and in what a notice has shown clear', async () => {
    await open(db, pondPermits, request('P-1'), pondIn('上河村'), on('2026-03-02'))
    const correction = { by: clerk, changes: { contact: '13700009999' }, reason: '写错', cite: null }
    const put = await correct(db, pondPermits, request('P-1'), correction, on('2026-03-03'))
    expect(put).toMatchObject({ kind: 'done', case: { data: { contact: '137****9999' } } })
    await act(db, pondPermits, request('P-1'), { name: 'publicise', by: clerk }, on('2026-03-04'))
    const [disclosed] = await db.selectFrom('disclosures').select('record').execute()
    expect(disclosed?.record).toMatchObject({ contact: '137****9999' })
  })
})

describe('a clear reading', () => {
  const asked = { county: 'qingyuan', cases: ['K-1'], by: clerk, reason: '发放补助前核对' }

  it('is kept with who, when, what and why, in a chain', async () => {
    expect(await reveal(db, pondPermits, asked, on('2026-03-05'))).toEqual({
      kind: 'revealed',
      cases: [{ id: 'K-1', data: { name: NAME, contact: PHONE } }],
    })
    await reveal(db, pondPermits, { ...asked, fields: ['contact', 'allowance'] }, on('2026-03-06'))
    const [first, second] = await readingsOf(db, 'qingyuan', 'K-1')
    expect(first).toMatchObject({
      reader: 'clerk',
      fields: ['name', 'contact'],
      reason: '发放补助前核对',
      previous: null,
    })
    expect(second).toMatchObject({ sequence: 2, fields: ['contact'] })
    await expect(db.deleteFrom('readings').execute()).rejects.toThrow('个人信息的查看记录只能追加')
    const many = Array.from({ length: 8 }, () => reveal(db, pondPermits, asked, on('2026-03-07')))
    await Promise.all(many)
    const kept = await readingsOf(db, 'qingyuan', 'K-1')
    expect(kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('needs a reason and the right to read the case', async () => {
    expect(await reveal(db, pondPermits, { ...asked, reason: ' ' }, on('2026-03-05'))).toMatchObject({
      issue: { message: '查看个人信息应写明用途。' },
    })
    const stranger = { ...clerk, posts: [] }
    expect(await reveal(db, pondPermits, { ...asked, by: stranger }, on('2026-03-05'))).toMatchObject({
      issues: [{ message: '您无权对此办件办理“查看个人信息”，应由经办人办理。' }],
    })
    expect(await reveal(db, pondPermits, { ...asked, cases: ['none'] }, on('2026-03-05'))).toMatchObject({
      issue: { message: '没有找到这个办件：它不存在，或者您无权查看。' },
    })
    expect(await readingsOf(db, 'qingyuan', 'K-1')).toHaveLength(10)
  })
})

describe('master keys', () => {
  it('are made once in the data folder, for its owner alone', () => {
    const made = readMasterKeys(folder, null)
    expect(made).toEqual(readMasterKeys(folder, null))
    expect(statSync(join(folder, 'master-keys')).mode & 0o777).toBe(0o600)
    const keys = [newMasterKey(), newMasterKey()]
    writeMasterKeys(folder, keys)
    expect(readMasterKeys(folder, null)).toEqual({ kind: 'read', keys })
  })

  it('that are wrong are told with what would pass', () => {
    const form = '应为“编号:密钥”，密钥是32字节的Base64，几个之间用逗号或换行隔开，新的在前'
    const good = `a:${Buffer.alloc(32).toString('base64')}`
    const messageOf = (given: string) => {
      const read = readMasterKeys(folder, given)
      return read.kind === 'refused' ? read.message : null
    }
    expect(messageOf('')).toBe(`LUOSHI_MASTER_KEYS里没有主密钥：${form}。`)
    expect(messageOf(`${good},b:short`)).toBe(`LUOSHI_MASTER_KEYS的第2个主密钥不合格式：${form}。`)
    expect(messageOf(`${good},${good}`)).toBe('LUOSHI_MASTER_KEYS里主密钥编号“a”出现了两次。')
    writeFileSync(join(folder, 'master-keys'), 'nonsense')
    expect(readMasterKeys(folder, null)).toMatchObject({ kind: 'refused' })
  })

  it('are changed without a change to the log, and the old ones are needed no more', async () => {
    const own = await server.database(2)
    const [old, young] = [newMasterKey(), newMasterKey()]
    const vaultWith = async (masterKeys: (typeof old)[]) => {
      const opened = await openVault(own, { masterKeys })
      if (opened.kind === 'refused') throw new Error(opened.message)
      return opened.vault
    }
    const first = await vaultWith([old])
    for (const id of ['K-1', 'K-2']) {
      await open(own, pondPermits, request(id), keeper(id, '100', NAME), {
        ...on('2026-03-02'),
        vault: first,
      })
    }
    const log = () => own.selectFrom('actions').selectAll().orderBy('subject').execute()
    const before = await log()
    expect(await rotateKeys(own, await vaultWith([young, old]))).toBe(3)
    expect(await log()).toEqual(before)
    const vault = await vaultWith([young])
    expect(vault.blindIndex('qingyuan', PHONE)).toBe(first.blindIndex('qingyuan', PHONE))
    const asked = { county: 'qingyuan', cases: ['K-2'], by: clerk, reason: '核对' }
    expect(await reveal(own, pondPermits, asked, { ...on('2026-03-05'), vault })).toMatchObject({
      cases: [{ data: { name: NAME } }],
    })
    expect(await openVault(own, { masterKeys: [old] })).toEqual({
      kind: 'refused',
      message: `数据库里的个人信息用主密钥“${young.id}”加密，而给的主密钥里没有它：请把它补进 LUOSHI_MASTER_KEYS。`,
    })
    expect(await openVault(own, { masterKeys: [{ ...old, id: young.id }] })).toEqual({
      kind: 'refused',
      message: `主密钥“${young.id}”与数据库里用的不是同一把：请核对 LUOSHI_MASTER_KEYS。`,
    })
  })
})
