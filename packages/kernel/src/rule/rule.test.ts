import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { instrument } from '../cite.ts'
import { isAtLeast } from '../schema/decimal.ts'
import { date, measure, personalText } from '../schema/fields.ts'
import { defineParameter, findValueOn, withValue } from './parameter.ts'
import { defineRule, ruleOfAll, ruleOfAny } from './rule.ts'
import { allOf, anyOf, objectionsOf, type Verdict } from './verdict.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')

const leastDepth = defineParameter({
  id: 'least-depth',
  title: '最低作业深度',
  unit: '厘米',
  values: [
    { from: '2026-07-01', value: '30', basis: notice.lines(18) },
    { from: '2026-03-01', value: '25', basis: notice.lines(12) },
  ],
})

const depthReached = defineRule({
  id: 'depth-reached',
  title: '作业深度',
  basis: notice.lines(12),
  inputs: { depth: measure('作业深度', '厘米') },
  parameters: { leastDepth },
  decide: ({ depth }, values) => {
    expectTypeOf(values.leastDepth).toEqualTypeOf<string>()
    expectTypeOf(depth).toEqualTypeOf<string>()
    return {
      isMet: isAtLeast(depth, values.leastDepth),
      wanted: `作业深度不少于${values.leastDepth}厘米`,
      found: `${depth}厘米`,
    }
  },
})

describe('a parameter', () => {
  it('has no value before its first date, and each value from its date on', () => {
    expect(findValueOn(leastDepth, '2026-02-28')).toBeNull()
    expect(findValueOn(leastDepth, '2026-03-01')?.value).toBe('25')
    expect(findValueOn(leastDepth, '2026-06-30')?.value).toBe('25')
    expect(findValueOn(leastDepth, '2026-07-01')?.value).toBe('30')
  })

  it('takes a new value of the same date in the old one’s place', () => {
    const changed = withValue(leastDepth, { from: '2026-07-01', value: '28', basis: null })
    expect(changed.values).toHaveLength(2)
    expect(findValueOn(changed, '2026-07-01')?.value).toBe('28')
    expect(findValueOn(leastDepth, '2026-07-01')?.value).toBe('30')
  })
})

describe('a rule', () => {
  it('answers with what was wanted and found, the clause, and the value of its date', () => {
    const verdict = depthReached.judge({ depth: '24.9' }, '2026-04-01')
    expect(verdict.outcome).toBe('no')
    expect(objectionsOf(verdict)).toEqual([
      {
        rule: 'depth-reached',
        isMet: false,
        wanted: '作业深度不少于25厘米',
        found: '24.9厘米',
        basis: notice.lines(12),
      },
    ])
    expect(verdict.used).toMatchObject([{ parameter: 'least-depth', value: '25', from: '2026-03-01' }])
    expect(verdict.inputs).toEqual([{ name: 'depth', label: '作业深度（厘米）', value: '24.9' }])
  })

  it('says yes at the boundary itself', () => {
    expect(depthReached.judge({ depth: '25' }, '2026-06-30').outcome).toBe('yes')
    expect(depthReached.judge({ depth: '25' }, '2026-07-01').outcome).toBe('no')
  })

  it('never says yes where something is not known', () => {
    expect(depthReached.judge({ depth: null }, '2026-04-01')).toMatchObject({
      outcome: 'unknown',
      missing: ['作业深度'],
    })
    expect(depthReached.judge({ depth: '40' }, '2026-02-28').missing).toEqual([
      '最低作业深度（2026-02-28尚无规定）',
    ])
  })

  it('takes a wrong input for nothing known and says what would pass', () => {
    const verdict = depthReached.judge({ depth: '约25' }, '2026-04-01')
    expect(verdict.outcome).toBe('unknown')
    expect(verdict.missing).toEqual(['“作业深度（厘米）”填的是“约25”，应填不小于0的数，如12.5。'])
  })

  it('uses the values of the date that one of its inputs gives, where it says so', () => {
    const atWork = defineRule({
      id: 'depth-at-work',
      title: '作业深度',
      basis: notice.lines(12),
      inputs: { depth: measure('作业深度', '厘米'), workedOn: date('作业时间') },
      parameters: { leastDepth },
      judgedOn: 'workedOn',
      decide: ({ depth }, values) => ({ isMet: isAtLeast(depth, values.leastDepth), wanted: '', found: '' }),
    })
    expect(atWork.judge({ depth: '25', workedOn: '2026-06-30' }, '2026-09-01').outcome).toBe('yes')
    expect(atWork.judge({ depth: '25', workedOn: '2026-07-01' }, '2026-09-01').outcome).toBe('no')
    expect(atWork.judge({ depth: '25' }, '2026-09-01').outcome).toBe('unknown')
  })

  it('shows what another value would change', () => {
    const set = { 'least-depth': withValue(leastDepth, { from: '2026-03-01', value: '20', basis: null }) }
    expect(depthReached.judge({ depth: '24.9' }, '2026-04-01', set).outcome).toBe('yes')
  })
})

describe('rules put together', () => {
  const named = defineRule({
    id: 'named',
    title: '机手',
    basis: notice.lines(20),
    inputs: { driver: personalText('机手姓名', 'name') },
    parameters: {},
    decide: ({ driver }) => ({ isMet: driver !== '', wanted: '写明机手', found: '已写明' }),
  })
  const together = {
    id: 'both',
    title: '可以补助',
    basis: notice.lines(12, 20),
    rules: [depthReached, named],
  }

  it('ask for every input, and keep every reason, masked where it tells of a person', () => {
    const all = ruleOfAll(together)
    expect(Object.keys(all.inputs)).toEqual(['depth', 'driver'])
    const verdict = all.judge({ depth: '24', driver: '田大有', colour: '红' }, '2026-04-01')
    expect(verdict.outcome).toBe('no')
    expect(verdict.reasons.map(({ rule, isMet }) => [rule, isMet])).toEqual([
      ['depth-reached', false],
      ['named', true],
    ])
    expect(verdict.inputs.map(({ value }) => value)).toEqual(['24', '田**'])
  })

  it('say yes together where one does', () => {
    expect(ruleOfAny(together).judge({ depth: '24', driver: '田大有' }, '2026-04-01').outcome).toBe('yes')
  })
})

describe('verdicts put together', () => {
  const verdictOf = (outcome: Verdict['outcome'], rule: string): Verdict => ({
    outcome,
    reasons:
      outcome === 'unknown'
        ? []
        : [{ rule, isMet: outcome === 'yes', wanted: '', found: '', basis: notice.lines(1) }],
    used: [],
    inputs: [],
    missing: outcome === 'unknown' ? [rule] : [],
  })
  const outcomes = fc.array(fc.constantFrom<Verdict['outcome']>('yes', 'no', 'unknown'), {
    minLength: 1,
    maxLength: 8,
  })

  it('keep every reason and everything that is missing', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const verdicts = list.map((outcome, index) => verdictOf(outcome, `rule-${index}`))
        for (const verdict of [allOf(verdicts), anyOf(verdicts)]) {
          expect(verdict.reasons.length + verdict.missing.length).toBe(list.length)
        }
      }),
    )
  })

  it('all are a yes only where each is; any is a no only where each is', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const verdicts = list.map((outcome, index) => verdictOf(outcome, `rule-${index}`))
        expect(allOf(verdicts).outcome === 'yes').toBe(list.every((outcome) => outcome === 'yes'))
        expect(anyOf(verdicts).outcome === 'no').toBe(list.every((outcome) => outcome === 'no'))
      }),
    )
  })
})
