import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells an annex that is named and not printed', () => {
  const [finding] = findingsIn('领导小组组成人员名单见附件2。')
  expect(finding).toMatchObject({ kind: 'annex-missing', severity: 'error', lines: [[18, 18]] })
  expect(finding?.message).toContain('附件2')
})

it('tells an annex that is printed and nowhere named', () => {
  expect(kindsIn('各单位要认真执行。\n\n附件\n\n春灌任务分解表\n\n各乡（镇）任务另行核定。')).toEqual([
    'annex-unannounced',
  ])
})

it('leaves an annex that is named and printed alone', () => {
  const text = '任务分解见附件。\n\n附件\n\n春灌任务分解表\n\n各乡（镇）任务另行核定。'
  expect(kindsIn(text)).toEqual([])
})
