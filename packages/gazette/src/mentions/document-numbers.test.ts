import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDocumentNumbers, readDocumentNumber } from './document-numbers.ts'

const numbersOf = (text: string) => findDocumentNumbers(text).map((found) => found.number)

describe('document numbers', () => {
  it.each([
    ['清政办发〔2021〕41号', '清政办发〔2021〕41号'],
    ['清政办发〔2021 〕 45 号', '清政办发〔2021〕45号'],
    ['清政办发[2020]12号', '清政办发〔2020〕12号'],
    ['清政办发（2021）52号', '清政办发〔2021〕52号'],
    ['清政办发(2021〕52号', '清政办发〔2021〕52号'],
    ['清政办发【2021】第 3 号', '清政办发〔2021〕3号'],
    ['清政办发﹝２０２１﹞１２号', '清政办发〔2021〕12号'],
    ['国办发„2009‟3号', '国办发〔2009〕3号'],
    ['清政办 发〔2022〕60号', '清政办发〔2022〕60号'],
    ['农建组办发〔2021〕1号', '农建组办发〔2021〕1号'],
    ['国务院令第645号', '国务院令第645号'],
    ['国务院令 第 645 号', '国务院令第645号'],
    ['国务院第645号令', '国务院令第645号'],
    ['第645号令', '令第645号'],
    ['主席令第四十号', '主席令第四十号'],
    ['交通运输部令2019年第35号', '交通运输部令2019年第35号'],
    ['国家税务总局公告2021年第3号', '国家税务总局公告2021年第3号'],
    ['国家税务总局公告（2021年第3号', '国家税务总局公告2021年第3号'],
    ['农业部公告第2436号', '农业部公告第2436号'],
    ['太原市人民政府令第78号', '太原市人民政府令第78号'],
    ['对外贸易经济合作部令2001年第2号', '对外贸易经济合作部令2001年第2号'],
  ])('writes %s as %s', (printed, number) => {
    expect(readDocumentNumber(printed)).toBe(number)
  })

  it.each([
    '清政办发〔201746',
    '清政办发〔2021〕号',
    '〔2021〕41号',
    '第三十七号',
    '（2022年版）3号',
    '根据清政办发〔2021〕41号',
    '清政办发〔2021〕41号、42号',
    '',
  ])('takes %s for no document number of its own', (text) => {
    expect(readDocumentNumber(text)).toBeNull()
  })

  it('leaves the words of the sentence out of the number', () => {
    expect(numbersOf('根据国发〔2021〕7号和省政发〔2021〕9号文件精神')).toEqual([
      '国发〔2021〕7号',
      '省政发〔2021〕9号',
    ])
    expect(numbersOf('原清政办发〔2020〕32号同时废止')).toEqual(['清政办发〔2020〕32号'])
    expect(numbersOf('关于某某工作的通知 清政办发〔2022〕9号.....1')).toEqual(['清政办发〔2022〕9号'])
  })

  it('keeps several issuers of one order together in brackets only', () => {
    expect(numbersOf('（甲部、乙部、丙部令第21号）')).toEqual(['甲部、乙部、丙部令第21号'])
    expect(numbersOf('（2019年甲部、乙部令第46号）')).toEqual(['甲部、乙部令第46号'])
    expect(numbersOf('按照有关规定、国务院令第3号')).toEqual(['国务院令第3号'])
    expect(numbersOf('（国发〔2018〕80号、国务院令第3号）')).toEqual(['国发〔2018〕80号', '国务院令第3号'])
    expect(numbersOf('（1990年国家教育委员会令 第8号、国家体委令 第10号）')).toEqual([
      '国家教育委员会令第8号',
      '国家体委令第10号',
    ])
  })

  it('tells where each number stands', () => {
    const text = '依据《办法》（国发〔2021〕 7 号）'
    const [found] = findDocumentNumbers(text)
    expect(text.slice(found?.start, found?.end)).toBe('国发〔2021〕 7 号')
  })

  it('writes one number the same whatever its brackets and spaces', () => {
    const gap = fc.constantFrom('', ' ', '  ')
    fc.assert(
      fc.property(
        fc.constantFrom('国发', '省政办发', '市教函', '县农领办发'),
        fc.integer({ min: 1950, max: 2049 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(...'〔[（(【﹝［'),
        fc.constantFrom(...'〕]）)】﹞］'),
        fc.array(gap, { minLength: 4, maxLength: 4 }),
        (code, year, serial, opening, closing, gaps) => {
          const printed = `${code}${opening}${gaps[0]}${year}${gaps[1]}${closing}${gaps[2]}${serial}${gaps[3]}号`
          expect(readDocumentNumber(printed)).toBe(`${code}〔${year}〕${serial}号`)
        },
      ),
    )
  })

  it('never throws, and stays inside the text', () => {
    const characters = fc.constantFrom(...'国发令公告第〔〕[]（）2021９号、， 一十〇年')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        for (const { start, end } of findDocumentNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it.each(['〔', '2', '〔2021〕', '第', '令第', '号', '国'])(
    'finds what stands behind a megabyte of %s',
    (unit) => {
      const found = findDocumentNumbers(`${unit.repeat(1_000_000 / unit.length)}。国发〔2021〕7号`)
      expect(found.at(-1)?.number).toBe('国发〔2021〕7号')
    },
    30_000,
  )
})
