import { Worker } from 'node:worker_threads'
import type { ConfinedAnswer, ConfinedFormat, ConfinedTask } from './confined-formats.ts'
import { type FormatText, InputRefusal } from './input-text.ts'

/** What reading one file may take. */
export interface Limits {
  readonly seconds: number
  /** Memory that reading adds to the process, in MiB. */
  readonly memory: number
}

/** Far above what the largest gazettes take on a small machine. */
const usualLimits: Limits = { seconds: 120, memory: 1536 }

const mebibyte = 1024 * 1024
/** How often memory is looked at, in milliseconds: what a file unpacks to lies outside the thread's own heap. */
const lookEvery = 100

/**
 * Reads a file of a format in a thread of its own, so that a file made to exhaust time or memory is refused and
 * the program goes on.
 */
export async function readConfined(
  format: ConfinedFormat,
  bytes: Uint8Array,
  { seconds, memory }: Limits = usualLimits,
): Promise<FormatText> {
  const thread = new Worker(new URL('./confined-thread.ts', import.meta.url), {
    workerData: { format, bytes } satisfies ConfinedTask,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const most = process.memoryUsage.rss() + memory * mebibyte
  const end = performance.now() + seconds * 1000
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise<FormatText>((resolve, reject) => {
      watch = setInterval(() => {
        if (performance.now() > end) reject(tooSlow(seconds))
        else if (process.memoryUsage.rss() > most) reject(tooLarge())
      }, lookEvery)
      thread.once('message', (answer: ConfinedAnswer) => {
        if (answer.outcome === 'read') resolve(answer.read)
        else
          reject(answer.outcome === 'refused' ? new InputRefusal(answer.reason) : new Error(answer.message))
      })
      thread.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error)
      })
      thread.once('exit', () => reject(new Error('the reading thread ended without an answer')))
    })
  } finally {
    clearInterval(watch)
    await thread.terminate()
  }
}

function tooSlow(seconds: number): InputRefusal {
  return new InputRefusal(`读了 ${seconds} 秒还没有读完，可能已损坏，请另存后再试`)
}

function tooLarge(): InputRefusal {
  return new InputRefusal('展开后太大，可能已损坏，请分成几份再试')
}
