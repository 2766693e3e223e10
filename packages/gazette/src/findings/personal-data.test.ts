import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells mobile, identity and account numbers and masks them', () => {
  const [finding] = findingsIn(
    '联系人电话：13900001234；身份证号：999999199003070011；账号：6222 0000 1111 2222 333。',
  )
  expect(finding?.kind).toBe('personal-data')
  expect(finding?.message).toContain('手机号码139******34')
  expect(finding?.message).not.toMatch(/13900001234|62220000/)
})

it('tells an identity number by its check character', () => {
  expect(findingsIn('身份证号：999999199003070012。')[0]?.message).toContain('999*************12')
  expect(kindsIn('受理编号：999999199003070011。')).toEqual([])
})

it('leaves office telephones and long numbers alone', () => {
  expect(kindsIn('咨询电话：0350-6520000，监督电话12345，项目代码2022140928110100001。')).toEqual([])
})
