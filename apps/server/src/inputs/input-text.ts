/** Largest file that is read: 64 MiB. */
export const largestInput = 64 * 1024 * 1024

/** A file as text, or the reason why it cannot be read. */
export type Input =
  | {
      readonly isRead: true
      readonly file: string
      readonly text: string
      readonly warnings: readonly string[]
    }
  | { readonly isRead: false; readonly file: string; readonly reason: string }

/** What a file of one format gives: its text, with what a reader should know about how it was got. */
export interface FormatText {
  readonly text: string
  readonly warnings: readonly string[]
}

/** A file that cannot be read; the message is a Chinese sentence without its full stop. */
export class InputRefusal extends Error {
  override readonly name = 'InputRefusal'
}
