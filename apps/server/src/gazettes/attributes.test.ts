import { describe, expect, it } from 'vitest'
import {
  type AttributeEntry,
  attributeProblems,
  attributeSchema,
  attributeYears,
  tenths,
} from './attributes.ts'

const entry = (more: Partial<AttributeEntry>): AttributeEntry =>
  attributeSchema.parse({
    docNumber: '清政办发〔2026〕1号',
    title: '关于做好春灌工作的通知',
    unit: '县水利局',
    attribute: '主动公开',
    decidedOn: '2026-03-01',
    ...more,
  })

describe('an attribute', () => {
  it.each(['依申请公开', '不予公开'] as const)(
    '[wutai-2021-zbf42.1] refuses %s under a superior document that is open, unless a reason for it is recorded',
    (attribute) => {
      const under = { attribute, superiorAttribute: '主动公开', reason: '涉及商业秘密' } as const
      expect(attributeProblems(entry(under))).toEqual([
        `上位文件为“主动公开”，原则上不得拟定为“${attribute}”；确需如此的，应写明理由（五台 五政办发〔2021〕42号第185行）。`,
      ])
      expect(attributeProblems(entry({ ...under, overrideReason: '附有企业的未公开数据' }))).toEqual([])
      expect(attributeProblems(entry({ ...under, superiorAttribute: '依申请公开' }))).toEqual([])
      expect(attributeProblems(entry({ superiorAttribute: '主动公开' }))).toEqual([])
    },
  )

  it('is not entered without a reason where the document is not open', () => {
    expect(attributeProblems(entry({ attribute: '不予公开' }))).toEqual([
      '拟定为“不予公开”，没有说明不能主动公开的依据和理由，不得发文（五寨 五政办发〔2022〕31号第2313行）。',
    ])
  })
})

describe('the share of what is not open', () => {
  const of = (year: number, open: number, notOpen: number) => [
    ...Array.from({ length: open }, () => ({ attribute: '主动公开' as const, decidedOn: `${year}-05-01` })),
    ...Array.from({ length: notOpen }, () => ({
      attribute: '依申请公开' as const,
      decidedOn: `${year}-05-02`,
    })),
  ]

  it('[wutai-2021-zbf42.2] is counted for each year, and a rise over the year before is flagged', () => {
    const years = attributeYears([...of(2023, 8, 2), ...of(2021, 7, 3), ...of(2022, 9, 1)])
    expect(years).toEqual([
      { year: 2021, all: 10, notOpen: 3, share: '30.0', isRisen: null },
      { year: 2022, all: 10, notOpen: 1, share: '10.0', isRisen: false },
      { year: 2023, all: 10, notOpen: 2, share: '20.0', isRisen: true },
    ])
  })

  it('is compared exactly: the same share is no rise', () => {
    const [, second] = attributeYears([...of(2021, 2, 1), ...of(2022, 4, 2)])
    expect(second?.isRisen).toBe(false)
  })

  it.each([
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [0, 0, '0.0'],
    [9, 10, '90.0'],
    [1, 2000, '0.1'],
  ])('%i of %i is %s of a hundred', (part, whole, share) => {
    expect(tenths(part, whole)).toBe(share)
  })
})
