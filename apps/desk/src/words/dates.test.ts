import { expect, it } from 'vitest'
import { dayInTable, dayOfWeekText, dayText, endDayText, momentInTable, momentText } from './dates.ts'

it('writes days as they are written in China, in texts and in columns', () => {
  expect(dayText('2022-08-22')).toBe('2022年8月22日')
  expect(dayOfWeekText('2021-09-22')).toBe('9月22日 星期三')
  expect(dayInTable('2022-08-22')).toBe('2022-08-22')
})

it('tells a moment in the time of Shanghai, whatever the offset with which it came', () => {
  expect(momentText('2022-08-22T23:30:00Z')).toBe('2022年8月23日 07:30')
  expect(momentInTable('2022-08-22T16:05:09+08:00')).toBe('2022-08-22 16:05')
})

it('leaves alone what is no date', () => {
  expect(dayText('未定')).toBe('未定')
})

it('tells the year of a day on which something ends where it is not this year', () => {
  expect(endDayText('2021-10-31')).toBe('2021年10月31日 星期日')
  const year = new Date().getUTCFullYear()
  expect(endDayText(`${year}-06-15`)).not.toContain('年')
})
