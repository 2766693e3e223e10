import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  daysInMonth,
  lastDayMeant,
  readCount,
  readDigits,
  readFullDate,
  readPrintedDate,
  toIsoDate,
} from './dates.ts'

function lastDay(text: string, inherited = 2022): string | null {
  const date = readPrintedDate(text, 0)
  if (!date) return null
  return lastDayMeant(date, date.year ?? inherited + (date.yearOffset ?? 0))
}

describe('a printed date', () => {
  it.each([
    ['2021年7月7日', '2021-07-07'],
    ['2021 年 7 月 7 日', '2021-07-07'],
    ['二〇二一年七月七日', '2021-07-07'],
    ['二○○九年十二月三十一日', '2009-12-31'],
    ['二00五年六月二十日', '2005-06-20'],
    ['12月15日前', '2022-12-15'],
    ['12月15号', '2022-12-15'],
    ['今年3月1日', '2022-03-01'],
    ['次年3月1日', '2023-03-01'],
    ['去年底', '2021-12-31'],
  ])('%s means %s', (text, date) => {
    expect(lastDay(text)).toBe(date)
  })

  it.each([
    ['2024年2月底', '2024-02-29'],
    ['2023年2月底', '2023-02-28'],
    ['1900年2月底', '1900-02-28'],
    ['2000年2月底', '2000-02-29'],
    ['4月底前', '2022-04-30'],
    ['7月末', '2022-07-31'],
    ['11月上旬', '2022-11-10'],
    ['11月中旬', '2022-11-20'],
    ['11月下旬', '2022-11-30'],
    ['6月', '2022-06-30'],
    ['2022年底前', '2022-12-31'],
    ['2022年年底', '2022-12-31'],
    ['年底前', '2022-12-31'],
    ['年内', '2022-12-31'],
    ['明年上半年', '2023-06-30'],
    ['下半年', '2022-12-31'],
    ['2023年一季度', '2023-03-31'],
    ['第三季度', '2022-09-30'],
    ['四季度末', '2022-12-31'],
    ['2025年', '2025-12-31'],
    ['“十四五”期末', '2025-12-31'],
    ['十三五末', '2020-12-31'],
  ])('%s stands for its last day, %s', (text, date) => {
    expect(lastDay(text)).toBe(date)
  })

  it.each(['2022年2月30日', '2月29日', '4月31日', '6月0日', '二月三十日'])('%s gives no day', (text) => {
    expect(lastDay(text)).toBeNull()
  })

  it.each(['13月', '底', '内部', '12345', '上级', '第三条', '3个月', '五台县'])('%s is no date', (text) => {
    expect(readPrintedDate(text, 0)).toBeNull()
  })

  it('knows how fine its print is', () => {
    const grains = ['3月1日', '3月底', '3月', '年底', '2023年'].map((text) => readPrintedDate(text, 0)?.grain)
    expect(grains).toEqual(['day', 'part-of-month', 'month', 'part-of-year', 'year'])
  })

  it('is read back from any day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const day = daysInMonth(year, month)
        expect(lastDay(`${year}年${month}月${day}日`)).toBe(toIsoDate(year, month, day))
        expect(lastDay(`${year}年${month}月底`)).toBe(toIsoDate(year, month, day))
        expect(lastDay(`${year}年${month}月${day + 1}日`)).toBeNull()
      }),
    )
  })

  it('never throws, and ends inside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'2021十二月日年底上旬半季度第“五”末前 ') }),
        (text) => {
          const date = readPrintedDate(text, 0)
          expect(date === null || (date.end > 0 && date.end <= text.length)).toBe(true)
        },
      ),
    )
  })
})

describe('the full date of a line', () => {
  it('is found where it stands', () => {
    expect(readFullDate('清源县人民政府办公室 2023年 3月 1日')).toBe('2023-03-01')
    expect(readFullDate('2022年全县，二〇二三年一月五日')).toBe('2023-01-05')
  })

  it('is missing where a part of it is', () => {
    expect(readFullDate('2023年3月')).toBeNull()
    expect(readFullDate('3月1日')).toBeNull()
    expect(readFullDate('2023年2月30日')).toBeNull()
  })
})

describe('numbers in characters', () => {
  it('are read digit by digit or as spoken', () => {
    expect(readDigits('二○二一')).toBe(2021)
    expect(readDigits('')).toBeNull()
    expect(readDigits('十')).toBeNull()
    expect(readCount('十')).toBe(10)
    expect(readCount('二十三')).toBe(23)
    expect(readCount('一百零五')).toBe(105)
    expect(readCount('两')).toBe(2)
    expect(readCount('015')).toBe(15)
    expect(readCount('一千二百')).toBe(1200)
    expect(readCount('二〇二一')).toBe(2021)
    expect(readCount('三万')).toBe(30000)
    expect(readCount('2.5')).toBeNull()
    expect(readCount('')).toBeNull()
    expect(readCount('县')).toBeNull()
  })
})
