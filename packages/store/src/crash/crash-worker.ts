/**
 * One process of the crash run: `crash-worker.ts {"connection", "journal", "clients", "cases"}`. It acts on cases until
 * it is killed or told to finish by a line on its input, and writes down each request before it is sent and each answer
 * when it came. Started again on the same journal, it first sends again what had no answer.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { act } from '../act.ts'
import { type Connection, connectTo } from '../database/connect.ts'
import { clerk, on, pondPermits } from '../fixtures/pond-permit.ts'
import { timerFired, timersDue } from '../lists/timers.ts'
import { findCase } from '../log/read.ts'

/** What a process is started with. */
export interface CrashWorkerTask {
  readonly connection: Connection
  /** File of requests and answers. */
  readonly journal: string
  readonly clients: number
  readonly cases: readonly string[]
}

/** A line of a journal. */
export type JournalLine =
  | {
      readonly kind: 'sent'
      readonly key: string
      readonly case: string
      readonly version: number
      readonly area: string
    }
  | { readonly kind: 'done'; readonly key: string; readonly version: number; readonly isRepeated: boolean }
  /** Another action of the case came first: nothing was stored. */
  | { readonly kind: 'late'; readonly key: string }
  /** Sent a second time, by the process that came after. */
  | { readonly kind: 'again'; readonly key: string }
  | { readonly kind: 'fired'; readonly timer: string }

type Sent = Extract<JournalLine, { kind: 'sent' }>

const { connection, journal, clients, cases } = JSON.parse(process.argv[2] ?? '') as CrashWorkerTask
const db = connectTo(connection, clients)
let isEnding = false
let number = 0

function note(line: JournalLine): void {
  appendFileSync(journal, `${JSON.stringify(line)}\n`)
}

/** Requests of an earlier life that had no answer. */
function unanswered(): readonly Sent[] {
  if (!existsSync(journal)) return []
  const lines = readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalLine)
  const answered = new Set(
    lines.flatMap((line) => (line.kind === 'done' || line.kind === 'late' ? [line.key] : [])),
  )
  return lines.filter((line) => line.kind === 'sent').filter(({ key }) => !answered.has(key))
}

/** Sends a request until it is answered: the database may be down for a moment. */
async function send({ key, case: id, version, area }: Sent): Promise<void> {
  const request = { county: 'qingyuan', case: id, expectedVersion: version, requestKey: key }
  for (;;) {
    const action = { name: 'measure', by: clerk, input: { area } }
    const acted = await act(db, pondPermits, request, action, on('2026-03-03'))
    if (acted.kind === 'done') {
      return note({ kind: 'done', key, version: acted.version, isRepeated: acted.isRepeated })
    }
    const code = acted.kind === 'not-stored' ? acted.issue.code : null
    if (code === 'case-changed') return note({ kind: 'late', key })
    if (code !== 'database-away') throw new Error(`refused: ${JSON.stringify(acted)}`)
    await wait(20)
  }
}

/** Reads a case, adds one to what it holds, and writes that back, if nobody came between. */
async function addOne(id: string): Promise<void> {
  const found = await findCase(db, 'qingyuan', id).catch(() => null)
  if (found === null) return void (await wait(20))
  const sent: Sent = {
    kind: 'sent',
    key: `${process.pid}-${number++}`,
    case: id,
    version: found.version,
    area: String(Number(found.case.data['area']) + 1),
  }
  note(sent)
  await send(sent)
}

async function fireTimers(): Promise<void> {
  const now = '2027-01-01T00:00:00+08:00'
  for (; !isEnding; await wait(50)) {
    try {
      for (const timer of await timersDue(db, now, 20)) {
        if (await timerFired(db, timer, now)) note({ kind: 'fired', timer: `${timer.case}/${timer.name}` })
      }
    } catch {
      await wait(20)
    }
  }
}

async function client(): Promise<void> {
  while (!isEnding) await addOne(cases[Math.floor(Math.random() * cases.length)] ?? '')
}

createInterface({ input: process.stdin }).on('line', () => {
  isEnding = true
})
for (const sent of unanswered()) {
  note({ kind: 'again', key: sent.key })
  await send(sent)
}
await Promise.all([fireTimers(), ...Array.from({ length: clients }, client)])
await db.destroy()
process.stdin.destroy()
