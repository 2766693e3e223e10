import { describe, expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { gap } from '../definition/gap.ts'
import { waterDrawn, wellsMetered } from '../fixtures/well-supervision.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { figuresOf } from './figures.ts'
import { valuesOwed } from './values-owed.ts'

const of2026 = (given: Parameters<typeof valuesOwed>[3], today: string, days: number | null) =>
  valuesOwed([wellsMetered, waterDrawn], '2026-01-01', '2026-06-30', given, today, days)

describe('figures that are owed', () => {
  it('are those of the periods that end between the two days', () => {
    expect(of2026([], '2026-07-01', null).map(({ period }) => period.id)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-Q1',
      '2026-Q2',
    ])
  })

  it('count as given in time by the first one, whatever was put right later', () => {
    const given = [
      { indicator: 'water-drawn', period: '2026-Q1', value: '900', on: '2026-04-20' },
      { indicator: 'water-drawn', period: '2026-Q1', value: '901', on: '2026-04-10' },
    ]
    const quarter = of2026(given, '2026-07-01', 10).find(({ period }) => period.id === '2026-Q1')
    expect([quarter?.due, quarter?.standing]).toEqual(['2026-04-10', 'given'])
  })
})

describe('the figures’ register', () => {
  const { register, rules } = figuresOf({
    basis: gap('没有写明', wellsMetered.basis),
    version: 1,
    validFrom: '2026-01-01',
    validTo: null,
    indicators: [wellsMetered, waterDrawn],
    reports: [may('clerk', 'unit')],
    checks: [may('head', 'county')],
    reads: [],
  })
  const outcome = (indicator: string, period: string) =>
    rules[0]?.judge({ indicator, period }, '2026-05-01').outcome

  it('offers the indicators by name, with the whole that they are part of and their unit', () => {
    const field = register.fields.def.shape['indicator']
    expect(field === undefined ? {} : findFieldMeta(field)?.choices).toEqual({
      'wells-metered': '机井计量率（%）',
      'water-drawn': '用水总量：地下水开采量（万立方米）',
    })
  })

  it('takes a figure only for a period of the indicator’s own kind', () => {
    expect(outcome('wells-metered', '2026-04')).toBe('yes')
    expect(outcome('wells-metered', '2026-Q1')).toBe('no')
    expect(outcome('water-drawn', '2026-Q1')).toBe('yes')
    expect(outcome('water-drawn', '下月')).toBe('no')
  })
})
