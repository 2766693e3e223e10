import { randomBytes, randomUUID } from 'node:crypto'
import {
  type ApiToken,
  changeAccount,
  endToken,
  findToken,
  type HeldToken,
  insertToken,
  type TokenScope,
} from '@luoshi/store'
import { ExactCache } from '../exact-cache.ts'
import { later } from './moments.ts'
import type { Officer } from './officer.ts'
import { tokenDigest } from './session-keeper.ts'
import type { SignInContext } from './sign-in-context.ts'

const TOKEN_BYTES = 32

/** Makes, checks and ends tokens with which other systems act in an officer's name. */
export class TokenKeeper {
  readonly #context: SignInContext
  readonly #cache: ExactCache<{ readonly token: HeldToken | null }>

  constructor(context: SignInContext) {
    this.#context = context
    this.#cache = new ExactCache(context.changes, ({ kind, county, key }) => {
      if (kind === 'token') return { key: `${county}_${key}` }
      return kind === 'account' ? 'all' : 'nothing'
    })
  }

  /** A token and what is handed out, which nobody can see again. */
  async make(
    { county, id: officer }: Officer,
    { label, scopes, days }: { label: string; scopes: readonly TokenScope[]; days: number },
  ): Promise<{ readonly kept: ApiToken; readonly handedOut: string }> {
    const { db, clock } = this.#context.services
    const secret = randomBytes(TOKEN_BYTES).toString('base64url')
    const at = clock()
    const kept: ApiToken = {
      county,
      digest: tokenDigest(secret),
      id: randomUUID(),
      officer,
      label,
      scopes,
      created: new Date(at).toISOString(),
      ends: later(at, days * 24 * 60),
    }
    const data = { token: kept.id, ends: kept.ends, scopes: scopes.map(scopeText).join('；') }
    await changeAccount(
      db,
      { county, officer },
      () => ({ change: {}, event: { kind: 'token-made', actor: officer, at, data } }),
      (transaction) => insertToken(transaction, kept),
    )
    return { kept, handedOut: `luoshi_${county}_${secret}` }
  }

  /** The token of what was handed out; null where there is none or it has ended. */
  async find(handedOut: string): Promise<HeldToken | null> {
    const [, county, secret] = /^luoshi_([a-z0-9-]+)_([\w-]{43})$/.exec(handedOut) ?? []
    if (county === undefined || secret === undefined) return null
    const digest = tokenDigest(secret)
    const { db, clock } = this.#context.services
    const key = `${county}_${digest}`
    const { token } = await this.#cache.get(key, async () => ({ token: await findToken(db, county, digest) }))
    if (token === null) {
      this.#cache.drop(key)
      return null
    }
    return token.isBlocked || Date.parse(token.ends) <= Date.parse(clock()) ? null : token
  }

  /** Ends a token of an officer. False where there was none. */
  async end({ county, id: officer }: Officer, token: string): Promise<boolean> {
    const { db, clock } = this.#context.services
    const ended = await db.transaction().execute(async (transaction) => {
      const found = await endToken(transaction, county, officer, token)
      if (found === null) return null
      await changeAccount(transaction, { county, officer }, () => ({
        change: {},
        event: { kind: 'token-ended', actor: officer, at: clock(), data: { token } },
      }))
      return found
    })
    if (ended !== null) this.#cache.drop(`${county}_${ended.digest}`)
    return ended !== null
  }
}

function scopeText({ programme, procedure, may }: TokenScope): string {
  return `${programme}/${procedure ?? '*'}:${may}`
}
