import { findProcedure } from '@luoshi/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, open } from './act.ts'
import { type Correction, correct } from './correct.ts'
import type { Database } from './database/tables.ts'
import { clerk, means, on, pondIn, pondPermits, request } from './fixtures/pond-permit.ts'
import { caseAsOf } from './log/read.ts'
import { startTestServer, type TestServer } from './test-database.ts'
import { verify } from './verify/verify.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
  await open(db, pondPermits, request('P-1'), pondIn('上河村'), on('2026-03-02'))
  await act(db, pondPermits, request('P-1'), { name: 'publicise', by: clerk }, on('2026-03-03'))
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const put = (change: Partial<Correction>, day = '2026-03-04') => {
  const correction = { by: clerk, changes: { area: '21.50' }, reason: '面积录入颠倒', cite: null, ...change }
  return correct(db, pondPermits, request('P-1'), correction, on(day))
}

it('needs a reason, a right, a later time and values that fit', async () => {
  const issue = { code: 'correction-empty', message: '更正应写明要改的内容和理由。', data: {} }
  expect(await put({ reason: ' ' })).toEqual({ kind: 'not-stored', issue })
  expect(await put({ changes: {} })).toEqual({ kind: 'not-stored', issue })
  const stranger = { ...clerk, posts: [] }
  expect(await put({ by: stranger })).toMatchObject({
    issues: [{ message: '您无权对此办件办理“更正”，应由经办人办理。' }],
  })
  expect(await put({}, '2026-03-01')).toMatchObject({ issues: [{ code: 'earlier-than-latest' }] })
  expect(await put({ changes: { area: '很大' } })).toMatchObject({ issues: [{ code: 'field-refused' }] })
  expect(await put({ changes: { none: '1' } })).toMatchObject({ issues: [{ code: 'field-unknown' }] })
})

it('changes the data and what is shown of it, keeps what stood before, and is part of the chain', async () => {
  expect(await put({})).toMatchObject({ kind: 'done', version: 3, case: { state: 'shown' } })
  const shown = await db.selectFrom('disclosures').selectAll().orderBy('sequence').execute()
  expect(shown).toMatchObject([
    { ended_by: 3, record: { area: '12.50' } },
    { ended_by: null, record: { area: '21.50', contact: '138****5678' } },
  ])
  expect(shown[1]?.until).toEqual(shown[0]?.until)
  const permit = findProcedure(pondPermits, 'permit')
  const areaAt = async (at: string) =>
    permit && (await caseAsOf(db, permit, 'qingyuan', 'P-1', at))?.data['area']
  expect(await areaAt('2026-03-03T12:00:00+08:00')).toBe('12.50')
  expect(await areaAt('2026-03-04T12:00:00+08:00')).toBe('21.50')
  expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified', actions: 3 })
})
