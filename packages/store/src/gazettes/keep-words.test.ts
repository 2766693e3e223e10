import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frequentWords } from './keep-words.ts'

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'县局办，\u{20bb7}'), maxLength: 16 }), {
  maxLength: 12,
})

it('finds every word of two to twelve letters that enough texts hold, and no other', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), (held, least) => {
      const parts = held.flatMap((text) =>
        [...text].flatMap((_, at, letters) =>
          Array.from({ length: 11 }, (__, more) => letters.slice(at, at + more + 2).join('')),
        ),
      )
      const wanted = new Set(
        parts.filter(
          (part) =>
            /^[县局办]{2,12}$/.test(part) && held.filter((text) => text.includes(part)).length >= least,
        ),
      )
      const found = frequentWords(held, least)
      expect(new Set(found.flat())).toEqual(wanted)
      for (const [index, words] of found.entries()) {
        expect(words.every(({ length }) => length === index + 2)).toBe(true)
      }
    }),
  )
})
