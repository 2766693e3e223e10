import { withValue } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { samplePercent } from './parameters.ts'
import { drawSpotCheck } from './spot-check.ts'

const population = ['监-1', '监-2', '监-3', '监-4']

it('assumes no rate where the leading group has set none', () => {
  expect(drawSpotCheck(population, 7, samplePercent, '2022-09-20')).toBeNull()
})

it('draws at the rate set, keeps what is needed to draw again, and draws the same again', () => {
  const rate = withValue(samplePercent, { from: '2022-09-15', value: '50', basis: null })
  const check = drawSpotCheck(population, 7, rate, '2022-09-20')
  expect(check).toMatchObject({ percent: '50', seed: 7, population })
  expect(check?.drawn).toHaveLength(2)
  expect(drawSpotCheck([...population].reverse(), 7, rate, '2022-09-20')?.drawn).toEqual(check?.drawn)
})
