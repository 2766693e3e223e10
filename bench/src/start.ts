import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const PORT = 18_390
const STARTS = 5
/** Milliseconds after which a server that is left alone is called idle. */
const IDLE = 20_000
/** Milliseconds in which a server must answer, also the first time, when it reads, compiles and fills everything. */
const PATIENCE = 120_000

/**
 * A fresh clone without development packages: what it takes on disk, how long it takes from the start of its process to
 * the first answer on existing data, and what it and its database take of memory once they are left alone.
 */
export async function benchStart(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  const installed = join(folder, 'luoshi')
  try {
    install(installed)
    say(`Installed without development packages and Node itself: ${megabytes(sizeOf(installed))} MB`)
    const [node, data] = [nodeOf(installed), join(folder, 'data')]
    // The first start makes the data, reads the gazette and keeps what it compiled.
    await started(installed, node, data, () => wait(IDLE))
    const times: number[] = []
    for (let turn = 0; turn < STARTS; turn++) {
      times.push(await started(installed, node, data, async () => undefined))
    }
    const range = `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}`
    say(
      `Start on existing data, to the first answer: ${median(times).toFixed(2)} s (${range}, ${STARTS} starts)`,
    )
    await started(installed, node, data, async (server) => {
      await wait(IDLE)
      say('| idle, MB | proportional (PSS) | resident (RSS), summed |')
      say('|---|---:|---:|')
      const [own, ...others] = processesFrom(server.pid ?? 0).map(memoryOf)
      const rows = { server: own ? [own] : [], database: others }
      for (const [name, memories] of [
        ...Object.entries(rows),
        ['both', [...rows.server, ...others]] as const,
      ]) {
        say(`| ${name} | ${megabytes(sum(memories, 'pss'))} | ${megabytes(sum(memories, 'rss'))} |`)
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Clones what is committed and installs it as for a server; the desk is brought along built. */
function install(into: string): void {
  run('git', ['clone', '--quiet', project, into], project)
  // It says where it lies; builds of earlier sources beside it are no part of an installation.
  const built = run('npm', ['run', '--silent', 'build'], project).trim()
  cpSync(built, join(into, relative(project, built)), { recursive: true })
  run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], into)
}

function run(command: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Bytes on disk of all files but Node's own and the history. */
function sizeOf(folder: string): number {
  const left = ['--exclude=node_modules/node', '--exclude=.git']
  const { stdout } = spawnSync('du', ['-sk', ...left, folder], { encoding: 'utf8' })
  return Number.parseInt(stdout, 10) * 1024
}

function nodeOf(folder: string): string {
  const own = join(folder, 'node_modules/node/bin/node')
  return existsSync(own) ? own : process.execPath
}

/** Starts a server, does something with it once it answers, and stops it. Gives seconds to the first answer. */
async function started(
  folder: string,
  node: string,
  data: string,
  then: (server: ChildProcess) => Promise<void>,
): Promise<number> {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const [, ...args] = scripts.start.split(' ')
  const begin = performance.now()
  const server = spawn(node, [...args, '--port', String(PORT), '--data', data], {
    cwd: folder,
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  try {
    while (!(await answers())) {
      if (server.exitCode !== null || performance.now() - begin > PATIENCE)
        throw new Error('no server came up')
      await wait(5)
    }
    const seconds = (performance.now() - begin) / 1000
    await then(server)
    return seconds
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** A process and all that it started, itself first. */
function processesFrom(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => parentOf(other) === pid)
  return [pid, ...children.flatMap(processesFrom)]
}

function parentOf(pid: number): number | null {
  try {
    // The name of a process stands in brackets and may hold any sign.
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return Number(afterName.split(' ')[1])
  } catch {
    return null
  }
}

interface Memory {
  readonly pss: number
  readonly rss: number
}

/** Bytes of memory that a process holds: PSS divides what several share among them. */
function memoryOf(pid: number): Memory {
  try {
    const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(lines)?.[1] ?? 0) * 1024
    return { pss: of('Pss'), rss: of('Rss') }
  } catch {
    return { pss: 0, rss: 0 }
  }
}

function sum(memories: readonly Memory[], of: keyof Memory): number {
  return memories.reduce((total, memory) => total + memory[of], 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
