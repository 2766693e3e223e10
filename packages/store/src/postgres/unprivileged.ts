import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Under whom PostgreSQL runs; it refuses root. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** Accounts that PostgreSQL may run under when we are root, the best first. One of them is on every Unix. */
const ACCOUNTS = ['postgres', 'nobody']

/** The account to run PostgreSQL under: null is our own; undefined where we are root and there is no other. */
export function findServerUser(): ServerUser | null | undefined {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const account of ACCOUNTS) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${account}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** Whether that user may pass through every folder above a path. What is not there yet bars nobody. */
export function isReachable(path: string, user: ServerUser | null): boolean {
  if (user === null) return true
  const above = dirname(path)
  if (above === path) return true
  return canEnter(above, user) && isReachable(above, user)
}

function canEnter(folder: string, { uid, gid }: ServerUser): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return true
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0
  return ((stats.mode >> shift) & 1) === 1
}
