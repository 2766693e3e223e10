import { demoOfficers } from '@luoshi/counties'
import { type Account, changeAccount, findAccount, forgetFailures } from '@luoshi/store'
import type { Problem } from '../problem.ts'
import type { Attempts } from './attempts.ts'
import type { Credentials, PasswordCheck } from './password-check.ts'
import { hashPassword, isOutdated } from './password-hash.ts'
import type { SessionKeeper, Whence } from './session-keeper.ts'
import { DEMO_COUNTY } from './session-view.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-problems.ts'

/** What a browser is to hold from now on; or why nobody was let in. */
export type SignedIn =
  | { readonly kind: 'signed-in'; readonly held: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** How someone showed who they are. */
export type SignInWay = 'password' | 'provider' | 'demo'

/** Lets officers in. */
export class SignInDesk {
  readonly #context: SignInContext
  readonly #passwords: PasswordCheck
  readonly #sessions: SessionKeeper
  readonly #attempts: Attempts

  constructor(context: SignInContext, passwords: PasswordCheck, sessions: SessionKeeper, attempts: Attempts) {
    this.#attempts = attempts
    this.#context = context
    this.#passwords = passwords
    this.#sessions = sessions
  }

  /** Lets in whose password it is. A hash that was made at another cost is made anew while the password is at hand. */
  async byPassword(given: Credentials, whence: Whence): Promise<SignedIn> {
    if (await this.#attempts.areTooMany(whence.address)) {
      return { kind: 'refused', problem: signInProblem('too-many-attempts') }
    }
    const checked = await this.#passwords.check(given)
    if (checked.kind === 'refused') {
      await this.#attempts.fail(whence.address)
      return checked
    }
    const { account } = checked
    const renewed = isOutdated(account.password) ? await hashPassword(given.password) : null
    return this.letIn(account, 'password', whence, renewed)
  }

  /** Lets a visitor in in the place of an officer of the demo county, where this server serves it. */
  async asDemoOfficer(username: string, whence: Whence): Promise<SignedIn> {
    const { services, options } = this.#context
    const isThere =
      options.counties.includes(DEMO_COUNTY) && demoOfficers.some((officer) => officer.username === username)
    const account = isThere ? await findAccount(services.db, { county: DEMO_COUNTY, username }) : null
    if (account === null) return { kind: 'refused', problem: signInProblem('demo-only') }
    return this.letIn(account, 'demo', whence)
  }

  /** Lets in who showed in some way to be an account's officer. */
  async letIn(
    account: Account,
    way: SignInWay,
    whence: Whence,
    renewed: string | null = null,
  ): Promise<SignedIn> {
    const { db, clock } = this.#context.services
    const { county, officer, username } = account
    return db.transaction().execute(async (transaction): Promise<SignedIn> => {
      const entered = await changeAccount(transaction, { county, officer }, (before) => {
        // Between the check and now the password may have been reset, or the account blocked.
        if (before.password !== account.password || before.blocked !== null) return null
        const change = renewed === null ? {} : { password: renewed }
        const data = { way, address: whence.address, isHashRenewed: renewed !== null }
        return { change, event: { kind: 'signed-in', actor: officer, at: clock(), data } }
      })
      if (entered === null) return { kind: 'refused', problem: signInProblem('account-blocked') }
      await forgetFailures(transaction, county, username)
      return { kind: 'signed-in', held: await this.#sessions.open(transaction, county, officer, whence) }
    })
  }
}
