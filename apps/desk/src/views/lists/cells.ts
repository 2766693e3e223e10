/** A value of an entry as it reads: one of a few by its name, several with 、 between. */
export function cellOf(value: unknown, choices: Readonly<Record<string, string>> = {}): string {
  if (value === undefined || value === null) return ''
  return (Array.isArray(value) ? value : [value]).map((one) => choices[String(one)] ?? String(one)).join('、')
}
