import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells characters that cannot be read', () => {
  const [finding] = findingsIn('按照\uFFFD要求执行，不得擅自□占用水源。')
  expect(finding).toMatchObject({ kind: 'damaged-text', severity: 'error' })
  expect(finding?.message).toContain('2处')
})

it('tells a traditional character among simplified ones', () => {
  expect(findingsIn('不得擅自增設收费项目。')[0]?.message).toContain('繁体字1处')
})

it('leaves boxes of a choice, and a paper in traditional characters, alone', () => {
  expect(kindsIn('是否同意：□是 □否。')).toEqual([])
  expect(kindsIn('關於發展農業機構的組織領導與經濟實際問題，應當記錄員會業務學習。')).toEqual([])
})
