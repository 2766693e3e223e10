/** Brackets and quotation marks that are still open at the end of a text that grows line by line. */
export interface OpenBrackets {
  /** What closes the last one that is open, or null. Forgotten after a while: a lost bracket closes nothing. */
  readonly awaited: string | null
  /** Offset behind which the last bracket that was closed at the very end of the text began; -1 for none. */
  readonly closedAtEnd: number
  add(text: string): void
}

const closers: Readonly<Record<string, string>> = { '(': ')', '《': '》', '〈': '〉', '“': '”', '【': '】' }
const halfWidth: Readonly<Record<string, string>> = { '（': '(', '）': ')' }
const bracketPattern = /[（()）《》〈〉“”【】]/g

/**
 * How far a bracket may stay open before it is taken for one whose partner was lost; what stands farther before
 * the end of a text is not looked at.
 */
const longestSpan = 200
const deepest = 8

/** Follows the brackets of one paragraph. */
export function createOpenBrackets(): OpenBrackets {
  const open: { closer: string; at: number }[] = []
  let length = 0
  let closedAtEnd = -1
  return {
    get awaited() {
      const last = open.at(-1)
      return last === undefined || length - last.at > longestSpan ? null : last.closer
    },
    get closedAtEnd() {
      return closedAtEnd
    },
    add(text) {
      closedAtEnd = -1
      const start = Math.max(0, text.length - longestSpan)
      bracketPattern.lastIndex = start
      for (let match = bracketPattern.exec(text); match !== null; match = bracketPattern.exec(text)) {
        const bracket = halfWidth[match[0]] ?? match[0]
        const closer = closers[bracket]
        if (closer !== undefined) {
          open.push({ closer, at: length + match.index })
          if (open.length > deepest) open.shift()
          continue
        }
        const partner = open.findLastIndex((one) => one.closer === bracket)
        if (partner === -1) continue
        if (match.index === text.length - 1) closedAtEnd = open[partner]?.at ?? -1
        open.length = partner
      }
      length += text.length
    },
  }
}

/** Whether a text closes, near its beginning, a bracket that was open before it. */
export function closesBracket(text: string, closer: string): boolean {
  const opener = Object.keys(closers).find((one) => closers[one] === closer) ?? ''
  let depth = 1
  for (const { 0: printed, index } of text.slice(0, longestSpan).matchAll(bracketPattern)) {
    const bracket = halfWidth[printed] ?? printed
    if (bracket === opener) depth++
    else if (bracket === closer) depth--
    if (depth === 0) return index >= 0
  }
  return false
}
