import { expect, it } from 'vitest'
import { instrument, law } from '../cite.ts'
import { wellPermits } from '../fixtures/well-permit.ts'
import { isOfCounty } from './of-county.ts'

const neighbours = { ...wellPermits, basis: instrument('elsewhere', '他政办发〔2026〕1号').lines(1) }

it('gives a county what its own notices order, and not what the neighbours’ notices do', () => {
  expect(isOfCounty(neighbours, 'elsewhere')).toBe(true)
  expect(isOfCounty(neighbours, 'qingyuan')).toBe(false)
})

it('gives every county what rests on a law, and what says that it is general', () => {
  expect(isOfCounty({ ...neighbours, basis: law('行政许可法', '第四十二条') }, 'qingyuan')).toBe(true)
  expect(isOfCounty({ ...neighbours, isGeneral: true }, 'qingyuan')).toBe(true)
})
