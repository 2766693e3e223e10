/**
 * Brackets and quotation marks that a broken paragraph has left open. A bracket whose partner does not stand
 * near is taken for one whose partner was lost.
 */
export const longestBracketSpan = 200

const openers = '（(《〈“【'
const closers = '）)》〉”】'
/** Half and full width are mixed in one pair. */
const kindOf = [0, 0, 1, 2, 3, 4]

/** Kind of bracket that the end of a text has left open, innermost; null where all are closed. */
export function openBracketKind(text: string): number | null {
  const closed = [0, 0, 0, 0, 0]
  const floor = Math.max(0, text.length - longestBracketSpan)
  for (let at = text.length - 1; at >= floor; at--) {
    const code = text.charCodeAt(at)
    if (!mayBeBracket(code)) continue
    const character = text.charAt(at)
    const closer = closers.indexOf(character)
    if (closer >= 0) {
      const kind = kindOf[closer] ?? 0
      closed[kind] = (closed[kind] ?? 0) + 1
      continue
    }
    const kind = kindOf[openers.indexOf(character)]
    if (kind === undefined) continue
    if ((closed[kind] ?? 0) === 0) return kind
    closed[kind] = (closed[kind] ?? 0) - 1
  }
  return null
}

/** Offset of the bracket that the closing one at the end of a text belongs to; -1 where there is none. */
export function openerOfLast(text: string): number {
  const last = closers.indexOf(text.charAt(text.length - 1))
  const floor = Math.max(0, text.length - longestBracketSpan)
  let depth = 0
  for (let at = text.length - 1; last >= 0 && at >= floor; at--) {
    const character = text.charAt(at)
    if (kindOf[closers.indexOf(character)] === kindOf[last]) depth++
    else if (kindOf[openers.indexOf(character)] === kindOf[last]) depth--
    if (depth === 0) return at
  }
  return -1
}

/** Whether a text closes, near its beginning, a bracket of a kind that was open before it. */
export function closesBracket(text: string, kind: number): boolean {
  const end = Math.min(text.length, longestBracketSpan)
  let depth = 1
  for (let at = 0; at < end; at++) {
    if (!mayBeBracket(text.charCodeAt(at))) continue
    const character = text.charAt(at)
    if (kindOf[openers.indexOf(character)] === kind) depth++
    else if (kindOf[closers.indexOf(character)] === kind) depth--
    if (depth === 0) return true
  }
  return false
}

/** Dismisses Chinese characters by one comparison. */
function mayBeBracket(code: number): boolean {
  return code < 0x4e00 ? code < 0x30 || code > 0x2000 : code > 0xff00
}
