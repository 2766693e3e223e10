import { describe, expect, it } from 'vitest'
import { instrument, law } from '../cite.ts'
import { fields, text } from '../schema/fields.ts'
import { defineCatalogue } from './catalogue.ts'
import {
  lawsInSeveralVersions,
  lawsReplaced,
  legalIndexOf,
  numbersOfSeveralTitles,
  replacementOf,
  restingOn,
} from './legal-index.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const item = (name: string, source: string, line: number) => ({
  entry: { name, source },
  basis: notice.lines(line),
})
const licences = defineCatalogue({
  id: 'licences',
  title: '许可清单',
  basis: notice.lines(1, 30),
  fields: fields({ name: text('事项'), source: text('依据') }),
  parts: { key: 'name', name: 'name', source: 'source' },
  versions: [
    {
      from: '2026-01-01',
      until: null,
      basis: notice.lines(2, 9),
      items: [
        item('取水许可', '《中华人民共和国水法》（2016年修正）第四十八条 《取水条例》', 3),
        item('采砂许可', '《水法》（2002年）第三十九条', 4),
        item('打井许可', '《打井办法》（清政办发〔2020〕3号）', 5),
        item('填井许可', '《打井管理办法》（清政办发〔2020〕3号）', 6),
        item('观赏许可', '观赏许可', 7),
        item('清淤许可', '《河道管理条例》（国务院令第3号）', 8),
        item('采石许可', '《河道管理条例》（国务院令3号）', 9),
      ],
    },
  ],
})
const [version] = licences.versions
if (version === undefined) throw new Error('no version')
const index = legalIndexOf([{ county: 'qingyuan', programme: 'wells', catalogue: licences, version }])
const names = (items: ReturnType<typeof restingOn>) => items.map((resting) => resting.item.entry['name'])

describe('the index of laws', () => {
  it('tells what rests on a law, by any of its names, and on one of its articles', () => {
    expect(names(restingOn(index, '水法'))).toEqual(['取水许可', '采砂许可'])
    expect(names(restingOn(index, '《中华人民共和国水法》', '第四十八条'))).toEqual(['取水许可'])
    expect(restingOn(index, '森林法')).toEqual([])
  })

  it('tells laws that are cited in several versions, and numbers behind several titles', () => {
    expect(lawsInSeveralVersions(index).map(({ name, versions }) => [name, versions])).toEqual([
      ['水法', ['2016年修正', '2002年']],
    ])
    expect(numbersOfSeveralTitles(index)).toEqual([
      { docNumber: '清政办发〔2020〕3号', titles: ['打井办法', '打井管理办法'] },
    ])
  })

  it('takes an order with its number written two ways for one version', () => {
    expect(index.get('河道管理条例')?.versions).toEqual(['国务院令第3号'])
  })

  it('tells laws whose place another took, from that day on', () => {
    const replaced = [
      { title: '水法', by: '流域法', from: '2026-03-01', basis: law('流域法', '第九十条') },
      { title: '森林法', by: '林地法', from: '2026-03-01', basis: law('林地法', '第八十条') },
    ]
    expect(replacementOf(replaced, '中华人民共和国水法', '2026-02-28')).toBeUndefined()
    const found = lawsReplaced(index, replaced, '2026-03-01')
    expect(found.map(({ law: { items }, replacement }) => [items.length, replacement.by])).toEqual([
      [2, '流域法'],
    ])
  })
})
