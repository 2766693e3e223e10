import { setTimeout } from 'node:timers/promises'
import { type Account, changeAccount, countFailure, findAccount, findFailures } from '@luoshi/store'
import type { Problem } from '../problem.ts'
import { clockTime } from './clock-time.ts'
import { later } from './moments.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { isUsername } from './password-policy.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-problems.ts'
import { Turns } from './turns.ts'

/** Who says to be whom. */
export interface Credentials {
  readonly county: string
  readonly username: string
  readonly password: string
}

/** Whose password it is, as the account was when it was looked at. */
export interface Right {
  readonly kind: 'right'
  readonly account: Account & { readonly password: string }
}

/** Whose password it is; or why that is not said. */
export type Checked = Right | { readonly kind: 'refused'; readonly problem: Problem }

/**
 * Checks passwords and counts failures. What is answered, and how fast, tells nobody whether a name is an account's: a
 * name that nobody bears is locked out like any other.
 */
export class PasswordCheck {
  readonly #context: SignInContext
  /** Attempts under one name wait for each other, so that none slips past the count of failures. */
  readonly #turns = new Turns()
  #nobodysHash: Promise<string> | null = null

  constructor(context: SignInContext) {
    this.#context = context
  }

  /** Whose password it is, or a refusal after a time that does not tell why. */
  async check(given: Credentials): Promise<Checked> {
    const least = setTimeout(this.#context.options.refusalTakes, undefined, { ref: false })
    const outcome = await this.#turns.take(`${given.county}/${given.username}`, () => this.#attempt(given))
    if (outcome.kind === 'refused') await least
    return outcome
  }

  async #attempt({ county, username, password }: Credentials): Promise<Checked> {
    const { db, clock } = this.#context.services
    const now = clock()
    const { mostFailures: most, lockMinutes: minutes } = await this.#context.settings.at(county, now)
    const earlier = await findFailures(db, county, username, later(now, -minutes))
    if (earlier !== null && earlier.failures >= most) {
      return refused(signInProblem('locked-out', { until: clockTime(later(earlier.latest, minutes)) }))
    }
    const account = isUsername(username) ? await findAccount(db, { county, username }) : null
    const hash = account?.password ?? null
    const isRight = await isPasswordOf(hash ?? (await this.#hashOfNobody()), password)
    if (account !== null && hash !== null && isRight) {
      return { kind: 'right', account: { ...account, password: hash } }
    }
    await this.#countFailure({ county, username }, account)
    return refused(signInProblem('wrong-password', { most, minutes }))
  }

  async #countFailure(key: { county: string; username: string }, account: Account | null): Promise<void> {
    const { db, clock } = this.#context.services
    const at = clock()
    const { mostFailures, lockMinutes } = await this.#context.settings.at(key.county, at)
    const failures = await countFailure(db, key.county, key.username, at, later(at, -lockMinutes))
    if (account === null) return
    const kind = failures >= mostFailures ? 'locked-out' : 'sign-in-failed'
    await changeAccount(db, key, () => ({
      change: {},
      event: { kind, actor: account.officer, at, data: { failures } },
    }))
  }

  /** A hash that no password has, so that checking nobody's takes as long as checking somebody's. */
  #hashOfNobody(): Promise<string> {
    this.#nobodysHash ??= hashPassword(crypto.randomUUID())
    return this.#nobodysHash
  }
}

function refused(problem: Problem): Checked {
  return { kind: 'refused', problem }
}
