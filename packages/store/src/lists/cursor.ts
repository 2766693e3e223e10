import type { CaseOrder } from './case-query.ts'

/** Where a page ended: what it was sorted by, and the last row's place in that order. */
export interface Cursor {
  readonly order: CaseOrder
  /** The sorted value; null for a record without one, which stands after all others. */
  readonly key: string | null
  readonly id: string
}

/** A cursor as clients keep it. They are not to read it. */
export function writeCursor({ order, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order.by, order.descending, key, id])).toString('base64url')
}

/** The cursor that a client sent back; null for what is none, or is of a list in another order. */
export function readCursor(text: string, order: CaseOrder): Cursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== 4) return null
    const [by, descending, key, id] = parts as unknown[]
    if (by !== order.by || descending !== order.descending || typeof id !== 'string') return null
    return key === null || typeof key === 'string' ? { order, key, id } : null
  } catch {
    return null
  }
}
