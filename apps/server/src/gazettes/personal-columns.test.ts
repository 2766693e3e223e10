import type { Table } from '@luoshi/gazette'
import { expect, it } from 'vitest'
import { maskedCell, maskedTable, personalColumns } from './personal-columns.ts'

const table = (columns: string[], ...rows: string[][]): Table => ({
  clause: null,
  title: null,
  columns,
  rows: rows.map((cells, index) => ({ cells, kind: 'row', line: index + 1 })),
  lines: [1, rows.length],
})

it('[wuzhai-2022-zbf31.8] masks phones, accounts, identity numbers and plates in any published table', () => {
  const shown = maskedTable(
    table(
      ['农户', '联系方式', '账号', '身份证号', '车牌'],
      ['王田', '13900001234', '6222021234567890', '140922199001011234', '晋HA1234'],
    ),
  )
  expect(shown.rows[0]?.cells).toEqual([
    '王田',
    '139****1234',
    '************7890',
    '**************1234',
    '晋H****4',
  ])
})

it('tells such columns also by what stands in them', () => {
  const unnamed = table(['甲', '乙'], ['王田', '139-0000-1234'], ['李禾', ''])
  expect(personalColumns(unnamed)).toEqual({ 1: 'phone' })
  expect(maskedTable(unnamed).rows[0]?.cells[1]).not.toContain('0000')
})

it('leaves figures, dates and words alone', () => {
  const plain = table(['项目', '金额', '日期'], ['清淤', '12865000', '2026-03-31'])
  expect(personalColumns(plain)).toEqual({})
  expect(maskedTable(plain)).toBe(plain)
  expect(maskedCell('phone', '无')).toBe('无')
})
