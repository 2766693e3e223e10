import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumeral, scaleDecimal, trailingPower } from './numerals.ts'

describe('readNumeral', () => {
  it.each([
    ['10000', '10000'],
    ['10,000', '10000'],
    ['1，234，567.50', '1234567.5'],
    ['10 000', '10000'],
    ['1 5 0 0', '1500'],
    ['１２．５０', '12.5'],
    ['24267.9897', '24267.9897'],
    ['007', '7'],
    ['0', '0'],
    ['0万', '0'],
    ['0.0亿', '0'],
    ['3万', '30000'],
    ['0.5万', '5000'],
    ['1亿5000万', '150000000'],
    ['1.5千万', '15000000'],
    ['三百五十万', '3500000'],
    ['十', '10'],
    ['十五', '15'],
    ['一百零五', '105'],
    ['一百一十五', '115'],
    ['三万五', '35000'],
    ['二〇二一', '2021'],
    ['两千', '2000'],
    ['三点五万', '35000'],
    ['三万亿', '3000000000000'],
    ['伍仟', '5000'],
    ['壹拾贰万叁仟肆佰伍拾陆', '123456'],
  ])('reads %s as %s', (printed, value) => {
    expect(readNumeral(printed)).toBe(value)
  })

  it.each(['', '元', '万', '百万', '千', '3人', '1.2.3', '三点', '9'.repeat(60)])('refuses %s', (text) => {
    expect(readNumeral(text)).toBeNull()
  })

  it('reads any whole number back from its Chinese writing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (value) => {
        expect(readNumeral(chinese(value))).toBe(String(value))
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0１9.,，点零〇一九两十百千万亿壹拾 元') }),
        (text) => {
          const value = readNumeral(text)
          expect(value === null || /^\d+(\.\d+)?$/.test(value)).toBe(true)
        },
      ),
    )
  })
})

describe('decimal strings', () => {
  it('are scaled by powers of ten without loss', () => {
    expect(scaleDecimal('24267.9897', 4)).toBe('242679897')
    expect(scaleDecimal('0.5', 1)).toBe('5')
    expect(scaleDecimal('15', -2)).toBe('0.15')
    expect(scaleDecimal('15', -1)).toBe('1.5')
    expect(scaleDecimal('0', 8)).toBe('0')
  })

  it('come back when scaled up and down again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 9999 }), fc.nat({ max: 12 }), (whole, fraction, power) => {
        const value = scaleDecimal(`${whole}.${fraction}`, 0)
        expect(scaleDecimal(scaleDecimal(value, power), -power)).toBe(value)
      }),
    )
  })
})

it('tells the power of the units at the end', () => {
  expect(trailingPower('3万')).toBe(4)
  expect(trailingPower('三百万')).toBe(6)
  expect(trailingPower('300')).toBe(0)
})

/** Chinese writing of a whole number below 10^9. */
function chinese(value: number): string {
  if (value === 0) return '零'
  let written = ''
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const section = Math.floor(value / size) % 1e4
    if (section === 0) continue
    if (written !== '' && section < 1000) written += '零'
    written += chineseSection(section) + unit
  }
  return written
}

function chineseSection(value: number): string {
  const names = '零一二三四五六七八九'
  let written = ''
  let gap = false
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) {
      gap = written !== ''
      continue
    }
    if (gap) written += '零'
    gap = false
    written += names.charAt(digit) + unit
  }
  return written
}
