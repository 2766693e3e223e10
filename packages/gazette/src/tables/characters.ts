/** Character tests on UTF-16 code units: tables have many short cells, and these are asked of each of them. */

/** A Chinese character of the common block. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007
}

/** 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** A to Z and a to z. */
export function isLatin(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** The code units of a text, to look one up. */
export function codesOf(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.charCodeAt(0)))
}

/** Code unit of the last character; NaN of an empty text. */
export function lastCode(text: string): number {
  return text.charCodeAt(text.length - 1)
}
