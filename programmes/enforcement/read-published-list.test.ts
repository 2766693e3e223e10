import { type SourceFile, unitNamed, unitTree } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { readPublishedList } from './read-published-list.ts'

const units = unitTree([
  unitNamed('water', '县水利局', null, ['县水务局']),
  unitNamed('forest', '县林业局', null),
])
const asked = { document: '清政发〔2026〕3号', holders: ['east'], isTownship: true, from: '2026-03-01' }

const table = (...lines: readonly (readonly string[])[]): SourceFile => ({
  kind: 'table',
  lines: lines.map((cells, place) => ({ line: place + 1, cells })),
})

const read = (file: SourceFile) =>
  readPublishedList.read(file, { asked, known: {}, parameters: {}, units, today: '2026-03-02' })

const head = ['序号', '职权名称', '职权类型', '职权依据', '主管部门']

describe('a published list', () => {
  it('gives an entry for each line, under its own number, with who had the power before', () => {
    const dumping = ['15', '对弃置砂石的处罚', '行政处罚', '《河道管理条例》第二十四条', '县水务局、县林业局']
    const relief = [
      '16',
      '对申请医疗救助的审核转报（最低生活保障家庭成员除外）',
      '其他行政权力',
      '《办法》第三条',
      '',
    ]
    const { records, problems, measures } = read(table(head, dumping, relief))
    expect(problems).toEqual([])
    expect(records).toEqual([
      {
        line: 2,
        input: {
          code: '清政发〔2026〕3号#15',
          list: '清政发〔2026〕3号第15项',
          kind: 'penalty',
          name: '对弃置砂石的处罚',
          source: '《河道管理条例》第二十四条',
          holders: ['east'],
          isTownship: true,
          formerHolders: ['water', 'forest'],
          isSimpleOnly: false,
          excludesPoor: false,
          isReportedUp: false,
          from: '2026-03-01',
        },
      },
      {
        line: 3,
        input: expect.objectContaining({
          code: '清政发〔2026〕3号#16',
          kind: 'other',
          formerHolders: [],
          excludesPoor: true,
          isReportedUp: true,
        }),
      },
    ])
    expect(measures[0]).toEqual({ title: '可列入目录', text: '2项' })
  })

  it('is refused line by line: number, type, name, basis, a department that nobody is', () => {
    const { records, problems } = read(table(head, ['', '', '罚款', '', '县盐务局']))
    expect(records).toEqual([])
    expect(problems.map(({ column, message }) => [column, message])).toEqual([
      ['序号', '第2行“序号”没有填写，应填清单中的序号。'],
      [
        '职权类型',
        '第2行“职权类型”填的是“罚款”，应填行政许可、行政强制、行政征收、行政给付、行政检查、行政确认、行政裁决、其他行政权力、行政处罚。',
      ],
      ['职权名称', '第2行“职权名称”没有填写，应填职权的全称。'],
      ['职权依据', '第2行“职权依据”没有填写，应填法律、法规、规章的名称和条款。'],
      ['主管部门', '第2行“主管部门”填的是“县盐务局”，应填“机构和人员”中的机构名称。'],
    ])
  })

  it('must have its headings', () => {
    expect(read(table(['序号', '名称'])).problems.map(({ message }) => message)).toEqual([
      '第1行缺少职权类型、职权名称、职权依据，表头应有序号、职权类型、职权名称、职权依据。',
    ])
  })
})
