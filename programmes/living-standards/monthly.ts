import {
  compareDecimals,
  type Decimal,
  defineParameter,
  gap,
  productOf,
  quotientOf,
  sumOf,
} from '@luoshi/kernel'
import { notice } from './standards.ts'

/** How a twelfth of a year's standard becomes what is paid in a month. */
export const roundings = {
  nearest: '四舍五入到分',
  'tenth-up': '见分进角',
  'yuan-up': '见角进元',
} as const

export type Rounding = keyof typeof roundings

/** The county says how; none of the three figures divides evenly by twelve. */
export const rounding = defineParameter<Rounding>({
  id: 'monthly-rounding',
  title: '按月发放的取整办法',
  unit: '',
  values: [],
  choices: roundings,
  gap: gap('年标准除以12除不尽，怎样取整没有写明，由县里定', notice.lines(2539, 2547)),
})

const places: Readonly<Record<Rounding, { readonly places: number; readonly step: Decimal | null }>> = {
  nearest: { places: 2, step: null },
  'tenth-up': { places: 1, step: '0.1' },
  'yuan-up': { places: 0, step: '1' },
}

/** What is paid in a month by a yearly standard, in 元. */
export function monthOf(yearly: Decimal, how: Rounding): Decimal {
  const { places: digits, step } = places[how]
  const near = quotientOf(yearly, '12', digits)
  const isShort = step !== null && compareDecimals(productOf(near, '12'), yearly) < 0
  return isShort ? sumOf([near, step]) : near
}

/** The twelve months of a year: the last takes what the others leave, so that their sum is the year's standard. */
export function monthsOf(yearly: Decimal, how: Rounding): readonly Decimal[] {
  const month = monthOf(yearly, how)
  const last = sumOf([yearly, productOf(month, '-11')])
  return [...Array.from({ length: 11 }, () => month), last]
}
