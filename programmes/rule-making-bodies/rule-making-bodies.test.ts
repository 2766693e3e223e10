import { describe, expect, it } from 'vitest'
import { bodiesOn, bothFiled, changes, changesList } from './registers.ts'

describe('the list of bodies', () => {
  it('[wutai-2023-zbf23.7] keeps its history: who could issue on a day, every change with its day and reason', () => {
    const published = ['县水利局', '县能源局']
    const since = [
      { body: '县能源局', kind: 'removed', from: '2024-01-10', reason: '机构改革' },
      { body: '县数据局', kind: 'added', from: '2024-03-01', reason: '机构设立' },
    ] as const
    expect(bodiesOn(published, since, '2024-01-09')).toEqual(['县水利局', '县能源局'])
    expect(bodiesOn(published, since, '2024-01-10')).toEqual(['县水利局'])
    expect(bodiesOn(published, [...since].reverse(), '2024-03-01')).toEqual(['县水利局', '县数据局'])
    const given = {
      number: '变-1',
      body: '县能源局',
      kind: 'removed',
      from: '2024-01-10',
      reason: '机构改革',
    }
    expect(changes.fields.safeParse(given).success).toBe(true)
    for (const left of ['from', 'reason'] as const) {
      expect(changes.fields.safeParse({ ...given, [left]: undefined }).success).toBe(false)
    }
    const again = changesList.judge(
      { ...given, earlierChanges: [{ kind: 'removed', from: '2024-01-01' }] },
      '2024-01-05',
    )
    expect(again.outcome).toBe('no')
  })
})

it('[wutai-2023-zbf23.6] a body of vertical administration owes two filings, and the one not done is named', () => {
  const judge = (facts: Readonly<Record<string, unknown>>) => bothFiled.judge(facts, '2023-08-03')
  expect(judge({ isVertical: true }).reasons[0]?.found).toBe('还没有向上一级主管部门、县政府备案')
  expect(judge({ isVertical: true, countyFiledOn: '2023-08-02' }).reasons[0]?.found).toBe(
    '还没有向上一级主管部门备案',
  )
  expect(judge({ isVertical: true, superiorFiledOn: '2023-08-02' }).reasons[0]?.found).toBe(
    '还没有向县政府备案',
  )
  expect(
    judge({ isVertical: true, superiorFiledOn: '2023-08-02', countyFiledOn: '2023-08-02' }).outcome,
  ).toBe('yes')
  expect(judge({ isVertical: false, countyFiledOn: '2023-08-02' }).outcome).toBe('yes')
})
