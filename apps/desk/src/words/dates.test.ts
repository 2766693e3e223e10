import { afterEach, expect, it, vi } from 'vitest'
import {
  dayInTable,
  dayOfWeekText,
  daysSince,
  dayText,
  endDayText,
  isPast,
  momentInTable,
  momentText,
} from './dates.ts'

afterEach(() => {
  vi.useRealTimers()
})

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

it('counts days of the calendar of Shanghai from a moment, and knows when a day is behind us', () => {
  // Half past midnight of the 20th in Shanghai.
  vi.useFakeTimers({ now: new Date('2024-07-19T16:30:00Z') })
  expect(daysSince('2024-07-20T00:10:00+08:00')).toBe(0)
  expect(daysSince('2024-07-19T23:59:00+08:00')).toBe(1)
  expect(daysSince('2024-06-20T09:00:00+08:00')).toBe(30)
  expect([isPast('2024-07-19'), isPast('2024-07-20')]).toEqual([true, false])
})
