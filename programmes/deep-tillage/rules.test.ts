import { objectionsOf, type Rule, SAMPLE_ALGORITHM, withValue } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidence } from './evidence.ts'
import { samplePercent } from './parameters.ts'
import {
  checkedDepthReached,
  checkedSpacingKept,
  depthReached,
  drawnBySeed,
  inProjectTownship,
  machineCertified,
  notClaimedTwice,
  notRepeated,
  passedOverBySeed,
  spacingKept,
  withinPlannedArea,
  withinPlannedMoney,
} from './rules.ts'

const today = '2022-09-20'
const workedOn = '2022-08-30'
const judge = (rule: Rule, facts: Record<string, unknown>) => rule.judge({ workedOn, ...facts }, today)
const foundBy = (rule: Rule, facts: Record<string, unknown>) =>
  objectionsOf(judge(rule, facts)).map(({ wanted, found }) => [wanted, found])

describe('the quality of the work', () => {
  it('is deep enough from 25 cm on', () => {
    expect(judge(depthReached, { depth: '25' }).outcome).toBe('yes')
    expect(judge(depthReached, { depth: '25.0' }).outcome).toBe('yes')
    expect(foundBy(depthReached, { depth: '24.9' })).toEqual([['深松深度不少于25厘米', '24.9厘米']])
  })

  it('has its shanks at most 2.5 times the depth apart: 62.5 cm at 25 cm', () => {
    expect(judge(spacingKept, { depth: '25', spacing: '62.5' }).outcome).toBe('yes')
    expect(judge(spacingKept, { depth: '26', spacing: '65' }).outcome).toBe('yes')
    expect(foundBy(spacingKept, { depth: '25', spacing: '62.51' })).toEqual([
      ['相邻两铲间距不超过深度的2.5倍，即62.5厘米', '62.51厘米'],
    ])
  })

  it('is judged by the same figures in a spot check', () => {
    expect(judge(checkedDepthReached, { checkedDepth: '24.9' }).outcome).toBe('no')
    const checked = { checkedDepth: '25', checkedSpacing: '62.6' }
    expect(judge(checkedSpacingKept, checked).outcome).toBe('no')
  })

  it('is not judged without a figure, nor for work before the project year', () => {
    expect(judge(depthReached, {}).missing).toEqual(['深松深度'])
    expect(judge(depthReached, { depth: '30', workedOn: '2021-12-31' }).outcome).toBe('unknown')
  })
})

describe('a plot', () => {
  const earlier = (day: string) => ({ earlierWorks: [{ number: '监-9', workedOn: day }] })

  it('is not worked again within three years, to the day', () => {
    expect(judge(notRepeated, { earlierWorks: [] }).outcome).toBe('yes')
    expect(judge(notRepeated, earlier('2019-08-29')).outcome).toBe('yes')
    expect(foundBy(notRepeated, earlier('2019-08-30'))).toEqual([
      ['同一地块3年内没有深松过', '2019-08-30深松过（监-9）'],
    ])
  })

  it('is not worked again before a record that was accepted first, either', () => {
    expect(judge(notRepeated, earlier('2022-09-01')).outcome).toBe('no')
  })

  it('lies in one of the five townships', () => {
    for (const township of ['前所乡', '三岔镇', '胡会乡', '杏岭子乡', '李家坪乡']) {
      expect(judge(inProjectTownship, { township }).outcome).toBe('yes')
    }
    expect(judge(inProjectTownship, { township: '白河镇' }).outcome).toBe('no')
  })

  it('is claimed once at a time', () => {
    expect(judge(notClaimedTwice, { pendingClaims: [] }).outcome).toBe('yes')
    expect(judge(notClaimedTwice, { pendingClaims: [{ number: '监-3' }] }).outcome).toBe('no')
  })
})

