import { describe, expect, it } from 'vitest'
import { cellsOf, readAll, readOne } from './read-text.test-support.ts'

describe('heads', () => {
  it('may have years as labels, and a blank corner', () => {
    const read = readOne('指标\t2023\t2024\n粮食产量\t12\t13\n蔬菜产量\t5\t6')
    expect(read.table.columns).toEqual(['指标', '2023', '2024'])
    const corner = readOne('\t2023年\t2024年\n粮食产量\t12\t13\n蔬菜产量\t5\t6')
    expect(corner.table.columns).toEqual(['', '2023年', '2024年'])
  })

  it('may have labels that span the first columns too', () => {
    const read = readOne(
      '单位：万元\n收入\t\t支出\n项目\t预算数\t项目\t预算数\n财政拨款\t1,234.50\t公共服务\t800.00\n其他收入\t0.00\t社会保障\t434.50\n本年收入合计\t1,234.50\t本年支出合计\t1,234.50',
    )
    expect(read.table.columns).toEqual(['收入 / 项目', '收入 / 预算数', '支出 / 项目', '支出 / 预算数'])
    expect(read.table.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
  })

  it('stand below a title and a unit that the table itself holds', () => {
    const read = readOne(
      '表3 资金分配表\t\t\n单位：万元\t\t\n序号\t乡镇\t金额\n1\t东山镇\t9.6\n2\t西河乡\t15',
    )
    expect(read.table.title).toBe('表3 资金分配表')
    expect(read.table.columns).toEqual(['序号', '乡镇', '金额'])
    expect(read.headLines).toEqual([1, 2, 3])
    expect(read.table.rows).toHaveLength(2)
  })

  it('repeat under a running title of the page', () => {
    const read = readOne(
      '序号\t乡镇\t金额\n1\t东山镇\t9.6\n\n清源县人民政府公报\n\n序号\t乡镇\t金额\n2\t西河乡\t15\n3\t南岭乡\t8',
    )
    expect(read.table.rows.map(({ line }) => line)).toEqual([2, 7, 8])
  })

  it('part two tables with the same head and titles of their own', () => {
    const head = '序号\t乡镇\t金额'
    const tables = readAll(
      `附表1\n东片\n${head}\n1\t东山镇\t9\n2\t东河乡\t8\n\n附表2\n西片\n\n${head}\n1\t西河乡\t15\n2\t西岭乡\t6`,
    )
    expect(tables.map(({ table }) => [table.title, table.rows.length])).toEqual([
      ['东片', 2],
      ['西片', 2],
    ])
  })

  it('are told where figures follow in the same places, though single spaces part the cells', () => {
    const read = readOne(
      '资金分配表\n乡镇 任务数 金额\n东山镇 48 9.6\n西河乡 75 15\n合计 123 24.6\n\n特此通知。',
    )
    expect(cellsOf(read)).toEqual([
      ['东山镇', '48', '9.6'],
      ['西河乡', '75', '15'],
      ['合计', '123', '24.6'],
    ])
    expect(read.table.rows.at(-1)?.kind).toBe('total')
  })

  it('are told above numbered rows whose cells hold spaces or are lost, and these are said', () => {
    const read = readOne(
      [
        ...[
          '项目计划表',
          '序号 项目名称 建设地点 建设内容 投资 责任单位',
          '1 养殖场 东山镇南村 新建羊舍10间 59.6 东山镇人民政府',
        ],
        ...[
          '2 道路 西河乡北村 硬化 2 公里 41 西河乡人民政府',
          '3 水利 南岭乡 水池一座 35',
          '合计 135.6',
          '',
          '后文。',
        ],
      ].join('\n'),
    )
    expect(cellsOf(read).slice(1)).toEqual([
      ['2', '道路', '西河乡北村', '硬化2公里', '41', '西河乡人民政府'],
      ['3', '水利', '南岭乡', '水池一座', '35', ''],
      ['', '合计', '', '', '135.6', ''],
    ])
    expect(read.problems.map(({ kind, lines }) => [kind, lines[0]])).toEqual([
      ['shifted-cells', 4],
      ['lost-cells', 5],
    ])
  })

  it('place a cell that stands alone under the label above it', () => {
    const read = readOne(
      [
        '项目名称          金额      备注',
        '南河护岸          10        新建',
        '北河清淤                    续建',
        '东桥维修          5         新建',
      ].join('\n'),
    )
    expect(cellsOf(read)[1]).toEqual(['北河清淤', '', '续建'])
  })
})
