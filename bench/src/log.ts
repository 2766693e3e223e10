import { chmodSync, closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { act, connectTo, type Database, migrate, open, startEmbeddedPostgres, verify } from '@luoshi/store'
import { Pool } from 'pg'
import { clerk, surroundings, waterLevels } from './log-programme.ts'
import { median } from './measure.ts'

const CASES = 1000
const ROUNDS = 5
const SECONDS = 2
const PAGE = Buffer.alloc(8192, 1)

/** Does something over and over with so many clients at once; gives how often a second. */
async function rateOf(clients: number, once: () => Promise<void>): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const begin = performance.now()
  const client = async () => {
    for (; performance.now() < end; done++) await once()
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (done * 1000) / (performance.now() - begin)
}

/** How often a second one writer overwrites a page and has it on disk. */
function syncRate(folder: string): number {
  const file = openSync(join(folder, 'synced'), 'w')
  const begin = performance.now()
  let done = 0
  for (; performance.now() - begin < SECONDS * 1000; done++) {
    writeSync(file, PAGE, 0, PAGE.length, 0)
    fdatasyncSync(file)
  }
  const seconds = (performance.now() - begin) / 1000
  closeSync(file)
  return done / seconds
}

/** Case after case, so that clients seldom meet on one. */
function nextCases(): () => string {
  let next = 0
  return () => `W-${next++ % CASES}`
}

/** Ours: authorised, validated, judged, chained, logged, projected. */
function ours(db: Database): () => Promise<void> {
  const nextCase = nextCases()
  const action = { name: 'report', by: clerk, input: { level: '812.50' } }
  return async () => {
    const request = { county: 'qingyuan', case: nextCase(), expectedVersion: null, requestKey: null }
    const acted = await act(db, waterLevels, request, action, surroundings)
    if (acted.kind !== 'done') throw new Error(JSON.stringify(acted))
  }
}

/** The floor: by hand, the same rows read and written in as many round trips, with nothing decided or computed. */
async function bare(pool: Pool): Promise<() => Promise<void>> {
  const nextCase = nextCases()
  const { rows } = await pool.query('select * from actions where sequence = 2 limit 1')
  const { kind, actor, at, cite, payload, digest } = rows[0]
  const [citeText, payloadText] = [JSON.stringify(cite), JSON.stringify(payload)]
  const read = {
    name: 'read',
    text: 'select body, version, head, programme from cases where county = $1 and id = $2',
  }
  const write = {
    name: 'write',
    text: `with changed as (
        update cases set version = version + 1, latest = $5, head = $8, body = $9
        where county = $1 and id = $2 and version = $10 returning version)
      insert into actions (county, subject, sequence, kind, actor, at, cite, payload, previous, digest)
      select $1, $2, version, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $8 from changed`,
  }
  return async () => {
    for (const id = nextCase(); ; ) {
      const found = await pool.query({ ...read, values: ['qingyuan', id] })
      const { body, version } = found.rows[0]
      const bodyText = JSON.stringify(body)
      const values = ['qingyuan', id, kind, actor, at, citeText, payloadText, digest, bodyText, version]
      if ((await pool.query({ ...write, values })).rowCount === 1) return
    }
  }
}

/** Durable actions a second beside the floors, all in this run and in turn. */
export async function benchLog(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const outcome = await startEmbeddedPostgres(folder)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  const { server } = outcome
  const where = { ...server.connection, database: 'postgres' }
  const db = connectTo(where, 16)
  await migrate(db)
  for (let number = 0; number < CASES; number++) {
    const request = { county: 'qingyuan', case: `W-${number}`, requestKey: null }
    const input = { village: `${number}村`, level: '810' }
    const opening = { procedure: 'reading', unit: 'water', owner: null, action: { by: clerk, input } }
    await open(db, waterLevels, request, opening, surroundings)
  }
  const act = ours(db)
  await rateOf(16, act)
  say(
    `Verified before the floor wrote unchained rows: ${JSON.stringify(await verify(db, [waterLevels], 'qingyuan', surroundings))}`,
  )
  const pool = new Pool({ ...where, max: 16 })
  // Closing a connection overlaps with the end of its server.
  pool.on('error', () => undefined)
  const write = await bare(pool)
  await rateOf(16, write)
  const rates: { sync: number; bare: [number, number]; ours: [number, number] }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const sync = syncRate(folder)
    const one = [await rateOf(1, write), await rateOf(1, act)] as const
    const many = [await rateOf(16, write), await rateOf(16, act)] as const
    rates.push({ sync, bare: [one[0], many[0]], ours: [one[1], many[1]] })
  }
  const middle = (of: (rate: (typeof rates)[number]) => number) => median(rates.map(of))
  say(`fdatasync of 8 KiB, one writer: ${middle(({ sync }) => sync).toFixed(0)} a second`)
  say('| clients | bare, tx/s | ours, tx/s | ours / bare | ours / fdatasync |')
  say('|---:|---:|---:|---:|---:|')
  for (const [index, clients] of [1, 16].entries()) {
    const [floor, own] = [middle((rate) => rate.bare[index] ?? 0), middle((rate) => rate.ours[index] ?? 0)]
    const share = middle((rate) => (rate.ours[index] ?? 0) / (rate.bare[index] ?? 1))
    const ofSync = middle((rate) => (rate.ours[index] ?? 0) / rate.sync)
    say(
      `| ${clients} | ${floor.toFixed(0)} | ${own.toFixed(0)} | ${share.toFixed(2)} | ${ofSync.toFixed(2)} |`,
    )
  }
  await pool.end()
  await db.destroy()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
