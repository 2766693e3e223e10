import { demoGazettePath } from '@luoshi/counties'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryOf } from './test-support/serve.ts'
import { foldText, wordsOf } from './text-index.ts'

const { texts } = await libraryOf(demoGazettePath)

function numbersFor(query: string): (string | null)[] {
  return texts.search(query).map(({ notice }) => notice.instrument.docNumber)
}

describe('search', () => {
  it('finds words inside sentences, and only notices that hold all of them', () => {
    expect(numbersFor('校车')).toEqual(['清政办发〔2026〕12号'])
    expect(numbersFor('食品 留样')).toContain('清政办发〔2026〕9号')
    expect(numbersFor('校车 候鸟')).toEqual([])
  })

  it.each(['清政办发〔2026〕8号', '清政办发[2026]8号', '清政办发［２０２６］８号'])(
    'finds the number %s first',
    (query) => {
      expect(numbersFor(query)[0]).toBe('清政办发〔2026〕8号')
    },
  )

  it('finds what a page break had parted', () => {
    expect(numbersFor('县财政局、县水利局')).toContain('清政办发〔2026〕8号')
  })

  it('finds what stands only in a table', () => {
    expect(numbersFor('QY-019')).toEqual(['清政发〔2026〕5号'])
  })

  it('marks each place where a word stands', () => {
    const [found] = texts.search('每月 850')
    const marked = found?.hits.flatMap(({ text, marks }) =>
      marks.map(([start, end]) => text.slice(start, end)),
    )
    expect(new Set(marked)).toEqual(new Set(['每月', '850']))
  })

  it('finds nothing for nothing', () => {
    expect(texts.search('')).toEqual([])
    expect(texts.search('　 \n')).toEqual([])
  })

  it('takes any query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        for (const { hits } of texts.search(query)) {
          for (const { text, marks } of hits) {
            for (const [start, end] of marks) {
              expect(start).toBeLessThan(end)
              expect(end).toBeLessThanOrEqual(text.length)
            }
          }
        }
      }),
    )
  })
})

describe('foldText', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toHaveLength(text.length)
      }),
    )
  })

  it('folds widths, letter case and brackets', () => {
    expect(foldText('《ＡBc》（１）〔2026〕')).toBe('(abc)(1)[2026]')
  })
})

describe('wordsOf', () => {
  it('takes each word once and not too many', () => {
    expect(wordsOf(' 校车 校车　安全 ')).toEqual(['校车', '安全'])
    expect(wordsOf('一 二 三 四 五 六 七 八 九 十')).toHaveLength(8)
  })
})