describe('the year’s plan', () => {
  const accepted = (acceptedArea: string, area: string) => ({ acceptedArea, area })

  it('takes exactly 30,000 mu and 900,000 yuan, and not a hundredth more', () => {
    for (const rule of [withinPlannedArea, withinPlannedMoney]) {
      expect(judge(rule, accepted('29987.5', '12.5')).outcome).toBe('yes')
      expect(judge(rule, accepted('29987.5', '12.51')).outcome).toBe('no')
    }
    expect(foundBy(withinPlannedArea, accepted('29987.5', '12.51'))).toEqual([
      ['累计作业面积不超过30000亩', '验收这一条后累计30000.01亩，超出0.01亩'],
    ])
    expect(foundBy(withinPlannedMoney, accepted('29987.5', '12.51'))).toEqual([
      ['累计补助金额不超过900000元', '验收这一条后累计900000.3元，超出0.3元'],
    ])
  })

  it('is never overrun by any sequence of records', () => {
    const hundredths = fc.array(fc.integer({ min: 1, max: 900_000 }), { maxLength: 40 })
    fc.assert(
      fc.property(hundredths, (areas) => {
        let accepted = 0
        for (const area of areas) {
          const facts = { acceptedArea: (accepted / 100).toFixed(2), area: (area / 100).toFixed(2) }
          const isYes = judge(withinPlannedArea, facts).outcome === 'yes'
          expect(isYes).toBe(accepted + area <= 3_000_000)
          if (isYes) accepted += area
        }
      }),
    )
  })
})

describe('the evidence of a record', () => {
  const manual = {
    source: 'manual',
    isFarmerSigned: true,
    isDriverSigned: true,
    isVerifierSigned: true,
    isStamped: true,
  }

  it('is a row of the monitoring export', () => {
    expect(judge(evidence, { source: 'monitored', exportRow: '118' }).outcome).toBe('yes')
    expect(judge(evidence, { source: 'monitored' }).outcome).toBe('no')
  })

  it('or three signatures and the village’s stamp, each of them', () => {
    expect(judge(evidence, manual).outcome).toBe('yes')
    for (const missing of ['isFarmerSigned', 'isDriverSigned', 'isVerifierSigned', 'isStamped']) {
      expect(judge(evidence, { ...manual, [missing]: false }).outcome).toBe('no')
      const { [missing]: _left, ...rest } = manual as Record<string, unknown>
      expect(judge(evidence, rest).outcome).toBe('no')
    }
  })

  it('is the machine’s certificate too', () => {
    const entry = (certificate: string) => ({ operatorEntries: [{ certificate }] })
    expect(judge(machineCertified, entry('promotion')).outcome).toBe('yes')
    expect(judge(machineCertified, entry('trial')).outcome).toBe('yes')
    expect(judge(machineCertified, entry('none')).outcome).toBe('no')
    expect(judge(machineCertified, { operatorEntries: [] }).outcome).toBe('unknown')
  })
})

describe('a spot check', () => {
  const population = Array.from({ length: 10 }, (_, index) => `监-${index + 1}`)
  const decided = {
    'sample-percent': withValue(samplePercent, { from: '2022-09-15', value: '30', basis: null }),
  }
  const facts = (number: string, percent = '30') => ({
    number,
    draws: [{ percent, seed: 7, algorithm: SAMPLE_ALGORITHM, population }],
  })
  const outcomeOf = (rule: Rule, number: string, percent?: string) =>
    rule.judge({ workedOn, ...facts(number, percent) }, today, decided).outcome

  it('draws again from the seed and agrees with itself for every record', () => {
    const drawn = population.filter((number) => outcomeOf(drawnBySeed, number) === 'yes')
    expect(drawn).toHaveLength(3)
    for (const number of population) {
      expect(outcomeOf(passedOverBySeed, number)).toBe(drawn.includes(number) ? 'no' : 'yes')
    }
  })

  it('knows only those that were in it', () => {
    expect(outcomeOf(drawnBySeed, '监-11')).toBe('no')
    expect(outcomeOf(passedOverBySeed, '监-11')).toBe('no')
  })

  it('needs the rate that the leading group decides, and no lower one', () => {
    expect(drawnBySeed.judge(facts('监-1'), today).missing).toEqual(['抽查比例（2022-09-20尚无规定）'])
    expect(outcomeOf(drawnBySeed, '监-1', '29.9')).toBe('no')
    expect(outcomeOf(passedOverBySeed, '监-1', '29.9')).toBe('no')
  })
})
