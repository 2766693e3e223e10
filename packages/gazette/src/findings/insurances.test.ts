import { expect, it } from 'vitest'
import { findingsOf, noticeOf } from './invented-notice.test-support.ts'

const levy = '清源县城乡居民基本医疗保险征收工作方案'
const kindsIn = (body: string, title = levy) =>
  findingsOf(noticeOf(body, title)).flatMap(({ kind, message }) =>
    kind === 'insurance-differs' ? [message] : [],
  )

const own = '一、范围。城乡居民参加基本医疗保险。\n\n二、标准。医疗保险每人每年320元。'

it('tells of another insurance that a notice about one names once', () => {
  expect(kindsIn(`${own}\n\n三、期限。基本养老保险的征缴期至12月25日。`)).toEqual([
    '标题和正文别处写的都是医疗保险，此处写作养老保险，疑为笔误，请核对。',
  ])
})

it('leaves alone what is named again and again, or is of a notice about both or about none', () => {
  const both = '三、衔接。养老保险同时办理。\n\n四、办法。养老保险照旧。'
  expect(kindsIn(`${own}\n\n${both}`)).toEqual([])
  const aboutBoth = '清源县医疗保险和养老保险征收工作方案'
  expect(kindsIn(`${own}\n\n三、期限。养老保险至12月。`, aboutBoth)).toEqual([])
  expect(kindsIn(`${own}\n\n三、期限。养老保险至12月。`, '清源县春灌工作实施方案')).toEqual([])
  expect(kindsIn(own)).toEqual([])
})
