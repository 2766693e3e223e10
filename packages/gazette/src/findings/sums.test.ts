import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells parts in brackets that do not make their total', () => {
  const [finding] = findingsIn('购置车辆共6辆（2022年购置3辆，2023年购置1辆，2024年购置1辆）。')
  expect(finding?.kind).toBe('sum-mismatch')
  expect(finding?.message).toContain('3＋1＋1')
  expect(kindsIn('购置车辆共6辆（2022年购置3辆，2023年购置2辆，2024年购置1辆）。')).toEqual([])
})

it('tells parts that are more than the whole they are of', () => {
  expect(kindsIn('安排资金30.5万元，其中整修20万元、清淤11万元。')).toEqual(['sum-mismatch'])
  expect(kindsIn('安排资金30.5万元，其中整修20万元、清淤10.5万元。')).toEqual([])
})

it('leaves some parts of a whole, and a whole counted two ways, alone', () => {
  expect(kindsIn('安排资金30万元，其中整修20万元、清淤5万元。')).toEqual([])
  expect(kindsIn('培训100人，其中男60人、女40人，党员50人、群众50人。')).toEqual([])
})
