/** Where a page of a section ended, as clients keep it. They are not to read it. */
export function writePlace(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** What a client sent back; null for nothing, or for what is of no such page. */
export function readPlace(text: string | null, length: number): readonly string[] | null {
  if (text === null) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const isWhole = Array.isArray(parts) && parts.length === length
    return isWhole && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}
