import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { everyProgramme } from '@luoshi/programmes'
import { importIssue, latestNotices, listenForChanges, startStore } from '@luoshi/store'
import autocannon from 'autocannon'
import Fastify from 'fastify'
import { prepareIssue } from '../../apps/server/src/gazettes/prepare-issue.ts'
import { createLog } from '../../apps/server/src/server-log.ts'
import { noticeAddress } from '../../apps/server/src/web/addresses.ts'
import { listen } from '../../apps/server/src/web/listen.ts'
import { createPortal } from '../../apps/server/src/web/portal.ts'
import { median } from './measure.ts'
import { issuesToSearch } from './search-corpus.ts'

const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 20
/** Marks the process that only serves. */
const SERVING = 'serve-portal'

interface Served {
  readonly uncached: string
  readonly cached: string
  readonly bare: string
  readonly paths: readonly string[]
}

/** A notice's page from the database, from the cache, and the same bytes by a bare server, in turn in one run. */
export async function benchPortal(say: (line: string) => void): Promise<void> {
  const { child, served } = await startServing()
  say(
    `${served.paths.length} notices, ${CONNECTIONS} connections, ${SECONDS} s a round, ${ROUNDS} rounds in turn`,
  )
  const rounds: Record<Kind, Round[]> = { uncached: [], cached: [], bare: [] }
  for (let round = -1; round < ROUNDS; round++) {
    for (const kind of kinds) {
      const measured = await measureRound(child.pid ?? 0, served[kind], served.paths)
      if (round >= 0) rounds[kind].push(measured)
    }
  }
  child.kill()
  say(
    'Pages a second as they were answered, beside whatever else ran; and by the processor time that a page took',
  )
  say('of the server and its database together, which tells what one core gives.')
  say('| what | pages a second | of bare | ms of a core a page | pages a core-second | of bare |')
  say('|---|---:|---:|---:|---:|---:|')
  for (const kind of kinds) {
    const rate = median(rounds[kind].map(({ rate }) => rate))
    const share = median(rounds[kind].map(({ rate }, at) => rate / (rounds.bare[at]?.rate ?? 1)))
    const cost = median(rounds[kind].map(({ cost }) => cost))
    const costShare = median(rounds[kind].map(({ cost }, at) => (rounds.bare[at]?.cost ?? 1) / cost))
    say(
      `| ${names[kind]} | ${rate.toFixed(0)} | ${share.toFixed(3)} | ${cost.toFixed(2)} | ${(1000 / cost).toFixed(0)} | ${costShare.toFixed(3)} |`,
    )
  }
}

const kinds = ['uncached', 'cached', 'bare'] as const
type Kind = (typeof kinds)[number]
const names: Readonly<Record<Kind, string>> = {
  uncached: 'from PostgreSQL, rendered and packed each time',
  cached: 'from the cache',
  bare: 'bare Fastify, the same bytes',
}

/** Pages a second, and milliseconds of processor time for each. */
interface Round {
  readonly rate: number
  readonly cost: number
}

async function measureRound(pid: number, address: string, paths: readonly string[]): Promise<Round> {
  const before = processorTimeOf(pid)
  const { rate, count } = await loadOn(address, paths)
  return { rate, cost: (processorTimeOf(pid) - before) / count }
}

/** Milliseconds for which a process and all that it started have been on a processor. */
function processorTimeOf(root: number): number {
  const known = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const line = statOf(name)
    // The name of a program may hold anything; behind its bracket come state, parent and the counts.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    known.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) })
  }
  let ticks = 0
  for (const [pid, one] of known) {
    let at: number | undefined = pid
    while (at !== undefined && at !== root) at = known.get(at)?.parent
    if (at === root) ticks += one.ticks
  }
  return ticks * MS_PER_TICK
}

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

async function loadOn(address: string, paths: readonly string[]): Promise<{ rate: number; count: number }> {
  const { requests, non2xx } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })),
  })
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${address} were no pages`)
  return { rate: requests.average, count: requests.total }
}

/** Starts the servers in one process of its own, on one core where that can be said. */
function startServing(): Promise<{ child: ReturnType<typeof spawn>; served: Served }> {
  const self = new URL(import.meta.url).pathname
  const child = spawn('taskset', ['-c', '0', process.execPath, self, SERVING], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the servers ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('\n')) resolve({ child, served: JSON.parse(said.split('\n')[0] ?? '') as Served })
    })
  })
}

async function serve(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const store = await startStore({ folder, url: null, masterKeys: null })
  if (store.kind === 'refused') throw new Error(store.message)
  const { db } = store
  for (const { issue, text } of issuesToSearch()) {
    await importIssue(db, prepareIssue(issue, text), {
      by: 'bench',
      at: '2026-01-01T00:00:00Z',
      isPublished: true,
    })
  }
  const changes = await listenForChanges(db)
  const services = {
    db,
    changes,
    programmes: everyProgramme,
    clock: () => '2026-03-02T09:00:00.000+08:00' as const,
    log: createLog('error', process.stderr),
  }
  const paths = (await latestNotices(db, { limit: 100 })).map(noticeAddress)
  const portals = [false, true].map((isCaching) => createPortal(services, { publicUrl: null, isCaching }))
  const addresses: string[] = []
  for (const portal of portals) {
    const listening = await listen(portal, { host: '127.0.0.1', port: 0 })
    if (!listening.isListening) throw new Error(listening.reason)
    addresses.push(listening.address)
  }
  const bare = Fastify()
  for (const path of paths) {
    const page = await portals[1]?.request(path)
    const bytes = gzipSync(new Uint8Array((await page?.arrayBuffer()) ?? []))
    bare.get(decodeURI(path), (_, reply) =>
      reply.header('content-type', 'text/html; charset=UTF-8').header('content-encoding', 'gzip').send(bytes),
    )
  }
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  process.stdout.write(
    `${JSON.stringify({ uncached: addresses[0] ?? '', cached: addresses[1] ?? '', bare: bareAddress, paths } satisfies Served)}\n`,
  )
  process.once('SIGTERM', async () => {
    await changes.stop()
    await store.stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
}

if (process.argv[2] === SERVING) await serve()
