import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedPlaces, foldText, storableText } from './fold-text.ts'

it.each([
  ['清政办发〔2026〕8 号', '清政办发[2026]8号'],
  ['清政办发［２０２６］８号', '清政办发[2026]8号'],
  ['清政办发【2026】8号', '清政办发[2026]8号'],
  ['各鄉〈鎮〉人民政府', '各乡(镇)人民政府'],
  ['“五有套餐”', '"五有套餐"'],
  ['QY-019 ＡＢ', 'qy-019ab'],
  ['二○二六年', '二〇二六年'],
])('folds %s to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

it('folds a part of a text to a part of the folded text, whatever the text', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'县鄉〔Ａ 　\u200b1號a○“—'), maxLength: 30 })
  fc.assert(
    fc.property(texts, fc.nat(30), fc.nat(30), (text, start, length) => {
      const part = text.slice(start, start + length)
      expect(foldText(text)).toContain(foldText(part))
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})

it('knows where each folded character stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const places = foldedPlaces(text)
      expect(places).toHaveLength(foldText(text).length)
      expect(places.map((at) => foldText(text.charAt(at))).join('')).toBe(foldText(text))
    }),
  )
})

it('makes any text one that the database can keep', () => {
  expect(storableText('a\0b\uD800c')).toBe('a\uFFFDb\uFFFDc')
})
