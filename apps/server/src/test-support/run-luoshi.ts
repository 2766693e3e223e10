import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { dataFolder } from './temporary-folder.ts'

const program = fileURLToPath(new URL('../../bin/luoshi.js', import.meta.url))

/** How a run of the program ended. */
export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the program as a user does, on data of its own; it is killed when the test ends. */
export function startLuoshi(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const own = args[0] === 'start' ? { LUOSHI_DATA: dataFolder() } : {}
  const env = { ...process.env, ...own, ...environment }
  const child = spawn(process.execPath, [program, ...args], { env })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** Waits for the program to end. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
  })
}

/** Runs the program to its end. */
export function runLuoshi(...args: readonly string[]): Promise<Outcome> {
  return outcomeOf(startLuoshi(args))
}

/** The first line on standard error that matches. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk
      const line = seen.split('\n').find((candidate) => pattern.test(candidate))
      if (line !== undefined) resolve(line)
    })
    child.on('close', () => reject(new Error(`ended without the line; it said: ${seen}`)))
  })
}
