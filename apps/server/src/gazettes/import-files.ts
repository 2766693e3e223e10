import { type Database, findImported, type Imported, importIssue } from '@luoshi/store'
import { readInput } from '../inputs/read-input.ts'
import { prepareText, sourceOf } from './prepare-issue.ts'

/** A file that was imported with what came of it, or the reason why it was not read. */
export type FileImported =
  | {
      readonly kind: 'imported'
      readonly file: string
      readonly imported: Imported
      readonly notices: number
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'unread'; readonly file: string; readonly reason: string }

/**
 * Reads a file and publishes it; the same text is read and stored once, another text of the same issue corrects it.
 */
export async function importFile(
  db: Database,
  file: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<FileImported> {
  const input = await readInput(file)
  if (!input.isRead) return { kind: 'unread', file, reason: input.reason }
  const { warnings } = input
  const known = await findImported(db, sourceOf(input.text))
  if (known !== null) return { kind: 'imported', file, imported: known, notices: known.notices, warnings }
  const issue = prepareText(input.text, file)
  const imported = await importIssue(db, issue, { by, at, isPublished: true, correction: null })
  return { kind: 'imported', file, imported, notices: issue.instruments.length, warnings }
}
