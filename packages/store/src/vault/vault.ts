import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { MasterKey } from './master-keys.ts'

/** A key as the database keeps it: encrypted under a master key. */
export interface WrappedKey {
  /** Id of the master key. */
  readonly master: string
  readonly wrapped: Buffer
}

/** A personal text as it lies in the database: encrypted, beside the form in which anyone may see it. */
export interface SealedText {
  /** AES-256-GCM under the key of the case: nonce, tag and text, in Base64. */
  readonly sealed: string
  /** 138****5678 */
  readonly masked: string
}

/** What encrypts personal data and finds them again. */
export interface Vault {
  /** Id of the master key under which new keys are wrapped. */
  readonly current: string
  /** Whether a key was wrapped under a master key that is known. */
  knows(master: string): boolean
  wrap(key: Buffer, belongsTo: string): WrappedKey
  /** The key itself. That nobody changed it, and that it belongs there, is checked. */
  unwrap(key: WrappedKey, belongsTo: string): Buffer
  /** The same for the same text, and telling nothing of it: by this a personal text is found that is known exactly. */
  blindIndex(county: string, text: string): string
}

/** A stored key from its columns; null where there is none. */
export function wrappedKeyOf(row: {
  readonly master: string | null
  readonly wrapped: Buffer | null
}): WrappedKey | null {
  const { master, wrapped } = row
  return master === null || wrapped === null ? null : { master, wrapped }
}

const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Bytes of a key. */
export const KEY_BYTES = 32

/**
 * A vault with these keys.
 *
 * @param masterKeys the one for new keys first
 * @param indexKey key of the blind index; it stays when master keys change
 */
export function vaultOf(masterKeys: readonly MasterKey[], indexKey: Buffer): Vault {
  const keys = new Map(masterKeys.map(({ id, key }) => [id, key]))
  const [current] = masterKeys
  if (current === undefined) throw new Error('a vault needs a master key')
  return {
    current: current.id,
    knows: (master) => keys.has(master),
    wrap: (key, belongsTo) => ({ master: current.id, wrapped: encrypt(current.key, key, belongsTo) }),
    unwrap({ master, wrapped }, belongsTo) {
      const key = keys.get(master)
      if (key === undefined)
        throw new Error(`主密钥“${master}”不在已给的主密钥之中，请把它补进 LUOSHI_MASTER_KEYS。`)
      return decrypt(key, wrapped, belongsTo)
    },
    blindIndex: (county, text) => createHmac('sm3', indexKey).update(`${county}\n${text}`).digest('hex'),
  }
}

/** Encrypts a text under the key of a case. */
export function sealText(key: Buffer, belongsTo: string, text: string, masked: string): SealedText {
  return { sealed: encrypt(key, Buffer.from(text, 'utf8'), belongsTo).toString('base64'), masked }
}

/** The text again; it fails where it was changed, or stems from elsewhere. */
export function unsealText(key: Buffer, belongsTo: string, { sealed }: SealedText): string {
  return decrypt(key, Buffer.from(sealed, 'base64'), belongsTo).toString('utf8')
}

function encrypt(key: Buffer, clear: Buffer, belongsTo: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(belongsTo, 'utf8'))
  const text = Buffer.concat([cipher.update(clear), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(key: Buffer, sealed: Buffer, belongsTo: string): Buffer {
  const nonce = sealed.subarray(0, NONCE)
  const cipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(belongsTo, 'utf8'))
  cipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()])
}
