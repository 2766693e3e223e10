import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto'
import type { Vault } from '@luoshi/store'

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** With what a county signs its files. */
export interface SigningKey {
  readonly secret: KeyObject
  /** The raw public key in Base64, as archives carry it. */
  readonly publicKey: string
  /** SM3 of the public key: what is published, to be compared. */
  readonly fingerprint: string
}

/** The key of a county, derived from the vault: the same as long as the vault is, and nowhere kept. */
export function signingKeyOf(vault: Vault, county: string): SigningKey {
  const seed = Buffer.from(vault.blindIndex(county, 'signing key of case files'), 'hex').subarray(0, 32)
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  const publicKey = Buffer.from(x, 'base64url').toString('base64')
  return { secret, publicKey, fingerprint: hash('sm3', Buffer.from(publicKey, 'base64'), 'hex') }
}
