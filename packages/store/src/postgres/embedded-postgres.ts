import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import { makePlaces, type Places } from './places.ts'
import { findServerUser, type ServerUser } from './unprivileged.ts'

/** A running server of our own. */
export interface EmbeddedPostgres {
  /** How to reach its databases. */
  readonly connection: { readonly host: string; readonly user: string }
  /** Process id of the server. */
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
    const left = await connect(places)
    const client = left ?? (await connectOnceUp(spawnServer(places, user), places))
    if (client === null) continue
    const lock = await takeLock(client)
    if (lock === 'taken' && (left === null || (await staysUp(client)))) {
      return started(client, places, user, left !== null)
    }
    if (lock === 'of-another' && isGuest) return joined(client, places)
    close(client)
    if (lock === 'of-another') {
      return refused(
        `${folder}里的数据正由另一个落实进程使用：请先停止它；多个进程共用数据时请设置 DATABASE_URL。`,
      )
    }
  }
  return refused(`PostgreSQL没有启动起来，它的日志（${places.log}）最后写道：${lastWords(places)}`)
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
  return existsSync(data) ? null : `数据库没有建成，日志在${log}，最后写道：${lastWords({ log })}`
}

function spawnServer({ data, binaries, socket, log }: Places, user: ServerUser | null): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    jit: 'off',
    log_checkpoints: 'off',
    // What a value was that was refused is nobody's business in a log.
    log_error_verbosity: 'terse',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const out = openSync(log, 'a', 0o600)
  // A group of its own: Ctrl-C in a terminal reaches us first, and we end it in order.
  const child = spawn(binaries.postgres, ['-D', data, ...options], {
    ...as(user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  child.unref()
  return child
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

function started(client: Client, places: Places, user: ServerUser | null, isTakenUp: boolean): Started {
  const pid = readPid(places.data) ?? 0
  const watch = watchOver(places, pid, user)
  client.on('error', () => watch.kill())
  // In pg's code though not in its types: the lock alone keeps no process from ending.
  ;(client as Client & { unref(): void }).unref()
  return {
    kind: 'started',
    server: {
      connection: { host: places.socket, user: SUPERUSER },
      pid,
      isTakenUp,
      async stop() {
        watch.kill()
        close(client)
        await endServer(places.data, pid)
        if (!places.socket.startsWith(dirname(places.data)))
          rmSync(places.socket, { recursive: true, force: true })
      },
    },
  }
}

/** Ends the server when this process is gone, even by `kill -9`: then the pipe to it closes. */
function watchOver({ data }: Places, pid: number, user: ServerUser | null): ChildProcess {
  const script = 'read -r _; [ "$(head -n 1 "$1" 2>/dev/null)" = "$2" ] && kill -INT "$2"'
  const watch = spawn('sh', ['-c', script, 'sh', join(data, 'postmaster.pid'), String(pid)], {
    ...as(user),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watch.unref()
  const { stdin } = watch
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
  return watch
}

/** The server removes its pid file as the last thing. Its pid may linger where nobody reaps orphans. */
async function endServer(data: string, pid: number): Promise<void> {
  const isRunning = () => readPid(data) === pid && isAlive(pid)
  if (isRunning()) process.kill(pid, 'SIGINT')
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && isRunning(); ) await wait(5)
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

function as(user: ServerUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
}

/** Null where no server runs; one that is just ending removes the file at any moment. */
function readPid(data: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10)
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function lastWords({ log }: { log: string }): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' / ') : '（无）'
}
