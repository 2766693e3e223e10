import { alarmsOfCase, findProcedure } from '@luoshi/kernel'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from './act.ts'
import type { Database } from './database/tables.ts'
import { clerk, means, measured, on, pondIn, pondPermits, request } from './fixtures/pond-permit.ts'
import { foldEntries } from './log/entry.ts'
import type { Acted } from './log/perform.ts'
import { caseAsOf, entriesOf, findCase, findSealedCase } from './log/read.ts'
import { startTestServer, type TestServer } from './test-database.ts'
import { verify } from './verify/verify.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer({ isOwn: true })
  db = await server.database(16)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const permit = findProcedure(pondPermits, 'permit')
if (permit === undefined) throw new Error('the fixture has no permit')

const openPond = (id: string, village = id, key: string | null = null, day = '2026-03-02') =>
  open(db, pondPermits, { county: 'qingyuan', case: id, requestKey: key }, pondIn(village), on(day))
const measure = (id: string, area: string, version: number | null = null, key: string | null = null) =>
  act(db, pondPermits, request(id, version, key), measured(area), on('2026-03-03'))
const grant = (id: string) =>
  act(db, pondPermits, request(id), { name: 'grant', by: clerk }, on('2026-03-04'))
const messagesOf = (acted: Acted) =>
  acted.kind === 'refused'
    ? acted.issues.map(({ message }) => message)
    : acted.kind === 'not-stored'
      ? [acted.issue.message]
      : []

/** Everything stored of a case, to see that a refusal changed nothing. */
async function everythingOf(id: string) {
  return [await findCase(db, 'qingyuan', id), await entriesOf(db, 'qingyuan', id)]
}

describe('an action that is done', () => {
  it('is in the log with its clause and its chain, and the case is what it makes it', async () => {
    await openPond('A-1', '上河村')
    const done = await measure('A-1', '13')
    expect(done).toMatchObject({ kind: 'done', version: 2, case: { data: { area: '13' } } })
    const [first, second] = await entriesOf(db, 'qingyuan', 'A-1')
    expect(second).toMatchObject({ sequence: 2, actor: 'clerk', previous: first?.digest })
    expect(second?.cite).toEqual({
      kind: 'instrument',
      county: 'qingyuan',
      docNumber: '清政办发〔2026〕9号',
      lines: [5, 5],
    })
    expect(second?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await findCase(db, 'qingyuan', 'A-1'))?.case).toEqual(done.kind === 'done' && done.case)
  })

  it('sets the alarms of the case, shows its record masked, and ends both', async () => {
    await openPond('A-2', '中河村')
    const alarms = await db
      .selectFrom('timers')
      .select(['name', 'at'])
      .where('subject', '=', 'A-2')
      .orderBy('name')
      .execute()
    const current = (await findCase(db, 'qingyuan', 'A-2'))?.case
    const wanted = current && alarmsOfCase(permit, current, on('2026-03-02').calendar)
    expect(alarms.map(({ name }) => name)).toEqual(['limit/decide', 'limit/decide/reminder'])
    expect(wanted?.map((effect) => 'at' in effect && Date.parse(effect.at)).sort()).toEqual(
      alarms.map(({ at }) => new Date(at).getTime()).sort(),
    )
    await act(db, pondPermits, request('A-2'), { name: 'publicise', by: clerk }, on('2026-03-03'))
    const shown = () => db.selectFrom('disclosures').selectAll().where('subject', '=', 'A-2').execute()
    expect(await shown()).toMatchObject([
      { record: { village: '中河村', contact: '138****5678' }, ended_by: null },
    ])
    await act(db, pondPermits, request('A-2'), { name: 'object', by: clerk }, on('2026-03-04'))
    expect(await shown()).toMatchObject([{ ended_by: 3 }])
    expect(await grant('A-2')).toMatchObject({ kind: 'done' })
    expect(await db.selectFrom('papers').select('paper').where('subject', '=', 'A-2').execute()).toEqual([
      { paper: 'decision' },
    ])
    expect(await db.selectFrom('timers').select('name').where('subject', '=', 'A-2').execute()).toEqual([])
  })

  it('can be asked of any moment', async () => {
    await openPond('A-3')
    await measure('A-3', '14')
    const areaAt = async (at: string) =>
      (await caseAsOf(db, permit, 'qingyuan', 'A-3', at))?.data['area'] ?? null
    expect(await areaAt('2026-03-01T00:00:00+08:00')).toBeNull()
    expect(await areaAt('2026-03-03T08:59:59+08:00')).toBe('12.50')
    expect(await areaAt('2026-03-03T09:00:00+08:00')).toBe('14')
  })
})

