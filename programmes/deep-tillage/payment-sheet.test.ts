import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPaymentSheet, type PaymentSheet } from './payment-sheet.ts'

const row = (number: string, area: string, amount: string, rate = '30') => ({ number, area, rate, amount })
const sheet: PaymentSheet = {
  rows: [row('1', '12.5', '375'), row('2', '100', '3000.00'), row('3', '0.1', '3')],
  total: { area: '112.6', amount: '3378' },
}
const messagesOf = (detail: PaymentSheet, summary: PaymentSheet) =>
  checkPaymentSheet(detail, summary).map(({ message }) => message)

describe('[wuzhai-2022-zbf29.1] a payment sheet', () => {
  it('is in order where every row, its sums and both totals agree', () => {
    expect(checkPaymentSheet(sheet, sheet)).toEqual([])
  })

  it('is told of every wrong row, not only of the first', () => {
    const wrong = {
      rows: [row('1', '12.5', '374.99'), row('2', '100', '3000'), row('3', '0.1', '3.1', '31')],
      total: { area: '112.6', amount: '3378.09' },
    }
    expect(messagesOf(wrong, sheet)).toEqual([
      '附表3第1行“补助金额”是374.99，应为12.5×30＝375（五政办发〔2022〕29号第1865行）。',
      '附表3第3行“补助标准”是31，应为30（五政办发〔2022〕29号第1865行）。',
      '附表3第3行“补助金额”是3.1，应为0.1×30＝3（五政办发〔2022〕29号第1865行）。',
      '附表4合计行“补助金额”是3378，应为与附表3的合计3378.09相同（五政办发〔2022〕29号第2020行）。',
    ])
  })

  it('is told of columns that do not add up and of totals left blank', () => {
    const off = { ...sheet, total: { area: '112.5', amount: null } }
    expect(messagesOf(off, sheet)).toEqual([
      '附表3合计行“作业面积”是112.5，应为各行之和112.6（五政办发〔2022〕29号第1994行）。',
      '附表3合计行“补助金额”是空白，应为各行之和3378（五政办发〔2022〕29号第1994行）。',
      '附表4合计行“作业面积”是112.6，应为与附表3的合计112.5相同（五政办发〔2022〕29号第2020行）。',
    ])
  })

  it('is told what is no figure, and still adds up the rest', () => {
    const unread = { ...sheet, rows: [row('1', '十二亩半', '375'), ...sheet.rows.slice(1)] }
    expect(messagesOf(unread, sheet)).toEqual([
      '附表3第1行“作业面积”是十二亩半，应为数，如12.5（五政办发〔2022〕29号第1865行）。',
      '附表3合计行“作业面积”是112.6，应为各行之和100.1（五政办发〔2022〕29号第1994行）。',
    ])
  })

  it('finds any one amount that is changed, in whichever row', () => {
    const areas = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(areas, fc.nat(), fc.integer({ min: 1, max: 999 }), (list, place, cents) => {
        const rows = list.map((area, index) =>
          row(String(index + 1), (area / 100).toFixed(2), ((area * 30) / 100).toFixed(2)),
        )
        const sum = list.reduce((total, area) => total + area, 0)
        const right = { rows, total: { area: (sum / 100).toFixed(2), amount: ((sum * 30) / 100).toFixed(2) } }
        expect(checkPaymentSheet(right, right)).toEqual([])
        const at = place % rows.length
        const changed = rows.map((one, index) =>
          index === at ? { ...one, amount: (((list[at] ?? 0) * 30 + cents) / 100).toFixed(2) } : one,
        )
        const problems = checkPaymentSheet({ ...right, rows: changed }, right)
        expect(problems.map(({ sheet: name, row: found }) => [name, found])).toEqual([
          ['附表3', String(at + 1)],
          ['附表3', '合计'],
        ])
      }),
    )
  })
})
