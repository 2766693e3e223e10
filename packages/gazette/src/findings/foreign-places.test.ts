import { expect, it } from 'vitest'
import { findingsIn, findingsOf, kindsIn, noticeOf } from './invented-notice.test-support.ts'

it('tells words of a province or a city in a paper of a county', () => {
  const [finding] = findingsIn('各市政府要制定本地方案。\n\n云岭市针对轨道交通开展排查。')
  expect(finding).toMatchObject({
    kind: 'foreign-place',
    lines: [
      [18, 18],
      [20, 20],
    ],
  })
})

it("tells another county's government", () => {
  expect(kindsIn('整改不力的，报北岭县人民政府约谈。')).toEqual(['foreign-place'])
})

it('leaves its own government, superiors and cited titles alone', () => {
  expect(
    kindsIn('报清源县人民政府批准，按省政府要求落实，依照《清江市人民政府关于各市政府职责的通知》执行。'),
  ).toEqual([])
})

it('leaves papers of a city alone', () => {
  const city = noticeOf('各市政府要制定本地方案。').replaceAll('清源县人民政府', '清江市人民政府')
  expect(findingsOf(city).map(({ kind }) => kind)).not.toContain('foreign-place')
})
