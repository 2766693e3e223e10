import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { choice, fields, measure, personalText, phone } from '../schema/fields.ts'
import { definePaper } from './paper.ts'
import { paperTable } from './paper-table.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const schema = fields({
  owner: personalText('户主', 'name'),
  contact: phone('电话'),
  area: measure('面积', '亩'),
  crop: choice('作物', { maize: '玉米', millet: '谷子' }),
})
const paper = definePaper({
  id: 'sowing',
  title: '播种登记表',
  basis: notice.lines(40),
  register: 'fields',
  head: ['县', '乡'],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '户主', field: 'owner' },
    { heading: '联系方式', field: 'contact' },
    { heading: '作物', field: 'crop' },
    { heading: '面积(亩)', field: 'area', isSummed: true },
    { heading: '签字', field: null },
  ],
  hasTotal: true,
  foot: [],
  copies: [],
})
const records = [
  { owner: '田大有', contact: '13800005678', area: '0.1', crop: 'maize' },
  { owner: '水生', contact: '13900001234', area: '0.2', crop: 'millet' },
]

describe('a paper’s table', () => {
  it('has exactly its columns, numbers its rows and sums exactly', () => {
    expect(paperTable(paper, schema, records, null)).toEqual({
      headings: ['序号', '户主', '联系方式', '作物', '面积(亩)', '签字'],
      rows: [
        ['1', '田大有', '13800005678', '玉米', '0.1', ''],
        ['2', '水生', '13900001234', '谷子', '0.2', ''],
      ],
      total: ['合计', '', '', '', '0.3', ''],
    })
  })

  it('masks for the public what is personal and not asked to be clear', () => {
    expect(paperTable(paper, schema, records, ['owner']).rows[0]).toEqual([
      '1',
      '田大有',
      '138****5678',
      '玉米',
      '0.1',
      '',
    ])
  })
})
