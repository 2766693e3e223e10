import { createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { IsoInstant } from '@luoshi/kernel'
import {
  type Database,
  findSession,
  type HeldSession,
  insertSession,
  type Session,
  touchSession,
} from '@luoshi/store'
import { ExactCache } from '../exact-cache.ts'
import { later } from './moments.ts'
import type { SignInSettings } from './settings.ts'
import type { SignInContext } from './sign-in-context.ts'

/** From where someone signs in. */
export interface Whence {
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly address: string
}

/** A session that is in use, and the token that its browser holds. An old password has to be changed like a first one. */
export interface LiveSession extends HeldSession {
  readonly token: string
}

const TOKEN_BYTES = 32
const LONGEST_AGENT = 200

/** Milliseconds of a minute, and minutes of a day. */
const [MINUTE, DAY] = [60_000, 24 * 60]

/** How often the use of a session is noted, in milliseconds. */
const NOTED_EVERY = MINUTE

/** Opens, checks and ends sessions. Checking one asks the database once, and then again only after a change. */
export class SessionKeeper {
  readonly #context: SignInContext
  readonly #cache: ExactCache<{ session: HeldSession | null }>

  constructor(context: SignInContext) {
    this.#context = context
    this.#cache = new ExactCache(context.changes, ({ kind, county, key }) => {
      if (kind === 'session') return { key: `${county}.${key}` }
      return kind === 'account' ? 'all' : 'nothing'
    })
  }

  /** Opens a session within the transaction that signs its officer in. Gives what its browser is to hold. */
  async open(transaction: Database, county: string, officer: string, whence: Whence): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const now = this.#context.services.clock()
    const { sessionHours } = await this.#context.settings.at(county, now)
    await insertSession(transaction, {
      county,
      digest: tokenDigest(token),
      id: randomUUID(),
      officer,
      opened: now,
      latest: now,
      ends: later(now, sessionHours * 60),
      agent: whence.agent.slice(0, LONGEST_AGENT),
      address: whence.address,
    })
    return `${county}.${token}`
  }

  /** The session of what a browser holds; null where there is none, or it has ended or idled. */
  async find(held: string): Promise<LiveSession | null> {
    const [county = '', token = '', ...more] = held.split('.')
    if (county === '' || token === '' || more.length > 0) return null
    const digest = tokenDigest(token)
    const { db, clock } = this.#context.services
    const key = `${county}.${digest}`
    const load = async () => ({ session: await findSession(db, county, digest) })
    const now = clock()
    const settings = await this.#context.settings.at(county, now)
    let entry = await this.#cache.get(key, load)
    if (entry.session !== null && isIdle(entry.session, now, settings)) {
      // Another process may have seen it in use.
      this.#cache.drop(key)
      entry = await this.#cache.get(key, load)
    }
    const { session } = entry
    if (session === null) {
      this.#cache.drop(key)
      return null
    }
    if (session.isBlocked || hasCome(session.ends, now) || isIdle(session, now, settings)) return null
    if (Date.parse(now) - Date.parse(session.latest) >= NOTED_EVERY) {
      entry.session = { ...session, latest: utc(now) }
      await touchSession(db, session, now)
    }
    const { mostAge } = settings
    const isOld = session.passwordSet !== null && hasCome(later(session.passwordSet, mostAge * DAY), now)
    return { ...session, mustChange: session.mustChange || isOld, token }
  }

  /** Forgets a session that was ended here; other processes hear of it from the database. */
  forget({ county, digest }: Session): void {
    this.#cache.drop(`${county}.${digest}`)
  }

  /** The same where several were ended. */
  forgetAll(): void {
    this.#cache.clear()
  }
}

function isIdle({ latest }: Session, now: IsoInstant, { idleMinutes }: SignInSettings): boolean {
  return Date.parse(latest) + idleMinutes * MINUTE <= Date.parse(now)
}

/** What a page of a session sends back with everything that changes something. It tells nothing of the token. */
export function csrfTokenOf({ token }: LiveSession): string {
  return createHmac('sha256', token).update('csrf').digest('base64url')
}

/** Whether a request brought its session's token back. */
export function isCsrfToken(session: LiveSession, given: string): boolean {
  const [wanted, found] = [Buffer.from(csrfTokenOf(session)), Buffer.from(given)]
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** What is kept of a token: who reads it cannot sign in with it. */
export function tokenDigest(token: string): string {
  return hash('sm3', token, 'hex')
}

/** Whether a moment is not ahead any more. */
function hasCome(moment: IsoInstant, now: IsoInstant): boolean {
  return Date.parse(moment) <= Date.parse(now)
}

function utc(instant: IsoInstant): IsoInstant {
  return new Date(instant).toISOString()
}
