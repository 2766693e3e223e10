import { describe, expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

describe('deadlines before the date of issue, 10 May 2022', () => {
  it('tells one that had passed the day before', () => {
    const [finding] = findingsIn('各单位于5月9日前报送联络员名单。')
    expect(finding).toMatchObject({ kind: 'deadline-before-issue', severity: 'error', lines: [[18, 18]] })
    expect(finding?.message).toContain('早于成文日期2022年5月10日')
  })

  it('leaves one of the same day, history and what comes every year alone', () => {
    expect(kindsIn('各单位于5月10日前报送联络员名单。')).toEqual([])
    expect(kindsIn('去年各乡（镇）已于3月底前完成整修。')).toEqual([])
    expect(kindsIn('每年组织两次演练，春季演练在3月底前完成。')).toEqual([])
  })
})

describe('starts before the date of issue', () => {
  it('tells a range that began before', () => {
    expect(kindsIn('集中整修时间为2022年5月1日至6月30日。')).toEqual(['start-before-issue'])
    expect(kindsIn('新标准从2022年4月1日起执行。')).toEqual(['start-before-issue'])
  })

  it('leaves a start on the day itself or later alone', () => {
    expect(kindsIn('集中整修时间为2022年5月10日至6月30日。')).toEqual([])
    expect(kindsIn('新标准从2022年6月1日起执行。')).toEqual([])
  })
})

describe('days that no calendar has', () => {
  it('tells 30 February and 31 June', () => {
    expect(kindsIn('于次年2月30日前归档。')).toEqual(['impossible-date'])
    expect(findingsIn('于6月31日前完成。')[0]?.message).toContain('6月31日')
  })

  it('tells 29 February of a common year only', () => {
    expect(kindsIn('于2023年2月29日前归档。')).toEqual(['impossible-date'])
    expect(kindsIn('于2024年2月29日前归档。')).toEqual([])
  })

  it('tells a range that ends before it begins', () => {
    expect(kindsIn('整修期为2022年10月31日至2022年8月1日。')).toEqual(['impossible-date'])
    expect(kindsIn('供水期为2022年11月1日至3月31日。')).toEqual([])
  })
})
