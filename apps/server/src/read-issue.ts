import { counties } from '@luoshi/counties'
import { type Issue, read } from '@luoshi/gazette'
import type { Input } from './inputs/input-text.ts'
import { readInput } from './inputs/read-input.ts'

/** A file that was read as an issue, with the text it was read from, or the reason why it was not. */
export type Reading =
  | {
      readonly isRead: true
      readonly file: string
      readonly text: string
      readonly issue: Issue
      readonly warnings: readonly string[]
    }
  | Extract<Input, { isRead: false }>

/** Reads one file with the names of all counties that are known. */
export async function readIssue(file: string): Promise<Reading> {
  const input = await readInput(file)
  return input.isRead ? { ...input, issue: read(input.text, { file, counties }) } : input
}
