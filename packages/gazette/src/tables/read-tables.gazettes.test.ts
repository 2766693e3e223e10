import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { sumOf } from './decimal-of.ts'
import { findTableRegions } from './find-table-regions.ts'
import type { ReadTable } from './read-table.ts'
import { readTables } from './read-tables.ts'
import { checkSums } from './table-sums.ts'

const readings = new Map(
  requireRealGazettes().map(({ name, text }) => {
    const lines = text.split(/\r?\n/).map((raw, index) => ({ number: index + 1, raw }))
    const regions = findTableRegions(lines)
    return [name, { regions, tables: readTables({ lines, regions, clauses: [] }) }]
  }),
)

function tableAt(gazette: string, line: number): ReadTable {
  const found = readings.get(gazette)?.tables.find(({ table }) => table.lines[0] === line)
  if (found === undefined) throw new Error(`No table begins at line ${line} of ${gazette}`)
  return found
}

function rowAt({ table }: ReadTable, line: number): string[] {
  return table.rows.find((row) => row.line === line)?.cells ?? []
}

function countBy({ table }: ReadTable, column: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { cells } of table.rows) counts[cells[column] ?? ''] = (counts[cells[column] ?? ''] ?? 0) + 1
  return counts
}

function kindsOf({ table }: ReadTable): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of table.rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1))

describe('tables of the five gazettes', () => {
  it.each([
    ['wutai-2021-03b', ['751-788']],
    ['wutai-2021-04', ['686-695']],
    ['wutai-2022-04b', []],
    ['wutai-2023-02', ['104-116', '475-575', '1029-1041', '1051-1068', '1102-1188', '1204-1391']],
    [
      'wuzhai-2022-02',
      [
        ...[
          '136-148',
          '414-479',
          '557-565',
          '579-588',
          '648-658',
          '794-795',
          '803-805',
          '825-827',
          '833-845',
        ],
        ...['853-869', '881-889', '895-954', '960-1095', '1101-1118', '1166-1171', '1623-1627', '1937-1947'],
        ...['1959-1969', '1983-1994', '2008-2020', '2132-2143', '2155-2166', '2180-2191', '2205-2217'],
        '2755-3061',
      ],
    ],
  ])('stand in these lines of %s', (gazette, spans) => {
    const tables = readings.get(gazette)?.tables ?? []
    expect(tables.map(({ table }) => table.lines.join('-'))).toEqual(spans)
  })

  it('are not the columns of rosters and prose that a page left side by side', () => {
    const columns = ['wutai-2022-04b', 'wutai-2023-02'].flatMap((gazette) =>
      (readings.get(gazette)?.regions ?? []).filter(({ format }) => format === 'columns'),
    )
    expect(columns.map(({ lines }) => lines)).toEqual([
      [1309, 1331],
      [338, 340],
    ])
  })

  it('give every row exactly one cell a column', () => {
    for (const { tables } of readings.values()) {
      for (const { table, sources } of tables) {
        expect(new Set(table.rows.map(({ cells }) => cells.length))).toEqual(new Set([table.columns.length]))
        expect(sources).toHaveLength(table.rows.length)
      }
    }
  })

  it('print no sum that their own figures contradict', () => {
    const checks = [...readings.values()].flatMap(({ tables }) =>
      tables.flatMap(({ table }) => checkSums(table)),
    )
    expect(checks).toHaveLength(175)
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([])
  })
})

describe('[wuzhai-2022-zbf39.1] the register of 247 licences', () => {
  const register = tableAt('wuzhai-2022-02', 2755)

  it('has 247 rows numbered without a gap, 28 heads dropped', () => {
    expect(register.table.title).toBe('五寨县行政许可事项清单（2022年版）')
    expect(register.table.rows.map(({ cells }) => cells[0])).toEqual(numbersTo(247))
    expect(register.headLines).toHaveLength(28)
    expect(register.problems).toEqual([])
    expect(register.table.columns).toEqual([
      '序号',
      '行政许可事项主项名称',
      '行使层级',
      '省级业务指导部门',
      '实施部门',
      '设定和实施依据',
    ])
  })

  it('keeps two levels in a cell apart, and joins a name that a line broke', () => {
    expect(countBy(register, 2)).toEqual({ 县级: 243, '县级 乡级': 2, 乡级: 2 })
    expect(rowAt(register, 2985)[4]).toBe('县教科局 乡(镇)人民政府')
    expect(rowAt(register, 3005)[3]).toBe('中国人民银行太原中心支行')
  })

  it('[wuzhai-2022-zbf39.2] [wuzhai-2022-zbf39.3] counts by department', () => {
    const units = register.table.rows.map(({ cells }) => cells[4] ?? '')
    expect(units.filter((unit) => unit === '县行政审批局')).toHaveLength(144)
    expect(units.filter((unit) => unit === '县公安局')).toHaveLength(33)
    expect(
      register.table.rows
        .filter(({ cells }) => /乡[（(]镇[）)]/.test(cells[4] ?? ''))
        .map(({ line }) => line),
    ).toEqual([2985, 2998, 3000, 3043])
    expect(countBy(register, 3)).toMatchObject({ 省住建厅: 26, 省公安厅: 33, 省农业农村厅: 28 })
  })
})

