import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gramsOf, gramsOfWord, isToldByGrams } from './grams.ts'

const texts = fc.string({ unit: fc.constantFrom(...'县局长办公室12\u{20bb7}'), maxLength: 12 })

it('gives the keys of a word if and only if it stands in a text, for words of two to four', () => {
  fc.assert(
    fc.property(
      fc.array(texts, { maxLength: 4 }),
      fc.string({ unit: fc.constantFrom(...'县局长办1'), minLength: 2, maxLength: 4 }),
      (parts, word) => {
        const keys = new Set(gramsOf(parts))
        const stands = parts.some((part) => part.includes(word))
        expect(gramsOfWord(word).every((key) => keys.has(key))).toBe(stands)
        expect(isToldByGrams(word)).toBe(true)
      },
    ),
  )
})

it('gives all keys of a longer word wherever it stands', () => {
  fc.assert(
    fc.property(texts, fc.nat(12), fc.integer({ min: 5, max: 12 }), (text, start, length) => {
      const word = text.slice(start, start + length)
      const keys = new Set(gramsOf([text]))
      expect(gramsOfWord(word).every((key) => keys.has(key))).toBe(true)
    }),
  )
})

it('has no key for a single character, and none over two passages', () => {
  expect(gramsOfWord('县')).toEqual([])
  expect(gramsOf(['县', '局'])).toEqual([])
})
