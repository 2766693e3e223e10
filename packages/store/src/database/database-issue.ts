import { type StoreIssue, storeIssue } from '../log/store-issue.ts'

/** SQLSTATE of a disk without room. */
const DISK_FULL = '53100'

/** Codes of a server that goes, comes or has no connection left, as PostgreSQL and the socket say it. */
const AWAY = /^(?:08|57P0|53300|ECONN|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/

/** What `pg` throws without a code where a connection ends under a query. */
const ENDED =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/**
 * What keeps the database from working, for the user; null for anything else, which is a bug. Whatever was acknowledged
 * before is on disk. Of what was under way when a connection ended nobody knows: a request with a key is sent again.
 */
export function databaseIssue(error: unknown): StoreIssue | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === DISK_FULL) return storeIssue('disk-full')
  return AWAY.test(code) || ENDED.test(error.message) ? storeIssue('database-away') : null
}
