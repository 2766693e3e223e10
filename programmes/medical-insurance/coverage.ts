import { defineStocktake } from '@luoshi/kernel'
import { ONLINE, valid } from './figures.ts'
import { levy2021 } from './notices.ts'
import { premiums, roster } from './registers.ts'

/** How many are insured and have paid in a village, and how many of those online. */
export interface Coverage {
  readonly township: string
  readonly village: string
  insured: number
  paid: number
  online: number
}

type Data = Readonly<Record<string, unknown>>

/** Every village of either register with its figures, township by township. */
export function coverageOf(insured: readonly Data[], paid: readonly Data[]): readonly Coverage[] {
  const rows = new Map<string, Coverage>()
  const rowOf = (data: Data): Coverage => {
    const [township, village] = [String(data['township']), String(data['village'])]
    const key = JSON.stringify([township, village])
    const row = rows.get(key) ?? { township, village, insured: 0, paid: 0, online: 0 }
    rows.set(key, row)
    return row
  }
  for (const data of insured) rowOf(data).insured++
  for (const data of paid) {
    const row = rowOf(data)
    row.paid++
    if (ONLINE.includes(String(data['channel']))) row.online++
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

/** A share in per cent to one place, rounded down; nothing of nothing. */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? '' : `（${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%）`
}

const figuresOf = ({ insured, paid, online }: Omit<Coverage, 'township' | 'village'>) =>
  `参保${insured}人，已缴费${paid}人，其中线上缴费${online}人${shareOf(online, paid)}`

/** 参保、缴费、线上缴费占比，分乡（镇）、村 */
export const coverage = defineStocktake({
  id: 'coverage',
  title: '参保缴费覆盖情况',
  basis: levy2021.lines(363, 371),
  register: roster.id,
  beside: [premiums.id],
  count(records, _around, beside = {}) {
    const paid = (beside[premiums.id] ?? []).filter(({ state }) => valid.includes(state))
    const rows = coverageOf(
      records.filter(({ state }) => state === 'current').map(({ data }) => data),
      paid.map(({ data }) => data),
    )
    const sum = (column: 'insured' | 'paid' | 'online') => rows.reduce((total, row) => total + row[column], 0)
    return {
      says: `全县${figuresOf({ insured: sum('insured'), paid: sum('paid'), online: sum('online') })}。`,
      // The notice asks for the figures and sets no share to be reached.
      isMet: null,
      findings: rows.map((row) => ({
        name: `${row.township}${row.village}`,
        message: `${figuresOf(row)}。`,
      })),
    }
  },
})
