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

/** 1 at each code unit of a text, for walks over whole texts. */
export function codeTable(text: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const character of text) table[character.charCodeAt(0)] = 1
  return table
}

/** Code unit of the last character; NaN of an empty text. */
export function lastCode(text: string): number {
  return text.charCodeAt(text.length - 1)
}
