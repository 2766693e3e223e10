import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { type DayAsked, defineDayRule } from './day-rule.ts'

const basis = instrument('qingyuan', '清政办发〔2026〕7号').lines(12)
const YESTERDAY = '2026-02-28'
const TODAY = '2026-03-01'
const TOMORROW = '2026-03-02'

const dayRule = (is: DayAsked) =>
  defineDayRule({ id: 'mend-by', title: '修复期限', basis, day: 'mendBy', is })
const judge = (is: DayAsked, mendBy?: string) => dayRule(is).judge({ mendBy, today: TODAY }, TODAY)

describe('a rule of a day', () => {
  it.each([
    ['until-today', ['yes', 'yes', 'no']],
    ['from-today', ['no', 'yes', 'yes']],
    ['after-today', ['no', 'no', 'yes']],
  ] as const)('%s holds yesterday, today and tomorrow: %j', (is, outcomes) => {
    expect([YESTERDAY, TODAY, TOMORROW].map((day) => judge(is, day).outcome)).toEqual(outcomes)
  })

  it.each([
    ['until-today', TOMORROW, '不晚于今天（2026-03-01）'],
    ['from-today', YESTERDAY, '不早于今天（2026-03-01）'],
    ['after-today', TODAY, '晚于今天（2026-03-01）'],
  ] as const)('%s says what day would pass', (is, day, wanted) => {
    expect(judge(is, day).reasons).toEqual([{ rule: 'mend-by', isMet: false, wanted, found: day, basis }])
  })

  it('decides nothing of a day that is not given, and calls it by its name', () => {
    expect(judge('from-today')).toMatchObject({ outcome: 'unknown', missing: ['修复期限'] })
  })
})