describe('what is not done', () => {
  it('is answered with its reasons, and nothing is stored', async () => {
    await openPond('B-1', '下河村')
    await openPond('B-2', '下河村')
    await grant('B-1')
    const before = await everythingOf('B-2')
    expect(messagesOf(await grant('B-2'))).toEqual([
      '不符合规定：要求本村没有已批的塘坝，实际已批1处（清政办发〔2026〕9号第4行）。',
    ])
    expect(messagesOf(await measure('B-2', '很大'))).toHaveLength(1)
    expect(messagesOf(await openPond('B-2'))).toEqual(['办件编号“B-2”已经有了，请换一个编号。'])
    expect(messagesOf(await grant('B-9'))).toEqual(['没有找到这个办件：它不存在，或者您无权查看。'])
    expect(messagesOf(await measure('B-2', '1\0'))).toEqual([
      '填写的文字里有不能保存的字符（空字符或残缺的字），请重新输入后再提交。',
    ])
    expect(await everythingOf('B-2')).toEqual(before)
    const other = { ...pondIn('某村'), procedure: 'none' }
    const lost = await open(db, pondPermits, request('B-3'), other, on('2026-03-02'))
    expect(messagesOf(lost)).toEqual(['制度“塘坝管理办法”里没有流程“none”。'])
  })

  it('is an action on a version that another has changed', async () => {
    await openPond('B-4')
    await measure('B-4', '14', 1)
    expect(messagesOf(await measure('B-4', '15', 1))).toEqual([
      '办件“B-4”已被他人办理：您看到的是第1次办理后的情况，现已办理2次，请刷新后再办。',
    ])
  })
})

describe('a request sent again', () => {
  it('gets the first answer, also after others have acted, and nothing is done twice', async () => {
    const opened = await openPond('C-1', 'C-1', 'open-1')
    expect(await openPond('C-1', 'C-1', 'open-1')).toEqual({ ...opened, isRepeated: true })
    const first = await measure('C-1', '20', 1, 'key-1')
    await measure('C-1', '21')
    expect(await measure('C-1', '20', 1, 'key-1')).toEqual({ ...first, isRepeated: true })
    expect((await findCase(db, 'qingyuan', 'C-1'))?.version).toBe(3)
  })

  it('is refused where its key stood for something else', async () => {
    await openPond('C-2')
    await measure('C-2', '20', null, 'key-2')
    expect(messagesOf(await measure('C-2', '99', null, 'key-2'))).toEqual([
      '请求编号“key-2”已用于另一项办理：同一编号只能重发同样的请求，请换一个编号。',
    ])
  })

  it('at the same moment as the first is done once', async () => {
    await openPond('C-3')
    const answers = await Promise.all(Array.from({ length: 8 }, () => measure('C-3', '30', null, 'key-3')))
    expect(answers.filter((answer) => answer.kind === 'done' && !answer.isRepeated)).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'done' && answer.isRepeated)).toHaveLength(7)
  })
})

