import type { Issue, Span } from '@luoshi/gazette'
import { lastAtOrBefore } from '../halving.ts'

/** Line on which an instrument is signed; null where none was found. */
export function signatureLineOf(repairs: Issue['repairs'], [first, last]: Span): number | null {
  const lines = repairs.filter(({ kind }) => kind === 'signature').map(({ line }) => line)
  const line = lines[lastAtOrBefore(lines, first - 1) + 1]
  return line !== undefined && line <= last ? line : null
}
