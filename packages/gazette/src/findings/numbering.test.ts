import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

const text = '要抓紧抓好春灌工作。'

it('tells a number that is skipped and one that comes twice', () => {
  const skipped = findingsIn(`一、目标\n\n${text}\n\n二、任务\n\n${text}\n\n四、要求\n\n${text}`)
  expect(skipped).toMatchObject([
    {
      kind: 'numbering-gap',
      lines: [
        [22, 22],
        [26, 26],
      ],
    },
  ])
  expect(skipped[0]?.message).toContain('“二、”之后是“四、”')
})

it('leaves lists that start again and lists that run on over chapters alone', () => {
  expect(kindsIn(`一、目标\n\n1. ${text}\n\n2. ${text}\n\n二、任务\n\n1. ${text}\n\n2. ${text}`)).toEqual([])
  expect(
    kindsIn(`一、目标\n\n（一）${text}\n\n（二）${text}\n\n二、任务\n\n（三）${text}\n\n（四）${text}`),
  ).toEqual([])
})

it('leaves widths of brackets alone', () => {
  expect(kindsIn(`一、目标\n\n（一）${text}\n\n(二)${text}\n\n（三）${text}`)).toEqual([])
})
