import { describe, expect, it } from 'vitest'
import { readOne } from './read-text.test-support.ts'

describe('a list', () => {
  it('is a table of its names, with its groups as sections', () => {
    const read = readOne(
      `${[
        '附件',
        '制定主体清单',
        '',
        '一、县政府',
        '清源县人民政府',
        '二、乡镇',
        '1. 东山镇人民政府',
        '2. 西河乡人民',
        '',
        '三、部门',
      ].join('\n')}\n管理机构\n1. 县财政局\n2. 县水利局\n\n清源县人民政府办公室`,
    )
    expect(read.table.title).toBe('制定主体清单')
    expect(read.table.rows.map(({ kind, cells }) => [kind, ...cells])).toEqual([
      ['section', '一', '县政府'],
      ['row', '', '清源县人民政府'],
      ['section', '二', '乡镇'],
      ['row', '1', '东山镇人民政府'],
      ['row', '2', '西河乡人民'],
      ['section', '三', '部门管理机构'],
      ['row', '1', '县财政局'],
      ['row', '2', '县水利局'],
    ])
  })
})
