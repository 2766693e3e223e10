import { type AccessFilter, findProcedure } from '@luoshi/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, keeper, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { keysTaken } from '../imports/taken-keys.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import type { CaseQuery, CaseSelection } from './case-query.ts'
import { countCases } from './count-cases.ts'
import { listCases } from './list-cases.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(4)
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const procedureOf = (id: string) => {
  const procedure = findProcedure(pondPermits, id)
  if (procedure === undefined) throw new Error(`no procedure ${id}`)
  return procedure
}
const wholeCounty: AccessFilter = { county: 'qingyuan', isWholeCounty: true, units: [], owner: null }
const selection = (id: string, more: Partial<CaseSelection> = {}): CaseSelection => ({
  county: 'qingyuan',
  programme: pondPermits,
  procedure: procedureOf(id),
  filter: wholeCounty,
  ...more,
})
const idsOf = async (query: CaseQuery) => {
  const listed = await listCases(db, query)
  return listed.kind === 'page' ? listed.rows.map((row) => row.case.id) : listed.issue.message
}
const enter = (id: string, number: string, allowance = '100') =>
  open(db, pondPermits, request(id), keeper(number, allowance), on('2026-03-02'))

describe('a list of records', () => {
  it('has them in the order of a figure, page by page, personal fields masked', async () => {
    for (const [id, allowance] of [
      ['K-1', '90'],
      ['K-2', '1000.5'],
      ['K-3', '200'],
    ] as const) {
      await enter(id, id, allowance)
    }
    const query = { ...selection('keepers'), sort: { by: 'allowance', descending: false }, limit: 2 }
    const first = await listCases(db, query)
    if (first.kind === 'refused' || first.next === null) throw new Error('no second page')
    expect(first.rows.map((row) => row.case.id)).toEqual(['K-1', 'K-3'])
    expect(first.rows[0]?.case.data).toMatchObject({ name: '王**', contact: '139****1234' })
    expect(await idsOf({ ...query, after: first.next })).toEqual(['K-2'])
    expect(await countCases(db, selection('keepers'))).toEqual({ kind: 'count', value: 3, isAtLeast: false })
  })

  it('holds only what the filter lets through', async () => {
    const none = { filter: null }
    expect(await idsOf(selection('keepers', none))).toEqual([])
    const other = { filter: { ...wholeCounty, isWholeCounty: false, units: ['police'] } }
    expect(await idsOf(selection('keepers', other))).toEqual([])
    const elsewhere = { filter: { ...wholeCounty, county: 'elsewhere' } }
    expect(await idsOf(selection('keepers', elsewhere))).toEqual([])
  })

  it('is found by words, states and fields', async () => {
    await open(db, pondPermits, request('P-1'), pondIn('南 沟村'), on('2026-03-02'))
    await open(db, pondPermits, request('P-2'), pondIn('北沟村'), on('2026-03-03'))
    await act(db, pondPermits, request('P-2'), { name: 'grant', by: clerk }, on('2026-03-04'))
    expect(await idsOf(selection('permit'))).toEqual(['P-2', 'P-1'])
    expect(await idsOf(selection('permit', { closed: 'open' }))).toEqual(['P-1'])
    expect(await idsOf(selection('permit', { states: ['granted'] }))).toEqual(['P-2'])
    expect(await idsOf(selection('permit', { where: { village: '北沟村' } }))).toEqual(['P-2'])
    expect(await idsOf(selection('permit', { q: '北沟' }))).toEqual(['P-2'])
    expect(await idsOf(selection('permit', { where: { colour: '红' } }))).toBe(
      '“塘坝许可”不能按“colour”查询或排序，请换一项。',
    )
    expect(await idsOf({ ...selection('permit'), after: 'x' })).toBe(
      '翻页的位置已经失效，请从第一页重新查询。',
    )
  })
})

describe('the key of a record', () => {
  it('is of one record that is not struck off', async () => {
    await enter('R-1', '7')
    const again = await enter('R-2', '7')
    expect(again.kind === 'not-stored' && again.issue.message).toBe(
      '“塘坝管护员台账”里已有“编号7”（编号“R-1”），不能重复登记；请办理那一条的变更，或先将它注销。',
    )
    const strike = { name: 'strike', by: clerk, reason: '离岗' }
    await act(db, pondPermits, request('R-1'), strike, on('2026-03-03'))
    expect((await enter('R-2', '7')).kind).toBe('done')
    const restore = { name: 'restore', by: clerk, reason: '返岗' }
    const back = await act(db, pondPermits, request('R-1'), restore, on('2026-03-04'))
    expect(back).toMatchObject({ kind: 'not-stored', issue: { code: 'record-exists' } })
  })

  it.each([
    ['completed', 'not-stored'],
    ['refused', 'not-stored'],
    ['withdrawn', 'done'],
  ] as const)('of a record that was %s: another is %s', async (closed, kind) => {
    const id = `S-${closed}`
    await enter(id, closed)
    await db.updateTable('cases').set({ closed }).where('id', '=', id).execute()
    const again = await enter(`T-${closed}`, closed)
    expect(again.kind).toBe(kind)
    if (again.kind === 'not-stored') expect(again.issue.message).toContain(`（编号“${id}”）`)
    const asked = [{ input: { number: closed }, requestKey: 'another' }]
    const taken = await keysTaken(db, pondPermits, procedureOf('keepers'), 'qingyuan', asked)
    expect(taken.size).toBe(1)
  })
})
