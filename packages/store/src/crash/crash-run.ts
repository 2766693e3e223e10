import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { means, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import type { TestServer } from '../test-database.ts'
import { type Verified, verify } from '../verify/verify.ts'
import type { CrashWorkerTask, JournalLine } from './crash-worker.ts'

/** How much is done, and how often something is killed meanwhile. */
export interface CrashPlan {
  /** Actions that must have been acknowledged in the end. */
  readonly actions: number
  readonly cases: number
  readonly clientsEach: number
  /** How often one of the two processes is killed. */
  readonly kills: number
  /** How often the database is killed. */
  readonly databaseKills: number
}

/** What was left when all had ended. */
export interface CrashReport {
  readonly acknowledged: number
  /** Acknowledged, and not in the log. */
  readonly lost: number
  /** Requests that were stored more than once. */
  readonly doubles: number
  /** Requests that had no answer when their process was killed, and were sent again. */
  readonly sentAgain: number
  /** Of those, such as had been stored all the same: they got their first answer. */
  readonly repeated: number
  /** Additions in the log less what the cases hold. */
  readonly lostUpdates: number
  /** Alarms that went off twice, and all that were due. */
  readonly doubleTimers: number
  readonly timers: number
  readonly verified: Verified
  readonly seconds: number
}

/**
 * Lets two processes act on the same cases, kills them and the database time and again, and looks what was left: every
 * addition reads what a case holds and writes one more.
 */
export async function runCrash(server: TestServer, plan: CrashPlan): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-crash-'))
  const db = await server.database(4)
  const ids = Array.from({ length: plan.cases }, (_, place) => `C-${place}`)
  for (const id of ids) {
    const opening = pondIn(id)
    const input = { ...opening.action.input, area: '0' }
    await open(
      db,
      pondPermits,
      request(id),
      { ...opening, action: { ...opening.action, input } },
      on('2026-03-02'),
    )
  }
  const begin = performance.now()
  const journals = ['one', 'two'].map((name) => join(folder, name))
  const connection = server.connectionTo(db)
  const started = journals.map((journal) =>
    start({ connection, journal, clients: plan.clientsEach, cases: ids }),
  )
  const strokes = plan.kills + plan.databaseKills
  for (let stroke = 1; stroke <= strokes; stroke++) {
    await acknowledgedAtLeast(journals, (plan.actions * stroke) / (strokes + 1))
    const isOfDatabase =
      stroke % Math.ceil(strokes / (plan.databaseKills || 1)) === 0 && plan.databaseKills > 0
    if (isOfDatabase) await server.crash()
    else
      await killAndStart(started, stroke % 2, {
        connection,
        journal: journals[stroke % 2] ?? '',
        clients: plan.clientsEach,
        cases: ids,
      })
  }
  await acknowledgedAtLeast(journals, plan.actions)
  await Promise.all(started.map(finish))
  const seconds = (performance.now() - begin) / 1000
  const report = await examine(db, journals.flatMap(linesOf))
  rmSync(folder, { recursive: true, force: true })
  return { ...report, seconds }
}

function start(task: CrashWorkerTask): ChildProcess {
  const file = join(import.meta.dirname, 'crash-worker.ts')
  return spawn(process.execPath, [file, JSON.stringify(task)], { stdio: ['pipe', 'ignore', 'inherit'] })
}

async function killAndStart(started: ChildProcess[], place: number, task: CrashWorkerTask): Promise<void> {
  const process = started[place]
  if (process === undefined) return
  process.kill('SIGKILL')
  await ended(process)
  started[place] = start(task)
}

async function finish(process: ChildProcess): Promise<void> {
  process.stdin?.write('end\n')
  const code = await ended(process)
  if (code !== 0) throw new Error(`a process of the crash run ended with ${code}`)
}

function ended(process: ChildProcess): Promise<number | null> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve(process.exitCode)
  return new Promise((resolve) => process.on('exit', (code) => resolve(code)))
}

async function acknowledgedAtLeast(journals: readonly string[], wanted: number): Promise<void> {
  for (; ; await wait(50)) {
    const texts = journals.map((journal) => (sizeOf(journal) === 0 ? '' : readFileSync(journal, 'utf8')))
    const done = texts.map((text) => text.split('"kind":"done"').length - 1)
    if (done.reduce((sum, count) => sum + count, 0) >= wanted) return
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Lines of a journal; one that its process was killed in the middle of is not counted. */
function linesOf(journal: string): readonly JournalLine[] {
  if (sizeOf(journal) === 0) return []
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as JournalLine)
}

async function examine(db: Database, lines: readonly JournalLine[]): Promise<Omit<CrashReport, 'seconds'>> {
  const done = lines.filter((line) => line.kind === 'done')
  const keys = new Set(done.map(({ key }) => key))
  const stored = await sql<{ key: string; times: number }>`
    select request_key as key, count(*)::integer as times from actions where request_key is not null
    group by request_key`.execute(db)
  const times = new Map(stored.rows.map((row) => [row.key, row.times]))
  const sent = Map.groupBy(
    lines.filter((line) => line.kind === 'sent'),
    ({ key }) => key,
  )
  const fired = lines.flatMap((line) => (line.kind === 'fired' ? [line.timer] : []))
  const held = await sql<{ sum: number }>`
    select sum((body->'data'->>'area')::integer)::integer as sum from cases`.execute(db)
  const timers = await sql<{ due: number }>`
    select count(*)::integer as due from timers where fired is not null`.execute(db)
  return {
    acknowledged: keys.size,
    lost: [...keys].filter((key) => !times.has(key)).length,
    doubles: [...times.values()].filter((count) => count > 1).length + (done.length - keys.size),
    sentAgain: lines.filter(({ kind }) => kind === 'again').length,
    repeated: done.filter(({ isRepeated }) => isRepeated).length,
    lostUpdates: [...sent.keys()].filter((key) => times.has(key)).length - (held.rows[0]?.sum ?? 0),
    doubleTimers: fired.length - new Set(fired).size,
    timers: timers.rows[0]?.due ?? 0,
    verified: await verify(db, [pondPermits], 'qingyuan', means),
  }
}
