import { describe, expect, it } from 'vitest'
import { recurrenceWords, rhythmWords } from './chinese-words.ts'

describe('recurrenceWords', () => {
  it.each([
    ['FREQ=DAILY', '每日'],
    ['FREQ=DAILY;INTERVAL=10', '每10日'],
    ['FREQ=WEEKLY;BYDAY=MO', '每周一'],
    ['FREQ=MONTHLY', '每月'],
    ['FREQ=MONTHLY;BYMONTHDAY=18', '每月18日'],
    ['FREQ=MONTHLY;BYMONTHDAY=10,20,-1', '每月10日、20日、最后一日'],
    ['FREQ=MONTHLY;INTERVAL=3', '每季度'],
    ['FREQ=MONTHLY;INTERVAL=6', '每半年'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1', '每年3月最后一日'],
    ['FREQ=YEARLY;BYMONTH=4,11', '每年4月、11月'],
    ['FREQ=YEARLY;BYMONTH=4,5,6', '每年4—6月'],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12', '每年3月、6月、9月、12月'],
    ['FREQ=YEARLY;INTERVAL=2', '每2年'],
  ])('says %s as %s', (rule, words) => {
    expect(recurrenceWords(rule)).toBe(words)
  })

  it('begins with how often', () => {
    expect(rhythmWords('FREQ=MONTHLY;BYMONTHDAY=18')).toBe('每月')
  })
})
