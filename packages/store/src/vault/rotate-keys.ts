import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Vault } from './vault.ts'

/** Keys that are wrapped anew in one transaction. */
const BATCH = 1000

/**
 * Wraps every key under the vault's first master key, so that the others are needed no more. The data and the log stay
 * as they are. What a crash leaves undone is done by running it again.
 *
 * @returns how many keys were wrapped anew
 */
export async function rotateKeys(db: Database, vault: Vault): Promise<number> {
  let wrapped = await rotateSecrets(db, vault)
  for (;;) {
    const done = await rotateBatch(db, vault)
    wrapped += done
    if (done === 0) return wrapped
  }
}

async function rotateSecrets(db: Database, vault: Vault): Promise<number> {
  const secrets = await db.selectFrom('secrets').selectAll().where('master', '!=', vault.current).execute()
  for (const { name, ...key } of secrets) {
    const anew = vault.wrap(vault.unwrap(key, name), name)
    await db.updateTable('secrets').set(anew).where('name', '=', name).execute()
  }
  return secrets.length
}

async function rotateBatch(db: Database, vault: Vault): Promise<number> {
  return db.transaction().execute(async (inside) => {
    const keys = await inside
      .selectFrom('case_keys')
      .selectAll()
      .where('master', '!=', vault.current)
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute()
    const anew = keys.map(({ county, subject, ...key }) => {
      const belongsTo = `${county}/${subject}`
      const { master, wrapped } = vault.wrap(vault.unwrap(key, belongsTo), belongsTo)
      return { county, subject, master, wrapped: wrapped.toString('base64') }
    })
    await sql`
      update case_keys set master = anew.master, wrapped = decode(anew.wrapped, 'base64')
      from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb)
        as anew (county text, subject text, master text, wrapped text)
      where case_keys.county = anew.county and case_keys.subject = anew.subject`.execute(inside)
    return keys.length
  })
}
