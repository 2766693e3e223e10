/**
 * Numerals as notices print them, read to exact decimal strings: Arabic digits of full or half width with
 * thousands separators (`１０，０００.５`), Chinese ones (三百五十万), the capitals of vouchers (伍仟), and both
 * mixed (1亿5000万). No floats: money and measures keep every digit.
 */

const DIGIT_VALUES = new Map<string, bigint>()
for (const [digits, from] of [
  ['〇一二三四五六七八九', 0],
  ['零壹贰叁肆伍陆柒捌玖', 0],
] as const) {
  for (const [index, digit] of [...digits].entries()) DIGIT_VALUES.set(digit, BigInt(from + index))
}
for (const [digit, value] of [
  ['○', 0n],
  ['两', 2n],
  ['兩', 2n],
  ['貳', 2n],
  ['陸', 6n],
] as const) {
  DIGIT_VALUES.set(digit, value)
}

/** Powers of ten that a unit of a numeral stands for. */
const UNIT_POWERS = new Map<string, number>([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
])

/** More characters than this are no numeral that a notice prints, but a damaged line. */
export const LONGEST_NUMERAL = 40

const ARABIC = /\d+(?:\.\d+)?/y

const FULL_WIDTH = /[！-～]/

/** A numeral that needs no more reading. */
const PLAIN = /^\d{1,40}(?:\.\d{1,20})?$/

/** Full-width digits, point and comma to half width. */
export function toHalfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/** Digit or unit of a Chinese numeral. */
export function isChineseNumeral(character: string): boolean {
  return DIGIT_VALUES.has(character) || UNIT_POWERS.has(character)
}

/** Power of ten of the units at a numeral's end: 4 for 3万, 6 for 三百万, 0 for 300. */
export function trailingPower(text: string): number {
  let power = 0
  for (let i = text.length - 1; i >= 0; i--) {
    const unit = UNIT_POWERS.get(text.charAt(i))
    if (unit === undefined) break
    power += unit
  }
  return power
}

/** A decimal string as it is given back: half-width digits, and none of them superfluous. */
const DECIMAL = /^(?:0|[1-9]\d{0,19})(?:\.\d{0,9}[1-9])?$/

/** Whether a printed numeral is already the decimal string of its value. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

/**
 * Exact value of a whole printed numeral, as a decimal string without superfluous zeros; null where the text
 * is not one numeral.
 */
export function readNumeral(text: string): string | null {
  if (isDecimal(text)) return text
  if (text.length <= LONGEST_NUMERAL && PLAIN.test(text)) return scaleDecimal(text, 0)
  const printed = withoutSeparators(toHalfWidth(text.trim()))
  if (printed === '' || printed.length > LONGEST_NUMERAL) return null
  const [whole = '', fraction, ...rest] = printed.split('点')
  if (rest.length > 0) return null
  if (fraction === undefined) return readWhole(whole)
  return readSpokenFraction(whole, fraction)
}

/** `value` times ten to the power of `power` (which may be negative), exactly. */
export function scaleDecimal(value: string, power: number): string {
  const [whole = '', fraction = ''] = value.split('.')
  if (power >= 0) {
    const digits = whole + fraction.padEnd(power, '0')
    return trimDecimal(digits.slice(0, whole.length + power), digits.slice(whole.length + power))
  }
  const digits = whole.padStart(1 - power, '0')
  return trimDecimal(digits.slice(0, digits.length + power), digits.slice(digits.length + power) + fraction)
}

function decimalPlaces(value: string): number {
  const point = value.indexOf('.')
  return point === -1 ? 0 : value.length - point - 1
}

function trimDecimal(whole: string, fraction: string): string {
  const significant = fraction.replace(/0+$/, '')
  const integer = whole.replace(/^0+(?=\d)/, '')
  return significant === '' ? integer : `${integer}.${significant}`
}

/** 10,000 and 10 000 without their separators; other text as it is. */
function withoutSeparators(text: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?!\d)/.test(text)) return text.replaceAll(/[, ]/g, '')
  return text.replaceAll(' ', '')
}

/** 三点五万: digits after 点 and the units behind them. */
function readSpokenFraction(whole: string, fraction: string): string | null {
  const power = trailingPower(fraction)
  let digits = ''
  for (const character of fraction) {
    if (UNIT_POWERS.has(character)) break
    const value = DIGIT_VALUES.get(character)
    if (value === undefined) return null
    digits += value
  }
  const integer = readWhole(whole)
  if (integer === null || integer.includes('.') || digits === '') return null
  return scaleDecimal(`${integer}.${digits}`, power)
}

/**
 * Sums a numeral without 点, in units of its last decimal place: what stands before 十百千 counts so often, 万
 * closes a section, and 亿 multiplies all that came before it.
 */
function readWhole(text: string): string | null {
  const places = decimalPlaces(text.match(/\d+\.\d+/)?.[0] ?? '')
  const sum = { hundredMillions: 0n, closed: 0n, section: 0n }
  /** What no unit has followed yet, and by how many characters it is written. */
  let pending: { value: bigint; length: number } | null = null
  let lastPower = 0
  for (let i = 0; i < text.length; ) {
    ARABIC.lastIndex = i
    const arabic = ARABIC.exec(text)?.[0]
    const digit = DIGIT_VALUES.get(text.charAt(i))
    const power = UNIT_POWERS.get(text.charAt(i))
    i += arabic?.length ?? 1
    if (arabic !== undefined) {
      if (pending !== null) return null
      pending = { value: BigInt(scaleDecimal(arabic, places)), length: arabic.length + 1 }
    } else if (digit !== undefined) {
      const before: { value: bigint; length: number } = pending ?? { value: 0n, length: 0 }
      pending = { value: before.value * 10n + digit * 10n ** BigInt(places), length: before.length + 1 }
    } else {
      if (power === undefined || !closeAt(sum, power, pending?.value ?? null, places)) return null
      pending = null
      lastPower = power
    }
  }
  // 三万五 says 35 000: a single digit after a unit stands for the next lower one.
  const pendingPower = pending?.length === 1 && lastPower > 1 ? lastPower - 1 : 0
  const rest = (pending?.value ?? 0n) * 10n ** BigInt(pendingPower)
  if (pending === null && lastPower === 0) return null
  return scaleDecimal((sum.hundredMillions + sum.closed + sum.section + rest).toString(), -places)
}

/** Takes a unit into the sum; false where no number stands before it (百万元 says no amount; 十万元 does). */
function closeAt(
  sum: { hundredMillions: bigint; closed: bigint; section: bigint },
  power: number,
  pending: bigint | null,
  places: number,
): boolean {
  if (power < 4) {
    if (pending === null && power !== 1) return false
    sum.section += (pending ?? 10n ** BigInt(places)) * 10n ** BigInt(power)
    return true
  }
  const hasNumber = pending !== null || sum.section !== 0n
  const section = sum.section + (pending ?? 0n)
  sum.section = 0n
  if (power === 4) {
    sum.closed += section * 10n ** 4n
    return hasNumber
  }
  const all = sum.closed + section
  sum.hundredMillions += all * 10n ** 8n
  sum.closed = 0n
  return hasNumber || all !== 0n
}
