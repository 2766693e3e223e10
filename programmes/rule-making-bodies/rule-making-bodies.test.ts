import { type Catalogue, changeFrom, textOf, versionOn, withChanges } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { changes } from './changing.ts'
import { bothFiled } from './filing.ts'
import { ruleMakingBodies } from './index.ts'
import { notice } from './notice.ts'

const [list] = ruleMakingBodies.catalogues ?? []
if (list === undefined) throw new Error('no list')
const printed: Catalogue = {
  ...list,
  versions: [
    {
      name: '2023年',
      from: '2023-06-29',
      until: null,
      basis: notice.lines(1102, 1188),
      items: ['县水利局', '县能源局'].map((name, place) => ({
        entry: { name, group: '县政府工作部门' },
        basis: notice.lines(1137 + place),
      })),
    },
  ],
}

describe('the list of bodies', () => {
  it('[wutai-2023-zbf23.7] keeps its history: who could issue on a day, every change with its day and reason', () => {
    const removed = {
      number: '变-1',
      kind: 'removed',
      before: ['县能源局'],
      from: '2024-01-10',
      cause: '机构改革',
    }
    const added = {
      number: '变-2',
      kind: 'added',
      after: [{ name: '县数据局', group: '县政府工作部门' }],
      from: '2024-03-01',
      cause: '机构设立',
    }
    const decided = [added, removed].map((data) => {
      const change = changeFrom(data, { number: data.number, basis: notice.lines(1090) })
      if (change === null) throw new Error(data.number)
      return change
    })
    const { catalogue, issues } = withChanges(printed, decided)
    expect(issues).toEqual([])
    const on = (day: string) => versionOn(catalogue, day)?.items.map(({ entry }) => textOf(entry, 'name'))
    expect(on('2023-06-28')).toBeUndefined()
    expect(on('2024-01-09')).toEqual(['县水利局', '县能源局'])
    expect(on('2024-01-10')).toEqual(['县水利局'])
    expect(on('2024-03-01')).toEqual(['县水利局', '县数据局'])
    for (const given of [removed, added]) {
      expect(changes.fields.safeParse(given).success).toBe(true)
      for (const left of ['from', 'cause']) {
        expect(changes.fields.safeParse({ ...given, [left]: undefined }).success).toBe(false)
      }
    }
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
