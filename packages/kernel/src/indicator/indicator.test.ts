import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { groundwaterLevel, waterDrawn, wellsMetered } from '../fixtures/well-supervision.ts'
import { checkIndicator } from '../programme/check-indicator.ts'
import { compareDecimals } from '../schema/decimal.ts'
import { evaluateIndicator } from './evaluate.ts'
import { defineIndicator, findPeriodValue, type Operator, targetText } from './indicator.ts'
import { type ScoringMethod, scoreCard, weightChange } from './score.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const all = [wellsMetered, waterDrawn, groundwaterLevel]
const proportional: ScoringMethod = { kind: 'proportional', places: 2 }

describe('an indicator', () => {
  it('holds a month against the target of its year, with the clause and what was found', () => {
    const verdict = evaluateIndicator(wellsMetered, '2026-08', '89.9', '2026-09-01')
    expect(verdict).toMatchObject({
      outcome: 'no',
      reasons: [{ wanted: '机井计量率不低于90%', found: '89.9%', basis: notice.lines(40) }],
      inputs: [{ label: '2026年8月机井计量率（%）', value: '89.9' }],
      used: [{ title: '机井计量率目标值', value: '不低于90%', from: '2026-01-01' }],
    })
    expect(evaluateIndicator(wellsMetered, '2026-08', '90.00', '2026-09-01').outcome).toBe('yes')
  })

  it('can say what it was before, as a figure', () => {
    expect(wellsMetered.baseline).toMatchObject({ title: '2025年', figure: '76.5' })
    const { kind: _kind, ...definition } = wellsMetered
    const baseline = { title: '2025年', figure: '约76', basis: notice.lines(40) }
    expect(checkIndicator(defineIndicator({ ...definition, baseline })).map(({ path }) => path)).toEqual([
      ['baseline'],
    ])
    expect(checkIndicator(wellsMetered)).toEqual([])
  })

  it('keeps to the operator that is printed, at its boundary', () => {
    const outcomeOf = (value: string) => evaluateIndicator(waterDrawn, '2026', value, '2026-12-31').outcome
    expect(outcomeOf('3915.27')).toBe('yes')
    expect(outcomeOf('3915.28')).toBe('no')
    expect(evaluateIndicator(wellsMetered, '2027', '95', '2027-12-31').outcome).toBe('no')
    expect(evaluateIndicator(wellsMetered, '2027', '95.01', '2027-12-31').outcome).toBe('yes')
  })

  it('is not judged without a target, without a figure, or by a target in words', () => {
    expect(evaluateIndicator(groundwaterLevel, '2026', '12', '2026-12-31')).toMatchObject({
      outcome: 'unknown',
      missing: ['“地下水位”的目标值（待市里另行下达）'],
    })
    expect(evaluateIndicator(wellsMetered, '2028', null, '2028-12-31').missing).toEqual([
      '“机井计量率”的目标值（2028-12-31尚无规定）',
      '2028年机井计量率（%）的数据',
    ])
    const inWords = defineIndicator({
      id: 'income',
      title: '收入',
      basis: notice.lines(40),
      unit: '%',
      every: 'year',
      units: [],
      direction: { better: 'more', basis: notice.lines(40) },
      targets: [
        { period: '2026', from: '2026-01-01', value: { words: '与生产总值同步' }, basis: notice.lines(40) },
      ],
    })
    expect(evaluateIndicator(inWords, '2026', '8', '2026-12-31').missing).toEqual([
      '“收入”的目标是“与生产总值同步”，不是数值，由人判断',
    ])
    expect(targetText(inWords, { words: '与生产总值同步' })).toBe('与生产总值同步')
  })

  it('takes of several values the shortest period’s, as it was last set by that day', () => {
    const value = (period: string, from: string, figure: string) => ({
      period,
      from,
      value: figure,
      basis: notice.lines(40),
    })
    const values = [
      value('2026', '2026-01-01', 'year'),
      value('2026-Q3', '2026-01-01', 'quarter'),
      value('2026', '2026-08-17', 'changed'),
    ]
    expect(findPeriodValue(values, '2026-09', '2026-09-01')?.value).toBe('quarter')
    expect(findPeriodValue(values, '2026-10', '2026-08-16')?.value).toBe('year')
    expect(findPeriodValue(values, '2026-10', '2026-08-17')?.value).toBe('changed')
    expect(findPeriodValue(values, '2025', '2026-09-01')).toBeUndefined()
    expect(findPeriodValue(values, '明年', '2026-09-01')).toBeUndefined()
  })

  it('is met or not exactly as its operator compares', () => {
    const operators = fc.constantFrom<Operator>('at-least', 'more-than', 'at-most', 'less-than', 'exactly')
    const figure = fc.integer({ min: -20, max: 20 }).map((tenths) => (tenths / 10).toFixed(1))
    fc.assert(
      fc.property(operators, figure, figure, (operator, target, found) => {
        const indicator = defineIndicator({
          ...without(wellsMetered),
          targets: [
            {
              period: '2026',
              from: '2026-01-01',
              value: { operator, figure: target },
              basis: notice.lines(40),
            },
          ],
        })
        const order = compareDecimals(found, target)
        const isMet =
          operator === 'exactly'
            ? order === 0
            : operator.startsWith('at')
              ? order === 0 || order > 0 === (operator === 'at-least')
              : order !== 0 && order > 0 === (operator === 'more-than')
        expect(evaluateIndicator(indicator, '2026', found, '2026-12-31').outcome).toBe(isMet ? 'yes' : 'no')
      }),
    )
  })
})

