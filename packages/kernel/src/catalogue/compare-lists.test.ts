import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { count, fields, listOf, text } from '../schema/fields.ts'
import { type CatalogueVersion, defineCatalogue } from './catalogue.ts'
import { compareLists, type ListDifference, latestEdition } from './compare-lists.ts'
import { incompleteEntries } from './completeness.ts'
import { nearNames } from './near-names.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const list = defineCatalogue({
  id: 'wells',
  title: '机井事项清单',
  basis: notice.lines(47, 60),
  fields: fields({
    number: count('序号', '号'),
    name: text('事项'),
    superior: text('主管部门'),
    holders: listOf('机关', text('机关')),
  }),
  parts: { key: 'name', name: 'name', number: 'number', holder: 'holders' },
  versions: [],
})
const version: CatalogueVersion = {
  from: '2026-01-01',
  until: null,
  basis: notice.lines(47),
  items: [
    ['取水许可', '省水利厅', ['县水利局']],
    ['机井建设工程规划许可', '省水利厅', ['县水利局', '县住建局']],
    ['回填（废井）验收', '省住建厅', ['县住建局']],
  ].map(([name, superior, holders], place) => ({
    entry: { number: place + 1, name, superior, holders },
    basis: notice.lines(48 + place),
  })),
}
const equals = { item: 'name', department: 'superior', bodies: 'holders' }
const told = (differences: readonly ListDifference[]) =>
  differences.map((one) => [
    one.kind,
    'item' in one ? one.item.entry['number'] : null,
    'other' in one ? one.other['item'] : null,
    one.kind === 'differs' ? [one.field, one.ours, one.theirs] : null,
  ])

describe('two lists', () => {
  it('are the same whatever the width of brackets, the spaces and the order of several values', () => {
    const others = [
      { item: '取水许可', department: '省水利厅', bodies: '县水利局' },
      { item: '机井建设 工程规划许可', department: '省水利厅', bodies: ['县住建局', '县水利局'] },
      { item: '回填(废井)验收', department: '省住建厅', bodies: ['县住建局'] },
    ]
    expect(compareLists(list, version, others, { equals })).toEqual([])
  })

  it('differ in fields, names, and in what only one of them has', () => {
    const others = [
      { item: '取水许可', department: '省能源局', bodies: ['县水利局'] },
      { item: '机井建设工程许可', department: '省水利厅', bodies: ['县水利局'] },
      { item: '温泉开发许可', department: '省水利厅', bodies: ['县水利局'] },
    ]
    expect(told(compareLists(list, version, others, { equals }))).toEqual([
      ['differs', 1, '取水许可', ['superior', '省水利厅', '省能源局']],
      ['renamed', 2, '机井建设工程许可', null],
      ['differs', 2, '机井建设工程许可', ['holders', '县水利局、县住建局', '县水利局']],
      ['extra', 3, null, null],
      ['missing', null, '温泉开发许可', null],
    ])
  })

  it('are compared in the last edition of the other', () => {
    const editions = ['2021年版', '2022年版', '2021年版'].map((edition, place) => ({ edition, place }))
    expect(latestEdition(editions, { edition: 'edition' })).toEqual({
      name: '2022年版',
      entries: [{ edition: '2022年版', place: 1 }],
    })
    expect(latestEdition([], { edition: 'edition' })).toEqual({ name: '', entries: [] })
  })
})

it('an entry is complete when every record of it has every field', () => {
  const schema = fields({ item: text('事项'), terms: text('条件').optional(), fee: text('收费').optional() })
  const records = [
    { item: '取水许可', terms: '有方案', fee: '不收费' },
    { item: '取水许可', terms: '有方案', fee: ' ' },
    { item: '回填（废井）验收', terms: '有记录', fee: '不收费' },
  ]
  const found = incompleteEntries(list, version, records, { item: 'item', fields: ['terms', 'fee'] }, schema)
  expect(found.map(({ item, record, blank }) => [item.entry['number'], record === null, blank])).toEqual([
    [1, false, ['收费']],
    [2, true, ['条件', '收费']],
  ])
})

it('a name that is not there gets the nearest, the best first', () => {
  const near = nearNames(list, version, '打井工程规划')
  expect(near.map(({ entry }) => entry['name'])).toEqual(['机井建设工程规划许可'])
  expect(nearNames(list, version, '婚姻登记')).toEqual([])
})
