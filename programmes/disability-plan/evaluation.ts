import {
  choice,
  type Decimal,
  defineProcedure,
  defineRegister,
  defineTextPaper,
  evaluateIndicator,
  evaluationLabels,
  fields,
  type IsoDate,
  longText,
  may,
  OPENING,
  targetText,
  text,
  type Verdict,
} from '@luoshi/kernel'
import { plan, validity } from './notice.ts'
import { indicators } from './targets.ts'

const basis = plan.lines(278)
const committee = may('committee', 'county')
const head = may('committee-head', 'county')

/** The year in which the plan's targets are to be reached: figures of the years before it are held against them too. */
const TARGET_YEAR = '2025'

/** An indicator of the plan in a year. */
export interface EvaluatedIndicator {
  readonly number: string
  readonly title: string
  readonly attribute: '约束性' | '预期性'
  readonly target: string
  readonly found: string
  readonly outcome: Verdict['outcome']
  /** 达到, 未达到 or 不能判定 */
  readonly says: string
  /** Why it cannot be judged; empty where it can. */
  readonly missing: readonly string[]
}

/**
 * The plan by the figures of a year: what is not met first, of that what is binding first; then what cannot be computed;
 * then what is met.
 *
 * @param found figures by indicator
 */
export function evaluatedPlan(
  found: ReadonlyMap<string, Decimal>,
  on: IsoDate,
): readonly EvaluatedIndicator[] {
  const rows = indicators.map((indicator) => {
    const value = found.get(indicator.id) ?? null
    const { outcome, missing } = evaluateIndicator(indicator, TARGET_YEAR, value, on)
    const [target] = indicator.targets
    return {
      number: indicator.number ?? '',
      title: indicator.title,
      attribute: indicator.isBinding === true ? ('约束性' as const) : ('预期性' as const),
      target: target === undefined ? '' : targetText(indicator, target.value),
      found: value === null ? '' : `${value}${indicator.unit}`,
      outcome,
      says: evaluationLabels[outcome],
      missing,
    }
  })
  return rows.toSorted((one, other) => rankOf(one) - rankOf(other))
}

function rankOf({ outcome, attribute }: Pick<EvaluatedIndicator, 'outcome' | 'attribute'>): number {
  if (outcome === 'no') return attribute === '约束性' ? 0 : 1
  return outcome === 'unknown' ? 2 : 3
}

/** The paragraph of an evaluation that its figures give; the committee edits it. */
export function evaluationDraft(rows: readonly EvaluatedIndicator[]): string {
  const count = (outcome: Verdict['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const listed = rows.map(
    ({ number, title, attribute, target, found, says }) =>
      `${number}.${title}（${attribute}）：目标${target}，实际${found === '' ? '没有数据' : found}，${says}`,
  )
  const counts = `${rows.length}项指标中，达到${count('yes')}项，未达到${count('no')}项，不能判定${count('unknown')}项。`
  return `${counts}${listed.join('；')}。`
}

export const evaluations = defineRegister({
  id: 'evaluations',
  title: '规划监测评估台账',
  basis,
  fields: fields({
    number: text('评估编号'),
    kind: choice('评估种类', { annual: '年度监测', midterm: '中期评估', final: '总结评估' }),
    year: text('数据年度'),
    results: longText('指标完成情况'),
    problems: longText('问题和原因').optional(),
    measures: longText('下一步措施').optional(),
    thirdParty: longText('第三方评估和满意度调查').optional(),
  }),
  key: ['number'],
  access: { read: [committee, head, may('member', 'county')], write: [committee] },
})

const { shape } = evaluations.fields

/** Drafted from the year's figures, edited, issued by another. */
export const evaluation = defineProcedure({
  id: 'evaluation',
  title: '规划监测评估',
  basis,
  ...validity,
  register: evaluations.id,
  subject: evaluations.fields,
  access: { read: evaluations.access.read },
  lookups: {},
  opening: { title: '起草', by: [committee], basis },
  initial: 'drafted',
  states: {
    drafted: {
      title: '起草中',
      on: {
        edit: {
          title: '修改',
          to: 'drafted',
          by: [committee],
          basis,
          input: fields({
            results: shape.results.optional(),
            problems: shape.problems,
            measures: shape.measures,
            thirdParty: shape.thirdParty,
          }),
        },
        issue: {
          title: '印发',
          to: 'issued',
          by: [head],
          basis,
          notByWhoDid: [OPENING, 'edit'],
          papers: ['evaluation'],
        },
      },
    },
    issued: { title: '已印发', final: 'completed', on: {} },
  },
  limits: {},
})

export const evaluationPaper = defineTextPaper({
  id: 'evaluation',
  title: '“十四五”残疾人保障和发展规划实施情况监测评估报告',
  basis,
  register: evaluations.id,
  head: 'plain',
  issuer: '{@county}人民政府残疾人工作委员会',
  addressee: '{@county}人民政府',
  body: [
    { text: '现报告{year}年度规划实施情况（{kind}）。' },
    { level: 1, text: '指标完成情况' },
    { text: '{results}' },
    { level: 1, text: '问题和原因', when: { field: 'problems' } },
    { text: '{problems}', when: { field: 'problems' } },
    { level: 1, text: '下一步措施', when: { field: 'measures' } },
    { text: '{measures}', when: { field: 'measures' } },
    { level: 1, text: '第三方评估和满意度调查', when: { field: 'thirdParty' } },
    { text: '{thirdParty}', when: { field: 'thirdParty' } },
  ],
  annexes: [],
  copies: [],
})
