import { correctedCalendar } from '@luoshi/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, means, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { timerFired, timersDue } from '../lists/timers.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { verify } from '../verify/verify.ts'
import { movesOf, recomputeLimits } from './recompute-limits.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(4)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const before = means.calendar
const festival = { date: '2026-03-20', kind: 'holiday', name: '县庆' } as const
const after = correctedCalendar(before, [festival], '清政办发〔2026〕11号')
const change = { before, after, at: '2026-03-10T09:00:00+08:00' }
const lateFrom = async (id: string) => {
  const timer = await db
    .selectFrom('timers')
    .select(['at', 'fired'])
    .where('subject', '=', id)
    .where('name', '=', 'limit/decide')
    .executeTakeFirst()
  return timer && new Date(timer.at).toISOString()
}

it('moves limits by the days that count otherwise, says why, and only once', async () => {
  await open(db, pondPermits, request('P-1'), pondIn('一村'), on('2026-03-02'))
  await open(db, pondPermits, request('P-2'), pondIn('二村'), on('2026-03-02'))
  await act(db, pondPermits, request('P-2'), { name: 'grant', by: clerk }, on('2026-03-03'))
  await open(db, pondPermits, request('P-3'), pondIn('三村'), on('2026-03-25'))
  expect(await lateFrom('P-1')).toBe('2026-03-30T16:00:00.000Z')
  expect(await recomputeLimits(db, [pondPermits], 'qingyuan', change)).toEqual({ cases: 2, moved: 1 })
  expect(await lateFrom('P-1')).toBe('2026-03-31T16:00:00.000Z')
  expect(await movesOf(db, 'qingyuan', 'P-1')).toEqual([
    {
      case: 'P-1',
      limit: 'decide',
      at: '2026-03-10T01:00:00.000Z',
      before: '2026-03-30',
      after: '2026-03-31',
      explanation:
        '日历调整（2026-03-20由“计入”改为“法定节假日（县庆）”）：“决定期限”的到期日由2026-03-30改为2026-03-31。',
    },
  ])
  expect(await movesOf(db, 'qingyuan', 'P-3')).toEqual([])
  expect(await recomputeLimits(db, [pondPermits], 'qingyuan', change)).toEqual({ cases: 2, moved: 0 })
  expect(await verify(db, [pondPermits], 'qingyuan', { ...means, calendar: after })).toMatchObject({
    kind: 'verified',
  })
  expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({
    message: '办件“P-1”的期限提醒与按现行日历推算的不一致，请重算期限。',
  })
})

it('lets an alarm go off again only where its time lies ahead again', async () => {
  const due = await timersDue(db, '2026-04-01T00:00:00+08:00')
  expect(due.map((timer) => [timer.case, timer.name])).toEqual([
    ['P-1', 'limit/decide/reminder'],
    ['P-1', 'limit/decide'],
  ])
  const now = '2026-04-01T00:00:05+08:00'
  const fired = await Promise.all([...due, ...due].map((timer) => timerFired(db, timer, now)))
  expect(fired.filter((isFirst) => isFirst)).toHaveLength(2)
  expect(await timersDue(db, now)).toEqual([])
  const back = { before: after, after: before, at: now }
  expect(await recomputeLimits(db, [pondPermits], 'qingyuan', back)).toMatchObject({ moved: 1 })
  expect(await timersDue(db, '2026-04-02T00:00:00+08:00')).toEqual([])
  const longer = {
    before,
    after: correctedCalendar(after, [{ ...festival, date: '2026-03-26' }], '又及'),
    at: '2026-04-01T00:00:06+08:00',
  }
  expect(await recomputeLimits(db, [pondPermits], 'qingyuan', longer)).toMatchObject({ moved: 2 })
  expect(await timersDue(db, '2026-04-02T00:00:00+08:00')).toMatchObject([
    { case: 'P-1', name: 'limit/decide' },
  ])
})
