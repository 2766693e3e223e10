import type { FormatText } from './input-text.ts'

/** Formats that are a program of their own to read, so that a hostile file can take any time and memory. */
export type ConfinedFormat = 'pdf' | 'docx'

/** What goes to the thread that reads. */
export interface ConfinedTask {
  readonly format: ConfinedFormat
  readonly bytes: Uint8Array
}

/** What comes back: the text, why it is refused, or a mistake of ours. */
export type ConfinedAnswer =
  | { readonly outcome: 'read'; readonly read: FormatText }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly message: string }
