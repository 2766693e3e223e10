import { describe, expect, it } from 'vitest'
import { instrument, law } from '../cite.ts'
import { choice, count, fields, listOf, text } from '../schema/fields.ts'
import { defineCatalogue, type Item } from './catalogue.ts'
import { likelyRenamed } from './compare-lists.ts'
import { type Edition, editionTable, versionOfEdition } from './edition.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const powers = defineCatalogue({
  id: 'powers',
  title: '水务事项清单',
  basis: notice.lines(1, 30),
  fields: fields({
    number: count('序号', '号'),
    name: text('事项名称'),
    kind: choice('类型', { licence: '行政许可', penalty: '行政处罚' }),
    holders: listOf('实施机关', text('实施机关')),
    field: text('领域'),
    places: listOf('范围', choice('范围', { town: '县城、城关镇', village: '乡村' })).optional(),
  }),
  parts: { key: 'name', name: 'name', number: 'number', holder: 'holders' },
  prints: [
    {
      name: '2026年版',
      basis: notice.lines(20, 26),
      from: '2026-03-01',
      columns: { 序号: 'number', 项目: 'name', 类型: 'kind', 实施机关: 'holders' },
      group: 'field',
      count: 2,
    },
  ],
  versions: [],
})

const edition: Edition = {
  name: '2027年版',
  from: '2027-01-01',
  document: '清政办发〔2027〕1号',
  article: '附件1',
  headings: ['序号', '项 目', '类型', '实施机关', '领域', '备注'],
  rows: [
    { cells: ['1', '取水许可', '行政许可', '县水利局、乡（镇）人民政府', '取水', '新增'] },
    { cells: ['2', '对非法采砂的处罚', '行政处罚', '县水利局', '河道', ''] },
  ],
}
const messages = (given: Partial<Edition>) => {
  const read = versionOfEdition(powers, { ...edition, ...given }, 'qingyuan')
  return read.kind === 'read' ? [] : read.issues.map(({ message }) => message)
}

describe('a whole new version of a list', () => {
  it('is read by the headings of its prints and its fields; what it does not know it leaves out', () => {
    const read = versionOfEdition(powers, edition, 'qingyuan')
    if (read.kind === 'refused') throw new Error(read.issues[0]?.message)
    expect(read.version).toMatchObject({ name: '2027年版', from: '2027-01-01', until: null })
    expect(read.version.items[0]).toEqual({
      entry: {
        number: 1,
        name: '取水许可',
        kind: 'licence',
        holders: ['县水利局', '乡（镇）人民政府'],
        field: '取水',
      },
      basis: law('清政办发〔2027〕1号', '附件1'),
    })
  })

  it('takes choices by their labels, also several in one cell', () => {
    const [first] = edition.rows
    const rows = [{ cells: [...(first?.cells ?? []).slice(0, 5), '县城、城关镇、乡村'] }]
    const read = versionOfEdition(
      powers,
      { ...edition, headings: [...edition.headings.slice(0, 5), '范围'], rows },
      '',
    )
    expect(read).toMatchObject({ version: { items: [{ entry: { places: ['town', 'village'] } }] } })
  })

  it('cites the line of each entry where a gazette printed it, and says what an entry replaces', () => {
    const printed: Edition = {
      ...edition,
      firstLine: 100,
      lastLine: 120,
      rows: edition.rows.map((row, place) => ({ ...row, line: 110 + place })),
      replaces: [{ item: '取水许可', before: ['取水审批', '用水审批'] }],
    }
    const read = versionOfEdition(powers, printed, 'qingyuan')
    if (read.kind === 'refused') throw new Error(read.issues[0]?.message)
    const [first, second] = read.version.items
    expect(first).toMatchObject({
      basis: instrument('qingyuan', '清政办发〔2027〕1号').lines(110),
      replaces: ['取水审批', '用水审批'],
    })
    expect(second).not.toHaveProperty('replaces')
  })

  it('is refused without the column of names, with a column twice, with an entry twice', () => {
    expect(messages({ headings: ['序号', '名目', '类型', '实施机关', '领域', '备注'] })).toEqual([
      '清单“水务事项清单”2027年版的表格里没有这些列：事项名称。',
    ])
    expect(messages({ headings: ['序号', '项目', '类型', '实施机关', '领域', '事项名称'] })).toEqual([
      '清单“水务事项清单”2027年版的表格里，“事项名称”一列出现了两次，或者另有一列是同一内容，只能留一列。',
    ])
    const [first] = edition.rows
    if (first === undefined) throw new Error('no row')
    expect(messages({ rows: [first, first] })).toEqual([
      '清单“水务事项清单”2027-01-01版有两项的编号都是“取水许可”，编号不能重复。',
    ])
  })

  it('is refused with the row of the sheet in which something is missing or not what it should be', () => {
    const rows = [{ cells: ['1', '取水许可', '许可', '县水利局', '取水'] }, { cells: ['2', '', '行政许可'] }]
    const found = messages({ rows })
    expect(found.some((message) => message.startsWith('第2行：'))).toBe(true)
    expect(found.some((message) => message.startsWith('第3行：'))).toBe(true)
  })
})

it('a printed table becomes that of an edition: headings of groups as a column, sums left out', () => {
  const table = {
    columns: ['序号', '项目'],
    rows: [
      { kind: 'section', cells: ['一', '取 水'], line: 21 },
      { kind: 'row', cells: ['1', '取水许可'], line: 22 },
      { kind: 'total', cells: ['合计', '1'], line: 23 },
    ],
  }
  expect(editionTable(powers, table, true)).toEqual({
    headings: ['序号', '项目', '领域'],
    rows: [{ line: 22, cells: ['1', '取水许可', '取水'] }],
  })
  expect(editionTable(powers, table, false).rows).toEqual([{ cells: ['1', '取水许可', '取水'] }])
})

it('what is gone and what is new are taken for the same where their names are nearly so', () => {
  const item = (name: string): Item => ({ entry: { name }, basis: notice.lines(1) })
  const [old, other] = [item('对非法采砂的处罚'), item('排污口设置审批')]
  const later = item('对非法采砂行为的处罚')
  expect([...likelyRenamed(powers, [other, old], [item('水土保持检查'), later])]).toEqual([[later, old]])
})
