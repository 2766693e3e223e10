import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Places } from './places.ts'
import type { ServerUser } from './unprivileged.ts'

/** How long a stop may take. */
const PATIENCE_MS = 30_000

/** Starts the server's process. Whether it came up is told by its socket. */
export function spawnServer({ data, binaries, socket, log }: Places, user: ServerUser | null): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    jit: 'off',
    // Many ask at once: processes that help one statement are missing to the others, and take longer to start than to help.
    max_parallel_workers_per_gather: '0',
    // Nothing is replicated, and one county's readings wait for one worker: each process more takes its memory.
    max_logical_replication_workers: '0',
    io_workers: '1',
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

/** Ends the server when this process is gone, even by `kill -9`: then the pipe to it closes. */
export function watchOver({ data }: Places, pid: number, user: ServerUser | null): ChildProcess {
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
export async function endServer(data: string, pid: number): Promise<void> {
  const isRunning = () => readPid(data) === pid && isAlive(pid)
  if (isRunning()) process.kill(pid, 'SIGINT')
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && isRunning(); ) await wait(5)
}

/** Null where no server runs; one that is just ending removes the file at any moment. */
export function readPid(data: string): number | null {
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

/** Under whom a process is started. */
export function as(user: ServerUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid }
}
