import { type AccessFilter, findProcedure } from '@luoshi/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, on, pondPermits, request } from '../fixtures/pond-permit.ts'
import { testVault } from '../fixtures/test-vault.ts'
import { listAnew } from '../listing/list-anew.ts'
import { normalisedText } from '../listing/search-text.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import type { CaseQuery } from './case-query.ts'
import { countCases, countOpen } from './count-cases.ts'
import { headsAcross, listAcross, openCasesAmong } from './list-across.ts'
import { listCases } from './list-cases.ts'
import { BOUNDS, type Bounds } from './page-rows.ts'
import { valuesHeld } from './values-held.ts'

/** What the lists must find, kept beside the database. */
interface Kept {
  readonly id: string
  readonly unit: string
  readonly owner: string | null
  readonly village: string
  readonly allowance: string
  readonly since: string | undefined
  readonly contact: string
  state: string
  latest: string
}

const UNITS = ['water', 'farm', 'town', 'school']
const VILLAGES = [
  '三岔镇（东沟）村',
  '三岔镇西沟村',
  '西 沟村',
  'Ｄ区〔1〕号',
  '小河头',
  "o'brien\\村",
  '沟村沟村沟',
  '村',
]
const OWNERS = [null, null, 'lin', 'wang']

let server: TestServer
let db: Database
const kept: Kept[] = []

const found = findProcedure(pondPermits, 'keepers')
if (found === undefined) throw new Error('no keepers')
const keepers = found

beforeAll(async () => {
  server = await startTestServer()
  db = await server.database(4)
  for (let number = 0; number < 120; number++) {
    const id = `K-${number}`
    const unit = UNITS[number % 4] ?? ''
    const owner = OWNERS[(number >> 1) % 4] ?? null
    const village = VILLAGES[number % VILLAGES.length] ?? ''
    const allowance = ['5', '5.0', '40', '300.5', '0'][number % 5] ?? ''
    const since = number % 3 === 0 ? undefined : `2025-0${1 + (number % 9)}-11`
    const contact = `1390000${String(1000 + (number % 7))}`
    const by = { ...clerk, posts: [{ role: 'clerk', unit, from: null, until: null }] }
    const input = {
      number: `${number}`,
      village,
      name: '王小明',
      contact,
      allowance,
      ...(since && { since }),
    }
    const day = `2026-03-${String(2 + (number % 5)).padStart(2, '0')}`
    const opening = { procedure: 'keepers', unit, owner, action: { by, input } }
    const opened = await open(db, pondPermits, request(id), opening, on(day))
    if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
    const entry: Kept = { id, unit, owner, village, allowance, since, contact, state: 'current', latest: day }
    if (number % 4 === 1) {
      const strike = { name: 'strike', by, reason: '离岗' }
      await act(db, pondPermits, request(id), strike, on('2026-03-09'))
      Object.assign(entry, { state: 'struck', latest: '2026-03-09' })
    }
    kept.push(entry)
  }
}, 120_000)
afterAll(() => server?.stop(), 60_000)

const filters = fc.oneof(
  fc.constant<AccessFilter>({ county: 'qingyuan', isWholeCounty: true, units: [], owner: null }),
  fc.record({
    county: fc.constant('qingyuan'),
    isWholeCounty: fc.constant(false),
    units: fc.subarray([...UNITS, 'nobody']),
    owner: fc.constantFrom(null, 'lin', 'zhao'),
  }),
)
const words = fc.constantFrom(
  '',
  '沟村',
  '西沟',
  '村',
  'd区',
  '[1]',
  '(东沟)',
  "o'brien\\",
  '三岔 沟',
  '河沟',
  '沟村沟',
  '%',
  '沟%',
  '_沟',
)
const queries = fc.record({
  filter: filters,
  q: words,
  closed: fc.constantFrom('open' as const, 'closed' as const, 'all' as const),
  states: fc.constantFrom<readonly string[] | undefined>(
    undefined,
    ['current'],
    ['struck'],
    ['current', 'none'],
  ),
  unit: fc.constantFrom(undefined, 'water', 'nobody'),
  where: fc.constantFrom({}, { allowance: '5.00' }, { contact: '139 00001003' }, { village: '小河头' }),
  sort: fc.record({
    by: fc.constantFrom('latest', 'opened', 'allowance', 'since'),
    descending: fc.boolean(),
  }),
  limit: fc.constantFrom(1, 3, 7, 500),
})
/** Lists of these few are made by the ways that serve a few and by those that serve millions. */
const bounds = fc.constantFrom(BOUNDS, { candidates: 3, kinds: 0, sparsest: 1000, sorted: 0 })
type Asked = typeof queries extends fc.Arbitrary<infer Value> ? Value : never

