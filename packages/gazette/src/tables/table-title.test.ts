import { describe, expect, it } from 'vitest'
import { findTableRegions } from './find-table-regions.ts'
import { readTables } from './read-tables.ts'
import { readOne } from './read-text.test-support.ts'

describe('titles and clauses', () => {
  it('come from above: the title past the unit, the clause that begins last', () => {
    const text = '一、总体要求\n二、资金安排\n## 资金分配表\n单位：万元\n乡镇\t金额\n东山镇\t9\n西河乡\t8'
    const lines = text.split('\n').map((raw, index) => ({ number: index + 1, raw }))
    const clauses = [
      { id: '1', lines: [1, 1] as [number, number] },
      { id: '2', lines: [2, 7] as [number, number] },
      { id: '3', lines: [9, 9] as [number, number] },
    ]
    const [read] = readTables({ lines, regions: findTableRegions(lines), clauses })
    expect([read?.table.title, read?.table.clause]).toEqual(['资金分配表', '2'])
  })

  it('are none where prose or a date stands above', () => {
    expect(readOne('分配如下：\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBeNull()
    expect(readOne('3.2 响应分级\n级别\t时限\nⅠ级\t10分钟\nⅡ级\t20分钟').table.title).toBeNull()
    expect(readOne('三、资金分配表\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBe('资金分配表')
    expect(readOne('2024年5月6日\n\n乡镇\t金额\n东山镇\t9\n西河乡\t8').table.title).toBeNull()
  })
})
