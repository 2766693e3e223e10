import { paperTable, withValue } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { criticisedBelow, departmentAppraisal, planPaper, planRows, praisedFrom, yearPlan } from './plan.ts'
import { indicators, targetStandings } from './targets.ts'

describe('[wutai-2023-zbf19.1] the seven targets for 2025', () => {
  it('have their operators and units', () => {
    expect(targetStandings(new Map(), '2023-12-31').map(({ title, target }) => `${title}${target}`)).toEqual([
      '专业镇产业规模高于100亿元',
      '10亿级龙头企业不低于2户',
      '亿元级重点企业不低于3户',
      '省级“专精特新”企业不低于2户',
      '省、市企业技术中心不低于2户',
      '龙头企业研发投入强度不低于3%',
      '绿色工厂不低于1户',
    ])
    expect(indicators.every(({ targets }) => targets[0]?.period === '2025')).toBe(true)
  })

  it('are met or not by their current values', () => {
    const found = new Map([
      ['industry-scale', '100'],
      ['leading-firms', '2'],
      ['research-intensity', '2.9'],
    ])
    expect(targetStandings(found, '2023-12-31').map(({ found: value, says }) => [value, says])).toEqual([
      ['100', '未达到'],
      ['2', '达到'],
      [null, '不能判定'],
      [null, '不能判定'],
      [null, '不能判定'],
      ['2.9', '未达到'],
      [null, '不能判定'],
    ])
  })
})

describe('[wutai-2023-zbf19.5] the year’s plan', () => {
  const row = { year: '2024', goal: '扩大规模', task: '建设园区', measure: '分期建设' }
  const rows = [
    { ...row, number: '10', schedule: '2024-12-31' },
    { ...row, number: '2', schedule: '2024-10-31', responsible: '县工业和信息化局' },
    { ...row, number: '3' },
    { ...row, number: '1', year: '2025' },
  ]

  it('has goal, task, measure, schedule and who answers, row by row', () => {
    const plan = yearPlan(rows, '2024')
    expect(plan.rows.map(({ number }) => number)).toEqual(['2', '3', '10'])
    const table = paperTable(
      planPaper,
      planRows.fields,
      plan.rows as unknown as Record<string, unknown>[],
      null,
    )
    expect(table.headings).toEqual(['序号', '年度工作目标', '重点任务', '推进措施', '完成时间', '责任单位'])
    expect(table.rows[0]).toEqual(['2', '扩大规模', '建设园区', '分期建设', '2024-10-31', '县工业和信息化局'])
  })

  it('flags tasks without an owner or a date', () => {
    expect(yearPlan(rows, '2024').gaps.map(({ number, says }) => [number, says])).toEqual([
      ['3', '没有责任单位、完成时间'],
      ['10', '没有责任单位'],
    ])
  })
})

describe('[wutai-2023-zbf19.7] the appraisal of departments', () => {
  const given = [
    { department: '甲局', score: '95' },
    { department: '乙局', score: '60' },
    { department: '丙局', score: '59.9' },
  ]

  it('ranks them by their score', () => {
    expect(
      departmentAppraisal(given, '2023-12-31').ranking.map(({ place, item }) => [place, item.department]),
    ).toEqual([
      [1, '甲局'],
      [2, '乙局'],
      [3, '丙局'],
    ])
  })

  it('commends and criticises by the scores that the county sets, and not before', () => {
    expect(departmentAppraisal(given, '2023-12-31')).toMatchObject({ praised: null, blamed: null })
    const set = {
      'praised-from': withValue(praisedFrom, { from: '2023-06-20', value: '90', basis: null }),
      'criticised-below': withValue(criticisedBelow, { from: '2023-06-20', value: '60', basis: null }),
    }
    const { praised, blamed } = departmentAppraisal(given, '2023-12-31', set)
    expect([praised, blamed].map((list) => list?.map(({ department }) => department))).toEqual([
      ['甲局'],
      ['丙局'],
    ])
  })
})
