import { hash } from 'node:crypto'

/** A value as JSON with its keys in order: the same text for the same value, also after the database kept it. */
export function canonicalJson(value: unknown): string {
  const found = { isReordered: false }
  const copy = inOrder(value, found)
  return found.isReordered ? writtenOut(value) : (JSON.stringify(copy) ?? 'null')
}

/**
 * The same value with its keys in order, to be written as the engine writes any: every action is, and every chain that is
 * followed. It says where the engine would put keys in an order of its own (numbers) or take one for something else.
 */
function inOrder(value: unknown, found: { isReordered: boolean }): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => inOrder(item, found))
  const record = value as Readonly<Record<string, unknown>>
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(record).sort()) {
    if (isDigit(key.charCodeAt(0)) || key === '__proto__') found.isReordered = true
    else copy[key] = inOrder(record[key], found)
  }
  return copy
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The same text without the engine's help. */
function writtenOut(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(writtenOut).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${writtenOut(item)}`).join(',')}}`
}

/** SM3 (GB/T 32905) of a value, in hexadecimal digits. */
export function digestOf(value: unknown): string {
  return hash('sm3', canonicalJson(value), 'hex')
}

/** Whether the database can keep every text of a value: it keeps neither NUL nor half a surrogate pair. */
export function isStorable(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value) ?? '')
}
