import { type SignedLine, signsOf } from '../signs.ts'

/** A text cut into lines, with the offset at which each begins. */
export interface SourceText {
  readonly text: string
  readonly lines: readonly SignedLine[]
  /** Offset in `text` of each line's first character, in the order of `lines`. */
  readonly starts: readonly number[]
}

/**
 * Cuts a text into lines at `\n`, `\r\n` or a lone `\r`. A last line without an ending counts; behind a last
 * ending there is no further line. Every other control character stays in its line.
 */
export function splitLines(text: string): SourceText {
  const lines: SignedLine[] = []
  const starts: number[] = []
  const hasReturns = text.includes('\r')
  let start = 0
  while (start < text.length) {
    const end = lineEnd(text, start, hasReturns)
    starts.push(start)
    lines.push({ number: lines.length + 1, raw: text.slice(start, end), signs: signsOf(text, start, end) })
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return { text, lines, starts }
}

function lineEnd(text: string, start: number, hasReturns: boolean): number {
  if (!hasReturns) {
    const end = text.indexOf('\n', start)
    return end === -1 ? text.length : end
  }
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === 10 || code === 13) break
    end++
  }
  return end
}
