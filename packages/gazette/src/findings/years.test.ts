import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells a task for a year long past that one digit made of a coming one', () => {
  const [finding] = findingsIn('渠道整修工程。2013年，建设1处泵站。')
  expect(finding?.kind).toBe('year-doubtful')
  expect(finding?.message).toContain('疑为2023年之误')
})

it('leaves coming years, and what was built in a past one, alone', () => {
  expect(kindsIn('渠道整修工程。2023年，建设1处泵站。')).toEqual([])
  expect(kindsIn('渠道整修工程。2013年建设了1处泵站。')).toEqual([])
})
