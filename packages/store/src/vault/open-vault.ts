import { randomBytes } from 'node:crypto'
import type { Database } from '../database/tables.ts'
import type { MasterKey } from './master-keys.ts'
import { KEY_BYTES, type Vault, vaultOf } from './vault.ts'

/** A vault; or the sentence that says why these keys open none. */
export type VaultOpened =
  | { readonly kind: 'opened'; readonly vault: Vault }
  | { readonly kind: 'refused'; readonly message: string }

const INDEX_KEY = 'blind-index'

/** Opens the vault of a database: with the master keys that it was used with, or, where it is new, any. */
export async function openVault(
  db: Database,
  { masterKeys }: { masterKeys: readonly MasterKey[] },
): Promise<VaultOpened> {
  const making = vaultOf(masterKeys, Buffer.alloc(KEY_BYTES))
  await db
    .insertInto('secrets')
    .values({ name: INDEX_KEY, ...making.wrap(randomBytes(KEY_BYTES), INDEX_KEY) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const used = await db
    .selectFrom('secrets')
    .select('master')
    .union(db.selectFrom('case_keys').select('master').distinct())
    .execute()
  const missing = used.find(({ master }) => !making.knows(master))
  if (missing !== undefined) {
    const { master } = missing
    return refused(
      `数据库里的个人信息用主密钥“${master}”加密，而给的主密钥里没有它：请把它补进 LUOSHI_MASTER_KEYS。`,
    )
  }
  const stored = await db
    .selectFrom('secrets')
    .select(['master', 'wrapped'])
    .where('name', '=', INDEX_KEY)
    .executeTakeFirstOrThrow()
  try {
    return { kind: 'opened', vault: vaultOf(masterKeys, making.unwrap(stored, INDEX_KEY)) }
  } catch {
    return refused(`主密钥“${stored.master}”与数据库里用的不是同一把：请核对 LUOSHI_MASTER_KEYS。`)
  }
}

function refused(message: string): VaultOpened {
  return { kind: 'refused', message }
}