function expected({ filter, q, closed, states, unit, where }: Asked): readonly Kept[] {
  return kept.filter((one) => {
    const isReached = filter.isWholeCounty || filter.units.includes(one.unit)
    if (!isReached && (filter.owner === null || filter.owner !== one.owner)) return false
    if (closed !== 'all' && (closed === 'open') !== (one.state === 'current')) return false
    if (states !== undefined && !states.includes(one.state)) return false
    if (unit !== undefined && unit !== one.unit) return false
    if ('allowance' in where && Number(one.allowance) !== 5) return false
    if ('contact' in where && one.contact !== '13900001003') return false
    if ('village' in where && one.village !== '小河头') return false
    const number = one.id.slice(2)
    const texts = [number, one.village].map(normalisedText)
    return q.split(' ').every((word) => texts.some((text) => text.includes(normalisedText(word))))
  })
}

function queryOf({ states, unit, ...asked }: Asked): CaseQuery {
  return {
    county: 'qingyuan',
    programme: pondPermits,
    procedure: keepers,
    vault: testVault,
    ...asked,
    ...(states && { states }),
    ...(unit && { unit }),
  }
}

async function allPages(query: CaseQuery, within: Bounds): Promise<readonly Kept[]> {
  const rows: Kept[] = []
  for (let after: string | undefined; ; ) {
    const listed = await listCases(db, after === undefined ? query : { ...query, after }, within)
    if (listed.kind === 'refused') throw new Error(listed.issue.message)
    for (const row of listed.rows) {
      const one = kept.find(({ id }) => id === row.case.id)
      if (one !== undefined) rows.push(one)
    }
    if (listed.next === null) return rows
    after = listed.next
  }
}

const keyOf = {
  latest: (one: Kept) => one.latest,
  opened: (one: Kept) => `2026-03-0${2 + (Number(one.id.slice(2)) % 5)}`,
  allowance: (one: Kept) => Number(one.allowance),
  since: (one: Kept) => one.since ?? '',
} as const

it('every page of any list has what an exhaustive look has, in order, and the count agrees', async () => {
  await fc.assert(
    fc.asyncProperty(queries, bounds, async (asked, within) => {
      const wanted = expected(asked)
      const rows = await allPages(queryOf(asked), within)
      expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
      const key = keyOf[asked.sort.by as keyof typeof keyOf]
      for (const [index, row] of rows.slice(1).entries()) {
        const [a, b] = [key(rows[index] as Kept), key(row)]
        expect(asked.sort.descending ? a >= b : a <= b).toBe(true)
      }
      const count = await countCases(db, queryOf(asked))
      expect(count).toEqual({ kind: 'count', value: wanted.length, isAtLeast: false })
    }),
    { numRuns: 300 },
  )
})

it('open cases of several procedures are listed and counted under the same filter', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const share = { programme: pondPermits, procedure: keepers, filter }
      const asked = { filter, q: '', closed: 'open', where: {} } as unknown as Asked
      const wanted = expected(asked).map(({ id }) => id)
      const across = await listAcross(db, 'qingyuan', [{ ...share, filter: null }, share], 200)
      expect(across.map((row) => row.case.id).sort()).toEqual(wanted.sort())
      const heads = await headsAcross(db, 'qingyuan', [share], 200)
      expect(heads).toMatchObject(across.map((row) => ({ id: row.case.id, head: row.head })))
      // Of cases that are named those only that go on and may be read.
      const everyId = kept.map(({ id }) => id)
      const among = await openCasesAmong(db, 'qingyuan', [share], everyId)
      expect(among.map((row) => row.case.id).sort()).toEqual(wanted.sort())
      expect(await countOpen(db, 'qingyuan', [{ ...share, filter: null }, share])).toEqual([0, wanted.length])
    }),
    { numRuns: 40 },
  )
})

it('tells which values records have in some states, and no others', async () => {
  const values = [...new Set(kept.map(({ village }) => village)), "o'brien\\", '无此村']
  const of = { county: 'qingyuan', programme: pondPermits, procedure: keepers, field: 'village', values }
  for (const states of [['current'], ['struck'], ['current', 'struck'], []]) {
    const held = await valuesHeld(db, { ...of, states })
    const wanted = kept.filter(({ state }) => states.includes(state)).map(({ village }) => village)
    expect([...held].sort()).toEqual([...new Set(wanted)].sort())
  }
  expect(await valuesHeld(db, { ...of, values: [], states: ['current'] })).toEqual(new Set())
})

it('what was listed anew is listed as before', async () => {
  const everything = async () => [
    await db.selectFrom('case_search').selectAll().orderBy('id').execute(),
    await db.selectFrom('case_order').selectAll().orderBy('id').orderBy('field').execute(),
  ]
  const before = await everything()
  await db.deleteFrom('case_search').where('id', '<', 'K-5').execute()
  expect(await listAnew(db, testVault, [pondPermits])).toBe(120)
  expect(await everything()).toEqual(before)
  expect(await listAnew(db, testVault, [pondPermits])).toBe(0)
})
