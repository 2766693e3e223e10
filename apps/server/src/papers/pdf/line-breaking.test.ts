import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from './line-breaking.ts'

/** A character is 10 wide, a Latin one 5. */
const measure = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 5 : 10), 0)
const linesOf = (text: string, width: number, indent = 0) =>
  breakLines(text, width, measure, indent).map((line) => line.text)

describe('a paragraph broken into lines', () => {
  it('fills each line, the first one less its indent', () => {
    expect(linesOf('准予打井井深一百二十米', 40, 20)).toEqual(['准予', '打井井深', '一百二十', '米'])
  })

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(linesOf('准予打井，井深（米）', 40)).toEqual(['准予打', '井，井深', '（米）'])
    expect(linesOf('准予打（井深）', 40)).toEqual(['准予打', '（井深）'])
  })

  it('keeps figures together, but for a hyphen, and cuts only what is longer than a line', () => {
    expect(linesOf('面积12345.67亩', 50)).toEqual(['面积', '12345.67亩'])
    expect(linesOf('电话0350-1234567', 50)).toEqual(['电话0350-', '1234567'])
    expect(linesOf('12345678901234', 50)).toEqual(['1234567890', '1234'])
  })

  it('keeps a blank whole, and the ending of a file with its point', () => {
    expect(linesOf('电话（＿＿＿）', 50)).toEqual(['电话', '（＿＿＿）'])
    expect(linesOf('照片签名.png', 45)).toEqual(['照片签', '名.png'])
  })

  it('loses nothing, and no line but a single unit is wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'县水利局，。（）《》12a-') }), (text) => {
        const lines = linesOf(text, 60)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(60.05)
      }),
    )
  })
})
