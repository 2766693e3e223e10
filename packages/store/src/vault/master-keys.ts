import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A key under which the keys of cases are wrapped. */
export interface MasterKey {
  /** Stands beside each key that it wraps: letters, digits, `-`, `_` and `.`. */
  readonly id: string
  /** 32 bytes. */
  readonly key: Buffer
}

/** Master keys, the one for new keys first; or the sentence that says what is wrong with them. */
export type MasterKeysRead =
  | { readonly kind: 'read'; readonly keys: readonly MasterKey[] }
  | { readonly kind: 'refused'; readonly message: string }

/** Where the keys of an installation are that was given none. */
const FILE = 'master-keys'

const FORM = '应为“编号:密钥”，密钥是32字节的Base64，几个之间用逗号或换行隔开，新的在前'

/**
 * The keys that the environment gives (`LUOSHI_MASTER_KEYS`), else those in the data folder, which are made on the
 * first start and which nobody but the owner can read.
 *
 * @param given as the environment has it; null for none
 */
export function readMasterKeys(folder: string, given: string | null): MasterKeysRead {
  if (given !== null) return parseMasterKeys(given, 'LUOSHI_MASTER_KEYS')
  const file = join(folder, FILE)
  if (!existsSync(file)) writeMasterKeys(folder, [newMasterKey()])
  return parseMasterKeys(readFileSync(file, 'utf8'), file)
}

/** A key that nobody has had before. */
export function newMasterKey(): MasterKey {
  return { id: randomBytes(6).toString('hex'), key: randomBytes(32) }
}

/** Keeps keys in the data folder, all or nothing: a crash leaves the old ones. */
export function writeMasterKeys(folder: string, keys: readonly MasterKey[]): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, FILE)
  const half = `${file}.${process.pid}`
  const lines = keys.map(({ id, key }) => `${id}:${key.toString('base64')}\n`)
  writeFileSync(half, lines.join(''), { mode: 0o600, flush: true })
  renameSync(half, file)
}

/** @param where the keys were found, for the user */
export function parseMasterKeys(text: string, where: string): MasterKeysRead {
  const parts = text.split(/[,\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const keys: MasterKey[] = []
  for (const [index, part] of parts.entries()) {
    const [, id, base64] = /^([\w.-]{1,64}):([A-Za-z0-9+/]{43}=)$/.exec(part) ?? []
    if (id === undefined || base64 === undefined) {
      return refused(`${where}的第${index + 1}个主密钥不合格式：${FORM}。`)
    }
    if (keys.some((known) => known.id === id)) return refused(`${where}里主密钥编号“${id}”出现了两次。`)
    keys.push({ id, key: Buffer.from(base64, 'base64') })
  }
  return keys.length === 0 ? refused(`${where}里没有主密钥：${FORM}。`) : { kind: 'read', keys }
}

function refused(message: string): MasterKeysRead {
  return { kind: 'refused', message }
}
