import { findProcedure } from '@luoshi/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Opening } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, on, pondIn, pondPermits } from '../fixtures/pond-permit.ts'
import { entriesOf } from '../log/read.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { verify } from '../verify/verify.ts'
import { type ManyOpening, openAll } from './open-all.ts'
import { keysTaken } from './taken-keys.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(8)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const surroundings = on('2026-03-02')
const many = (ids: readonly string[], opening: (id: string) => Opening = pondIn): ManyOpening[] =>
  ids.map((id) => ({ case: id, requestKey: `key-${id}`, opening: opening(id) }))
const openMany = (openings: readonly ManyOpening[]) =>
  openAll(db, pondPermits, 'qingyuan', openings, surroundings)
const kinds = async (openings: readonly ManyOpening[]) => (await openMany(openings)).map(({ kind }) => kind)

const keepers = findProcedure(pondPermits, 'keepers')
if (keepers === undefined) throw new Error('the fixture has no keepers')
const keeper = (number: string): Opening => ({
  procedure: 'keepers',
  unit: 'water',
  owner: null,
  action: {
    by: clerk,
    input: { number, village: '上河村', name: '李田喜', contact: '13800005678', allowance: '300' },
  },
})

describe('many cases opened together', () => {
  it('are each what they would be alone, once', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `T-${index}`)
    expect(new Set(await kinds(many(ids)))).toEqual(new Set(['opened']))
    expect(await kinds(many([...ids.slice(0, 2), 'T-new']))).toEqual(['repeated', 'repeated', 'opened'])
    const [entry] = await entriesOf(db, 'qingyuan', 'T-7')
    expect(entry).toMatchObject({ sequence: 1, kind: 'opening', actor: 'clerk', request_key: 'key-T-7' })
    const { vault } = surroundings
    expect(await verify(db, [pondPermits], 'qingyuan', { vault, calendar: null })).toMatchObject({
      kind: 'verified',
      cases: 51,
    })
  })

  it('are refused each for itself', async () => {
    const bad = (id: string): Opening => {
      const opening = pondIn(id)
      return { ...opening, action: { ...opening.action, input: { ...opening.action.input, area: '很大' } } }
    }
    const openings = [...many(['R-1']), ...many(['R-2'], bad), ...many(['R-3'])]
    expect(await kinds(openings)).toEqual(['opened', 'refused', 'opened'])
  })

  it('that the register has already say so, alone and within a transaction that goes on', async () => {
    expect(await kinds(many(['K-1', 'K-2'], keeper))).toEqual(['opened', 'opened'])
    const again = [{ case: 'K-3', requestKey: 'other', opening: keeper('K-1') }, ...many(['K-4'], keeper)]
    expect(await kinds(again)).toEqual(['not-stored', 'opened'])
    const records = [
      { input: { number: 'K-1' }, requestKey: 'key-K-1' },
      { input: { number: 'K-2' }, requestKey: 'another' },
      { input: { number: 'K-9' }, requestKey: 'key-K-9' },
    ]
    const taken = await keysTaken(db, pondPermits, keepers as never, 'qingyuan', records)
    expect([...taken].map(([place, { code }]) => [place, code])).toEqual([[1, 'record-exists']])
    await db.transaction().execute(async (inside) => {
      const mixed = [...many(['K-1'], keeper), ...many(['K-5'], keeper)]
      const results = await openAll(inside, pondPermits, 'qingyuan', mixed, surroundings)
      expect(results.map(({ kind }) => kind)).toEqual(['repeated', 'opened'])
    })
  })
})
