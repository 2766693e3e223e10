import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectTo, startEmbeddedPostgres } from '@luoshi/store'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import {
  COUNTY,
  OFFICER,
  PAGE,
  PASSWORD,
  PROCEDURE,
  PROGRAMME,
  readable,
  recordId,
  recordOf,
} from './api-records.ts'
import { median } from './measure.ts'

const [ROUNDS, SECONDS] = [5, 4]
/** Signing in hashes a password: more at once only wait for a core. */
const [CONNECTIONS, SIGNING_IN] = [50, 8]
/** Cores of whoever answers and of whoever asks; PostgreSQL is left to the system. */
const [ANSWERING, ASKING] = ['0', '1']

const SERVERS = ['ours', 'bare'] as const
type Server = (typeof SERVERS)[number]
type Requests = Parameters<typeof autocannon>[0]['requests']

/** Something that is asked of both servers. */
interface Kind {
  readonly what: string
  readonly connections: number
  readonly requests: Readonly<Record<Server, Requests>>
}

interface Measured {
  readonly rate: number
  readonly p50: number
  readonly p97: number
}

/**
 * The whole server (session, access, validation, log, chain) beside bare Fastify with the same SQL, in turn in one run:
 * signing in, one record, a page of a list with its count, and opening a case.
 */
export async function benchApi(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const database = await startDatabase(folder)
  const servers: ChildProcess[] = []
  try {
    const ours = await serve('api-ours.ts', [database.url, folder])
    servers.push(ours.child)
    const bare = await serve('api-bare.ts', [database.url])
    servers.push(bare.child)
    // The database runs already, and keeps to no core.
    spawnSync('taskset', ['-acp', ASKING, String(process.pid)])
    const addresses = { ours: ours.address, bare: bare.address }
    say(
      `${CONNECTIONS} connections (signing in: ${SIGNING_IN}), ${SECONDS} s a round, ${ROUNDS} rounds in turn`,
    )
    say('| what | bare Fastify, /s | ours, /s | share | ours p50, ms | ours p97.5, ms |')
    say('|---|---:|---:|---:|---:|---:|')
    for (const kind of await kindsFor(addresses.ours)) say(await lineOf(kind, addresses))
  } finally {
    for (const child of servers) await stop(child)
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function lineOf(
  { what, connections, requests }: Kind,
  addresses: Readonly<Record<Server, string>>,
): Promise<string> {
  const measured: Record<Server, Measured[]> = { ours: [], bare: [] }
  // The first round only warms up.
  for (let round = -1; round < ROUNDS; round++) {
    for (const server of SERVERS) {
      const outcome = await measure(addresses[server], connections, requests[server])
      if (round >= 0) measured[server].push(outcome)
    }
  }
  const middle = (server: Server, of: keyof Measured) => median(measured[server].map((round) => round[of]))
  const share = median(measured.ours.map(({ rate }, round) => rate / (measured.bare[round]?.rate ?? 1)))
  const rates = `${middle('bare', 'rate').toFixed(0)} | ${middle('ours', 'rate').toFixed(0)}`
  return `| ${what} | ${rates} | ${share.toFixed(2)} | ${middle('ours', 'p50')} | ${middle('ours', 'p97')} |`
}

async function measure(url: string, connections: number, requests: Requests): Promise<Measured> {
  const answered = await autocannon({ url, connections, duration: SECONDS, requests, idReplacement: true })
  const { non2xx, errors, latency } = answered
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
  return { rate: answered.requests.average, p50: latency.p50, p97: latency.p97_5 }
}

/** What is asked, with a session of our server. */
async function kindsFor(address: string): Promise<readonly Kind[]> {
  const credentials = JSON.stringify({ county: COUNTY, username: OFFICER, password: PASSWORD })
  const json = { 'content-type': 'application/json' }
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: credentials,
  })
  if (!signedIn.ok) throw new Error(await signedIn.text())
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string }
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const cases = `/api/v1/${COUNTY}/programmes/${PROGRAMME}/procedures/${PROCEDURE}/cases`
  const opening = JSON.stringify({ input: recordOf('[<id>]') })
  const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    [{ method: 'POST', path, body, headers: { ...json, ...headers } }] as const
  return [
    {
      what: 'one record',
      connections: CONNECTIONS,
      requests: {
        ours: readable.map((number) => ({ path: `${cases}/${recordId(number)}`, headers: { cookie } })),
        bare: readable.map((number) => ({ path: `/cases/${recordId(number)}`, headers: {} })),
      },
    },
    {
      what: `a list of ${PAGE} with its count`,
      connections: CONNECTIONS,
      requests: {
        ours: [{ path: `${cases}?limit=${PAGE}`, headers: { cookie } }],
        bare: [{ path: '/cases', headers: {} }],
      },
    },
    {
      what: 'opening a case, with its log',
      connections: CONNECTIONS,
      requests: {
        ours: post(cases, opening, { cookie, 'x-csrf-token': csrfToken }),
        bare: post('/cases', opening),
      },
    },
    {
      what: 'signing in',
      connections: SIGNING_IN,
      requests: { ours: post('/api/v1/session', credentials), bare: post('/session', credentials) },
    },
  ]
}

/** An embedded PostgreSQL with an empty database, as an address for any process. */
async function startDatabase(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const outcome = await startEmbeddedPostgres(folder)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  const { server } = outcome
  const { host, user } = server.connection
  const maker = connectTo({ host, user, database: 'postgres' }, 1)
  await sql`create database bench`.execute(maker)
  await maker.destroy()
  const url = `postgres://${user}@/bench?host=${encodeURIComponent(host)}`
  return { url, stop: () => server.stop() }
}

/** Starts a server on the answering core; it says its address once it listens. */
function serve(file: string, args: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn('taskset', ['-c', ANSWERING, process.execPath, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const [address, ...rest] = said.split('\n')
      if (address !== undefined && rest.length > 0) resolve({ child, address })
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
