/** A value of an entry as it reads: several with 、 between. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(String).join('、') : String(value)
}
