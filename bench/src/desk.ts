import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyBySlug, demoGazettePath } from '@luoshi/counties'
import { unitsNamed } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { type Database, diskStorage, soleClient, startStore, type Vault } from '@luoshi/store'
import { pino } from 'pino'
import { composeSite } from '../../apps/server/src/compose.ts'
import { publishedProposals } from '../../apps/server/src/duties/published-proposals.ts'
import { importFile } from '../../apps/server/src/gazettes/import-files.ts'
import { prepareCounties } from '../../apps/server/src/prepare-counties.ts'
import { createLog } from '../../apps/server/src/server-log.ts'
import type { Services } from '../../apps/server/src/services.ts'
import { surroundingsFor } from '../../apps/server/src/surroundings/county-keeper.ts'
import { readCounty } from '../../apps/server/src/surroundings/read-county.ts'
import { loadDuties } from './desk-data.ts'

const DUTIES = Number(process.env['LUOSHI_BENCH_DUTIES'] ?? 50_000)
const REQUESTS = Number(process.env['LUOSHI_BENCH_REQUESTS'] ?? 60)
const COUNTY = 'qingyuan'
const TODAY = '2026-11-27'
const NOW = `${TODAY}T23:30:00.000+08:00`

/** Pages that are gone through to come to a deep one. */
const DEEP = 1000

/** Milliseconds within which 95 of 100 answers are to come. */
const GOAL = 100

type Send = (path: string, init?: RequestInit) => Promise<Response>

/**
 * Every list of the desk over 50,000 duties with 500,000 actions, as the server answers it, signed in, without a network.
 * Where `LUOSHI_BENCH_FOLDER` names a folder, the duties stay in it and are not loaded a second time.
 */
export async function benchDesk(say: (line: string) => void): Promise<void> {
  const kept = process.env['LUOSHI_BENCH_FOLDER']
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const store = await startStore({ folder, url: null, masterKeys: null, connections: 10 })
  if (store.kind === 'refused') throw new Error(store.message)
  const services = servicesOf(store.db, store.vault, folder)
  await load(services, say)
  if (process.env['LUOSHI_BENCH_LOAD'] === undefined) await measure(services, say)
  await store.stop()
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
}

function servicesOf(db: Database, vault: Vault, folder: string): Services {
  const log = createLog('error', pino.destination(2))
  const files = diskStorage(join(folder, 'files'))
  return { db, vault, files, fontFolder: null, programmes: everyProgramme, clock: () => NOW, log }
}

async function load(services: Services, say: (line: string) => void): Promise<void> {
  const { db } = services
  const begin = performance.now()
  const county = countyBySlug.get(COUNTY)
  const supervision = everyProgramme.find(({ id }) => id === 'supervision')
  if (county === undefined || supervision === undefined) throw new Error('the demo county is gone')
  await prepareCounties(services, [county], () => undefined)
  const known = await db.selectFrom('cases').select('id').where('id', 'like', 'bench-%').limit(1).execute()
  if (known.length === 0) {
    await importFile(db, demoGazettePath, { by: '测量', at: NOW })
    const state = await readCounty(db, COUNTY, everyProgramme)
    const idOf = (name: string) => unitsNamed(state.units, name, TODAY)[0]?.id ?? ''
    const office = idOf('县人民政府办公室')
    const units = county.units.map(({ name }) => idOf(name)).filter((id) => id !== '' && id !== office)
    const { proposals } = await publishedProposals(db, COUNTY)
    const surroundings = surroundingsFor(state, supervision.id, services)
    const setting = { county: COUNTY, supervision, office, units, proposals, today: TODAY, surroundings }
    await loadDuties(db, setting, DUTIES)
  }
  const client = soleClient(db)
  await client.connect()
  if (known.length === 0) await client.query('vacuum analyze')
  const { rows } = await client.query<{ size: string; duties: string; actions: string; late: string }>(`
    select (pg_database_size(current_database()) / 1e6)::integer as size,
      (select count(*) from standings) as duties, (select count(*) from actions where subject like 'bench-%') as actions,
      (select count(*) from standings where stage = 'open' and runs_out <= '${NOW}') as late`)
  await client.end()
  const [{ size, duties, actions, late } = { size: 0, duties: 0, actions: 0, late: 0 }] = rows
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  say(`${duties} duties (${late} late), ${actions} actions: ${size} MB, ready in ${seconds} s`)
}

