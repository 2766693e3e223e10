import { isDecimal, readNumeral, scaleDecimal, toHalfWidth } from '../mentions/numerals.ts'

const signPattern = /^[-+−－＋﹣]/
const numeralPattern = /^[\d〇零一二三四五六七八九十百千万亿两.,点 ]+$/

/**
 * The exact decimal string that a printed number stands for: `1,234.50` is 1234.5, `２４２６７．９８` 24267.98,
 * `3.5万` 35000, `-81.9%` -0.819, `0.40‰` 0.0004. Null where the text is not one whole number: `2套`, `≥97`,
 * `4:1`, `-`.
 */
export function decimalOf(printed: string): string | null {
  if (printed.length > 40) return null
  if (isDecimal(printed)) return printed
  let text = toHalfWidth(printed).trim()
  const isNegative = /^[-−﹣]/.test(text)
  if (signPattern.test(text)) text = text.slice(1).trim()
  const share = text.endsWith('%') ? -2 : text.endsWith('‰') ? -3 : 0
  if (share !== 0) text = text.slice(0, -1).trim()
  if (!numeralPattern.test(text)) return null
  const value = readNumeral(text)
  if (value === null) return null
  const scaled = share === 0 ? value : scaleDecimal(value, share)
  return isNegative && scaled !== '0' ? `-${scaled}` : scaled
}

/** A decimal as whole units of its last place. */
interface Scaled {
  readonly units: bigint
  readonly places: number
}

function scaled(decimal: string): Scaled {
  const point = decimal.indexOf('.')
  if (point < 0) return { units: BigInt(decimal), places: 0 }
  return {
    units: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)),
    places: decimal.length - point - 1,
  }
}

function unscaled({ units, places }: Scaled): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString()
  return units === 0n ? '0' : sign + scaleDecimal(digits, -places)
}

/** Exact sum of decimal strings; `0` of none. */
export function sumOf(decimals: Iterable<string>): string {
  let units = 0n
  let places = 0
  for (const decimal of decimals) {
    const next = scaled(decimal)
    if (next.places > places) {
      units *= 10n ** BigInt(next.places - places)
      places = next.places
    }
    units += next.places === places ? next.units : next.units * 10n ** BigInt(places - next.places)
  }
  return unscaled({ units, places })
}

/** Exact difference of two decimal strings. */
export function differenceOf(from: string, less: string): string {
  const { units, places } = scaled(less)
  return sumOf([from, unscaled({ units: -units, places })])
}

/** Exact product of two decimal strings. */
export function productOf(first: string, second: string): string {
  const [a, b] = [scaled(first), scaled(second)]
  return unscaled({ units: a.units * b.units, places: a.places + b.places })
}

/** Below 0 where `first` is smaller, above 0 where it is greater, 0 where they are equal. */
export function compareDecimals(first: string, second: string): number {
  const difference = differenceOf(first, second)
  return difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1
}
