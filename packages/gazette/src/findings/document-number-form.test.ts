import { expect, it } from 'vitest'
import { findingsOf, noticeOf } from './invented-notice.test-support.ts'

const notice = noticeOf('各乡（镇）要抓紧抓好春灌工作。')
const found = (number: string) => findingsOf(notice.replace('清政办发〔2022〕8号', number))

it('tells a number in other brackets, and how it should be', () => {
  const [finding] = found('清政办发（2022）8号')
  expect(finding).toMatchObject({ kind: 'document-number-form', lines: [[4, 4]] })
  expect(finding?.message).toContain('清政办发〔2022〕8号')
})

it('leaves the standard form alone, with and without spaces', () => {
  expect(found('清政办发〔2022〕8号')).toEqual([])
  expect(found('清政办发〔2022〕 8 号')).toEqual([])
})