async function measure(services: Services, say: (line: string) => void): Promise<void> {
  const signIn = {
    counties: [COUNTY],
    publicUrl: null,
    trustsProxy: false,
    provider: null,
    refusalTakes: 0,
  }
  const api = { perOfficer: 1e9, perAddress: 1e9, largestBody: 1024 * 1024 }
  const site = await composeSite(services, { signIn, metricsToken: null, deskFolder: null, api })
  say('| list | asked by | p50, ms | p95, ms | |')
  say('|---|---|---:|---:|---|')
  for (const who of ['clerk', 'department'] as const) {
    const send = await signedIn(site.fetch.bind(site), who)
    for (const [what, path] of await pathsFor(send, who)) {
      const times = await timesOf(() => send(path))
      say(row(what, who, times))
    }
  }
  await site.stop()
}

function row(what: string, who: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const isOver = at(0.95) > GOAL ? `over ${GOAL}` : ''
  return `| ${what} | ${who} | ${at(0.5).toFixed(1)} | ${at(0.95).toFixed(1)} | ${isOver} |`
}

/** Milliseconds of each request, one after the other, after a few that only warm up. */
async function timesOf(ask: () => Promise<Response>): Promise<number[]> {
  const times: number[] = []
  for (let request = -5; request < REQUESTS; request++) {
    const begin = performance.now()
    const answer = await ask()
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
    if (request >= 0) times.push(performance.now() - begin)
  }
  return times
}

/** Signs in as an officer of the demo county. */
async function signedIn(
  answer: (request: Request) => Response | Promise<Response>,
  username: string,
): Promise<Send> {
  const body = new URLSearchParams({ username, next: '/healthz' })
  const signed = await answer(new Request('http://localhost/sign-in/demo', { method: 'POST', body }))
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  return async (path) =>
    answer(new Request(`http://localhost/api/v1/${COUNTY}/${path}`, { headers: { cookie } }))
}

const CASES = 'programmes/supervision/procedures/duty/cases'

/** Every list of the desk, with what it can be narrowed by and put in order by. */
async function pathsFor(send: Send, who: string): Promise<readonly (readonly [string, string])[]> {
  const json = async <Body>(path: string) => (await (await send(path)).json()) as Body
  const board = await json<{ units: { unit: string }[] }>('supervision/board')
  const unit = board.units[0]?.unit ?? ''
  const orders = await json<{ document: string }[]>('supervision/orders')
  const document = encodeURIComponent(orders[0]?.document ?? '')
  const deep = async (query: string) => {
    const after = await cursorOf(send, `${CASES}?${query}`, (DEEP * 20) / 500)
    return after === null
      ? []
      : [[`任务台账 ${query} 第${DEEP}页`, `${CASES}?${query}&after=${after}`] as const]
  }
  const filtered = [
    '',
    'state=underway',
    'state=struck',
    'closed=open',
    `unit=${unit}`,
    'q=深松整地',
    'q=柳沟村',
    `where.document=${document}`,
    'where.origin=meeting',
    'where.parent=D-100',
  ]
  const sorted = ['sort=opened', 'sort=-opened', 'sort=textDay', 'sort=-dueDay', 'sort=progress']
  const both = ['state=underway&sort=dueDay', 'closed=open&sort=-opened', `unit=${unit}&sort=dueDay`]
  const queries = [...filtered, ...sorted, ...both]
  return [
    ...queries.map((query) => [`任务台账 ${decodeURIComponent(query)}`, `${CASES}?${query}`] as const),
    ...(who === 'clerk'
      ? [...(await deep('')), ...(await deep('sort=opened')), ...(await deep('state=struck'))]
      : []),
    ['任务清单', 'supervision/duties'],
    ['任务清单，逾期', 'supervision/duties?light=red'],
    ['任务清单，已办结', 'supervision/duties?stage=done'],
    ['督办看板', 'supervision/board'],
    ['乡镇任务表', 'supervision/matrix'],
    ['乡镇任务表，第10页', 'supervision/matrix?offset=108'],
    ['机构任务', `supervision/units/${unit}`],
    ['公报要求与落实', 'supervision/orders'],
    ['一份文件的落实', `supervision/order?document=${document}`],
    ['通报的数据（一个季度）', 'supervision/circular-draft?from=2026-07-01&until=2026-09-30'],
    ['我的一天', 'my-day'],
    ['应报的材料', 'reports'],
  ]
}

/** Where a page begins after so many of 500 rows; null where there are not so many. */
async function cursorOf(send: Send, path: string, pages: number): Promise<string | null> {
  let after: string | null = null
  for (let page = 0; page < pages; page++) {
    const given = after === null ? '' : `&after=${after}`
    const answer = (await (await send(`${path}&limit=500${given}`)).json()) as { next: string | null }
    if (answer.next === null) return null
    after = encodeURIComponent(answer.next)
  }
  return after
}
