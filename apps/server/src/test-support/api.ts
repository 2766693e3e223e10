import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import type { Programme } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { createAccount, type Database, diskStorage, open } from '@luoshi/store'
import { onTestFinished } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { type ApiOptions, usualOptions } from '../api/options.ts'
import { composeSite, type Site } from '../compose.ts'
import { createLog } from '../server-log.ts'
import type { Services } from '../services.ts'
import { hashPassword } from '../sign-in/password-hash.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { GOVERNMENT, seedActor, seedCounty } from '../surroundings/seed-county.ts'

/** A server process of a test, with a clock that stands until it is moved. */
export interface TestSite {
  readonly site: Site
  readonly services: Services
  readonly db: Database
  /** Where its files lie. */
  readonly fileFolder: string
  /** Lines that it logged. */
  readonly logged: string[]
  /** Moves the clock to a moment. */
  moveTo(moment: string): void
  /** A client without a session. */
  client(): Client
  /** An officer signed in again: days later a session has ended. */
  signIn(id: string): Promise<Client>
  /** The same, as what asks for addresses below the county. */
  browse(id: string): Promise<Browse>
  /** An officer with posts (`programme/role` in a unit), signed in. */
  officer(id: string, posts?: readonly (readonly [role: string, unit?: string])[]): Promise<Client>
  /** The same as a browser: sends anything to an address below the county, with the session and its token. */
  browser(id: string, posts?: readonly (readonly [role: string, unit?: string])[]): Promise<Browse>
}

/** Sends a request as a signed-in officer. */
export type Browse = (path: string, init?: RequestInit) => Promise<Response>

/** What a test wants otherwise than usual. */
export interface TestSiteOptions {
  readonly county?: string
  readonly programmes?: readonly Programme[]
  readonly now?: string
  readonly api?: Partial<ApiOptions>
  /** Where the desk was built, for tests with a browser. */
  readonly deskFolder?: string
  /** Names of the units that it has besides the government. */
  readonly units?: readonly string[]
}

/** Password of every officer that a test makes. */
export const PASSWORD = 'Qing-Yuan-2026'
const hash = hashPassword(PASSWORD)

/** Starts a process over a database; it stops when the test ends, or the file where it is started before all tests. */
export async function startSite(
  db: Database,
  {
    county = 'qingyuan',
    programmes = everyProgramme,
    now,
    api = {},
    deskFolder,
    units = [],
  }: TestSiteOptions = {},
  atEnd: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<TestSite> {
  let time = now ?? '2026-03-02T09:00:00.000+08:00'
  const logged: string[] = []
  const log = createLog('trace', { write: (line: string) => void logged.push(line) })
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-files-'))
  atEnd(async () => rmSync(folder, { recursive: true, force: true }))
  const services: Services = {
    db,
    vault: testVault,
    files: diskStorage(folder),
    fontFolder: null,
    programmes,
    clock: () => time,
    log,
  }
  const known = countyBySlug.get(county)
  if (known === undefined) throw new Error(`no county ${county}`)
  const few = known.units.filter(({ name }, index) => index === 0 || units.includes(name))
  await seedCounty(db, testVault, { ...known, units: few }, time)
  const signIn = {
    counties: [county, 'wutai'],
    publicUrl: null,
    trustsProxy: false,
    provider: null,
    refusalTakes: 0,
  }
  const options = {
    signIn,
    metricsToken: null,
    deskFolder: deskFolder ?? null,
    api: { ...usualOptions, ...api },
  }
  const site = await composeSite(services, options)
  atEnd(() => site.stop())
  const signedIn = async (id: string) => {
    const send = browserOf(site)
    const own = createClient({ baseUrl: 'http://localhost', fetch: send })
    const answer = await own.signIn({ county, username: id, password: PASSWORD })
    if (!answer.ok) throw new Error(answer.problem.detail)
    const { csrfToken } = answer.value
    const browse: Browse = (path, init = {}) => {
      const request = new Request(`http://localhost/api/v1/${county}/${path}`, init)
      request.headers.set('x-csrf-token', csrfToken)
      return send(request)
    }
    return { client: own, browse }
  }
  const client = () => createClient({ baseUrl: 'http://localhost', fetch: browserOf(site) })
  return {
    site,
    services,
    db,
    fileFolder: folder,
    logged,
    moveTo(moment) {
      time = moment
    },
    client,
    signIn: async (id) => (await signedIn(id)).client,
    browse: async (id) => (await signedIn(id)).browse,
    async officer(id, posts = []) {
      await makeOfficer(services, county, id, posts)
      return (await signedIn(id)).client
    },
    async browser(id, posts = []) {
      await makeOfficer(services, county, id, posts)
      return (await signedIn(id)).browse
    },
  }
}

/** Keeps cookies, as a browser does. */
function browserOf(site: Site): (request: Request) => Promise<Response> {
  const cookies = new Map<string, string>()
  return async (request) => {
    request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await site.fetch(request)
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }
}

/** Enters an officer with posts, who can sign in. */
export async function makeOfficer(
  services: Services,
  county: string,
  id: string,
  posts: readonly (readonly [role: string, unit?: string])[],
): Promise<void> {
  const { db, programmes, clock } = services
  const administration = programmes.find((programme) => programme.id === 'administration')
  if (administration === undefined) throw new Error('no administration')
  const state = await readCounty(db, county, programmes)
  const enter = async (procedure: string, caseId: string, input: Record<string, unknown>) => {
    const opening = {
      procedure,
      unit: GOVERNMENT,
      owner: null,
      action: { by: seedActor(county), input },
    }
    const request = { county, case: caseId, requestKey: null }
    const surroundings = surroundingsFor(state, administration.id, services)
    const opened = await open(db, administration, request, opening, surroundings)
    if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
  }
  await enter('officers', `officer-${id}`, { number: id, name: `${id}同志`, unit: GOVERNMENT })
  for (const [index, [role, unit = GOVERNMENT]] of posts.entries()) {
    const number = `${id}-${index}`
    await enter('posts', `post-${number}`, { number, officer: id, role, unit })
  }
  const account = {
    county,
    officer: id,
    username: id,
    name: `${id}同志`,
    password: await hash,
    passwordSet: clock(),
    mustChange: false,
    blocked: null,
    providerSubject: null,
  }
  const isMade = await createAccount(db, account, { actor: 'test', at: clock() })
  if (!isMade) throw new Error(`${id} is taken`)
}
