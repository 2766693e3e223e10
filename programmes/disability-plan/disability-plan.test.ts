import { type Decimal, paperContent, targetText } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { evaluatedPlan, evaluationDraft, evaluationPaper, evaluations } from './evaluation.ts'
import { disabilityPlan } from './programme.ts'
import { indicators } from './targets.ts'

const met: readonly (readonly [string, Decimal])[] = [
  ['trained', '210'],
  ['allowance', '100'],
  ['living-subsidy', '100'],
  ['care-subsidy', '100'],
  ['pension', '90.1'],
  ['medical-insurance', '95.1'],
  ['schooling', '97'],
  ['rehabilitation', '85'],
  ['devices', '85'],
  ['homes-rebuilt', '120'],
]
const evaluated = (...otherwise: readonly (readonly [string, Decimal])[]) =>
  evaluatedPlan(new Map([...met, ...otherwise]), '2025-12-31')

describe('[wutai-2023-zf17.1] the plan’s main indicators', () => {
  it('are eleven, six of them binding, each with its operator as printed', () => {
    expect(
      indicators.map(
        (one) =>
          `${one.number} ${one.targets.map(({ value }) => targetText(one, value)).join()} ${one.isBinding ? '约束性' : '预期性'}`,
      ),
    ).toEqual([
      '1 与全县地区生产总值增长同步 预期性',
      '2 不低于200人 预期性',
      '3 不低于100% 约束性',
      '4 不低于100% 约束性',
      '5 不低于100% 约束性',
      '6 高于90% 预期性',
      '7 高于95% 预期性',
      '8 不低于97% 预期性',
      '9 不低于85% 约束性',
      '10 不低于85% 约束性',
      '11 不低于120户 约束性',
    ])
    expect([indicators[0]?.category, indicators[1]?.category, indicators[2]?.category]).toEqual([
      '收入和就业',
      '收入和就业',
      '社会保障和基本公共服务',
    ])
    expect(indicators.map(({ basis }) => basis.kind === 'instrument' && basis.lines[0])).toEqual(
      Array.from({ length: 11 }, (_, index) => 106 + index),
    )
  })
})

describe('[wutai-2023-zf17.2] the plan by the figures of a year', () => {
  it('says of each whether it is met, and why one cannot be judged', () => {
    const rows = evaluated()
    expect(rows.map(({ says }) => says).toSorted()).toEqual([
      '不能判定',
      ...Array.from({ length: 10 }, () => '达到'),
    ])
    expect(rows[0]).toMatchObject({
      number: '1',
      missing: [
        '“残疾人家庭人均收入年均增速”的目标是“与全县地区生产总值增长同步”，不是数值，由人判断',
        '2025年残疾人家庭人均收入年均增速（%）的数据',
      ],
    })
  })

  it('takes 90 and 95 per cent themselves for not enough, and 97 for enough', () => {
    const outcome = (id: string, value: string) =>
      evaluated([id, value]).find(({ title }) => title === indicators.find((one) => one.id === id)?.title)
        ?.says
    expect([
      outcome('pension', '90'),
      outcome('medical-insurance', '95'),
      outcome('schooling', '97'),
    ]).toEqual(['未达到', '未达到', '达到'])
  })

  it('lists what is binding and not met first', () => {
    const rows = evaluated(['trained', '199'], ['homes-rebuilt', '119'], ['allowance', '99.9'])
    expect(rows.slice(0, 4).map(({ number, attribute, says }) => [number, attribute, says])).toEqual([
      ['3', '约束性', '未达到'],
      ['11', '约束性', '未达到'],
      ['2', '预期性', '未达到'],
      ['1', '预期性', '不能判定'],
    ])
  })
})

it('[wutai-2023-zf17.3] the three pairs of targets that may contradict each other are told with the plan', () => {
  const told = disabilityPlan.open.flatMap((question) => (question.kind === 'conflict' ? [question] : []))
  expect(
    told.map(({ bases }) => bases.map((basis) => basis.kind === 'instrument' && basis.lines[0])),
  ).toEqual([
    [114, 192],
    [115, 194],
    [107, 176],
  ])
})

it('[wutai-2023-zf17.11] the monitoring of a year, the mid-term and the final evaluation are written from the figures', () => {
  const results = evaluationDraft(evaluated(['homes-rebuilt', '119']))
  expect(results).toContain(
    '11项指标中，达到9项，未达到1项，不能判定1项。11.困难重度残疾人家庭无障碍改造数（约束性）：目标不低于120户，实际119户，未达到；',
  )
  for (const [kind, label] of [
    ['annual', '年度监测'],
    ['midterm', '中期评估'],
    ['final', '总结评估'],
  ] as const) {
    const content = paperContent(evaluationPaper, {
      schema: evaluations.fields,
      records: [{ number: '1', kind, year: '2025', results }],
      facts: { unit: '县残联', county: '五台县', case: 'c', number: null, date: '2026-01-20', reason: null },
      places: {},
      clear: null,
    })
    const texts = content.form === 'text' ? content.body.map(({ text }) => text) : []
    expect(texts[0]).toBe(`现报告2025年度规划实施情况（${label}）。`)
    expect(texts).toContain(results)
  }
})