describe('a score card', () => {
  const measured = [
    { indicator: 'wells-metered', period: '2026', value: '45' },
    { indicator: 'water-drawn', period: '2026', value: '3915.27' },
    { indicator: 'water-drawn', period: '2026-Q3', value: '9999' },
  ]

  it('gives points by the weights of the day, and says what it leaves out', () => {
    const card = scoreCard(all, '2026', measured, '2026-12-31', proportional)
    expect(card.rows.map(({ score }) => score)).toEqual(['2', '6', null])
    expect(card).toMatchObject({ weight: '10', score: '8', unscored: '0' })
    const before = scoreCard(all, '2026', measured, '2026-08-16', proportional)
    expect(before.rows.map(({ score }) => score)).toEqual(['2.5', '5', null])
    const strict = scoreCard(all, '2026', measured, '2026-12-31', { kind: 'all-or-nothing', places: 0 })
    expect(strict.rows.map(({ score }) => score)).toEqual(['0', '6', null])
  })

  it('scores nothing while nobody has said how', () => {
    const card = scoreCard(all, '2026', measured, '2026-12-31', null)
    expect(card).toMatchObject({ weight: '10', score: '0', unscored: '10' })
  })

  it('never gives more than the weight or less than nothing', () => {
    const value = fc.integer({ min: -50, max: 300 }).map(String)
    fc.assert(
      fc.property(value, fc.constantFrom(wellsMetered, waterDrawn), (found, indicator) => {
        const reported = [{ indicator: indicator.id, period: '2026', value: found }]
        const { score, weight } = scoreCard([indicator], '2026', reported, '2026-12-31', proportional)
        expect(compareDecimals(score, '0')).toBeGreaterThanOrEqual(0)
        expect(compareDecimals(score, weight)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it.each([
    ['more-than', '8', '8', '9.99'],
    ['more-than', '8', '8.01', '10'],
    ['more-than', '8', '7.9999', '9.99'],
    ['at-least', '8', '8', '10'],
    ['at-least', '8', '7.9999', '9.99'],
    ['at-least', '8', '4', '5'],
    ['less-than', '8', '8', '9.99'],
    ['less-than', '8', '7.99', '10'],
    ['at-most', '8', '16', '5'],
    ['exactly', '8', '8', '10'],
    ['exactly', '8', '16', '5'],
    ['exactly', '8', '4', '5'],
  ] as const)(
    'gives all points only to what meets its target: %s %s, found %s, of 10 points %s',
    (operator, figure, value, points) => {
      const dated = { period: '2026', from: '2026-01-01', basis: notice.lines(40) }
      const indicator = defineIndicator({
        ...without(wellsMetered),
        targets: [{ ...dated, value: { operator, figure } }],
        weights: [{ ...dated, value: '10' }],
      })
      const method = { kind: 'proportional', places: 2 } as const
      const reported = [{ indicator: indicator.id, period: '2026', value }]
      expect(scoreCard([indicator], '2026', reported, '2026-12-31', method).score).toBe(points)
    },
  )

  it('shows weights before and after a change, and that their total is the same', () => {
    expect(weightChange(all, '2026', '2026-08-16', '2026-08-17')).toEqual({
      rows: [
        { indicator: 'wells-metered', title: '机井计量率', before: '5', after: '4', difference: '-1' },
        { indicator: 'water-drawn', title: '地下水开采量', before: '5', after: '6', difference: '1' },
      ],
      before: '10',
      after: '10',
      isTotalUnchanged: true,
    })
    expect(weightChange([wellsMetered], '2026', '2026-08-16', '2026-08-17').isTotalUnchanged).toBe(false)
    expect(weightChange(all, '2027', '2026-08-16', '2026-08-17').rows).toEqual([])
  })
})

function without({ kind: _kind, ...definition }: typeof wellsMetered) {
  return definition
}
