import { describe, expect, it } from 'vitest'
import type { Table, TableRow } from '../issue.ts'
import { checkSums } from './table-sums.ts'

function tableOf(columns: string[], rows: [TableRow['kind'], ...string[]][]): Table {
  return {
    clause: null,
    title: null,
    columns,
    rows: rows.map(([kind, ...cells], index) => ({ cells, kind, line: index + 2 })),
    lines: [1, rows.length + 1],
  }
}

function wrong(table: Table): [number, number, string, string][] {
  return checkSums(table)
    .filter(({ agrees }) => !agrees)
    .map(({ line, column, printed, computed }) => [line, column, printed, computed])
}

describe('checkSums', () => {
  it('finds the total that its column does not make', () => {
    const table = tableOf(
      ['乡镇', '户数', '金额（万元）'],
      [
        ['row', '东山镇', '12', '3.6'],
        ['row', '西河乡', '8', '2.5'],
        ['total', '合计', '20', '6.0'],
      ],
    )
    expect(wrong(table)).toEqual([[4, 2, '6', '6.1']])
  })

  it('adds to subtotals what stands below them where they lead their part', () => {
    const table = tableOf(
      ['序号', '项目', '金额'],
      [
        ['total', '合计', '', '60'],
        ['subtotal', '一、水利类', '', '30'],
        ['row', '1', '护岸', '10'],
        ['row', '2', '清淤', '20'],
        ['subtotal', '二、交通类', '', '31'],
        ['row', '1', '大桥', '30'],
      ],
    )
    expect(wrong(table)).toEqual([[6, 2, '31', '30']])
  })

  it('adds to subtotals what stands above them where they close their part', () => {
    const table = tableOf(
      ['项目', '数量'],
      [
        ['row', '头盔', '3'],
        ['row', '手套', '4'],
        ['subtotal', '小计', '7'],
        ['row', '绳索', '5'],
        ['subtotal', '小计', '6'],
        ['total', '合计', '12'],
      ],
    )
    expect(wrong(table)).toEqual([[6, 1, '6', '5']])
  })

  it('adds each item of a total with several lines by itself', () => {
    const table = tableOf(
      ['年度', '项目', '数量'],
      [
        ['row', '2024年', '消火栓', '20'],
        ['row', '2024年', '水鹤', '2'],
        ['row', '2025年', '消火栓', '10'],
        ['row', '2025年', '水鹤', '2'],
        ['total', '合计', '消火栓', '30'],
        ['total', '合计', '水鹤', '5'],
      ],
    )
    expect(wrong(table)).toEqual([[7, 2, '5', '4']])
  })

  it('adds the parts beside a column of sums', () => {
    const table = tableOf(
      ['项目', '资金 / 合计', '资金 / 中央', '资金 / 县级'],
      [
        ['row', '护岸', '10', '6', '4'],
        ['row', '清淤', '20', '20', ''],
        ['row', '大桥', '9', '5', '5'],
      ],
    )
    expect(wrong(table)).toEqual([[4, 1, '9', '10']])
  })

  it('adds no rates, prices or cells that are no numbers', () => {
    const table = tableOf(
      ['乡镇', '完成率（%）', '补助标准', '户数'],
      [
        ['row', '东山镇', '90', '300', '约5'],
        ['row', '西河乡', '80', '300', '6'],
        ['total', '合计', '85', '300', '11'],
      ],
    )
    expect(checkSums(table)).toEqual([])
  })
})
