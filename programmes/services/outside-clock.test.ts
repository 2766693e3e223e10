import type { Case } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import {
  accept,
  after,
  due,
  firstAgrees,
  grant,
  leadAgrees,
  opened,
  people,
  person,
  tried,
} from './services.test-support.ts'

const HAIR = 'XK-100-1'
const ROAD = 'XK-021-1'
const chair = person('decider', '县行政审批服务管理局', 'chair')

/** Examined and ready to be decided on the last day before the National Day week; a hearing has to be offered. */
function decidable(): Case {
  const fresh = opened(ROAD, '2022-09-28')
  const heard = { ...fresh, data: { ...fresh.data, isHeard: true } }
  return after(heard, ['2022-09-28', accept], ['2022-09-29', leadAgrees])
}

const told = () =>
  after(decidable(), [
    '2022-09-30',
    { name: 'tellHearing', by: people.examiner, input: { hearingConcern: '相邻商户的通行' } },
  ])
const asks = { name: 'askHearing', by: people.applicant, input: { hearingAskedBy: 'applicant' } }
const fixes = {
  name: 'fixHearing',
  by: people.examiner,
  input: { hearingOn: '2022-10-24', hearingPlace: '县政务服务中心', hearingChair: '丁' },
}
const holds = { name: 'holdHearing', by: chair, input: { hearingRecord: '双方都说了意见' } }

describe('a hearing across the National Day week of 2022', () => {
  it('is offered before anything is granted that touches others', () => {
    expect(tried(decidable(), '2022-09-30', grant)).toMatchObject({
      issues: [{ message: expect.stringContaining('先告知申请人、利害关系人听证权利') }],
    })
  })

  it('may be asked for within five working days, and is taken as not wanted after', () => {
    // 8 and 9 October (worked), 10, 11, 12.
    expect(due(told(), 'askHearing')).toEqual(['2022-10-12', null])
    expect(tried(told(), '2022-10-13', asks)).toMatchObject({ issues: [{ code: 'limit-over' }] })
    const none = { name: 'noHearing', by: people.timer }
    expect(tried(told(), '2022-10-12', none)).toMatchObject({ issues: [{ code: 'limit-running' }] })
    const lapsed = after(told(), ['2022-10-13', none])
    expect(lapsed.state).toBe('deciding')
    // Waiting for the answer is no time outside the clock.
    expect(due(lapsed, 'decide')).toEqual(due(decidable(), 'decide'))
    expect(after(lapsed, ['2022-10-14', grant]).state).toBe('granted')
  })

  it('is held within twenty working days, told seven before, by someone who did not examine', () => {
    const hearing = after(told(), ['2022-10-09', asks])
    expect(due(hearing, 'holdHearing')).toEqual(['2022-11-04', null])
    expect(due(hearing, 'decide')).toEqual([null, null])
    const fixed = after(hearing, ['2022-10-12', fixes])
    expect(due(fixed, 'hearingNotice')).toEqual(['2022-10-21', null])
    expect(tried(fixed, '2022-10-21', holds)).toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ code: 'limit-running' }),
        expect.objectContaining({ message: expect.stringContaining('2022-10-24') }),
      ]),
    })
    expect(tried(fixed, '2022-10-24', { ...holds, by: people.examiner })).toMatchObject({
      issues: [{ code: 'same-person' }],
    })
    const held = after(fixed, ['2022-10-24', holds])
    expect(held.state).toBe('deciding')
    // 29 and 30 September and 8 October counted; 9 to 24 October do not.
    expect(due(held, 'decide')[0]).toBe('2022-11-16')
  })

  it('ends where it is no longer wanted', () => {
    const drop = { name: 'dropHearing', by: people.applicant, reason: '已经协商一致' }
    expect(after(told(), ['2022-10-09', asks], ['2022-10-10', drop]).state).toBe('deciding')
    const waive = { name: 'waiveHearing', by: people.clerk, reason: '双方书面放弃' }
    expect(after(told(), ['2022-10-08', waive]).state).toBe('deciding')
  })
})

describe('an inspection', () => {
  const begun = () => after(opened(HAIR, '2022-09-26'), ['2022-09-28', accept])
  const inspect = (inspectors: string[], specialUntil = '2022-10-14') => ({
    name: 'startInspection',
    by: people.examiner,
    input: { inspectors, specialUntil },
  })

  it('is given to two within five working days of acceptance, and ends when it was said to', () => {
    expect(due(begun(), 'inspection')).toEqual(['2022-10-10', null])
    expect(due(after(opened(ROAD, '2022-09-28'), ['2022-09-28', accept]), 'inspection')).toEqual([null, null])
    expect(tried(begun(), '2022-09-29', inspect(['甲', '甲']))).toMatchObject({ kind: 'refused' })
    expect(tried(begun(), '2022-09-29', inspect(['甲', '乙'], '2022-09-28'))).toMatchObject({
      issues: [{ message: expect.stringContaining('不早于2022-09-29') }],
    })
    const running = after(begun(), ['2022-09-29', inspect(['甲', '乙'])])
    expect(due(running, 'inspect')).toEqual(['2022-10-14', null])
    expect(due(running, 'decideJoint')).toEqual([null, null])
  })

  it('goes before the grant where the law wants one', () => {
    const health = person('examiner', '县卫生健康和体育局')
    const agreed = after(begun(), ['2022-09-29', leadAgrees], ['2022-09-29', { ...firstAgrees, by: health }])
    expect(tried(agreed, '2022-09-30', grant)).toMatchObject({
      issues: [{ message: expect.stringContaining('先指派人员检验、检测、检疫') }],
    })
    const end = { name: 'endSpecial', by: people.examiner, input: { specialResult: '合格' } }
    const inspected = after(agreed, ['2022-09-30', inspect(['甲', '乙'])], ['2022-10-10', end])
    expect(after(inspected, ['2022-10-11', grant]).state).toBe('granted')
  })
})
