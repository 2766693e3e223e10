import Big from 'big.js'

/** An exact number as it is written, in digits with a point: `12.5`. Money and measures are never floats. */
export type Decimal = string

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,6})?$/

/** Whether a text is a decimal as we keep them: at most 15 digits before the point and 6 behind it. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

/** The sum of all, `0` for none. */
export function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed()
}

/** One less the other. */
export function differenceOf(amount: Decimal, other: Decimal): Decimal {
  return new Big(amount).minus(other).toFixed()
}

/** One times the other, exact. */
export function productOf(amount: Decimal, other: Decimal): Decimal {
  return new Big(amount).times(other).toFixed()
}

/** One divided by the other, rounded half up to so many places; the divisor is not 0. */
export function quotientOf(amount: Decimal, divisor: Decimal, places: number): Decimal {
  return new Big(amount).div(divisor).toFixed(places, Big.roundHalfUp)
}

/** The nearest decimal of so many places to a measured number; half a step goes up. */
export function roundedTo(measured: number, places: number): Decimal {
  return new Big(measured).toFixed(places, Big.roundHalfUp)
}

/** Below 0 where the first is less, 0 where both are the same number (`30` and `30.00`), above 0 otherwise. */
export function compareDecimals(amount: Decimal, other: Decimal): number {
  return new Big(amount).cmp(other)
}

/** Whether the first is the other or more. */
export function isAtLeast(amount: Decimal, least: Decimal): boolean {
  return compareDecimals(amount, least) >= 0
}

/** Whether the first is the other or less. */
export function isAtMost(amount: Decimal, most: Decimal): boolean {
  return compareDecimals(amount, most) <= 0
}

/** Whether both are the same number, however many zeros stand behind the point. */
export function isSameAmount(amount: Decimal, other: Decimal): boolean {
  return compareDecimals(amount, other) === 0
}
