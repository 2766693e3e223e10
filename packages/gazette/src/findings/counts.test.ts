import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells a list that is shorter than its count', () => {
  const [finding] = findingsIn('资金用于渠道整修、机井维修、管网改造项目5个。')
  expect(finding?.kind).toBe('count-mismatch')
  expect(finding?.message).toContain('写明5个，实际列出3个')
})

it('leaves a list that agrees, and an open one, alone', () => {
  expect(kindsIn('资金用于渠道整修、机井维修、管网改造项目3个。')).toEqual([])
  expect(kindsIn('资金用于渠道整修、机井维修、管网改造等项目25个。')).toEqual([])
  expect(kindsIn('资金用于渠道整修、机井维修和管网改造项目3个。')).toEqual([])
})

it('tells announced items of which one is missing', () => {
  const items = '（一）挖沙取土；\n\n（二）倾倒垃圾；\n\n（三）堆放杂物。'
  expect(kindsIn(`渠道两侧禁止下列四种行为：\n\n${items}`)).toEqual(['count-mismatch'])
  expect(kindsIn(`渠道两侧禁止下列三种行为：\n\n${items}`)).toEqual([])
})
