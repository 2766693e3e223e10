import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from './lines.ts'

const rawLines = (text: string) => splitLines(text).lines.map(({ raw }) => raw)

describe('splitLines', () => {
  it('counts a last line without an ending, and none behind a last ending', () => {
    expect(rawLines('甲\n乙')).toEqual(['甲', '乙'])
    expect(rawLines('甲\n乙\n')).toEqual(['甲', '乙'])
    expect(rawLines('')).toEqual([])
  })

  it('takes every kind of line ending, also mixed', () => {
    expect(rawLines('甲\r\n乙\r丙\n\r\n丁')).toEqual(['甲', '乙', '丙', '', '丁'])
  })

  it('leaves other control characters in their line', () => {
    expect(rawLines('甲\f乙\u2028丙\t丁')).toEqual(['甲\f乙\u2028丙\t丁'])
  })

  it('numbers lines from 1 and knows where each begins', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', ' ', '\n', '\r\n', '\r')), (parts) => {
        const text = parts.join('')
        const { lines, starts } = splitLines(text)
        for (const [index, { number, raw }] of lines.entries()) {
          expect(number).toBe(index + 1)
          expect(text.startsWith(raw, starts[index])).toBe(true)
        }
        expect(lines.map(({ raw }) => raw).join('')).toBe(text.replace(/[\r\n]/g, ''))
      }),
    )
  })
})
