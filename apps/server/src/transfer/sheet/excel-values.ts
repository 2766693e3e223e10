import type { SheetCell } from './sheet-row.ts'

/** Formats of dates that every Excel has, by number. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** Whether a number in that format is a date. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id)
  // What stands in quotes or brackets is shown as it is.
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[yd年月日]/i.test(bare) && !/^[#0.,]*$/.test(bare)
}

const DAY = 86_400_000

/** A number of Excel as a day, or as a moment where it has hours. Its 1900 counts a 29 February that never was. */
export function excelDate(value: number, is1904: boolean): SheetCell {
  const shifted = is1904 ? value + 1462 : value
  if (!(shifted > 0) || shifted > 2_958_465) return { kind: 'number', text: plainNumber(value) }
  const days = shifted < 60 ? shifted + 1 : shifted
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 1440) * 60_000)
  const iso = moment.toISOString()
  const hasHours = moment.getTime() % DAY !== 0
  return hasHours
    ? { kind: 'date-time', text: `${iso.slice(0, 16)}:00+08:00` }
    : { kind: 'date', text: iso.slice(0, 10) }
}

/** A number as Excel shows it: to fifteen digits, without an exponent. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const [digits = '', exponent = '0'] = value.toExponential(14).split('e')
  const sign = digits.startsWith('-') ? '-' : ''
  const significant = digits.replace('-', '').replace('.', '')
  const point = Number(exponent) + 1
  const [whole, fraction] =
    point <= 0
      ? ['0', '0'.repeat(-point) + significant]
      : [significant.slice(0, point).padEnd(point, '0'), significant.slice(point)]
  const trimmed = fraction.replace(/0+$/, '')
  const text = trimmed === '' ? whole : `${whole}.${trimmed}`
  return text === '0' ? '0' : sign + text
}
