import { describe, expect, it } from 'vitest'
import { cellsOf, readAll, readOne } from './read-text.test-support.ts'

describe('a table among indented paragraphs', () => {
  it('begins at its head and ends with its last row', () => {
    const text =
      '\t一、资金安排，各乡镇按照下列标准执行，不得挪用。\n序号\t乡镇\t金额\n1\t东山镇\t9.6\n2\t西河乡\t15\n\t二、资金监管，县财政局会同有关部门开展监督检查。'
    const read = readOne(text)
    expect(read.region.lines).toEqual([2, 4])
    expect(cellsOf(read)).toEqual([
      ['1', '东山镇', '9.6'],
      ['2', '西河乡', '15'],
    ])
  })

  it('is another one where a title without a number parts them', () => {
    const tables = readAll('乡镇\t金额\n东山镇\t9\n东河乡\t8\n西片\n乡镇\t金额\n西河乡\t15\n西岭乡\t6')
    expect(tables.map(({ table }) => [table.title, ...table.lines])).toEqual([
      [null, 1, 3],
      ['西片', 5, 7],
    ])
  })
})

describe('what print leaves in tables', () => {
  it('may be a part named on a line without cells', () => {
    const read = readOne(
      '序号\t树种\t树龄\t备注\n一、一级古树\n1\t银杏\t1150\t\n2\t国槐\t820\t\n二、二级古树\n3\t杜梨\t460\t',
    )
    expect(read.table.rows.map(({ kind, cells }) => [kind, cells[0]])).toEqual([
      ['section', '一、一级古树'],
      ['row', '1'],
      ['row', '2'],
      ['section', '二、二级古树'],
      ['row', '3'],
    ])
  })

  it('may be a part named between two pages', () => {
    const read = readOne(
      '序号\t项目\t金额\n一、水利类\n1\t护岸\t10\n2\t清淤\t20\n\n- 5 -\n\n二、交通类\n1\t大桥\t30\n2\t道路\t40',
    )
    expect(read.table.rows.map(({ kind, line }) => [kind, line])).toEqual([
      ['section', 2],
      ['row', 3],
      ['row', 4],
      ['section', 8],
      ['row', 9],
      ['row', 10],
    ])
  })

  it('is another table where a heading parts two with heads of their own', () => {
    const head = '乡镇\t户数\t金额'
    const tables = readAll(
      `一、东片\n${head}\n甲乡\t3\t4\n乙乡\t5\t6\n\n二、西片\n${head}\n丙乡\t7\t8\n丁乡\t9\t1`,
    )
    expect(tables.map(({ table }) => table.lines)).toEqual([
      [2, 4],
      [7, 9],
    ])
  })

  it('may be an HTML head of plain cells', () => {
    const read = readOne(
      '<table>\n<tr><td>类别</td><td>签收</td><td>办结</td></tr>\n<tr><td>咨询</td><td rowspan="2">1小时</td><td>1日</td></tr>\n<tr><td>求助</td><td>3日</td></tr>\n</table>',
    )
    expect(read.table.columns).toEqual(['类别', '签收', '办结'])
    expect(cellsOf(read)).toEqual([
      ['咨询', '1小时', '1日'],
      ['求助', '1小时', '3日'],
    ])
  })

  it('may be specks behind a name, spaces inside words, and marks of type', () => {
    const read = readOne(
      '序 号\t名 称\t地 址\n1\t老戏台’:\t东山乡 南村 ¹\n2\t**古井**\t西河乡北村.\n3\t面积300m <sup>2</sup>\t河 边',
    )
    expect(read.table.columns).toEqual(['序号', '名称', '地址'])
    expect(cellsOf(read)).toEqual([
      ['1', '老戏台', '东山乡南村'],
      ['2', '古井', '西河乡北村'],
      ['3', '面积300m²', '河边'],
    ])
  })
})
