import { Worker } from 'node:worker_threads'
import type { PaperTask } from './issue-paper-thread.ts'

/** Files that are kept: a version never changes, and writing one takes seconds. */
const MOST_KEPT = 12

/** Written or being written, by version and format; the oldest goes first. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The last of the files that wait for their turn: one thread writes at a time, so that asking for many takes no more. */
let last: Promise<unknown> = Promise.resolve()

/** An issue, or another long text, as PDF or Word file: written in a thread of its own so that no one else waits, and once for all who ask. */
export function paperFileOf(key: string, task: PaperTask): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${key}.${task.format}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const file = last.then(() => writeInThread(task))
  last = file.catch(() => undefined)
  kept.set(name, file)
  file.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return file
}

function writeInThread(task: PaperTask): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./issue-paper-thread.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the paper's thread ended with ${code}`)))
  })
}
