/**
 * Brackets and quotation marks that a broken paragraph has left open. A bracket whose partner does not stand
 * near is taken for one whose partner was lost.
 */
export const longestBracketSpan = 200

const openers = '（(《〈“【'
const closers = '）)》〉”】'
/** Half and full width are mixed in one pair. */
const kindOf = [0, 0, 1, 2, 3, 4]

/** By code unit: the kind of an opening bracket counted from 1, that of a closing one from -1 down, else 0. */
const bracketOf = new Int8Array(0x10000)
for (const [index, kind] of kindOf.entries()) {
  bracketOf[openers.charCodeAt(index)] = kind + 1
  bracketOf[closers.charCodeAt(index)] = -kind - 1
}

/** Kind of bracket that the end of a text has left open, innermost; null where all are closed. */
export function openBracketKind(text: string): number | null {
  const closed = [0, 0, 0, 0, 0]
  const floor = Math.max(0, text.length - longestBracketSpan)
  for (let at = text.length - 1; at >= floor; at--) {
    const bracket = bracketOf[text.charCodeAt(at)] as number
    if (bracket === 0) continue
    const kind = Math.abs(bracket) - 1
    const open = closed[kind] ?? 0
    if (bracket > 0 && open === 0) return kind
    closed[kind] = bracket > 0 ? open - 1 : open + 1
  }
  return null
}

/** Offset of the bracket that the closing one at the end of a text belongs to; -1 where there is none. */
export function openerOfLast(text: string): number {
  const last = bracketOf[text.charCodeAt(text.length - 1)] ?? 0
  const floor = Math.max(0, text.length - longestBracketSpan)
  let depth = 0
  for (let at = text.length - 1; last < 0 && at >= floor; at--) {
    const bracket = bracketOf[text.charCodeAt(at)] as number
    if (bracket === last) depth++
    else if (bracket === -last) depth--
    if (depth === 0) return at
  }
  return -1
}

/** Whether a text closes, near its beginning, a bracket of a kind that was open before it. */
export function closesBracket(text: string, kind: number): boolean {
  const end = Math.min(text.length, longestBracketSpan)
  let depth = 1
  for (let at = 0; at < end; at++) {
    const bracket = bracketOf[text.charCodeAt(at)] as number
    if (bracket === kind + 1) depth++
    else if (bracket === -kind - 1) depth--
    if (depth === 0) return true
  }
  return false
}
