import { defineTextPaper, findProcedure, instrument, type Programme } from '@luoshi/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { means, measured, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { entriesOf } from '../log/read.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { verify } from '../verify/verify.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕9号')
const slip = defineTextPaper({
  id: 'slip',
  title: '塘坝复测告知书',
  basis: notice.lines(5),
  register: 'ponds',
  head: 'plain',
  issuer: '{@unit}',
  number: { mark: '清水测', basis: notice.lines(5) },
  addressee: '{village}',
  body: [{ text: '复测面积{area}亩。' }],
  annexes: [],
  copies: [],
})

/** Ponds of which every measuring gives a numbered paper. */
const measuring: Programme = numbered()

function numbered(): Programme {
  const permit = findProcedure(pondPermits, 'permit')
  const filed = permit?.states['filed']
  const measure = filed?.on['measure']
  if (!permit || !filed || !measure) throw new Error('the fixture measures no ponds')
  const on = { ...filed.on, measure: { ...measure, papers: ['slip'] } }
  const states = { ...permit.states, filed: { ...filed, on } }
  return { ...pondPermits, procedures: [{ ...permit, states }], papers: [...pondPermits.papers, slip] }
}

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(16)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const openPond = (id: string) =>
  open(db, measuring, { county: 'qingyuan', case: id, requestKey: null }, pondIn(id), on('2026-03-02'))
const measure = (
  id: string,
  area: string,
  day = '2026-03-03',
  version: number | null = null,
  key: string | null = null,
) => act(db, measuring, request(id, version, key), measured(area), on(day))

async function countsOf(year: number): Promise<number[]> {
  const rows = await db
    .selectFrom('document_numbers')
    .select('count')
    .where('county', '=', 'qingyuan')
    .where('year', '=', year)
    .orderBy('count')
    .execute()
  return rows.map(({ count }) => count)
}

describe('the number of a paper', () => {
  it('is taken with the action, stands in its log, and begins anew with the year', async () => {
    await openPond('N-1')
    const done = await measure('N-1', '13')
    expect(done.kind === 'done' && done.effects[0]).toEqual({
      kind: 'paper',
      paper: 'slip',
      number: { mark: '清水测', year: 2026, count: 1 },
    })
    await measure('N-1', '14')
    const last = await measure('N-1', '15', '2027-01-04')
    expect(last.kind === 'done' && last.effects[0]).toMatchObject({ number: { year: 2027, count: 1 } })
    const [, second] = await entriesOf(db, 'qingyuan', 'N-1')
    expect(second?.payload.effects[0]).toMatchObject({ number: { count: 1 } })
  })

  it('is not taken by what is refused, late, or sent twice', async () => {
    await openPond('N-2')
    const before = await countsOf(2026)
    expect((await measure('N-2', '-1')).kind).toBe('refused')
    expect((await measure('N-2', '12', '2026-03-03', 7)).kind).toBe('not-stored')
    await measure('N-2', '12', '2026-03-03', null, 'once')
    await measure('N-2', '12', '2026-03-03', null, 'once')
    expect(await countsOf(2026)).toEqual([...before, before.length + 1])
  })

  it('has no gap and no double, however many act at once', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `M-${index}`)
    for (const id of ids) await openPond(id)
    const before = (await countsOf(2026)).length
    const done = await Promise.all(
      Array.from({ length: 64 }, (_, index) => measure(ids[index % ids.length] ?? '', `1${index}`)),
    )
    expect(done.every(({ kind }) => kind === 'done')).toBe(true)
    const counts = await countsOf(2026)
    expect(counts).toEqual(Array.from({ length: before + 64 }, (_, index) => index + 1))
    expect(await verify(db, [measuring], 'qingyuan', means)).toMatchObject({ kind: 'verified' })
  })

  it('is verified with the log: a gap, a double and a number of nobody are told', async () => {
    const message = async () => {
      const verified = await verify(db, [measuring], 'qingyuan', means)
      return verified.kind === 'differs' ? verified.message : null
    }
    expect(await message()).toBeNull()
    const { last } = await db
      .updateTable('number_sequences')
      .set((given) => ({ last: given('last', '+', 1) }))
      .where('year', '=', 2026)
      .returning('last')
      .executeTakeFirstOrThrow()
    expect(await message()).toBe(`文号“清水测〔2026〕”编到${last}号，记下的有${last - 1}个：有缺号或重号。`)
    const other = { subject: 'N-1', sequence: 9, paper: 'slip' }
    await db
      .insertInto('document_numbers')
      .values({ county: 'qingyuan', mark: '清水测', year: 2026, count: last, ...other })
      .execute()
    expect(await message()).toBe(`文号“清水测〔2026〕${last}号”与办件“N-1”的办理记录对不上。`)
  })
})
