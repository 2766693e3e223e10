import { hash } from 'node:crypto'

/** A value as JSON with its keys in order: the same text for the same value, also after the database kept it. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  // Every action is written so: texts are added up as they come, without lists of them in between.
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
    return `[${text}]`
  }
  const record = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(record).sort()) {
    const item = record[key]
    if (item === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}

/** SM3 (GB/T 32905) of a value, in hexadecimal digits. */
export function digestOf(value: unknown): string {
  return hash('sm3', canonicalJson(value), 'hex')
}

/** Whether the database can keep every text of a value: it keeps neither NUL nor half a surrogate pair. */
export function isStorable(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value) ?? '')
}
