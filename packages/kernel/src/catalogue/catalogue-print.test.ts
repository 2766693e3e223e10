import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { checkCatalogue } from '../programme/check-catalogue.ts'
import { choice, count, fields, listOf, text } from '../schema/fields.ts'
import { defineCatalogue, textOf, versionOn } from './catalogue.ts'
import { type CataloguePrint, type PrintedTable, versionFrom, withVersions } from './catalogue-print.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const print: CataloguePrint = {
  name: '2026年版',
  basis: notice.lines(20, 26),
  from: '2026-03-01',
  columns: { 序号: 'number', 事项名称: 'name', 类型: 'kind', 实施机关: 'holders' },
  group: 'field',
  count: 2,
}
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
  }),
  parts: { key: 'name', name: 'name', number: 'number', holder: 'holders' },
  prints: [print],
  versions: [],
})
const table: PrintedTable = {
  columns: ['序号', '事项 名称', '类型', '实施机关'],
  rows: [
    { kind: 'section', cells: ['一', '取水', '', ''], line: 21 },
    { kind: 'row', cells: ['1', '取水 许可(审批)', '行政许可', '县水利局 乡(镇)人民政府'], line: 22 },
    { kind: 'section', cells: ['二', '河道', '', ''], line: 23 },
    { kind: 'row', cells: ['2', '对非法采砂的处罚', '行政处罚', '县水利局'], line: 24 },
    { kind: 'total', cells: ['合计', '2', '', ''], line: 25 },
  ],
}

describe('a version read from its print', () => {
  it('has each entry with its line, its group, and the parts between spaces where a field is a list', () => {
    const read = versionFrom(powers, print, table)
    if (read.kind === 'refused') throw new Error(read.issues[0]?.message)
    expect(read.version.items[0]).toEqual({
      entry: {
        number: 1,
        name: '取水许可（审批）',
        kind: 'licence',
        holders: ['县水利局', '乡（镇）人民政府'],
        field: '取水',
      },
      basis: notice.lines(22),
    })
    expect(textOf(read.version.items[1]?.entry ?? {}, 'field')).toBe('河道')
  })

  it('takes its group from a line of sums too, by the label of a choice, and a key from what several columns say', () => {
    const kept = defineCatalogue({
      id: 'plan',
      title: '资金计划',
      basis: notice.lines(1, 30),
      fields: fields({
        key: text('编号'),
        group: choice('类别', { roads: '道路', wells: '水井' }),
        number: text('序号'),
      }),
      parts: { key: 'key', name: 'key' },
      versions: [],
    })
    const keyed = { field: 'key', by: ['group', 'number'] }
    const { basis, from } = print
    const read = versionFrom(
      kept,
      { name: '计划', basis, from, columns: { 序号: 'number' }, group: 'group', keyed, count: 2 },
      {
        columns: ['序号', '金额'],
        rows: [
          { kind: 'total', cells: ['合计', '3'], line: 20 },
          { kind: 'subtotal', cells: ['道 路', '1'], line: 21 },
          { kind: 'row', cells: ['1', '1'], line: 22 },
          { kind: 'subtotal', cells: ['水井', '2'], line: 23 },
          { kind: 'row', cells: ['1', '2'], line: 24 },
        ],
      },
    )
    if (read.kind === 'refused') throw new Error(read.issues[0]?.message)
    expect(read.version.items.map(({ entry }) => entry)).toEqual([
      { key: 'roads 1', group: 'roads', number: '1' },
      { key: 'wells 1', group: 'wells', number: '1' },
    ])
  })

  it('is refused where the count is another than was counted in the print', () => {
    expect(versionFrom(powers, { ...print, count: 3 }, table)).toMatchObject({
      kind: 'refused',
      issues: [{ message: '清单“水务事项清单”2026年版应有3项，读到2项，不予采用，请核对原表。' }],
    })
  })

  it('is refused where a column is absent, or a row does not fit, with its line', () => {
    const without = { ...table, columns: ['序号', '事项名称', '类型', '主管部门'] }
    expect(versionFrom(powers, print, without)).toMatchObject({
      issues: [{ message: '清单“水务事项清单”2026年版的表格里没有这些列：实施机关。' }],
    })
    const broken = {
      ...table,
      rows: [...table.rows, { kind: 'row', cells: ['3', '', '奖励', '县水利局'], line: 26 }],
    }
    const refused = versionFrom(powers, { ...print, count: 3 }, broken)
    const messages = refused.kind === 'refused' ? refused.issues.map(({ message }) => message) : []
    expect(messages).toEqual([
      '第26行：“事项名称”未填写，应填文字。',
      '第26行：“类型”填的是“奖励”，应填行政许可、行政处罚。',
    ])
  })

  it('holds until the next begins', () => {
    const read = versionFrom(powers, print, table)
    if (read.kind === 'refused') throw new Error(read.issues[0]?.message)
    const later = { ...read.version, from: '2027-01-01' }
    const both = withVersions(powers, [later, read.version])
    expect(versionOn(both, '2026-12-31')?.until).toBe('2027-01-01')
    expect(versionOn(both, '2027-01-01')?.until).toBe(null)
  })
})

it('a print with a column that leads to no field is told', () => {
  const odd = { ...powers, prints: [{ ...print, columns: { 序号: 'numero' } }] }
  expect(checkCatalogue(odd).map(({ code, path }) => [code, path])).toEqual([
    ['reference-dangling', ['prints', 0, 'columns']],
  ])
})