describe('[wutai-2023-zbf25.1] the list of 152 township powers', () => {
  const powers = tableAt('wutai-2023-02', 1204)

  it('has 152 rows of 9 types, 19 heads dropped', () => {
    expect(powers.table.columns).toEqual(['序号', '职权类型', '职权名称', '职权依据'])
    expect(powers.table.rows.map(({ cells }) => cells[0])).toEqual(numbersTo(152))
    expect(powers.headLines).toHaveLength(19)
    expect(countBy(powers, 1)).toEqual({
      行政许可: 5,
      行政强制: 6,
      行政征收: 1,
      行政给付: 3,
      行政检查: 9,
      行政确认: 2,
      行政裁决: 2,
      其他行政权力: 69,
      行政处罚: 55,
    })
  })
})

describe('[wuzhai-2022-zf10.1] the catalogue of 55 delegated penalties', () => {
  const catalogue = tableAt('wuzhai-2022-02', 414)

  it('has 55 rows of one type and 13 authorities', () => {
    expect(catalogue.table.rows.map(({ cells }) => cells[0])).toEqual(numbersTo(55))
    expect(countBy(catalogue, 2)).toEqual({ 行政处罚: 55 })
    expect(countBy(catalogue, 4)).toEqual({
      县自然资源局: 1,
      '县自然资源局 县农业农村局': 1,
      市生态环境局五寨分局: 8,
      县住建局: 8,
      县交通运输局: 4,
      县水利局: 1,
      县农业农村局: 6,
      '县农业农村局 县林业局': 2,
      县文旅局: 4,
      县卫健体局: 1,
      县应急局: 5,
      县林业局: 10,
      县消防救援大队: 4,
    })
  })
})

describe('[wutai-2023-zf24.1] [wutai-2023-zf24.2] the fund plan of 73 projects', () => {
  const plan = tableAt('wutai-2023-02', 475)

  it('names its 14 columns by the heads that fit the rows, and says which do not', () => {
    expect(plan.table.columns).toEqual([
      ...['序号', '乡镇', '村', '项目名称', '项目性质', '项目实施主体', '主要建设规模内容及补助标准'],
      ...['合计', '中央衔接', '省级衔接', '市级衔接', '整合中央', '整合省级'].map(
        (name) => `资金来源 / ${name}`,
      ),
      '绩效目标',
    ])
    expect(plan.problems.map(({ kind, lines }) => [kind, lines[0]])).toEqual([
      ['shifted-head', 475],
      ['shifted-head', 520],
      ['shifted-head', 534],
      ['shifted-head', 562],
    ])
  })

  it('has 73 rows under four subtotals and one total', () => {
    expect(kindsOf(plan)).toEqual({ total: 1, subtotal: 4, row: 73 })
    expect(countBy(plan, 4)).toMatchObject({ 新建: 58, 维修: 7, 扩建: 6, 翻修: 1, 改建: 1 })
    expect(rowAt(plan, 477).slice(7, 13)).toEqual(['4639.97', '736', '674.36', '845.61', '1615', '769'])
    expect(rowAt(plan, 567)).toEqual([
      ...['三、易地搬迁后续扶持类', '', '', '', '', '', '', '66', '0', '0', '35', '23', '8', ''],
    ])
    expect(rowAt(plan, 481)[6]).toContain('500m²体验中心')
  })

  it('adds up in every row and column', () => {
    const checks = checkSums(plan.table)
    expect(checks.filter(({ direction }) => direction === 'row')).toHaveLength(78)
    expect(checks.filter(({ direction }) => direction === 'column')).toHaveLength(30)
    expect(checks.every(({ agrees }) => agrees)).toBe(true)
  })
})

describe('[wutai-2023-zbf23.1] the list of 66 rule-making bodies', () => {
  it('has 7 groups of 1, 15, 27, 3, 13, 1 and 6', () => {
    const list = tableAt('wutai-2023-02', 1102)
    const groups: number[] = []
    for (const { kind } of list.table.rows) {
      if (kind === 'section') groups.push(0)
      else groups.push((groups.pop() ?? 0) + 1)
    }
    expect(list.table.title).toBe('县级行政规范性文件制定主体清单')
    expect(groups).toEqual([1, 15, 27, 3, 13, 1, 6])
    expect(rowAt(list, 1152)).toEqual(['三', '对外加挂行政机关牌子的党的机关'])
    expect(rowAt(list, 1104)).toEqual(['', '五台县人民政府'])
  })
})

