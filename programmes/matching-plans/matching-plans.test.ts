import { expect, it } from 'vitest'
import { planRegister } from './matching-plans.ts'

it('[wuzhai-2022-zbf37.12] each township and department shows whether its own plan is issued', () => {
  const plan = { unit: '三岔镇', title: '三岔镇“五有套餐”配套实施方案', issuedOn: '2022-10-20' }
  const rows = planRegister(['三岔镇', '前所乡', '县发展和改革局'], [plan])
  expect(rows.map(({ unit, isIssued }) => [unit, isIssued])).toEqual([
    ['三岔镇', true],
    ['前所乡', false],
    ['县发展和改革局', false],
  ])
  expect(rows[0]?.plan).toEqual(plan)
})
