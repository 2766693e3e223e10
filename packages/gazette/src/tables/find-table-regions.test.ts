import { describe, expect, it } from 'vitest'
import { findTableRegions } from './find-table-regions.ts'

function regionsOf(text: string): string[] {
  const lines = text.split('\n').map((raw, index) => ({ number: index + 1, raw }))
  return findTableRegions(lines).map(({ lines: [first, last], format }) => `${first}-${last} ${format}`)
}

describe('findTableRegions', () => {
  it('reaches over a page break, its number and a repeated head, not over a title or a note', () => {
    const text = [
      ...[
        '资金分配表',
        '序号\t乡镇\t金额',
        '1\t东山镇\t9.6',
        '',
        '- 12 -',
        '',
        '序号\t乡镇\t金额',
        '2\t西河乡\t15',
      ],
      ...['注：金额单位为万元。', '', '附表2', '序号\t村\t户数', '1\t南村\t3', '2\t北村\t4', '', '正文。'],
    ].join('\n')
    expect(regionsOf(text)).toEqual(['2-8 tabs', '12-14 tabs'])
  })

  it('parts two tables that stand one below the other with heads of their own', () => {
    const text = '序号\t乡镇\t金额\n1\t东山镇\t9.6\n2\t西河乡\t15\n\n序号\t村\n1\t南村\n2\t北村'
    expect(regionsOf(text)).toEqual(['1-3 tabs', '5-7 tabs'])
  })

  it('names columns of a roster and of prose that stand side by side, which are no table', () => {
    const text = [
      ...['副组长：\t马某\t县政府办副主任', '成员：\t左某\t县农业农村局局长', '', '正文一段。', ''],
      ...[
        '叶某\t县财政局\t指挥部下设办公室，办公',
        '局长\t\t室设在县林业局，主任由',
        '杜某\t县气象局局长\t刘某兼任。',
      ],
    ].join('\n')
    expect(regionsOf(text)).toEqual(['1-2 columns', '6-8 columns'])
  })

  it('finds every format', () => {
    const text = [
      ...['| 序号 | 名称 |', '|---|---|', '| 1 | 甲 |', '| 2 | 乙 |', '', '正文。'],
      ...['<table>', '<tr><td>类别</td><td>时限</td></tr>', '<tr><td>咨询</td><td>1日</td></tr>', '</table>'],
      ...[
        '物资名称    数量',
        '灭火机      6',
        '水枪        20',
        '',
        '序号',
        '名称',
        '1',
        '甲',
        '2',
        '乙',
        '正文。',
      ],
    ].join('\n')
    expect(regionsOf(text)).toEqual(['1-4 pipes', '7-10 html', '11-13 spaces', '15-20 lines'])
  })

  it('ends an HTML table that is never closed at its last cell', () => {
    expect(regionsOf('<table><tr><td>甲\n<td>乙\n</tr>\n正文第一段。\n正文第二段。')).toEqual(['1-3 html'])
  })

  it('finds nothing in prose, however it is spaced', () => {
    expect(
      regionsOf(
        '清源县人民政府  文件\n各乡（镇）人民政府，  县直各单位：\n第一章  总  则\n联系人：张某    电话：0000000\n一、  目标\t',
      ),
    ).toEqual([])
  })
})
