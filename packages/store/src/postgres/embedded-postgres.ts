import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import { makePlaces, type Places } from './places.ts'
import { as, endServer, readPid, spawnServer, watchOver } from './server-process.ts'
import { findServerUser, type ServerUser } from './unprivileged.ts'

/** A running server of our own. */
export interface EmbeddedPostgres {
  /** How to reach its databases. */
  readonly connection: { readonly host: string; readonly user: string }
  /** Process id of the server; another after it was killed and came up again. */
  readonly pid: number
  /** Whether it was left over by a process that died, and taken up again. */
  readonly isTakenUp: boolean
  /** Ends it: what was acknowledged is on disk, open transactions are rolled back. */
  stop(): Promise<void>
}

/** A server, or the sentence that says why there is none. */
export type Started =
  | { readonly kind: 'started'; readonly server: EmbeddedPostgres }
  | { readonly kind: 'refused'; readonly message: string }

const SUPERUSER = 'luoshi'

/** Session lock in the database `postgres`: who holds it uses the data; it falls with its holder. */
const OWNER_LOCK = 0x10_05_41

/** How long a start or a stop may take. */
const PATIENCE_MS = 30_000

/** Within this time a watch has ended the server of an owner that died. */
const ORPHAN_MS = 300

/** Longest wait before a server that went down is started once more. */
const LONGEST_PAUSE_MS = 5_000

/** What the system says of a disk without room, whoever asks. */
const NO_ROOM = 'No space left on device'

/** How long a failed start is tried again. */
const CLEARING_MS = 5_000

/**
 * Starts PostgreSQL on a data folder, or takes up the one that a process left behind when it died. It ends with this
 * process, however that ends.
 *
 * @param isGuest whether to work beside another process that uses the data: its server is then used, and left running
 */
export async function startEmbeddedPostgres(folder: string, isGuest = false): Promise<Started> {
  const binaries = findBinaries()
  if (binaries === null) {
    return refused(
      `没有适合本机（${process.platform}-${process.arch}）的PostgreSQL程序：请重新执行 npm ci，或设置 DATABASE_URL 使用已有的PostgreSQL。`,
    )
  }
  const user = findServerUser()
  if (user === undefined) {
    return refused(
      'PostgreSQL不能以root身份运行，本机也没有 postgres 或 nobody 账户：请新建一个，或以普通用户启动。',
    )
  }
  const places = makePlaces(folder, user, binaries)
  if (!existsSync(join(places.data, 'PG_VERSION'))) {
    const problem = await createData(places, user)
    if (problem !== null) return refused(problem)
  }
  // A server that is just ending, or whose processes are, bars a new one for a moment.
  for (const until = Date.now() + CLEARING_MS; Date.now() < until; await wait(100)) {
    const taken = await take(places, user)
    if (taken === null) continue
    if (taken.lock === 'taken') return { kind: 'started', server: owned(taken, places, user) }
    if (isGuest) return joined(taken.client, places)
    close(taken.client)
    return refused(
      `${folder}里的数据正由另一个落实进程使用：请先停止它；多个进程共用数据时请设置 DATABASE_URL。`,
    )
  }
  return refused(`PostgreSQL没有启动起来，它的日志（${places.log}）最后写道：${lastWords(places)}`)
}

/** A connection that holds the lock on the data, or to a server whose data another holds. */
interface Taken {
  readonly client: Client
  readonly lock: 'taken' | 'of-another'
  readonly isTakenUp: boolean
}

/** Takes the server that runs on the data, or starts one. Null where none came up. */
async function take(places: Places, user: ServerUser | null): Promise<Taken | null> {
  const left = await connect(places)
  const client = left ?? (await connectOnceUp(spawnServer(places, user), places))
  if (client === null) return null
  const lock = await takeLock(client)
  if (lock === 'of-another') return { client, lock, isTakenUp: false }
  if (lock === 'taken' && (left === null || (await staysUp(client)))) {
    return { client, lock, isTakenUp: left !== null }
  }
  close(client)
  return null
}

function refused(message: string): Started {
  return { kind: 'refused', message }
}

