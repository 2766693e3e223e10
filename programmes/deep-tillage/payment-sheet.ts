import {
  type Cite,
  citeText,
  type Decimal,
  findValueOn,
  type IsoDate,
  isDecimal,
  isSameAmount,
  productOf,
  sumOf,
} from '@luoshi/kernel'
import { notice, SEASON_BEGINS } from './notice.ts'
import { subsidyRate } from './parameters.ts'

/** A row of 附表3 or 附表4, its figures as written. */
export interface PaymentRow {
  /** 序号 as written. */
  readonly number: string
  readonly area: Decimal
  readonly rate: Decimal
  readonly amount: Decimal
}

/** The rows of a sheet and its last row, 合计; null for a cell left blank. */
export interface PaymentSheet {
  readonly rows: readonly PaymentRow[]
  readonly total: { readonly area: Decimal | null; readonly amount: Decimal | null }
}

/** Which of the two sheets. */
export type SheetName = '附表3' | '附表4'

/** One wrong cell. */
export interface SheetProblem {
  readonly sheet: SheetName
  /** 序号 of the row, or 合计. */
  readonly row: string
  readonly column: 'area' | 'rate' | 'amount'
  readonly found: string
  readonly wanted: string
  readonly basis: Cite
  /** The whole sentence for the user. */
  readonly message: string
}

/**
 * Every wrong row of 附表3 and 附表4: amount = area × rate at the rate in force, the columns add up to their 合计, and
 * both sheets come to the same 合计. Empty where all agrees.
 */
export function checkPaymentSheet(
  detail: PaymentSheet,
  summary: PaymentSheet,
  on: IsoDate = SEASON_BEGINS,
): readonly SheetProblem[] {
  return [
    ...checkSheet('附表3', detail, on, notice.lines(1994)),
    ...checkSheet('附表4', summary, on, notice.lines(2020)),
    ...checkTotals(detail, summary),
  ]
}

function checkSheet(
  sheet: SheetName,
  { rows, total }: PaymentSheet,
  on: IsoDate,
  totalLine: Cite,
): SheetProblem[] {
  const rate = findValueOn(subsidyRate, on)?.value ?? null
  return [
    ...rows.flatMap((row) => checkRow(sheet, row, rate)),
    ...checkSum(sheet, 'area', rows, total.area, totalLine),
    ...checkSum(sheet, 'amount', rows, total.amount, totalLine),
  ]
}

function checkRow(sheet: SheetName, row: PaymentRow, rate: Decimal | null): SheetProblem[] {
  const place = { sheet, row: row.number, basis: notice.lines(1865) }
  const unreadable = (['area', 'rate', 'amount'] as const).filter((column) => !isDecimal(row[column]))
  if (unreadable.length > 0) {
    return unreadable.map((column) => problem({ ...place, column, found: row[column], wanted: '数，如12.5' }))
  }
  const problems: SheetProblem[] = []
  if (rate !== null && !isSameAmount(row.rate, rate)) {
    problems.push(problem({ ...place, column: 'rate', found: row.rate, wanted: rate }))
  }
  const amount = productOf(row.area, rate ?? row.rate)
  if (!isSameAmount(row.amount, amount)) {
    const wanted = `${row.area}×${rate ?? row.rate}＝${amount}`
    problems.push(problem({ ...place, column: 'amount', found: row.amount, wanted }))
  }
  return problems
}

function checkSum(
  sheet: SheetName,
  column: 'area' | 'amount',
  rows: readonly PaymentRow[],
  total: Decimal | null,
  basis: Cite,
): SheetProblem[] {
  const sum = sumOf(rows.map((row) => row[column]).filter(isDecimal))
  if (total !== null && isDecimal(total) && isSameAmount(total, sum)) return []
  return [problem({ sheet, row: '合计', column, found: total ?? '空白', wanted: `各行之和${sum}`, basis })]
}

function checkTotals(detail: PaymentSheet, summary: PaymentSheet): SheetProblem[] {
  return (['area', 'amount'] as const).flatMap((column) => {
    const [one, other] = [detail.total[column], summary.total[column]]
    if (one === null || other === null || !isDecimal(one) || !isDecimal(other)) return []
    if (isSameAmount(one, other)) return []
    const basis = notice.lines(2020)
    return [
      problem({
        sheet: '附表4',
        row: '合计',
        column,
        found: other,
        wanted: `与附表3的合计${one}相同`,
        basis,
      }),
    ]
  })
}

const columnTitles = { area: '作业面积', rate: '补助标准', amount: '补助金额' } as const

function problem(found: Omit<SheetProblem, 'message'>): SheetProblem {
  const { sheet, row, column, wanted, basis } = found
  const place = row === '合计' ? '合计行' : `第${row}行`
  const message = `${sheet}${place}“${columnTitles[column]}”是${found.found}，应为${wanted}（${citeText(basis)}）。`
  return { ...found, message }
}