describe('[wutai-2021-zbf46.1] the 37 rows under 31 indicators', () => {
  const indicators = tableAt('wutai-2021-03b', 751)

  it('puts every row under its heads, however it is shifted', () => {
    expect(indicators.table.columns).toEqual([
      ...['考核类别', '序号', '指标内容', '责任单位', '2021年目标值', '监测周期'],
    ])
    expect(indicators.table.rows).toHaveLength(37)
    expect(new Set(indicators.table.rows.map(({ cells }) => cells[1]))).toEqual(new Set(numbersTo(31)))
    expect(countBy(indicators, 5)).toEqual({ 月度: 17, 季度: 7, 年度: 13 })
    expect(countBy(indicators, 0)).toMatchObject({ 综合质效: 13, 乡村振兴: 7 })
  })

  it('[wutai-2021-zbf46.4] fills merged units, and no merged figure', () => {
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

describe('[wutai-2023-zbf22.4] the courtyard allocation', () => {
  it('has 15 townships and a total that agrees', () => {
    const allocation = tableAt('wutai-2023-02', 1051)
    expect(kindsOf(allocation)).toEqual({ row: 15, total: 1 })
    expect(allocation.table.columns).toEqual([
      ...[
        '乡镇',
        '脱贫户 / 户数',
        '脱贫户 / 人数',
        '监测户 / 户数',
        '监测户 / 人数',
        '任务数',
        '金额',
        '备注',
      ],
    ])
    expect(rowAt(allocation, 1068)).toEqual(['合计', '24490', '56266', '1685', '3524', '1055', '211', ''])
    expect(checkSums(allocation.table).map(({ agrees }) => agrees)).toEqual(Array(6).fill(true))
  })
})

describe('[wutai-2021-zbf62.1] the 9 relics', () => {
  it('are read without the specks of recognition', () => {
    const relics = tableAt('wutai-2021-04', 686)
    expect(relics.table.rows.map(({ cells }) => cells[0])).toEqual(numbersTo(9))
    expect(rowAt(relics, 688)[1]).toBe('山角民居')
    expect([690, 692, 695].map((line) => rowAt(relics, line)[2]?.at(-1))).toEqual(['村', '村', '村'])
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
    expect(rowAt(tableAt('wuzhai-2022-02', table), line)).toEqual(cells)
  })

  it('puts back a shifted row and 24 rows that lost a cell, and says so', () => {
    const rescue = tableAt('wuzhai-2022-02', 960)
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
    expect(tableAt('wuzhai-2022-02', 895).table.columns.slice(3, 8)).toEqual([
      '配备标准 / 特勤站 / 配备',
      '配备标准 / 特勤站 / 备份',
      '配备标准 / 普通站 / 配备',
      '配备标准 / 普通站 / 备份',
      '2022年',
    ])
  })

  it('says which running number is skipped', () => {
    const [skipped] = tableAt('wuzhai-2022-02', 648).problems
    expect(skipped).toMatchObject({ kind: 'skipped-number', lines: [653, 653], printed: ['6'], read: ['5'] })
  })
})

describe('forms', () => {
  it('[wuzhai-2022-zbf30.7] keep the columns of their grouped heads', () => {
    const first = tableAt('wuzhai-2022-02', 2132).table
    const second = tableAt('wuzhai-2022-02', 2155).table
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

  it('[wuzhai-2022-zbf29.7] have ten blank rows and a total', () => {
    expect(kindsOf(tableAt('wuzhai-2022-02', 1983))).toEqual({ row: 10, total: 1 })
    expect(tableAt('wuzhai-2022-02', 1937).table.columns).toHaveLength(8)
    expect(kindsOf(tableAt('wuzhai-2022-02', 2008))).toEqual({ row: 10, total: 1 })
    expect(tableAt('wuzhai-2022-02', 2008).table.columns[2]).toBe('作业地点（细化到县乡村）')
  })

  it('without a head keep every printed cell', () => {
    const form = tableAt('wutai-2023-02', 1029)
    expect(form.isForm).toBe(true)
    expect(form.table.columns).toHaveLength(9)
    expect(form.table.rows).toHaveLength(13)
    expect(rowAt(form, 1034)).toEqual(['生产规模', '', '', '', '', '拟奖补金额', '', '', ''])
  })
})
