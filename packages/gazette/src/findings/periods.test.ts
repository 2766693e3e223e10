import { expect, it } from 'vitest'
import { findingsOf, noticeOf } from './invented-notice.test-support.ts'

const kindsOf = (body: string) =>
  findingsOf(noticeOf(body, '清源县春节期间禁止燃放烟花爆竹工作方案')).map(({ kind }) => kind)

it('tells a ban for a season without its days', () => {
  expect(kindsOf('春节期间，县城规划区内禁止燃放烟花爆竹。')).toEqual(['period-missing'])
})

it('leaves a ban with its days, or for ever, alone', () => {
  expect(kindsOf('腊月廿三至正月十五，县城规划区内禁止燃放烟花爆竹。')).toEqual([])
  expect(kindsOf('从2023年1月14日到2月5日，县城规划区内禁止燃放烟花爆竹。')).toEqual([])
  expect(kindsOf('县城规划区内全年禁止燃放烟花爆竹。')).toEqual([])
})
