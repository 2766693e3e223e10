import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lawNameOf, legalSourcesOf } from './legal-basis.ts'

describe('a cell of legal bases', () => {
  it('gives each title with its version and its articles', () => {
    const cell =
      '《水井管理法》（2019年修正）第六十二条第四款、第六十三条 《水井办法(试行)》(水利部令 第4号)第三条'
    expect(legalSourcesOf(cell)).toEqual([
      {
        title: '水井管理法',
        version: '2019年修正',
        articles: [
          { article: '第六十二条', paragraph: '第四款' },
          { article: '第六十三条', paragraph: null },
        ],
        isCutOff: false,
      },
      {
        title: '水井办法（试行）',
        version: '水利部令第4号',
        articles: [{ article: '第三条', paragraph: null }],
        isCutOff: false,
      },
    ])
  })

  it('takes titles that stand without a space between, and titles inside titles', () => {
    const titles = legalSourcesOf('《水井法》《打井条例》 《关于印发〈打井办法〉的通知》').map(
      ({ title }) => title,
    )
    expect(titles).toEqual(['水井法', '打井条例', '关于印发〈打井办法〉的通知'])
  })

  it('takes no session of a congress in the version for an article', () => {
    const [only] = legalSourcesOf('《水井条例》（2015年5月28日省第十二届人大常委会第二十次会议通过）第十四条')
    expect(only?.articles).toEqual([{ article: '第十四条', paragraph: null }])
  })

  it('marks an article whose last character the print lost', () => {
    expect(legalSourcesOf('《水井条例》第五十五')).toMatchObject([
      { articles: [{ article: '第五十五' }], isCutOff: true },
    ])
  })

  it('gives none for text without a title, whatever it holds', () => {
    expect(legalSourcesOf('取水许可审批')).toEqual([])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('《', '》', '（', '）', '第', '一', '条', '款', ' ', '法') }),
        (cell) => {
          for (const { title } of legalSourcesOf(cell)) expect(title).not.toMatch(/[《》]/)
        },
      ),
    )
  })
})

it('compares laws by the name by which one speaks of them', () => {
  expect(lawNameOf('《中华人民共和国水法》')).toBe('水法')
  expect(lawNameOf('水井办法(试行)')).toBe('水井办法（试行）')
})
