import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { COUNTY, type ServedServices, serveServices } from './services-server.ts'

const APPLICATIONS = Number(process.env['LUOSHI_BENCH_APPLICATIONS'] ?? 5000)
const SECONDS = Number(process.env['LUOSHI_BENCH_SECONDS'] ?? 300)
const RATE = Number(process.env['LUOSHI_BENCH_RATE'] ?? 50)
/** Milliseconds within which 95 of 100 answers are to come. */
const GOAL = 200
const SERVING = 'serve-services'

/** One way to use it, and how many of a hundred requests it is. */
interface Use {
  readonly name: string
  readonly share: number
  readonly ask: (served: ServedServices, officer: Officer, turn: number) => Promise<Response>
}

/** An officer’s session. */
interface Officer {
  readonly cookie: string
  readonly csrf: string
}

const CASES = `/api/v1/${COUNTY}/programmes/services/procedures/application/cases`
const pick = <Item>(all: readonly Item[], turn: number): Item => all[(turn * 7919) % all.length] as Item

const uses: readonly Use[] = [
  {
    name: 'a guide',
    share: 30,
    ask: ({ address, guides }, _officer, turn) =>
      fetch(`${address}/services/${COUNTY}/guides/${pick(guides, turn)}`),
  },
  { name: 'all guides', share: 10, ask: ({ address }) => fetch(`${address}/services/${COUNTY}`) },
  {
    name: 'progress by receipt',
    share: 20,
    ask: ({ address, receipts }, _officer, turn) => {
      const { number, queryCode } = pick(receipts, turn)
      return fetch(`${address}/services/${COUNTY}/query`, {
        method: 'POST',
        body: new URLSearchParams({ number, code: queryCode }),
      })
    },
  },
  {
    name: 'own applications',
    share: 10,
    ask: ({ address, citizens }, _officer, turn) =>
      fetch(`${address}/services/${COUNTY}/mine`, { headers: { cookie: pick(citizens, turn).cookie } }),
  },
  {
    name: 'an application handed in',
    share: 10,
    ask: ({ address, citizens }, _officer, turn) => {
      const { cookie, csrf } = pick(citizens, turn)
      const form = new FormData()
      const fields = {
        csrf,
        do: 'submit',
        kind: '1',
        applicant: '田大有',
        idNumber: '11010519491231002X',
        contact: '13800005678',
      }
      const answers = { q1: '经营者', q2: '5', q3: '甲123', q4: '田大有' }
      for (const [name, value] of Object.entries({ ...fields, ...answers })) form.set(name, value)
      return fetch(`${address}/services/${COUNTY}/apply/XK-021-1`, {
        method: 'POST',
        body: form,
        headers: { cookie },
      })
    },
  },
  {
    name: 'a page of the list at the desk',
    share: 10,
    ask: ({ address }, { cookie }) =>
      fetch(`${address}${CASES}?closed=open&limit=20`, { headers: { cookie } }),
  },
  {
    name: 'taken in at the window',
    share: 10,
    ask: ({ address, receipts }, { cookie, csrf }, turn) => {
      // Each turn another one: an application is accepted once.
      const { number } = receipts[turn % receipts.length] as ServedServices['receipts'][number]
      return fetch(`${address}${CASES}/${number}/actions/accept`, {
        method: 'POST',
        body: '{}',
        headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json', 'if-match': '"1"' },
      })
    },
  },
]

/**
 * 5,000 open applications and 50 requests a second of mixed use, each sent when its moment has come, whether those before
 * were answered or not. Server and PostgreSQL are processes of their own.
 */
export async function benchServices(say: (line: string) => void): Promise<void> {
  const begin = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), SERVING], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  const served = JSON.parse(await next()) as ServedServices
  say(
    `${served.receipts.length} open applications, ready in ${((performance.now() - begin) / 1000).toFixed(0)} s; ${RATE} requests a second for ${SECONDS} s`,
  )
  const officer = await signedIn(served.address)
  const times = new Map<string, number[]>(uses.map(({ name }) => [name, []]))
  const failures: string[] = []
  let handedIn = 0
  const plan = uses.flatMap((use) => Array.from({ length: use.share }, () => use))
  const turns = new Map<string, number>()
  const running: Promise<void>[] = []
  const start = performance.now()
  for (let sent = 0; sent < SECONDS * RATE; sent++) {
    const due = start + (sent * 1000) / RATE
    const early = due - performance.now()
    if (early > 1) await wait(early)
    const use = plan[(sent * 37) % plan.length] as Use
    const turn = turns.get(use.name) ?? 0
    turns.set(use.name, turn + 1)
    const asking = async () => {
      try {
        const answer = await use.ask(served, officer, turn)
        await answer.arrayBuffer()
        // From when it was due: a request that had to wait has waited.
        times.get(use.name)?.push(performance.now() - due)
        if (!answer.ok) failures.push(`${use.name}: ${answer.status}`)
        else if (use.name === 'an application handed in') handedIn++
      } catch (error) {
        failures.push(`${use.name}: ${String(error)}`)
      }
    }
    running.push(asking())
  }
  await Promise.all(running)
  child.stdin.write('count\n')
  const kept = Number(await next())
  child.kill('SIGTERM')
  say('| use | requests | p50, ms | p95, ms | p99, ms |')
  say('|---|---:|---:|---:|---:|')
  for (const [name, own] of times) say(rowOf(name, own))
  const all = [...times.values()].flat()
  say(rowOf('all', all))
  const lost = served.receipts.length + handedIn - kept
  say(`errors: ${failures.length}; applications handed in: ${handedIn}, lost: ${lost}`)
  for (const failure of new Set(failures)) say(`- ${failure}`)
  say(quantile(all, 0.95) < GOAL && failures.length === 0 && lost === 0 ? 'goal met' : 'goal missed')
}

function rowOf(name: string, times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(1)
  return `| ${name} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} |`
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function signedIn(address: string): Promise<Officer> {
  const body = new URLSearchParams({ username: 'township', next: '/healthz' })
  const answer = await fetch(`${address}/sign-in/demo`, { method: 'POST', body, redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const session = await fetch(`${address}/api/v1/session`, { headers: { cookie } })
  const { csrfToken } = (await session.json()) as { csrfToken: string }
  return { cookie, csrf: csrfToken }
}

if (process.argv[2] === SERVING) await serveServices(APPLICATIONS)
