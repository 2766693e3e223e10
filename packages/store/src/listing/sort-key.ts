import { createHash } from 'node:crypto'
import { isDecimal } from '@luoshi/kernel'

/** Characters that are compared; of a longer text a digest stands for the rest. */
const LONGEST_KEY = 200
const DIGITS_BEFORE = 15
const DIGITS_BEHIND = 6

/** How the values of a field are compared. */
export type Compares = 'number' | 'text'

/**
 * A value as a text whose bytes stand in its order, the same text for the same value: `30` and `30.00` are one number.
 * Empty for none, which stands before all others.
 */
export function sortKeyOf(compares: Compares, value: unknown): string {
  if (value === undefined || value === null || typeof value === 'object') return ''
  const text = String(value)
  return compares === 'number' && isDecimal(text) ? numberKey(text) : textKey(text)
}

function textKey(text: string): string {
  if (text.length <= LONGEST_KEY) return text
  return `${text.slice(0, LONGEST_KEY)}${createHash('sm3').update(text).digest('hex')}`
}

/** Digits in fixed places behind a sign; those of a negative number turned round, so that less stands first. */
function numberKey(decimal: string): string {
  const isNegative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = (isNegative ? decimal.slice(1) : decimal).split('.')
  const digits = whole.padStart(DIGITS_BEFORE, '0') + fraction.padEnd(DIGITS_BEHIND, '0')
  const isZero = /^0*$/.test(digits)
  if (!isNegative || isZero) return `1${digits}`
  return `0${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}`
}
