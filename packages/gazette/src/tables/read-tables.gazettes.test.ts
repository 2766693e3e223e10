import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { countBy, GazetteTables, kindsOf, numbersTo, rowAt } from './gazette-tables.test-support.ts'
import { checkSums } from './table-sums.ts'

const printed = new GazetteTables(requireRealGazettes())

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
    const tables = printed.readings.get(gazette)?.tables ?? []
    expect(tables.map(({ table }) => table.lines.join('-'))).toEqual(spans)
  })

  it('are not the columns of rosters and prose that a page left side by side', () => {
    const columns = ['wutai-2022-04b', 'wutai-2023-02'].flatMap((gazette) =>
      (printed.readings.get(gazette)?.regions ?? []).filter(({ format }) => format === 'columns'),
    )
    expect(columns.map(({ lines }) => lines)).toEqual([
      [1309, 1331],
      [338, 340],
    ])
  })

  it('give every row exactly one cell a column', () => {
    for (const { tables } of printed.readings.values()) {
      for (const { table, sources } of tables) {
        expect(new Set(table.rows.map(({ cells }) => cells.length))).toEqual(new Set([table.columns.length]))
        expect(sources).toHaveLength(table.rows.length)
      }
    }
  })

  it('print no sum that their own figures contradict', () => {
    const checks = [...printed.readings.values()].flatMap(({ tables }) =>
      tables.flatMap(({ table }) => checkSums(table)),
    )
    expect(checks).toHaveLength(175)
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([])
  })
})

describe('[wuzhai-2022-zbf39.1] the register of 247 licences', () => {
  const register = printed.at('wuzhai-2022-02', 2755)

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

  it('counts by department', () => {
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
  const powers = printed.at('wutai-2023-02', 1204)

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
  const catalogue = printed.at('wuzhai-2022-02', 414)

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
  const plan = printed.at('wutai-2023-02', 475)

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
    const list = printed.at('wutai-2023-02', 1102)
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

describe('[wutai-2023-zbf22.4] the courtyard allocation', () => {
  it('has 15 townships and a total that agrees', () => {
    const allocation = printed.at('wutai-2023-02', 1051)
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
    const relics = printed.at('wutai-2021-04', 686)
    expect(relics.table.rows.map(({ cells }) => cells[0])).toEqual(numbersTo(9))
    expect(rowAt(relics, 688)[1]).toBe('山角民居')
    expect([690, 692, 695].map((line) => rowAt(relics, line)[2]?.at(-1))).toEqual(['村', '村', '村'])
  })
})
