import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingKinds } from './finding-kinds.ts'
import { findingsIn, findingsOf, kindsIn, noticeOf } from './invented-notice.test-support.ts'

/** Bits of text at which checks look. */
const bits = fc.constantFrom(
  ...[
    '一、',
    '（一）',
    '1.',
    '第三条',
    '（',
    ')',
    '“',
    '《',
    '》',
    '附件',
    '附表2：',
    '见附件',
    '共6辆（',
    '3辆',
    '，',
  ],
  ...[
    '2月30日',
    '2022年5月1日',
    '至',
    '前',
    '阶段',
    '总结',
    '报送',
    '县财政局',
    '县发改局',
    '负责）',
    '责任单位：',
  ],
  ...[
    '领导小组',
    '组长：',
    '合计',
    '\t',
    '\n',
    '\n\n',
    '×× ',
    'and',
    '13900001234',
    '到2025年',
    '达到5%',
    '清政发〔2021〕5号',
  ],
)

describe('findings', () => {
  it('are none in a clean notice', () => {
    const body = [
      '一、工作目标',
      '抓紧抓好春灌工作，确保不误农时，高效节水灌溉面积达到5万亩以上。',
      '二、重点任务',
      '（一）摸底排查。逐村摸清渠道底数，5月底前建立台账。（县水利局牵头，县财政局配合）',
      '（二）集中整修。按照《农田水利条例》，6月15日前完成渠道整修。（县水利局负责）',
      '三、工作要求',
      '各乡（镇）人民政府要加强领导，每月20日前报送进展情况。联系电话：0350-6520000。',
    ].join('\n\n')
    expect(kindsIn(body)).toEqual([])
  })

  it('stand in the order of their lines', () => {
    const findings = findingsIn('于2月30日前完成。\n\n申请材料and档案材料。\n\n用于14个乡镇)、1个景区。')
    expect(findings.map(({ kind }) => kind)).toEqual(['impossible-date', 'foreign-word', 'unclosed-mark'])
  })

  it('of one kind are told as one where they are many', () => {
    const [finding, ...others] = findingsIn(
      Array.from({ length: 9 }, (_, index) => `第${index}处)有误。`).join('\n\n'),
    )
    expect(others).toEqual([])
    expect(finding?.lines).toHaveLength(9)
    expect(finding?.message).toMatch(/（此类问题共9处）。$/)
  })

  it('come of any text, name lines of the file and say one sentence', () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        const text = noticeOf(parts.join(''))
        const last = text.split('\n').length
        for (const { kind, lines, message } of findingsOf(text)) {
          expect(findingKinds).toHaveProperty(kind)
          expect(lines.length).toBeGreaterThan(0)
          for (const [from, to] of lines) expect(1 <= from && from <= to && to <= last).toBe(true)
          expect(message).toMatch(/。$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
