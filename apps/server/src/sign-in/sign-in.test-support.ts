import { everyProgramme } from '@luoshi/programmes'
import { createAccount, type Database, diskStorage, listenForChanges } from '@luoshi/store'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { createLog } from '../server-log.ts'
import type { Services } from '../services.ts'
import { createSignIn, type SignedInEnv, type SignIn, type SignInOptions } from './index.ts'
import { hashPassword } from './password-hash.ts'

/** A clock that stands until it is moved. */
export class StoppedClock {
  now = '2026-03-02T09:00:00.000+08:00'

  readonly read = () => this.now

  /** Moves it on by so many minutes. */
  pass(minutes: number): void {
    this.now = `${new Date(Date.parse(this.now) + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 23)}+08:00`
  }
}

/** A process that signs people in: what it answers, and its log. */
export interface SignInProcess {
  readonly app: Hono<SignedInEnv>
  readonly signIn: SignIn
  readonly logged: string[]
}

const plain: SignInOptions = {
  counties: ['qingyuan', 'wutai'],
  publicUrl: null,
  trustsProxy: false,
  provider: null,
  refusalTakes: 0,
}

/** A process of its own over a database, with one address behind sign-in: /api/v1/guarded. */
export async function startSignIn(
  db: Database,
  clock: StoppedClock,
  options: Partial<SignInOptions> = {},
): Promise<SignInProcess> {
  const logged: string[] = []
  const log = createLog('trace', { write: (line: string) => void logged.push(line) })
  const services: Services = {
    db,
    vault: testVault,
    // Signing in keeps no files.
    files: diskStorage('/nonexistent'),
    fontFolder: null,
    programmes: everyProgramme,
    clock: clock.read,
    log,
  }
  const changes = await listenForChanges(db)
  onTestFinished(() => changes.stop())
  const signIn = createSignIn(services, changes, { ...plain, ...options })
  const app = new Hono<SignedInEnv>()
  app.route('/', signIn.routes)
  app.mount('/sign-in', signIn.pages.fetch, { replaceRequest: false })
  app.use('/api/v1/guarded', signIn.requireOfficer)
  app.all('/api/v1/guarded', (c) => c.json(c.get('officer')))
  return { app, signIn, logged }
}

/** The password of every account that a test makes. */
export const PASSWORD = 'Qing-Yuan-2026'

/** Makes an account whose password need not be changed. */
export async function makeAccount(db: Database, username: string, county = 'qingyuan'): Promise<void> {
  const at = '2026-03-01T08:00:00.000+08:00'
  const made = await createAccount(
    db,
    {
      county,
      officer: `officer-${username}`,
      username,
      name: '林小满',
      password: await hashPassword(PASSWORD),
      passwordSet: at,
      mustChange: false,
      blocked: null,
      providerSubject: null,
    },
    { actor: 'test', at },
  )
  if (!made) throw new Error(`${username} is taken`)
}

/** A browser as far as cookies go. */
export class CookieJar {
  readonly #process: SignInProcess
  #cookie = ''
  csrfToken = ''

  constructor(process: SignInProcess) {
    this.#process = process
  }

  /** The same browser at another process. */
  at(process: SignInProcess): CookieJar {
    const other = new CookieJar(process)
    other.#cookie = this.#cookie
    other.csrfToken = this.csrfToken
    return other
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await this.#process.app.request(path, {
      method,
      headers: {
        cookie: this.#cookie,
        'x-csrf-token': this.csrfToken,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const given of answer.headers.getSetCookie()) this.#cookie = given.split(';', 1)[0] ?? ''
    return answer
  }

  async signIn(username: string, password = PASSWORD, county = 'qingyuan') {
    const answer = await this.ask('POST', '/api/v1/session', { county, username, password })
    if (answer.ok) this.csrfToken = ((await answer.clone().json()) as { csrfToken: string }).csrfToken
    return answer
  }
}
