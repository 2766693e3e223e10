import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capitalAmount } from './capital-amount.ts'

it.each([
  ['0', '零元整'],
  ['0.05', '伍分'],
  ['10', '壹拾元整'],
  ['200', '贰佰元整'],
  ['375', '叁佰柒拾伍元整'],
  ['1004.50', '壹仟零肆元伍角整'],
  ['12034.5', '壹万贰仟零叁拾肆元伍角整'],
  ['100001.05', '壹拾万零壹元零伍分'],
  ['900000', '玖拾万元整'],
  ['100000000', '壹亿元整'],
  ['100020003', '壹亿零贰万零叁元整'],
  ['-3', '负叁元整'],
])('%s is written %s', (amount, written) => {
  expect(capitalAmount(amount)).toBe(written)
})

it('writes each figure of a whole amount that is not 0, in order', () => {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (amount) => {
      const written = [...capitalAmount(String(amount))].filter((sign) => digits.indexOf(sign) > 0)
      const figures = [...String(amount)].filter((figure) => figure !== '0')
      expect(written.map((sign) => digits.indexOf(sign)).join('')).toBe(figures.join(''))
    }),
  )
})
