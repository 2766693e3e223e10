import { evaluateIndicator, paperContent, withValue } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Assessment,
  circularPaper,
  circulars,
  quarterCircular,
  yearEndShare,
  yearRanking,
} from './assessment.ts'
import { indicators } from './targets.ts'

describe('[wutai-2021-zbf60.2] the target register', () => {
  const judged = (id: string, value: string) => {
    const indicator = indicators.find((one) => one.id === id)
    return indicator === undefined ? null : evaluateIndicator(indicator, '2021', value, '2021-12-31')
  }

  it('has 18 rows on 12 tasks, each with its operator and unit', () => {
    expect(indicators).toHaveLength(18)
    expect([...new Set(indicators.map(({ number }) => number))]).toEqual(
      '1 2 4 6 7 12 13 15 16 17 18 20'.split(' '),
    )
    expect(indicators.every(({ unit, targets }) => unit !== '' && targets.length === 1)).toBe(true)
  })

  it('is red for a cubic metre too many and green for the figure itself', () => {
    expect(judged('water-used', '3915.28')?.outcome).toBe('no')
    expect(judged('water-used', '3915.27')?.outcome).toBe('yes')
    expect(judged('water-used', '3915.28')?.reasons).toMatchObject([
      { wanted: '年用水总量不高于3915.27万立方米', found: '3915.28万立方米' },
    ])
  })

  it('holds shares to their printed 以上, and leaves what is said in words to people', () => {
    expect([judged('manure-used', '77.9')?.outcome, judged('manure-used', '78')?.outcome]).toEqual([
      'no',
      'yes',
    ])
    expect(judged('fertiliser-used', '-1')).toMatchObject({ outcome: 'unknown' })
  })
})

describe('[wutai-2021-zbf60.8] the assessment', () => {
  const given = (
    unit: string,
    period: string,
    score: string,
    more: Partial<Assessment> = {},
  ): Assessment => ({
    unit,
    period,
    score,
    body: 'township',
    part: period.includes('Q') ? 'daily' : 'year-end',
    ...more,
  })
  const all = [
    given('东镇', '2021-Q3', '90'),
    given('东镇', '2021-Q4', '80'),
    given('东镇', '2021', '95'),
    given('西乡', '2021-Q3', '92', { gaps: '两处垃圾未清' }),
    given('西乡', '2021-Q4', '92'),
    given('西乡', '2021', '85'),
    given('北乡', '2021-Q3', '70'),
    given('县水利局', '2021-Q3', '96', { body: 'department' }),
  ]
  const half = { 'year-end-share': withValue(yearEndShare, { from: '2021-09-14', value: '60', basis: null }) }

  it('is told each quarter in a circular, unit by unit', () => {
    const { ranking, text } = quarterCircular(all, '2021-Q3')
    expect(ranking.map(({ place, item }) => [place, item.unit])).toEqual([
      [1, '县水利局'],
      [2, '西乡'],
      [3, '东镇'],
      [4, '北乡'],
    ])
    const content = paperContent(circularPaper, {
      schema: circulars.fields,
      records: [{ period: '2021年第三季度', ranking: text }],
      facts: {
        unit: '县河长办',
        county: '五台县',
        case: 'c',
        number: null,
        date: '2021-10-10',
        reason: null,
      },
      places: {},
      clear: null,
    })
    expect(content).toMatchObject({ form: 'text', issuer: '五台县河长制办公室' })
    expect(content.form === 'text' && content.body.map((paragraph) => paragraph.text)).toContain(
      '第1名：县水利局，96分；第2名：西乡，92分，两处垃圾未清；第3名：东镇，90分；第4名：北乡，70分。',
    )
  })

  it('ranks townships at the year’s end by both parts, at the weight that the county sets', () => {
    const { ranked, unranked } = yearRanking(all, '2021', '2022-01-10', half)
    expect(ranked.map(({ place, item }) => [place, item.unit, item.daily, item.yearEnd, item.total])).toEqual(
      [
        [1, '东镇', '85.00', '95', '91.00'],
        [2, '西乡', '92.00', '85', '87.80'],
      ],
    )
    expect(unranked.map(({ unit }) => unit)).toEqual(['北乡'])
  })

  it('ranks nobody while no weight is set', () => {
    expect(yearRanking(all, '2021', '2022-01-10').ranked).toEqual([])
  })
})
