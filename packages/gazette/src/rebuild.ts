import { carriedText } from './carried-text.ts'
import type { Issue } from './issue.ts'

/**
 * The file that an issue was read from, byte for byte: the carried text (clauses and table rows) with every
 * repair undone.
 */
export function rebuild(issue: Issue): string {
  const carried = carriedText(issue.instruments)
  const parts: string[] = []
  let at = 0
  let line = 1
  let column = 0
  for (const repair of issue.repairs) {
    const start = at
    while (line < repair.line) {
      const end = carried.indexOf('\n', at)
      if (end === -1) break
      at = end + 1
      line++
      column = 0
    }
    at += repair.column - column
    parts.push(carried.slice(start, at), repair.before)
    at += repair.after.length
    const ends = repair.before.match(lineEnd)
    line = repair.line + (ends?.length ?? 0)
    const lastEnd = Math.max(repair.before.lastIndexOf('\n'), repair.before.lastIndexOf('\r'))
    column = lastEnd === -1 ? repair.column + repair.before.length : repair.before.length - lastEnd - 1
  }
  parts.push(carried.slice(at))
  return parts.join('')
}

const lineEnd = /\r\n|\n|\r/g
