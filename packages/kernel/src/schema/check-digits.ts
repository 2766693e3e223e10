import { isDay } from '../time/instant.ts'

/**
 * Whether a text is a citizen's id number: 18 characters, a day of birth in them that there is, and the check character
 * of GB 11643 (MOD 11-2).
 */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text) || !isDay(birthDayIn(text))) return false
  const sum = ID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return ID_CHECKS[sum % 11] === text[17]
}

/** The day of birth that an id number names: `1990-02-28`. */
export function birthDayIn(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
}

/** Powers of 2 modulo 11, and the check characters by remainder. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/**
 * Whether a text is a unified social credit code: 18 characters of its alphabet, which has no I, O, S, V and Z, and the
 * check character of GB 32100 (MOD 31-3).
 */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((character) => CODE_ALPHABET.indexOf(character))
  if (values.length !== 18 || values.includes(-1)) return false
  const sum = CODE_WEIGHTS.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0)
  return (31 - (sum % 31)) % 31 === values[17]
}

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Powers of 3 modulo 31. */
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether a text is a code of an administrative division: county (GB/T 2260), township or village (GB/T 10114). */
export function isRegionCode(text: string): boolean {
  return /^[1-8]\d{5}(?:\d{3}(?:\d{3})?)?$/.test(text)
}
