import { holderOn, paperTable, sumOf, versionOn, withValue } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { arrears, monthsAgree, owedRule, roster } from './arrears.ts'
import { monthOf, monthsOf, type Rounding, rounding, roundings } from './monthly.ts'
import { categories, standards, standardsOn, table } from './standards.ts'

const yearly = ['5318', '6997', '8567']
const how = (value: Rounding) => ({
  [rounding.id]: withValue(rounding, { from: '2022-09-01', value, basis: null }),
})

it('[wuzhai-2022-zbf36.1] standards have number, category, amount, unit and day; before that day no notice here gives one', () => {
  expect(standardsOn('2022-08-31')).toEqual({ allowance: null, scattered: null, gathered: null })
  expect(Object.values(standardsOn('2022-09-01'))).toEqual(yearly)
  expect(versionOn(table, '2022-08-31')).toBeUndefined()
  const items = versionOn(table, '2022-09-01')?.items ?? []
  expect(
    items.map(({ entry, basis }) => [
      entry['category'],
      entry['amount'],
      entry['unit'],
      entry['from'],
      basis,
    ]),
  ).toEqual(
    Object.keys(categories).map((category, place) => [
      category,
      yearly[place],
      '元/人·年',
      '2022-09-01',
      expect.objectContaining({ docNumber: '五政办发〔2022〕36号' }),
    ]),
  )
  expect(standards.allowance.gap?.says).toContain('2022年8月31日以前的标准没有写明')
  expect(holderOn(table, '农村最低生活保障标准', '2022-08-31')).toBeUndefined()
})

it('[wuzhai-2022-zbf36.2] who was paid by the old standard between the day and the changeover is listed with what is owed', () => {
  const record = (number: string, paidFrom: string, changedOver: string, months: number) => ({
    number,
    township: '三岔镇',
    village: '上坪村',
    person: '苗得雨',
    category: 'allowance',
    oldYearly: '4800',
    paidFrom,
    changedOver,
    months,
  })
  const records = [record('1', '2022-09-01', '2022-12-01', 3), record('2', '2022-10-01', '2022-12-01', 2)]
  const owed = records.map((one) => owedRule.compute(one, '2022-12-05', how('yuan-up')).value)
  expect(owed).toEqual(['132', '88'])
  const rows = records.map((one, place) => ({ ...one, owed: owed[place] }))
  const { rows: printed, total } = paperTable(roster, arrears.fields, rows, null)
  expect(printed.map((cells) => cells.at(-1))).toEqual(['132', '88'])
  expect(total?.at(-1)).toBe('220')
  expect(monthsAgree.judge(record('3', '2022-08-01', '2022-12-01', 4), '2022-12-05').outcome).toBe('no')
  expect(monthsAgree.judge(record('4', '2022-09-01', '2022-12-01', 2), '2022-12-05').outcome).toBe('no')
  const { oldYearly: _old, ...without } = record('5', '2022-09-01', '2022-12-01', 3)
  expect(owedRule.compute(without, '2022-12-05', how('yuan-up'))).toMatchObject({
    outcome: 'unknown',
    missing: ['原标准（年）'],
  })
  expect(owedRule.compute(records[0] ?? {}, '2022-12-05').outcome).toBe('unknown')
})

it('[wuzhai-2022-zbf36.3] a year becomes twelve months by the county’s rule of rounding, and they sum to the year', () => {
  expect(yearly.map((amount) => monthOf(amount, 'nearest'))).toEqual(['443.17', '583.08', '713.92'])
  expect(yearly.map((amount) => monthOf(amount, 'tenth-up'))).toEqual(['443.2', '583.1', '714'])
  expect(yearly.map((amount) => monthOf(amount, 'yuan-up'))).toEqual(['444', '584', '714'])
  for (const rule of Object.keys(roundings) as Rounding[]) {
    for (const amount of yearly) {
      const months = monthsOf(amount, rule)
      expect(months).toHaveLength(12)
      expect(sumOf(months)).toBe(amount)
    }
  }
  expect(rounding.values).toEqual([])
})
