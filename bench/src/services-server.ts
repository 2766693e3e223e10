import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyBySlug } from '@luoshi/counties'
import { everyProgramme } from '@luoshi/programmes'
import { formOf, type Guide, questionName } from '@luoshi/programmes/services'
import { diskStorage, startStore } from '@luoshi/store'
import { pino } from 'pino'
import { CitizenDesk, citizenActor } from '../../apps/server/src/citizens/citizen-desk.ts'
import type { CodeSender } from '../../apps/server/src/citizens/code-sender.ts'
import { ServiceDesk, type Wanted } from '../../apps/server/src/citizens/service-desk.ts'
import { composeSite } from '../../apps/server/src/compose.ts'
import { enlivenDemoCounty } from '../../apps/server/src/demo/enliven.ts'
import { prepareCounties } from '../../apps/server/src/prepare-counties.ts'
import { createLog } from '../../apps/server/src/server-log.ts'
import type { Services } from '../../apps/server/src/services.ts'
import { listen } from '../../apps/server/src/web/listen.ts'

/** What the process that serves tells the one that asks. */
export interface ServedServices {
  readonly address: string
  /** Cookies of citizens, each with the token that stands in their forms. */
  readonly citizens: readonly { readonly cookie: string; readonly csrf: string }[]
  readonly receipts: readonly { readonly number: string; readonly queryCode: string }[]
  readonly guides: readonly string[]
}

export const COUNTY = 'qingyuan'
const CITIZENS = 40
/** Applications that are entered side by side beforehand. */
const AT_ONCE = 8

/** Serves the demo county with so many open applications, until it is killed; `count` lines on its input are answered. */
export async function serveServices(applications: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  chmodSync(folder, 0o755)
  const store = await startStore({
    folder,
    url: null,
    masterKeys: null,
    programmes: everyProgramme,
    connections: 10,
  })
  if (store.kind === 'refused') throw new Error(store.message)
  const county = countyBySlug.get(COUNTY)
  if (county === undefined) throw new Error('the demo county is gone')
  const services: Services = {
    db: store.db,
    vault: store.vault,
    files: diskStorage(join(folder, 'files')),
    fontFolder: null,
    programmes: everyProgramme,
    clock: () => `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`,
    log: createLog('error', pino.destination(2)),
  }
  await prepareCounties(services, [county], () => undefined)
  await enlivenDemoCounty(services)
  const codes = new Map<string, string>()
  const sender: CodeSender = {
    send: async ({ phone, code }) => {
      codes.set(phone, code)
      return null
    },
  }
  const signIn = { counties: [COUNTY], publicUrl: null, trustsProxy: false, provider: null, refusalTakes: 0 }
  const api = { perOfficer: 1e9, perAddress: 1e9, largestBody: 1024 * 1024 }
  const site = await composeSite(services, {
    signIn,
    metricsToken: null,
    deskFolder: null,
    api,
    codeSender: sender,
  })
  const { counties } = site.jobs
  const around = { services, counties }
  const desk = new ServiceDesk(around)
  const people = new CitizenDesk({ ...around, senderOf: () => sender })
  const citizens = []
  for (let place = 0; place < CITIZENS; place++) {
    const phone = `138${String(10_000_000 + place)}`
    await people.sendCode(COUNTY, phone, `10.0.0.${place}`)
    const token = await people.signIn(COUNTY, phone, codes.get(phone) ?? '')
    if (token.kind !== 'done') throw new Error(token.message)
    const held = await people.find(COUNTY, token.value)
    citizens.push({ cookie: `luoshi-citizen=${token.value}`, csrf: held?.csrfToken ?? '' })
  }
  const guides = await desk.guides(COUNTY)
  const receipts: { number: string; queryCode: string }[] = []
  const submitNext = async (place: number) => {
    const guide = guides[place % guides.length]
    if (guide === undefined) throw new Error('no guides')
    receipts[place] = await submittedBy(desk, guide, place)
  }
  for (let first = 0; first < applications; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, applications - first)
    await Promise.all(Array.from({ length }, (_, place) => submitNext(first + place)))
  }
  const listening = await listen(site, { host: 'localhost', port: 0 })
  if (!listening.isListening) throw new Error(listening.reason)
  const served: ServedServices = {
    address: listening.address,
    citizens,
    receipts,
    guides: guides.map(({ number }) => number),
  }
  process.stdout.write(`${JSON.stringify(served)}\n`)
  process.stdin.on('data', async () => {
    const { count } = await services.db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('county', '=', COUNTY)
      .where('procedure', '=', 'application')
      .executeTakeFirstOrThrow()
    process.stdout.write(`${count}\n`)
  })
  await new Promise<void>((stop) => process.once('SIGTERM', stop))
  await listening.stop()
  await site.stop()
  await store.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Enters an application for a guide, all materials handed in. */
async function submittedBy(
  desk: ServiceDesk,
  guide: Guide,
  place: number,
): Promise<{ number: string; queryCode: string }> {
  const wanted: Wanted = { title: guide.item, number: guide.number, guides: [guide], isPackage: false }
  const filled = Object.fromEntries(
    Object.keys(formOf(guide.questions).def.shape).map((_name, at) => [
      questionName(at),
      guide.questions[at]?.kind === 'number' ? 5 : '5',
    ]),
  )
  const actor = citizenActor(COUNTY, `citizen-load-${place % 500}`)
  const asker = {
    kind: '1' as const,
    applicant: `申请人${place}`,
    idNumber: '11010519491231002X',
    contact: '13800005678',
  }
  const handedIn = Object.fromEntries(
    guide.materials
      .filter(({ source }) => source === 'applicant')
      .map(({ name }) => [name, 'upload' as const]),
  )
  const submitted = await desk.submit(
    COUNTY,
    actor,
    wanted,
    { channel: '3', asker, filledFor: () => filled, handedInFor: () => handedIn },
    actor.id,
    null,
  )
  if (submitted.kind !== 'taken') throw new Error(submitted.messages.join(''))
  return { number: submitted.receipt.number, queryCode: submitted.receipt.queryCode }
}
