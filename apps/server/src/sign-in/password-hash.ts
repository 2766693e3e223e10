import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What a hash costs: memory in KiB, passes, lanes. */
export interface HashCost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export const currentCost: HashCost = { memory: 19_456, passes: 2, lanes: 1 }

const SALT_BYTES = 16
const HASH_BYTES = 32

const argon2Async = promisify(argon2)

/** The hash of a password by argon2id (RFC 9106) with its salt and cost, in the PHC string format. */
export async function hashPassword(password: string, cost: HashCost = currentCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, cost, HASH_BYTES)
  const { memory, passes, lanes } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Whether a password is the one of a hash, at the cost that is written in the hash. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const parts = partsOf(hash)
  if (parts === null) return false
  const found = await derive(password, parts.salt, parts.cost, parts.hash.length)
  return timingSafeEqual(found, parts.hash)
}

/** Whether a hash was made at another cost than today's, and so is to be made anew while the password is at hand. */
export function isOutdated(hash: string, cost: HashCost = currentCost): boolean {
  const found = partsOf(hash)?.cost
  return found?.memory !== cost.memory || found.passes !== cost.passes || found.lanes !== cost.lanes
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function partsOf(hash: string) {
  const [, memory, passes, lanes, salt, digest] = phc.exec(hash) ?? []
  if (salt === undefined || digest === undefined) return null
  return {
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(digest, 'base64'),
  }
}

/** Passwords that look the same are the same: what a keyboard composes differs between systems. */
function derive(password: string, nonce: Uint8Array, cost: HashCost, tagLength: number): Promise<Buffer> {
  const { memory, passes, lanes } = cost
  const message = Buffer.from(password.normalize('NFKC'), 'utf8')
  return argon2Async('argon2id', { message, nonce, memory, passes, parallelism: lanes, tagLength })
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
