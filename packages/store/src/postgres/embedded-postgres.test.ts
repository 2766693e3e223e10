import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

const root = mkdtempSync(join(tmpdir(), 'luoshi-store-'))
chmodSync(root, 0o755)
const running: EmbeddedPostgres[] = []
const others: ChildProcess[] = []

async function start(folder: string): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres(folder)
  if (started.kind === 'refused') throw new Error(started.message)
  running.push(started.server)
  return started.server
}

async function answerOf(server: EmbeddedPostgres, text: string): Promise<unknown> {
  const client = new Client({ ...server.connection, database: 'postgres' })
  await client.connect()
  const { rows } = await client.query({ text, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

/** Whether a process runs; one that has ended and is not reaped does not. */
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && !readFileSync(file, 'utf8').includes(') Z ')
}

/** Ends what a process has set to end the server with it. */
function killWatchOf(parent: number): void {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')
  for (const child of children.map(Number)) {
    if (readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('sh\0')) process.kill(child, 'SIGKILL')
  }
}

/** Another process that starts a server on a folder and stays. */
function startElsewhere(folder: string) {
  const module = join(import.meta.dirname, 'embedded-postgres.ts')
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    const started = await startEmbeddedPostgres(${JSON.stringify(folder)})
    process.stdout.write(started.kind === 'started' ? String(started.server.pid) : started.message)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  others.push(child)
  const said = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  return { child, said }
}

afterEach(async () => {
  for (const child of others.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('an embedded server', () => {
  it('is made, keeps what it is told over a stop, and syncs to disk', async () => {
    const folder = join(root, 'kept')
    const server = await start(folder)
    await answerOf(server, 'create table kept as select 7 as value')
    expect(await answerOf(server, 'show fsync')).toBe('on')
    expect(await answerOf(server, 'show server_encoding')).toBe('UTF8')
    await server.stop()
    expect(existsSync(server.connection.host.replace(/socket$/, 'data/postmaster.pid'))).toBe(false)
    const again = await start(folder)
    expect(again.isTakenUp).toBe(false)
    expect(await answerOf(again, 'select value from kept')).toBe(7)
  })

  it('runs under no root and lets nobody else at its socket', async () => {
    const server = await start(join(root, 'user'))
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0)
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  })

  it('refuses a second start on the same data with one sentence', async () => {
    const folder = join(root, 'second')
    await start(folder)
    expect(await startEmbeddedPostgres(folder)).toEqual({
      kind: 'refused',
      message: `${folder}里的数据正由另一个落实进程使用：请先停止它；多个进程共用数据时请设置 DATABASE_URL。`,
    })
  })

  it('lets a guest work beside the process that uses the data, and goes on when the guest leaves', async () => {
    const folder = join(root, 'guest')
    const server = await start(folder)
    const joined = await startEmbeddedPostgres(folder, true)
    if (joined.kind === 'refused') throw new Error(joined.message)
    expect(joined.server.pid).toBe(server.pid)
    expect(await answerOf(joined.server, 'select 7')).toBe(7)
    await joined.server.stop()
    expect(await answerOf(server, 'select 7')).toBe(7)
    expect((await startEmbeddedPostgres(folder)).kind).toBe('refused')
  })

  it('ends with its process, also when that is killed, and can be started again at once', async () => {
    const folder = join(root, 'parent')
    const { child, said } = startElsewhere(folder)
    const pid = Number(await said)
    expect(isAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    const again = await start(folder)
    expect(await answerOf(again, 'select 1')).toBe(1)
    expect(again.pid).not.toBe(pid)
    expect(isAlive(pid)).toBe(false)
  })

  it('is taken up again where it was left running without an owner', async () => {
    const folder = join(root, 'left')
    const { child, said } = startElsewhere(folder)
    const pid = Number(await said)
    // Without its watch and its owner the server runs on: as after a crash that ended both.
    killWatchOf(child.pid ?? 0)
    child.kill('SIGKILL')
    await wait(300)
    const again = await start(folder)
    expect(again).toMatchObject({ pid, isTakenUp: true })
    await again.stop()
    expect(existsSync(again.connection.host.replace(/socket$/, 'data/postmaster.pid'))).toBe(false)
  })

  it('comes up again by itself after the server was killed, and the data are still its own', async () => {
    const folder = join(root, 'killed')
    const server = await start(folder)
    await answerOf(server, 'create table kept as select 7 as value')
    const { pid } = server
    process.kill(pid, 'SIGKILL')
    const answer = () => answerOf(server, 'select value from kept').catch(() => null)
    await vi.waitUntil(async () => (await answer()) === 7, { timeout: 60_000, interval: 50 })
    await vi.waitUntil(() => server.pid !== pid, { timeout: 60_000, interval: 50 })
    expect((await startEmbeddedPostgres(folder)).kind).toBe('refused')
    await server.stop()
    await vi.waitUntil(() => !isAlive(server.pid), { timeout: 60_000 })
  })

  it('runs in a folder that others cannot enter, and where the path is long', async () => {
    const closed = join(root, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const server = await start(join(closed, 'data'))
    expect(await answerOf(server, 'select 1')).toBe(1)
    await server.stop()
    const home = join(server.connection.host, '..', '..')
    if (!home.startsWith(root)) rmSync(home, { recursive: true })
    const deep = await start(join(root, 'long'.repeat(30)))
    expect(await answerOf(deep, 'select 1')).toBe(1)
  })
})
