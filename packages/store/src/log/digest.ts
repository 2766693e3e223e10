import { createHash } from 'node:crypto'

/** A value as JSON with its keys in order: the same text for the same value, also after the database kept it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs: string[] = []
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key]
    if (item !== undefined) pairs.push(`${JSON.stringify(key)}:${canonicalJson(item)}`)
  }
  return `{${pairs.join(',')}}`
}

/** SM3 (GB/T 32905) of a value, in hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash('sm3').update(canonicalJson(value)).digest('hex')
}

/** Whether the database can keep every text of a value: it keeps neither NUL nor half a surrogate pair. */
export function isStorable(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value) ?? '')
}
