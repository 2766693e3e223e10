import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { everyProgramme } from '@luoshi/programmes'
import { importIssue, latestNotices, listenForChanges, startStore } from '@luoshi/store'
import autocannon from 'autocannon'
import Fastify from 'fastify'
import { prepareIssue } from '../../apps/server/src/gazettes/prepare-issue.ts'
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
  const rates = { uncached: [] as number[], cached: [] as number[], bare: [] as number[] }
  for (let round = -1; round < ROUNDS; round++) {
    for (const kind of ['uncached', 'cached', 'bare'] as const) {
      const rate = await rateOf(served[kind], served.paths)
      if (round >= 0) rates[kind].push(rate)
    }
  }
  child.kill()
  say('| what | pages a second | of bare Fastify |')
  say('|---|---:|---:|')
  const shares = (of: readonly number[]) => median(of.map((rate, round) => rate / (rates.bare[round] ?? 1)))
  say(
    `| from PostgreSQL, rendered and packed each time | ${median(rates.uncached).toFixed(0)} | ${shares(rates.uncached).toFixed(3)} |`,
  )
  say(`| from the cache | ${median(rates.cached).toFixed(0)} | ${shares(rates.cached).toFixed(2)} |`)
  say(`| bare Fastify, the same bytes | ${median(rates.bare).toFixed(0)} | 1.00 |`)
}

async function rateOf(address: string, paths: readonly string[]): Promise<number> {
  const { requests, non2xx } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })),
  })
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${address} were no pages`)
  return requests.average
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
