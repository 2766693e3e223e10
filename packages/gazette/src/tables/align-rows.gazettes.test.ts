import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { sumOf } from './decimal-of.ts'
import { countBy, GazetteTables, kindsOf, numbersTo, rowAt } from './gazette-tables.test-support.ts'

const printed = new GazetteTables(requireRealGazettes())

describe('[wutai-2021-zbf46.1] the 37 rows under 31 indicators', () => {
  const indicators = printed.at('wutai-2021-03b', 751)

  it('puts every row under its heads, however it is shifted', () => {
    expect(indicators.table.columns).toEqual([
      ...['考核类别', '序号', '指标内容', '责任单位', '2021年目标值', '监测周期'],
    ])
    expect(indicators.table.rows).toHaveLength(37)
    expect(new Set(indicators.table.rows.map(({ cells }) => cells[1]))).toEqual(new Set(numbersTo(31)))
    expect(countBy(indicators, 5)).toEqual({ 月度: 17, 季度: 7, 年度: 13 })
    expect(countBy(indicators, 0)).toMatchObject({ 综合质效: 13, 乡村振兴: 7 })
  })

  it('fills merged units, and no merged figure', () => {
    expect(countBy(indicators, 3)).toEqual({
      县工业和信息化局: 6,
      县发展和改革委员会: 3,
      县招商服务中心: 2,
      县教育科技局: 1,
      县能源局: 2,
      市生态环境局五台分局: 4,
      县财政局: 6,
      县农业农村局: 8,
      县人力资源和社会保障局: 2,
      县应急管理局: 3,
    })
    expect([764, 766, 767, 768].map((line) => rowAt(indicators, line)[4])).toEqual(['', '', '', ''])
    expect(indicators.sources[1]?.carried).toEqual([0, 3])
  })

  it('names a group of indicators in each of its parts', () => {
    expect(rowAt(indicators, 779)[2]).toBe('政府性债务管理 / 未完成政府隐性债务化债任务个数(个)')
    expect(rowAt(indicators, 786)).toEqual([
      ...['乡村振兴', '29', '农产品精深加工十大产业集群产值 / 产值增速(%)', '县农业农村局', '30', '月度'],
    ])
    expect(rowAt(indicators, 788)[4]).toBe('2000')
  })

  it('says which rows were shifted', () => {
    expect(indicators.problems.map(({ kind, lines, rows }) => [kind, ...lines, rows])).toEqual([
      ['shifted-cells', 777, 788, 12],
    ])
  })
})

describe('[wuzhai-2022-zf12.1] the tables of the fire plan', () => {
  it.each([
    [855, 853, ['2021年', '市政消火栓数(个)', '0', '0']],
    [868, 853, ['“十四五”合计', '市政消火栓数(个)', '50', '50']],
    [869, 853, ['“十四五”合计', '消防水鹤数(个)', '7', '7']],
    [835, 833, ['2021年', '消防文员', '', '0', '0']],
    [889, 881, ['', '总计', '6', '0', '3', '2', '1']],
    [922, 895, ['24', '', '合计', '', '', '', '', '0', '455', '428', '260']],
    [954, 895, ['31', '', '合计', '', '', '', '', '0', '133', '106', '313']],
    [1095, 960, ['128', '', '合计', '', '', '', '', '0', '51', '45', '18']],
    [1104, 1101, ['2', '机动消防泵（浮艇泵）', '2台', '2台', '2台', '3台', '0', '0', '1', '0']],
    [1118, 1101, ['合计', '', '', '', '', '', '0', '58', '50', '43']],
  ])('reads line %i', (line, table, cells) => {
    expect(rowAt(printed.at('wuzhai-2022-02', table), line)).toEqual(cells)
  })

  it('puts back a shifted row and 24 rows that lost a cell, and says so', () => {
    const rescue = printed.at('wuzhai-2022-02', 960)
    expect(kindsOf(rescue)).toEqual({ row: 127, total: 1 })
    expect(rescue.problems.map(({ kind, lines, rows }) => [kind, ...lines, rows])).toEqual([
      ['shifted-cells', 1043, 1043, 1],
      ['lost-cells', 1072, 1095, 24],
    ])
    expect(rowAt(rescue, 1043)).toEqual([
      '78',
      '堵漏器材',
      '无火花工具',
      '2套',
      '-',
      '1套',
      '-',
      '0',
      '1',
      '0',
      '1',
    ])
    expect(rowAt(rescue, 1094)).toEqual([
      '127',
      '其他器材',
      '转角水枪',
      '-',
      '-',
      '2支',
      '-',
      '0',
      '0',
      '1',
      '1',
    ])
    expect(sumOf(rescue.table.rows.slice(0, -1).map(({ cells }) => cells[8] ?? '0'))).toBe('51')
  })

  it('names columns under three levels of heads', () => {
    expect(printed.at('wuzhai-2022-02', 895).table.columns.slice(3, 8)).toEqual([
      '配备标准 / 特勤站 / 配备',
      '配备标准 / 特勤站 / 备份',
      '配备标准 / 普通站 / 配备',
      '配备标准 / 普通站 / 备份',
      '2022年',
    ])
  })

  it('says which running number is skipped', () => {
    const [skipped] = printed.at('wuzhai-2022-02', 648).problems
    expect(skipped).toMatchObject({ kind: 'skipped-number', lines: [653, 653], printed: ['6'], read: ['5'] })
  })
})

describe('forms', () => {
  it('[wuzhai-2022-zbf30.7] keep the columns of their grouped heads', () => {
    const first = printed.at('wuzhai-2022-02', 2132).table
    const second = printed.at('wuzhai-2022-02', 2155).table
    expect([first.columns.length, first.rows.length]).toEqual([11, 10])
    expect([second.columns.length, second.rows.length]).toEqual([13, 10])
    expect(first.columns.slice(3, 8)).toEqual([
      '作业项目、面积(亩)',
      '作业项目、面积(亩) / 面积',
      '作业项目、面积(亩)',
      '作业项目、面积(亩) / 面积',
      '作业项目、面积(亩) / ...',
    ])
  })

  it('have ten blank rows and a total', () => {
    expect(kindsOf(printed.at('wuzhai-2022-02', 1983))).toEqual({ row: 10, total: 1 })
    expect(printed.at('wuzhai-2022-02', 1937).table.columns).toHaveLength(8)
    expect(kindsOf(printed.at('wuzhai-2022-02', 2008))).toEqual({ row: 10, total: 1 })
    expect(printed.at('wuzhai-2022-02', 2008).table.columns[2]).toBe('作业地点（细化到县乡村）')
  })

  it('without a head keep every printed cell', () => {
    const form = printed.at('wutai-2023-02', 1029)
    expect(form.isForm).toBe(true)
    expect(form.table.columns).toHaveLength(9)
    expect(form.table.rows).toHaveLength(13)
    expect(rowAt(form, 1034)).toEqual(['生产规模', '', '', '', '', '拟奖补金额', '', '', ''])
  })
})
