import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, splitAtParagraphTags } from './cleaning.ts'

const clean = (raw: string) => cleanLine(raw, 1).text

describe('cleanLine', () => {
  it.each([
    ['2022 年 8 月底前建成 260 座', '2022年8月底前建成260座'],
    ['清源县人民政府办公室 关于做好工作的 通 知', '清源县人民政府办公室关于做好工作的通知'],
    ['　　各乡（镇）人民政府 ，县直各单位：  ', '各乡（镇）人民政府，县直各单位：'],
  ])('takes layout spaces out of %s', (raw, text) => {
    expect(clean(raw)).toBe(text)
  })

  it('keeps spaces between Latin words and between numbers', () => {
    expect(clean('采用 Open Data 标准 1.5 2.5')).toBe('采用Open Data标准1.5 2.5')
  })

  it.each([
    ['### 三、工作要求', '三、工作要求'],
    ['**1. 摸清底数。**县水利局负责', '1.摸清底数。县水利局负责'],
    ['- （二）公开范围', '（二）公开范围'],
    ['面积 100 km<sup>2</sup>', '面积100 km2'],
    ['5<6 且 7>2', '5<6且7>2'],
  ])('takes Markdown and HTML out of %s, and no sign of the text', (raw, text) => {
    expect(clean(raw)).toBe(text)
  })

  it('mends an English and between Chinese words, and no other', () => {
    expect(clean('加强管理 and 服务，and是英文')).toBe('加强管理和服务，and是英文')
  })

  it('knows for every run of text where it stood', () => {
    const character = fc.constantFrom('中', '，', ' ', '　', '*', '#', 'a', '1', 'and', '<b>', '</b>')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (parts) => {
        const raw = parts.join('')
        const { text, pieces } = cleanLine(raw, 7)
        for (const [index, { at, line, column, width }] of pieces.entries()) {
          const run = text.slice(at, pieces[index + 1]?.at)
          expect(line).toBe(7)
          expect([raw.slice(column, column + width), 'and → 和']).toContain(run === '和' ? 'and → 和' : run)
        }
      }),
    )
  })
})

describe('splitAtParagraphTags', () => {
  it('gives one part for each paragraph of a line', () => {
    const raw = '<p>甲</p> <p>乙<br/>丙</p>'
    expect(splitAtParagraphTags(raw).map(({ start, end }) => raw.slice(start, end))).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })
})
