import type { IssueView } from '@luoshi/client'
import {
  type Account,
  changeAccount,
  endSessions,
  formerPasswordsOf,
  keepFormerPassword,
} from '@luoshi/store'
import type { PasswordCheck } from './password-check.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { passwordFaults } from './password-policy.ts'
import type { LiveSession, SessionKeeper, Whence } from './session-keeper.ts'
import type { SignInSettings } from './settings.ts'
import type { SignedIn } from './sign-in.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-problems.ts'

/** Changes officers' passwords. */
export class PasswordChange {
  readonly #context: SignInContext
  readonly #passwords: PasswordCheck
  readonly #sessions: SessionKeeper

  constructor(context: SignInContext, passwords: PasswordCheck, sessions: SessionKeeper) {
    this.#context = context
    this.#passwords = passwords
    this.#sessions = sessions
  }

  /** Another password for who is signed in and knows the one there is. All sessions end, and a new one begins. */
  async change(
    { county, username }: LiveSession,
    given: { readonly current: string; readonly next: string },
    whence: Whence,
  ): Promise<SignedIn> {
    const checked = await this.#passwords.check({ county, username, password: given.current })
    if (checked.kind === 'refused') return checked
    const { account } = checked
    const { db, clock } = this.#context.services
    const at = clock()
    const settings = await this.#context.settings.at(county, at)
    const issues = await this.#faultsOf(account, given.next, settings)
    if (issues.length > 0) {
      return { kind: 'refused', problem: { ...signInProblem('password-refused'), issues } }
    }
    const password = await hashPassword(given.next)
    const outcome = await db.transaction().execute(async (transaction): Promise<SignedIn> => {
      const changed = await changeAccount(
        transaction,
        { county, officer: account.officer },
        (before) =>
          before.password !== account.password || before.blocked !== null
            ? null
            : {
                change: { password, passwordSet: at, mustChange: false },
                event: { kind: 'password-changed', actor: account.officer, at },
              },
        (_transaction, before) => keepFormerPassword(transaction, before, settings.notAgain),
      )
      if (changed === null) return { kind: 'refused', problem: signInProblem('not-signed-in') }
      await endSessions(transaction, county, account.officer, { except: null })
      const held = await this.#sessions.open(transaction, county, account.officer, whence)
      return { kind: 'signed-in', held }
    })
    this.#sessions.forgetAll()
    return outcome
  }

  async #faultsOf(
    account: Account & { readonly password: string },
    next: string,
    settings: SignInSettings,
  ): Promise<readonly IssueView[]> {
    const faults = passwordFaults(next, account, settings)
    if (faults.length > 0) return faults.map(({ code, message }) => issueAt(code, message))
    const { county, officer, password } = account
    const former = await formerPasswordsOf(this.#context.services.db, county, officer)
    for (const hash of [password, ...former].slice(0, settings.notAgain)) {
      if (await isPasswordOf(hash, next)) {
        return [issueAt('password-used', `口令与最近${settings.notAgain}次用过的相同，请换一个没有用过的。`)]
      }
    }
    return []
  }
}

function issueAt(code: string, message: string): IssueView {
  return { code, message, path: ['next'], clause: null }
}
