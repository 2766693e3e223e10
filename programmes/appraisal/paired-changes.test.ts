import { describe, expect, it } from 'vitest'
import { pairedChanges } from './paired-changes.ts'

const sentence = (names: string, said: string, before: string, after: string) =>
  `调整${names}等${said}项指标权重，分别由${before}降为${after}。`

describe('[wutai-2021-zbf57.2] figures that a sentence changes together', () => {
  it('are paired with their names by their order', () => {
    expect(
      pairedChanges(sentence('甲指标、乙指标、丙指标', '三', '5分、5 分、3分', '4分、4.5分、2分')),
    ).toEqual({
      kind: 'pairs',
      pairs: [
        { name: '甲指标', before: '5', after: '4' },
        { name: '乙指标', before: '5', after: '4.5' },
        { name: '丙指标', before: '3', after: '2' },
      ],
    })
  })

  it('are not paired where their numbers differ', () => {
    expect(pairedChanges(sentence('甲、乙、丙', '三', '5分、5分', '4分、4分、2分'))).toEqual({
      kind: 'unclear',
      message: '名称3个、原值2个、新值3个，句中说是3项，个数不同，不能逐一对应，请对照原文核定。',
    })
    expect(pairedChanges(sentence('甲、乙', '四', '5分、5分', '4分、4分')).kind).toBe('unclear')
    expect(pairedChanges(sentence('甲、乙', '两', '5分、5分', '4分、4分')).kind).toBe('pairs')
  })

  it('are not sought in a sentence of another form', () => {
    expect(pairedChanges('权重由5分降为4分。')).toEqual({
      kind: 'unclear',
      message: '没有读到“……等N项……，分别由……降为……”的句子，请对照原文核定。',
    })
  })
})
