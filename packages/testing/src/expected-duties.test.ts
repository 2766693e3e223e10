import { describe, expect, it } from 'vitest'
import { countedFacts } from './counted-facts.ts'
import { type ExpectedDuty, expectedDuties, isDutyRight } from './expected-duties.ts'

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

describe('isDutyRight', () => {
  const expected: ExpectedDuty = {
    lines: [7, 9],
    units: [
      { printed: '县水利局', as: '牵头', isOptional: false },
      { printed: '各乡〈镇〉', as: '配合', isOptional: false },
      { printed: '有关部门', as: '配合', isOptional: true },
    ],
    deadline: null,
  }
  const unit = (printed: string, as: string) => ({ name: printed, printed, as })
  it('takes other brackets and an open end of the list', () => {
    const named = [unit('县水利局', '牵头'), unit('各乡（镇）', '配合')]
    const open = [unit('县水利局', '牵头'), unit('各乡〈镇〉等有关部门', '配合')]
    expect(isDutyRight(expected, { lines: [9, 9], units: named, deadline: null })).toBe(true)
    expect(isDutyRight(expected, { lines: [9, 9], units: open, deadline: null })).toBe(true)
  })

  it('refuses another role, a missing unit, one too many, another date and other lines', () => {
    const right = {
      lines: [9, 9],
      units: [unit('县水利局', '牵头'), unit('各乡〈镇〉', '配合')],
      deadline: null,
    } as const
    expect(
      isDutyRight(expected, { ...right, units: [unit('县水利局', '负责'), unit('各乡〈镇〉', '配合')] }),
    ).toBe(false)
    expect(isDutyRight(expected, { ...right, units: [unit('县水利局', '牵头')] })).toBe(false)
    expect(isDutyRight(expected, { ...right, units: [...right.units, unit('县公安局', '配合')] })).toBe(false)
    expect(isDutyRight(expected, { ...right, deadline: '2024-12-31' })).toBe(false)
    expect(isDutyRight(expected, { ...right, lines: [10, 10] })).toBe(false)
  })
})
