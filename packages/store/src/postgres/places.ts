import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Binaries, binariesIn } from './binaries.ts'
import { isReachable, type ServerUser } from './unprivileged.ts'

/** Where a server's things are. */
export interface Places {
  /** PostgreSQL's own data folder. */
  readonly data: string
  /** Folder of the socket. Nobody but the server's user and root may enter it. */
  readonly socket: string
  readonly log: string
  readonly binaries: Binaries
}

/** Root's folder for what an unprivileged server cannot reach in the checkout. */
const REACHABLE_HOME = '/var/lib/luoshi'

/** Bytes that the path of a Unix socket may have, less the socket's own name. */
const LONGEST_SOCKET_FOLDER = 85

/**
 * Makes the folders of a server that the given user can reach: in the data folder itself where possible. Else they are
 * under `/var/lib/luoshi`, and a file in the data folder says so.
 */
export function makePlaces(folder: string, user: ServerUser | null, binaries: Binaries): Places {
  const wanted = resolve(folder)
  mkdirSync(wanted, { recursive: true })
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const home = isReachable(join(wanted, 'x'), user) ? wanted : movedHome(wanted, mark)
  const runtime = makePrivate(join(home, 'postgres'), user)
  const near = join(runtime, 'socket')
  const socket = near.length <= LONGEST_SOCKET_FOLDER ? near : join(tmpdir(), `luoshi-${mark}`)
  return {
    data: join(runtime, 'data'),
    socket: makePrivate(socket, user),
    log: join(runtime, 'postgres.log'),
    binaries: reachableBinaries(binaries, user),
  }
}

function movedHome(wanted: string, mark: string): string {
  const home = join(REACHABLE_HOME, mark)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(join(wanted, '数据位置.txt'), `数据库不能以root身份运行，也进不了本文件夹；数据在${home}。\n`)
  return home
}

/** A folder of the server's own. One that someone else put there is refused: it may be a trap. */
function makePrivate(folder: string, user: ServerUser | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  const owners = [process.getuid?.(), user?.uid]
  if (!stats.isDirectory() || !owners.includes(stats.uid)) {
    throw new Error(`${folder}不是本系统建的文件夹，请移开后再启动。`)
  }
  if (user !== null) chownSync(folder, user.uid, user.gid)
  return folder
}

/** The programs where the user can reach them: copied once for each version where npm's folder is closed to it. */
function reachableBinaries(binaries: Binaries, user: ServerUser | null): Binaries {
  if (isReachable(binaries.postgres, user)) return binaries
  const mark = createHash('sha256').update(binaries.folder)
  const { mtimeMs, size } = lstatSync(binaries.postgres)
  const name = mark.update(`${mtimeMs}/${size}`).digest('hex').slice(0, 16)
  const copy = join(REACHABLE_HOME, 'programs', name)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    mkdirSync(join(REACHABLE_HOME, 'programs'), { recursive: true, mode: 0o755 })
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, copy)
  }
  return binariesIn(copy)
}
