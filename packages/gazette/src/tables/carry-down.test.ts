import { describe, expect, it } from 'vitest'
import { cellsOf, readAll, readOne } from './read-text.test-support.ts'

describe('merged cells', () => {
  it('fill words downwards, but no figures and no remarks', () => {
    const read = readOne(
      [
        '类别\t指标\t责任单位\t目标值\t备注',
        '农业\t粮食产量（万吨）\t县农业农村局\t12\t约束性',
        '\t蔬菜产量（万吨）\t\t\t',
        '工业\t新增企业（户）\t县工业和信息化局\t8\t',
        '\t技改投资（亿元）\t\t3.5\t',
      ].join('\n'),
    )
    expect(cellsOf(read)).toEqual([
      ['农业', '粮食产量（万吨）', '县农业农村局', '12', '约束性'],
      ['农业', '蔬菜产量（万吨）', '县农业农村局', '', ''],
      ['工业', '新增企业（户）', '县工业和信息化局', '8', ''],
      ['工业', '技改投资（亿元）', '县工业和信息化局', '3.5', ''],
    ])
    expect(read.sources.map(({ carried }) => carried)).toEqual([[], [0, 2], [], [0, 2]])
  })

  it('are no blanks beside marks, and no blanks to the right of a full column', () => {
    const read = readOne(
      '序号\t项目\t县级\t乡级\t时间\n1\t信息公开\t√\t√\t长期\n2\t政务服务\t√\t\t长期\n3\t财政预决算\t√\t√\t每年',
    )
    expect(cellsOf(read)[1]).toEqual(['2', '政务服务', '√', '', '长期'])
  })

  it('of HTML fill exactly the rows and columns that they span', () => {
    const read = readOne(
      [
        '<table border="1">',
        '<tr><td rowspan="2">乡镇</td><td colspan="2">脱贫户</td><td rowspan="2">金额</td></tr>',
        '<tr><td>户数</td><td>人数</td></tr>',
        '<tr><td rowspan=2>东山镇</td><td>3</td><td>9</td><td></td></tr>',
        '<tr><td>4</td><td>12</td><td>7</td></tr>',
        '<tr><td>合计</td><td>7</td><td>21</td><td>7</td></tr></table>',
      ].join('\n'),
    )
    expect(read.table.columns).toEqual(['乡镇', '脱贫户 / 户数', '脱贫户 / 人数', '金额'])
    expect(cellsOf(read)).toEqual([
      ['东山镇', '3', '9', ''],
      ['东山镇', '4', '12', '7'],
      ['合计', '7', '21', '7'],
    ])
    expect(read.sources.map(({ carried }) => carried)).toEqual([[], [0], []])
    expect(read.table.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
  })

  it('of HTML go on over pages that open the table again, with and without its head', () => {
    const head = '<tr><td>序号</td><td>名称</td><td>金额</td></tr>'
    const read = readOne(
      [
        ...[`<table>${head}<tr><td>1</td><td>甲村</td><td>3</td></tr></table>`, '', '- 7 -', ''],
        ...[`<table>${head}`, '<tr><td>2</td><td>乙村</td><td>4</td></tr>', '</table>', ''],
        ...['<table>', '<tr>', '<td>3</td>', '<td>丙村</td><td>5</td></tr></table>', '', '正文。'],
      ].join('\n'),
    )
    expect(read.region.lines).toEqual([1, 12])
    expect(read.table.columns).toEqual(['序号', '名称', '金额'])
    expect(cellsOf(read).map(([number, name]) => `${number}${name}`)).toEqual(['1甲村', '2乙村', '3丙村'])
    expect(
      readAll(`<table>${head}<tr><td>1</td></tr></table>\n\n<table><tr><td>甲</td></tr></table>`),
    ).toHaveLength(2)
  })

  it('are read when the whole HTML table stands on one line', () => {
    const text =
      '<table><tr><th>序号</th><th>名称</th></tr><tr><td>1</td><td>老戏台</td></tr><tr><td>2</td><td>古井</td></tr></table>'
    const read = readOne(text)
    expect(cellsOf(read)).toEqual([
      ['1', '老戏台'],
      ['2', '古井'],
    ])
    const [first] = read.sources
    expect(text.slice(first?.range.from.column, first?.range.to.column)).toBe(
      '<tr><td>1</td><td>老戏台</td></tr>',
    )
  })
})
