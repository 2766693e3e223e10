import { setTimeout } from 'node:timers/promises'
import {
  type Account,
  changeAccount,
  countFailure,
  findAccount,
  findFailures,
  forgetFailures,
} from '@luoshi/store'
import type { Problem } from '../problem.ts'
import { clockTime } from './clock-time.ts'
import { later } from './moments.ts'
import { hashPassword, isOutdated, isPasswordOf } from './password-hash.ts'
import { isUsername } from './password-policy.ts'
import type { SessionKeeper, Whence } from './session-keeper.ts'
import { signInSettings } from './settings.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-issues.ts'
import { Turns } from './turns.ts'

/** Who is to be let in. */
export interface Credentials {
  readonly county: string
  readonly username: string
  readonly password: string
}

/** What a browser is to hold from now on; or why nobody was let in. */
export type SignedIn =
  | { readonly kind: 'signed-in'; readonly held: string; readonly account: Account }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Signs officers in by their password. What is answered tells nobody whether a name is an account's. */
export class PasswordSignIn {
  readonly #context: SignInContext
  readonly #sessions: SessionKeeper
  /** Attempts under one name wait for each other, so that none slips past the count of failures. */
  readonly #turns = new Turns()
  #nobodysHash: Promise<string> | null = null

  constructor(context: SignInContext, sessions: SessionKeeper) {
    this.#context = context
    this.#sessions = sessions
  }

  /** Lets an officer in, or refuses in a time that does not tell why. */
  async signIn(given: Credentials, whence: Whence): Promise<SignedIn> {
    const least = setTimeout(this.#context.options.refusalTakes, undefined, { ref: false })
    const outcome = await this.#turns.take(`${given.county}/${given.username}`, () =>
      this.#attempt(given, whence),
    )
    if (outcome.kind === 'refused') await least
    return outcome
  }

  async #attempt({ county, username, password }: Credentials, whence: Whence): Promise<SignedIn> {
    const { db, clock } = this.#context.services
    const now = clock()
    const { mostFailures, lockMinutes } = signInSettings(now)
    const since = later(now, -lockMinutes)
    const earlier = await findFailures(db, county, username, since)
    if (earlier !== null && earlier.failures >= mostFailures) {
      return refused(signInProblem('locked-out', { until: clockTime(later(earlier.latest, lockMinutes)) }))
    }
    const account = isUsername(username) ? await findAccount(db, { county, username }) : null
    const isRight = await isPasswordOf(account?.password ?? (await this.#hashOfNobody()), password)
    if (account === null || account.password === null || !isRight) {
      await this.#countFailure({ county, username }, account)
      return refused(signInProblem('wrong-password', { most: mostFailures, minutes: lockMinutes }))
    }
    if (account.blocked !== null) return refused(signInProblem('account-blocked'))
    const renewed = isOutdated(account.password) ? await hashPassword(password) : null
    return this.#letIn(account, whence, renewed)
  }

  async #letIn(account: Account, whence: Whence, renewed: string | null): Promise<SignedIn> {
    const { db, clock } = this.#context.services
    const { county, officer, username } = account
    return db.transaction().execute(async (transaction): Promise<SignedIn> => {
      const at = clock()
      const entered = await changeAccount(transaction, { county, officer }, (before) => {
        // Between the check and now the password may have been reset or the account blocked.
        if (before.password !== account.password || before.blocked !== null) return null
        const change = renewed === null ? {} : { password: renewed }
        const data = { by: 'password', address: whence.address, isHashRenewed: renewed !== null }
        return { change, event: { kind: 'signed-in', actor: officer, at, data } }
      })
      if (entered === null) {
        const { mostFailures: most, lockMinutes: minutes } = signInSettings(at)
        return refused(signInProblem('wrong-password', { most, minutes }))
      }
      await forgetFailures(transaction, county, username)
      const held = await this.#sessions.open(transaction, county, officer, whence)
      return { kind: 'signed-in', held, account: entered }
    })
  }

  async #countFailure(key: { county: string; username: string }, account: Account | null): Promise<void> {
    const { db, clock } = this.#context.services
    const at = clock()
    const { mostFailures, lockMinutes } = signInSettings(at)
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

function refused(problem: Problem): SignedIn {
  return { kind: 'refused', problem }
}
