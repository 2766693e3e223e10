import { describe, expect, it } from 'vitest'
import { readOne } from './read-text.test-support.ts'

describe('kinds of rows', () => {
  it('tell sections, subtotals that close a part, and the total', () => {
    const read = readOne(
      [
        '序号\t项目\t单位\t金额',
        '一、水利类\t\t\t',
        '1\t南河护岸\t县水利局\t10',
        '2\t北河清淤\t县水利局\t20',
        '小计\t\t\t30',
        '二、交通类\t\t\t',
        '1\t东桥维修\t县交通运输局\t5',
        '2\t西路硬化\t县交通运输局\t6',
        '小计\t\t\t11',
        '合计\t\t\t41',
      ].join('\n'),
    )
    expect(read.table.rows.map(({ kind }) => kind)).toEqual([
      ...(['section', 'row', 'row', 'subtotal', 'section', 'row', 'row', 'subtotal', 'total'] as const),
    ])
    expect(read.problems).toEqual([])
  })
})