describe('actions at the same moment', () => {
  it('on one version of a case: one is done, the others are told', async () => {
    await openPond('D-1')
    const answers = await Promise.all(['1', '2', '3', '4'].map((area) => measure('D-1', area, 1)))
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    for (const answer of answers.filter(({ kind }) => kind !== 'done')) {
      expect(answer).toMatchObject({ kind: 'not-stored', issue: { code: 'case-changed' } })
    }
  })

  it('in two cases of which a rule lets only one: only one is done', async () => {
    for (let round = 0; round < 5; round++) {
      const ids = [1, 2, 3].map((number) => `D-2-${round}-${number}`)
      for (const id of ids) await openPond(id, `同村${round}`)
      const answers = await Promise.all(ids.map(grant))
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused', 'refused'])
    }
  })

  it('2,000 of 16 clients on 20 cases: none is lost, and the chain holds', async () => {
    const many = await server.database(16)
    const ids = Array.from({ length: 20 }, (_, number) => `E-${number}`)
    for (const id of ids) await open(many, pondPermits, request(id), pondIn(id), on('2026-03-02'))
    let next = 0
    const client = async () => {
      for (let number = next++; number < 2000; number = next++) {
        const id = ids[(number * 7) % 20] ?? ''
        const acted = await act(many, pondPermits, request(id), measured(String(number)), on('2026-03-03'))
        expect(acted.kind).toBe('done')
      }
    }
    await Promise.all(Array.from({ length: 16 }, client))
    const versions = await many.selectFrom('cases').select('version').execute()
    expect(versions.reduce((sum, { version }) => sum + version, 0)).toBe(2020)
    const areas = await many.selectFrom('actions').select('payload').where('sequence', '>', 1).execute()
    const kept = areas.map(
      ({ payload }) => (payload as { event: { input: { area: string } } }).event.input.area,
    )
    expect(new Set(kept).size).toBe(2000)
    expect(await verify(many, [pondPermits], 'qingyuan', means)).toEqual({
      kind: 'verified',
      county: 'qingyuan',
      cases: 20,
      actions: 2020,
    })
  }, 60_000)
})

it('any sequence of actions folded from the log is the stored case', async () => {
  let number = 0
  const step = fc.record({
    name: fc.constantFrom('measure', 'publicise', 'object', 'grant', 'none'),
    area: fc.constantFrom('1', '2.50', '很大'),
    expected: fc.constantFrom(null, 1, 2),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const id = `F-${number++}`
      await openPond(id)
      for (const { name, area, expected } of steps) {
        const input = name === 'measure' ? { area } : {}
        await act(db, pondPermits, request(id, expected), { name, by: clerk, input }, on('2026-03-03'))
      }
      const stored = await findSealedCase(db, 'qingyuan', id)
      expect(foldEntries(permit, await entriesOf(db, 'qingyuan', id))).toEqual(stored?.case)
    }),
    { numRuns: 40 },
  )
  expect(await verify(db, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified' })
}, 60_000)

describe('what was acknowledged', () => {
  it('is there after the database was killed, and the chain holds', async () => {
    const name = await server.database(4)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(name)
    expect(rows[0]?.name).toMatch(/^test_/)
    let acknowledged = 0
    await open(name, pondPermits, request('G-1'), pondIn('G-1'), on('2026-03-02'))
    for (let round = 0; round < 3; round++) {
      const acting = (async () => {
        for (;;) {
          const area = String(acknowledged + 1)
          const acted = await act(name, pondPermits, request('G-1'), measured(area), on('2026-03-03'))
          if (acted.kind !== 'done') return acted
          acknowledged++
        }
      })()
      while (acknowledged < (round + 1) * 25) await new Promise((resolve) => setImmediate(resolve))
      await server.crash()
      expect(await acting).toMatchObject({ kind: 'not-stored', issue: { code: 'database-away' } })
      const stored = await findCase(name, 'qingyuan', 'G-1')
      expect(stored?.version).toBeGreaterThanOrEqual(acknowledged + 1)
      // At most the one that was under way is stored without having been acknowledged.
      expect(stored?.version).toBeLessThanOrEqual(acknowledged + 2)
      acknowledged = (stored?.version ?? 1) - 1
    }
    expect(await verify(name, [pondPermits], 'qingyuan', means)).toMatchObject({ kind: 'verified', cases: 1 })
  }, 60_000)
})
