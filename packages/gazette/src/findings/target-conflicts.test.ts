import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells one indicator of one year with two values', () => {
  const [finding] = findingsIn(
    '到2025年，高效节水灌溉面积达到5万亩。\n\n力争到2025年，高效节水灌溉面积达到6万亩。',
  )
  expect(finding).toMatchObject({
    kind: 'target-conflict',
    lines: [
      [18, 18],
      [20, 20],
    ],
  })
  expect(finding?.message).toContain('5万亩和6万亩')
})

it('leaves other years, equal values in other units, and one value told twice alone', () => {
  expect(kindsIn('到2025年，高效节水灌溉面积达到5万亩。\n\n到2030年，高效节水灌溉面积达到6万亩。')).toEqual(
    [],
  )
  expect(kindsIn('到2025年，节水宣传志愿者达到0.5万人。\n\n到2025年，节水宣传志愿者达到5000人。')).toEqual([])
})
