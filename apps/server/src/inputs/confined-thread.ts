import { parentPort, workerData } from 'node:worker_threads'
import type { ConfinedAnswer, ConfinedFormat, ConfinedTask } from './confined-formats.ts'
import { type FormatText, InputRefusal } from './input-text.ts'

// Each is loaded only where it is needed: they are by far the largest of the libraries.
const readers = {
  pdf: async (bytes) => (await import('./pdf-text.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('./docx-text.ts')).readDocx(bytes),
} satisfies Record<ConfinedFormat, (bytes: Uint8Array) => Promise<FormatText>>

async function answer({ format, bytes }: ConfinedTask): Promise<ConfinedAnswer> {
  try {
    return { outcome: 'read', read: await readers[format](bytes) }
  } catch (error) {
    if (error instanceof InputRefusal) return { outcome: 'refused', reason: error.message }
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await answer(workerData as ConfinedTask))
