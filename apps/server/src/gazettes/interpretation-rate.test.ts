import { expect, it } from 'vitest'
import { interpretationRates } from './interpretation-rate.ts'

it('[wutai-2021-zbf42.3] counts the rate of each department, and flags what is under 90 of a hundred', () => {
  const documents = (unit: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ unit, docNumber: `${unit}${index}` }))
  const interpreted = new Set([
    ...documents('县财政局', 9).map(({ docNumber }) => docNumber),
    ...documents('县水利局', 8).map(({ docNumber }) => docNumber),
  ])
  expect(
    interpretationRates([...documents('县财政局', 10), ...documents('县水利局', 9)], interpreted),
  ).toEqual([
    { unit: '县水利局', documents: 9, interpreted: 8, rate: '88.9', isEnough: false },
    { unit: '县财政局', documents: 10, interpreted: 9, rate: '90.0', isEnough: true },
  ])
})
