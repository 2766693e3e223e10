import { describe, expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

const table = (...rows: string[]) => ['任务分解见下表。', '', '清源县渠道整修任务表', '', ...rows].join('\n')

const sums = (total: string) =>
  table(
    '序号\t乡（镇）\t长度（公里）\t资金（万元）',
    '1\t东河乡\t3\t10.5',
    '2\t西河乡\t4\t12',
    `合计\t\t7\t${total}`,
  )

describe('sums of a table', () => {
  it('are told where the rows make another', () => {
    const [finding, ...others] = findingsIn(sums('23.5'))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind: 'sum-mismatch', severity: 'error' })
    expect(finding?.message).toMatch(/23\.5.*22\.5/)
  })

  it('are left alone where they agree', () => {
    expect(kindsIn(sums('22.5'))).toEqual([])
  })
})

const items = (second: string) =>
  table(
    '序号\t事项名称\t事项类型\t设定依据',
    '1\t取水许可审批\t行政许可\t《取水许可条例》第二条',
    `2\t${second}`,
    '3\t用水计划核定\t行政确认\t《取水许可条例》第九条',
  )

describe('rows of a table', () => {
  it('are told where two say the same', () => {
    expect(kindsIn(items('取水许可审批\t行政许可\t《取水许可条例》第二条'))).toEqual(['duplicate-row'])
  })

  it('are told where the basis is the name of the item', () => {
    expect(kindsIn(items('河道采砂许可\t行政许可\t河道采砂许可'))).toEqual(['duplicate-basis'])
  })

  it('are left alone where they differ in one cell', () => {
    expect(kindsIn(items('取水许可审批\t行政许可\t《取水许可条例》第三条'))).toEqual([])
  })

  it('are told where a running number is skipped', () => {
    const [finding] = findingsIn(
      items('河道采砂许可\t行政许可\t《河道条例》第五条').replace('\n3\t', '\n4\t'),
    )
    expect(finding?.kind).toBe('numbering-gap')
    expect(finding?.message).toContain('印作4，应为3')
  })
})

describe('the print of a table', () => {
  it('is told where a row has its cells in other columns', () => {
    const damaged = table(
      '类别\t序号\t指标名称\t责任单位\t目标值\t监测周期',
      '产业\t1\t增加值增速（%）\t县统计局\t7\t月度',
      '\t2\t新增企业（户）\t县财政局\t6\t年度',
      '\t3\t用电量增速（%）\t县统计局\t5\t月度',
      '生态\t4\t优良天数比例（%）\t县气象局\t88\t月度',
      '\t5\t\t新增造林（万亩）\t县林业局\t1.5\t年度',
      '民生\t6\t新增就业（人）\t县民政局\t1300\t月度',
    )
    expect(kindsIn(damaged)).toContain('table-damaged')
  })
})
