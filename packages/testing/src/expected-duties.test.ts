import { describe, expect, it } from 'vitest'
import { countedFacts } from './counted-facts.ts'
import { expectedDuties } from './expected-duties.ts'

describe('expectedDuties', () => {
  it.each(countedFacts)('lists the $markers markers of $gazette', ({ gazette, markers }) => {
    expect(expectedDuties().get(gazette)).toHaveLength(markers)
  })

  it('binds at least one unit by each marker, in one of the five ways', () => {
    const units = [...expectedDuties().values()].flat().map(({ units }) => units)
    expect(units.filter((list) => list.length === 0)).toEqual([])
    expect(new Set(units.flat().map(({ as }) => as))).toEqual(
      new Set(['责任', '牵头', '负责', '配合', '参与']),
    )
  })

  it('reads units, roles, open ends and the date of a marker', () => {
    const duty = expectedDuties()
      .get('wutai-2021-03b')
      ?.find(({ lines }) => lines[0] === 908)
    expect(duty).toEqual({
      lines: [908, 908],
      units: [
        { printed: '县行政审批服务管理局', as: '牵头', isOptional: false },
        { printed: '各乡镇人民政府', as: '负责', isOptional: false },
        { printed: '县直有关单位', as: '负责', isOptional: false },
      ],
      deadline: '2021-12-31',
    })
  })
})
