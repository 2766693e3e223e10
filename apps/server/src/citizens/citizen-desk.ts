import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { type Actor, phone as phoneField, validate } from '@luoshi/kernel'
import { services as programme } from '@luoshi/programmes/services'
import {
  endCitizenSession,
  findCase,
  findCitizen,
  keepCode,
  open,
  openCitizenSession,
  reveal,
  takeCode,
} from '@luoshi/store'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CITIZEN } from '../api/views/sight.ts'
import type { Services } from '../services.ts'
import { later } from '../sign-in/moments.ts'
import { type CountyKeeper, surroundingsFor } from '../surroundings/county-keeper.ts'
import { GOVERNMENT } from '../surroundings/seed-county.ts'
import { CODE_MINUTES, type CodeSender } from './code-sender.ts'

/** What citizens sign in with. */
export interface CitizenContext {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly senderOf: (county: string) => CodeSender
}

/** Who is signed in, and what their browser holds. */
export interface Citizen {
  readonly county: string
  readonly actor: Actor
  readonly token: string
  /** Stands in every form of theirs. */
  readonly csrfToken: string
}

/** An answer: done, or the sentence that says why not. */
export type Told<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly message: string }

/** Ours, not a text's: codes of one telephone an hour, tries of one code, codes from one address an hour. */
const [MOST_SENDS, MOST_TRIES, MOST_FROM_ADDRESS] = [5, 5, 30]
const SESSION_HOURS = 12

/** Signing in by a code that is sent to a telephone. The account is a record; of codes and sessions only digests stay. */
export class CitizenDesk {
  readonly #context: CitizenContext
  readonly #addresses = new RateLimiterMemory({ points: MOST_FROM_ADDRESS, duration: 3600 })

  constructor(context: CitizenContext) {
    this.#context = context
  }

  /** Sends a code, not more often than once a minute. */
  async sendCode(county: string, given: string, address: string): Promise<Told<string>> {
    const { db, vault, clock } = this.#context.services
    const checked = validate(phoneField('手机号'), given)
    if (checked.kind === 'invalid' || !/^1\d{10}$/.test(checked.value)) {
      return refused('请填写11位手机号。')
    }
    const phone = checked.value
    try {
      await this.#addresses.consume(address)
    } catch (error) {
      if (error instanceof RateLimiterRes) return refused('这个网络地址获取验证码太多，请一小时后再试。')
      throw error
    }
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    const now = clock()
    const index = vault.blindIndex(county, `phone ${phone}`)
    const isKept = await keepCode(db, {
      county,
      phone: index,
      digest: vault.blindIndex(county, `code ${index} ${code}`),
      now,
      ends: later(now, CODE_MINUTES),
      notSince: later(now, -1),
      countedSince: later(now, -60),
      most: MOST_SENDS,
    })
    if (!isKept) return refused('验证码刚发过。一分钟后可以再要一次，一小时内最多五次。')
    const problem = await this.#context.senderOf(county).send({ county, phone, code })
    return problem === null ? { kind: 'done', value: phone } : refused(problem)
  }

  /** Lets in who has the code; makes the account where the telephone has none. */
  async signIn(county: string, phone: string, code: string): Promise<Told<string>> {
    const { db, vault, clock } = this.#context.services
    const now = clock()
    const index = vault.blindIndex(county, `phone ${phone}`)
    const digest = vault.blindIndex(county, `code ${index} ${code.trim()}`)
    const isRight = await takeCode(db, { county, phone: index, digest, now, mostTries: MOST_TRIES })
    if (!isRight) return refused('验证码不对，或者已经过了五分钟。请核对后再填，或者重新获取。')
    const citizen = `${CITIZEN}${index.slice(0, 24)}`
    await this.#ensureAccount(county, citizen, phone)
    const token = randomBytes(32).toString('base64url')
    await openCitizenSession(db, {
      county,
      digest: digestOf(token),
      citizen,
      opened: now,
      ends: later(now, SESSION_HOURS * 60),
    })
    return { kind: 'done', value: token }
  }

  /** Who holds a session; null for nobody. */
  async find(county: string, token: string): Promise<Citizen | null> {
    if (token === '') return null
    const { db, clock } = this.#context.services
    const id = await findCitizen(db, { county, digest: digestOf(token), now: clock() })
    if (id === null) return null
    return { county, actor: citizenActor(county, id), token, csrfToken: csrfOf(token) }
  }

  async signOut(county: string, token: string): Promise<void> {
    await endCitizenSession(this.#context.services.db, county, digestOf(token))
  }

  /** The telephone by which someone signed in; the reading is kept. */
  async phoneOf({ county, actor }: Citizen): Promise<string> {
    const { services, counties } = this.#context
    const asked = {
      county,
      cases: [accountOf(actor.id)],
      fields: ['phone'],
      by: actor,
      reason: '本人填写申请',
    }
    const around = surroundingsFor(await counties.of(county), programme.id, services)
    const shown = await reveal(services.db, programme, asked, around)
    return shown.kind === 'revealed' ? String(shown.cases[0]?.data['phone'] ?? '') : ''
  }

  async #ensureAccount(county: string, citizen: string, phone: string): Promise<void> {
    const { services, counties } = this.#context
    const id = accountOf(citizen)
    if ((await findCase(services.db, county, id)) !== null) return
    const around = surroundingsFor(await counties.of(county), programme.id, services)
    const opening = {
      procedure: 'citizens',
      unit: GOVERNMENT,
      owner: citizen,
      action: {
        by: citizenActor(county, citizen),
        input: { number: citizen.slice(CITIZEN.length), phone, isVerified: false },
      },
    }
    await open(services.db, programme, { county, case: id, requestKey: null }, opening, around)
  }
}

/** Someone as the kernel knows who acts: a citizen acts in their own cases only. */
export function citizenActor(county: string, id: string): Actor {
  return { id, county, posts: [{ role: 'applicant', unit: GOVERNMENT, from: null, until: null }] }
}

/** Whether a form carries the token of the session. */
export function isOwnForm({ csrfToken }: Citizen, given: string): boolean {
  const [a, b] = [Buffer.from(csrfToken), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function accountOf(citizen: string): string {
  return `citizens-${citizen.slice(CITIZEN.length)}`
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function csrfOf(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url')
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message }
}
