import { hash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcedure, officialCalendar } from '@luoshi/kernel'
import { type Database, type Entry, entriesOf, findCase, soleClient, startStore } from '@luoshi/store'
import { cockpitOf } from '../../apps/server/src/enforcement/cockpit.ts'
import { publishedGazettes } from '../../apps/server/src/library.ts'
import { canonicalJson } from '../../packages/store/src/log/digest.ts'
import { type Followed, follow } from '../../packages/store/src/verify/chain.ts'
import { enforcement } from '../../programmes/enforcement/index.ts'
import { people, units } from '../../programmes/enforcement/world.test-support.ts'
import { loadEnforcement } from './enforcement-data.ts'

const CASES = Number(process.env['LUOSHI_BENCH_CASES'] ?? 200_000)

/** Entries that are followed, and hashed for the floor. */
const FOLLOWED = 200_000

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function timesOf(often: number, ask: (time: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let time = 0; time < often; time++) {
    const begin = performance.now()
    await ask(time)
    times.push(performance.now() - begin)
  }
  return times
}

/**
 * The cockpit over a county's cases, one case with its log, and the chain beside hashing the same bytes. Where
 * `LUOSHI_BENCH_FOLDER` names a folder, the cases stay in it and are not loaded a second time.
 */
export async function benchEnforcement(say: (line: string) => void): Promise<void> {
  const kept = process.env['LUOSHI_BENCH_FOLDER']
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const store = await startStore({ folder, url: null, masterKeys: null, connections: 4 })
  if (store.kind === 'refused') throw new Error(store.message)
  await load(store, say)
  if (process.env['LUOSHI_BENCH_LOAD'] === undefined) await measure(store.db, say)
  await store.stop()
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
}

type Store = Extract<Awaited<ReturnType<typeof startStore>>, { kind: 'started' }>

async function load({ db, vault }: Store, say: (line: string) => void): Promise<void> {
  const begin = performance.now()
  const client = soleClient(db)
  await client.connect()
  await loadEnforcement(client, vault, CASES)
  const { rows } = await client.query<{ cases: string; open: string; actions: string }>(
    `select (select count(*) from cases where procedure = 'ordinary') as cases,
            (select count(*) from cases where procedure = 'ordinary' and is_open) as open,
            (select count(*) from actions) as actions`,
  )
  await client.end()
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  const { cases, open, actions } = rows[0] ?? {}
  say(
    `${cases} cases of penalty, ${open} of them going on; ${actions} actions with their records; ready after ${seconds} s`,
  )
}

async function measure(db: Database, say: (line: string) => void): Promise<void> {
  const procedure = findProcedure(enforcement, 'ordinary')
  if (procedure === undefined) throw new Error('no procedure')
  const now = '2023-09-01T09:00:00+08:00'
  const state = {
    county: 'qingyuan',
    units,
    calendar: officialCalendar(),
    parameters: new Map(),
    officers: new Map(),
  }
  const officer = { county: 'qingyuan', id: 'zheng' } as never
  const actor = people.overseer
  const sight = { programme: enforcement, procedure, state, library: publishedGazettes, officer, actor, now }
  const first = await timesOf(1, () => cockpitOf(db, sight))
  const cockpit = await timesOf(20, () => cockpitOf(db, sight))
  const one = await timesOf(200, async (time) => {
    const id = `penalty-${(time * 9973) % CASES}`
    await findCase(db, 'qingyuan', id)
    await entriesOf(db, 'qingyuan', id)
  })
  const shown = (times: number[]) =>
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`
  say(`Cockpit: ${shown(cockpit)}, the first time ${first[0]?.toFixed(0)} ms; wanted: under 500 ms`)
  say(`A case with its log: ${shown(one)}; wanted: under 50 ms`)
  const entries: Entry[] = []
  for (let number = 1; entries.length < FOLLOWED && number < CASES; number++) {
    entries.push(...(await entriesOf(db, 'qingyuan', `penalty-${number}`)))
  }
  measureChain(entries, say)
}

function measureChain(entries: readonly Entry[], say: (line: string) => void): void {
  const texts = entries.map(({ digest: _digest, ...entry }) => Buffer.from(canonicalJson(entry)))
  const floor = rateOf(entries.length, () => {
    for (const text of texts) hash('sm3', text, 'hex')
  })
  const ours = rateOf(entries.length, () => {
    let before: Followed | null = null
    for (const entry of entries) {
      const found = follow([enforcement], entry.sequence === 1 ? null : before, {
        ...entry,
        at: entry.payload.event.at,
      })
      if (typeof found === 'string') throw new Error(found)
      before = found
    }
  })
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / entries.length
  say(
    `Chain: ${ours} actions a second followed, ${floor} hashed only (${Math.round(bytes)} bytes each); wanted: 200000`,
  )
}

function rateOf(count: number, work: () => void): number {
  // Once to warm up.
  work()
  const begin = performance.now()
  work()
  return Math.round((count * 1000) / (performance.now() - begin))
}