/** Makes a server's data beside its place and moves it there whole: what a crash leaves half made is never used. */
async function createData({ data, binaries, log }: Places, user: ServerUser | null): Promise<string | null> {
  const half = mkdtempSync(`${data}-`)
  if (user !== null) await chown(half, user.uid, user.gid)
  const options = ['--auth=trust', `--username=${SUPERUSER}`, '--encoding=UTF8', '--no-instructions']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const out = openSync(log, 'a', 0o600)
  const child = spawn(binaries.initdb, ['-D', half, ...options, ...locale], {
    ...as(user),
    cwd: '/',
    stdio: ['ignore', out, out],
  })
  const code = await ended(child)
  closeSync(out)
  try {
    if (code === 0) renameSync(half, data)
  } catch {
    // Another process made them meanwhile: those are used.
  }
  rmSync(half, { recursive: true, force: true })
  if (existsSync(data)) return null
  if (readFileSync(log, 'utf8').includes(NO_ROOM)) {
    return `数据库没有建成：${dirname(data)}所在的磁盘没有空间了，请清出至少100 MB，或用 --data 另选文件夹。`
  }
  return `数据库没有建成，日志在${log}，最后写道：${lastWords({ log })}`
}

/** Takes the one lock on the data. Where it is not free in a moment, another process in good health has it. */
async function takeLock(client: Client): Promise<'taken' | 'of-another' | 'server-ended'> {
  try {
    for (const until = Date.now() + ORPHAN_MS; Date.now() < until; await wait(20)) {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [OWNER_LOCK])
      if (rows[0]?.held === true) return 'taken'
    }
    return 'of-another'
  } catch {
    return 'server-ended'
  }
}

/** Whether a server that was found goes on: its watch may be about to end it, since its owner died a moment ago. */
async function staysUp(client: Client): Promise<boolean> {
  await wait(ORPHAN_MS)
  return client.query('select 1').then(
    () => true,
    () => false,
  )
}

/** Ends a connection without waiting for a server that may be gone. */
function close(client: Client): void {
  client.end().catch(() => undefined)
}

/** A server of another process, which ends when that one does. */
function joined(client: Client, places: Places): Started {
  const connection = { host: places.socket, user: SUPERUSER }
  const pid = readPid(places.data) ?? 0
  return { kind: 'started', server: { connection, pid, isTakenUp: false, stop: async () => close(client) } }
}

/** A server of our own. Where it goes down, as on a full disk, it is started again until it stays up. */
function owned(first: Taken, places: Places, user: ServerUser | null): EmbeddedPostgres {
  let isStopping = false
  let [client, pid, watch] = [first.client, 0, null as ChildProcess | null]
  const hold = (taken: Taken) => {
    client = taken.client
    pid = readPid(places.data) ?? 0
    watch = watchOver(places, pid, user)
    client.once('end', () => void restore())
    // In pg's code though not in its types: the lock alone keeps no process from ending.
    ;(client as Client & { unref(): void }).unref()
  }
  const restore = async () => {
    watch?.kill()
    for (let pause = 50; !isStopping; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const taken = await take(places, user).catch(() => null)
      if (isStopping && taken !== null) close(taken.client)
      else if (taken?.lock === 'taken') return hold(taken)
      else if (taken !== null) close(taken.client)
      await wait(pause, undefined, { ref: false })
    }
  }
  hold(first)
  return {
    connection: { host: places.socket, user: SUPERUSER },
    get pid() {
      return pid
    },
    isTakenUp: first.isTakenUp,
    async stop() {
      isStopping = true
      watch?.kill()
      close(client)
      await endServer(places.data, readPid(places.data) ?? pid)
      if (!places.socket.startsWith(dirname(places.data)))
        rmSync(places.socket, { recursive: true, force: true })
    },
  }
}

async function connectOnceUp(child: ChildProcess, places: Places): Promise<Client | null> {
  let hasEnded = false
  child.on('error', () => {
    hasEnded = true
  })
  child.on('exit', () => {
    hasEnded = true
  })
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(10)) {
    const client = await connect(places)
    if (client !== null || hasEnded) return client
  }
  return null
}

async function connect({ socket }: Places): Promise<Client | null> {
  if (!existsSync(join(socket, '.s.PGSQL.5432'))) return null
  const client = new Client({ host: socket, user: SUPERUSER, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    close(client)
    return null
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
}

function lastWords({ log }: { log: string }): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' / ') : '（无）'
}
