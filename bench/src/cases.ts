import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AccessFilter, type Actor, accessFilter, correctedCalendar } from '@luoshi/kernel'
import {
  act,
  type CaseSelection,
  countCases,
  type Database,
  findCase,
  limitsRunningOut,
  listAcross,
  listCases,
  open,
  recomputeLimits,
  soleClient,
  startStore,
  type Vault,
} from '@luoshi/store'
import { type Kind, kindsOf, loadCases, randomNumbers, wordsOf } from './cases-data.ts'
import { clerk, head, programmes, units } from './cases-programmes.ts'
import { clerk as gaugeClerk, surroundings, waterLevels } from './log-programme.ts'

const CASES = Number(process.env['LUOSHI_BENCH_CASES'] ?? 1_000_000)
const REQUESTS = 300
const ON = '2026-03-02'

/** What someone asks for, again and again, each time of another procedure. */
type Ask = (selection: CaseSelection) => Promise<unknown>

/** Milliseconds at a share of all: 0.95 for the slowest of twenty. */
function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Times of so many requests by so many clients at once. */
async function timesOf(clients: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let left = REQUESTS
  const client = async () => {
    while (left-- > 0) {
      const begin = performance.now()
      await ask()
      times.push(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return times
}

/** Procedures are asked for as often as they have cases. */
function drawing(kinds: readonly Kind[], random: () => number): () => Kind {
  const all = kinds.reduce((sum, { cases }) => sum + cases, 0)
  return () => {
    let place = random() * all
    for (const kind of kinds) {
      if (place < kind.cases) return kind
      place -= kind.cases
    }
    return kinds[0] as Kind
  }
}

function selectionOf({ programme, procedure }: Kind, actor: Actor): CaseSelection {
  const filter = accessFilter(actor, procedure.access.read, units, ON)
  return { county: 'qingyuan', programme, procedure, filter }
}

function asks(db: Database): Readonly<Record<string, (random: () => number) => Ask>> {
  const word = (random: () => number) => {
    const { village, project } = wordsOf(random)
    const text = random() < 0.5 ? village : project
    const length = Math.min(text.length, 2 + Math.floor(random() * 3))
    const start = Math.floor(random() * (text.length - length + 1))
    return text.slice(start, start + length)
  }
  return {
    'first page': () => (selection) => listCases(db, selection),
    'first page, open': () => (selection) => listCases(db, { ...selection, closed: 'open' }),
    'first page by area': () => (selection) =>
      listCases(db, { ...selection, sort: { by: 'area', descending: true } }),
    'search, 2–4 characters': (random) => (selection) => listCases(db, { ...selection, q: word(random) }),
    'search, one number': (random) => (selection) =>
      listCases(db, { ...selection, q: `N-${String(Math.floor(random() * 2000)).padStart(6, '0')}` }),
    count: () => (selection) => countCases(db, selection),
    'count of a search': (random) => (selection) => countCases(db, { ...selection, q: word(random) }),
  }
}

async function measureLists(
  db: Database,
  kinds: readonly Kind[],
  say: (line: string) => void,
): Promise<void> {
  say(
    '| asked | clients | administrator p50 / p95, ms | one township of 20: p50 / p95, ms | p95 township / administrator |',
  )
  say('|---|---:|---:|---:|---:|')
  for (const [name, askOf] of Object.entries(asks(db))) {
    for (const clients of [1, 16]) {
      const times = new Map<Actor, number[]>([
        [head, []],
        [clerk, []],
      ])
      // In turn, so that what else the machine does falls on both; the first round only warms up.
      for (let round = 0; round < 4; round++) {
        for (const [actor, all] of times) {
          const random = randomNumbers(round)
          const [ask, draw] = [askOf(random), drawing(kinds, random)]
          const taken = await timesOf(clients, () => ask(selectionOf(draw(), actor)))
          if (round > 0) all.push(...taken)
        }
      }
      const [whole = [], one = []] = [...times.values()]
      const shown = (all: number[]) => `${quantile(all, 0.5).toFixed(1)} / ${quantile(all, 0.95).toFixed(1)}`
      const ratio = (quantile(one, 0.95) / quantile(whole, 0.95)).toFixed(2)
      say(`| ${name} | ${clients} | ${shown(whole)} | ${shown(one)} | ${ratio} |`)
    }
  }
}

async function measureDay(db: Database, kinds: readonly Kind[], say: (line: string) => void): Promise<void> {
  for (const [who, actor] of [
    ['administrator', head],
    ['one township', clerk],
  ] as const) {
    const shares = kinds.map(({ programme, procedure }) => {
      const filter: AccessFilter | null = accessFilter(actor, procedure.access.read, units, ON)
      return { programme, procedure, states: ['checked'], filter }
    })
    for (const clients of [1, 16]) {
      const waiting = await timesOf(clients, () => listAcross(db, 'qingyuan', shares.slice(0, 20)))
      const ending = await timesOf(clients, () =>
        limitsRunningOut(db, 'qingyuan', '2026-03-10T00:00:00+08:00', shares.slice(0, 20)),
      )
      say(
        `${who}, ${clients} clients: waiting for me over 20 procedures p95 ${quantile(waiting, 0.95).toFixed(1)} ms; limits that run out p95 ${quantile(ending, 0.95).toFixed(1)} ms`,
      )
    }
  }
}

async function measureRecomputing(db: Database, say: (line: string) => void): Promise<void> {
  const before = surroundings.calendar
  const days = [{ date: '2026-03-06', kind: 'holiday', name: '县庆' } as const]
  const after = correctedCalendar(before, days, '清政办发〔2026〕11号')
  const change = { before: after, after: before, at: '2026-03-02T09:00:00+08:00' }
  // Once to set every alarm as the calendar has it; the second time every one of them moves.
  await recomputeLimits(db, programmes, 'qingyuan', change)
  const begin = performance.now()
  const again = { before, after, at: '2026-03-02T09:00:01+08:00' }
  const { cases, moved } = await recomputeLimits(db, programmes, 'qingyuan', again)
  const seconds = (performance.now() - begin) / 1000
  say(
    `Calendar changed: ${cases} open limits recomputed, ${moved} moved, in ${seconds.toFixed(1)} s (${((seconds * 1e5) / cases).toFixed(1)} s for 100,000)`,
  )
}

async function measureLongCase(db: Database, vault: Vault, say: (line: string) => void): Promise<void> {
  const own = { ...surroundings, vault }
  for (const [id, actions] of [
    ['short', 10],
    ['long', 10_000],
  ] as const) {
    const input = { village: `${id}村`, level: '810' }
    const opening = { procedure: 'reading', unit: 'water', owner: null, action: { by: gaugeClerk, input } }
    const request = { county: 'qingyuan', case: id, expectedVersion: null, requestKey: null }
    await open(db, waterLevels, request, opening, own)
    const report = { name: 'report', by: gaugeClerk, input: { level: '812.50' } }
    for (let number = 1; number < actions; number++) await act(db, waterLevels, request, report, own)
  }
  const [short, long] = [
    await timesOf(1, () => findCase(db, 'qingyuan', 'short')),
    await timesOf(1, () => findCase(db, 'qingyuan', 'long')),
  ]
  say(
    `State of a case with 10 actions: p50 ${quantile(short, 0.5).toFixed(2)} ms; with 10,000: ${quantile(long, 0.5).toFixed(2)} ms`,
  )
}

/**
 * Lists of a million cases of a hundred procedures, for one who sees all and one who sees a twentieth. Where
 * `LUOSHI_BENCH_FOLDER` names a folder, the first run only loads the cases into it, and the next ones measure.
 */
export async function benchCases(say: (line: string) => void): Promise<void> {
  const kept = process.env['LUOSHI_BENCH_FOLDER']
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  if (kept === undefined) chmodSync(folder, 0o755)
  const store = await startStore({ folder, url: null, masterKeys: null, connections: 16 })
  if (store.kind === 'refused') throw new Error(store.message)
  const { db, vault } = store
  const kinds = kindsOf(CASES)
  const isLoaded = await load(db, vault, kinds, say)
  if (!isLoaded || kept === undefined) {
    await measureLists(db, kinds, say)
    await measureDay(db, kinds, say)
    await measureRecomputing(db, say)
    await measureLongCase(db, vault, say)
  }
  await store.stop()
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
}

/** Gives whether the cases had to be loaded. */
async function load(
  db: Database,
  vault: Vault,
  kinds: readonly Kind[],
  say: (line: string) => void,
): Promise<boolean> {
  const begin = performance.now()
  const known = await db.selectFrom('case_order').select('id').limit(1).execute()
  const client = soleClient(db)
  await client.connect()
  if (known.length === 0) await loadCases(client, vault, kinds)
  const { rows } = await client.query('select pg_database_size(current_database()) / 1e6 as size')
  await client.end()
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  const largest = kinds[0]?.cases
  say(
    `${CASES} cases of ${kinds.length} procedures, the largest of ${largest}: ${Math.round(rows[0]?.size)} MB, loaded in ${seconds} s`,
  )
  return known.length === 0
}
