import {
  choice,
  type Decimal,
  defineParameter,
  defineRule,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  isAtMost,
  listOf,
  longText,
  measure,
  productOf,
  sumOf,
  text,
} from '@luoshi/kernel'
import { notice } from './notice.ts'
import { projects } from './projects.ts'

const basis = notice.lines(1723)

/** The five aspects in which a project is reviewed. */
export const aspects = {
  need: '信息化需求合理性',
  intensity: '建设集约性',
  feasibility: '方案可行性',
  budget: '预算合理性',
  performance: '绩效目标的合理性',
} as const
export type Aspect = keyof typeof aspects

const score = (aspect: Aspect) => measure(`${aspects[aspect]}得分`, '分')

/** Points by aspect. */
export const scores = {
  need: score('need'),
  intensity: score('intensity'),
  feasibility: score('feasibility'),
  budget: score('budget'),
  performance: score('performance'),
}

export const opinion = choice('审核意见', {
  agree: '建议同意立项',
  conditional: '建议修改完善后立项',
  reject: '建议不予立项',
})
export const opinionText = longText('审核意见说明')
export const reviewTotal = measure('审核总分', '分')
export const pastEvaluations = longText('以往应用评估')

export const fullMarks = defineParameter<Decimal>({
  id: 'aspect-full-marks',
  title: '项目审核每方面满分',
  unit: '分',
  form: 'decimal',
  values: [],
  gap: gap('审核按什么分值打分没有写明，由县政务信息管理局定', basis),
})

export const scoresWithin = defineRule({
  id: 'scores-within',
  title: '审核得分',
  basis,
  inputs: scores,
  parameters: { full: fullMarks },
  decide: (input, { full }) => {
    const over = (Object.keys(aspects) as Aspect[]).filter((aspect) => !isAtMost(input[aspect], full))
    return {
      isMet: over.length === 0,
      wanted: `每方面0至${full}分`,
      found:
        over.length === 0
          ? '都在范围内'
          : over.map((aspect) => `${aspects[aspect]}${input[aspect]}分`).join('、'),
    }
  },
})

export const reviewTotalRule = defineValueRule({
  id: 'review-total',
  title: '审核总分',
  basis,
  gives: reviewTotal,
  inputs: scores,
  parameters: { full: fullMarks },
  decide: (input, { full }) => {
    const points = Object.keys(aspects).map((aspect) => input[aspect as Aspect])
    return { value: sumOf(points), because: `${points.join('＋')}，满分${productOf(full, '5')}分` }
  },
})

/** What was found of a department's projects before counts in the review of the next. */
export const pastEvaluationsRule = defineValueRule({
  id: 'past-evaluations',
  title: '以往应用评估',
  basis: notice.lines(1787),
  gives: pastEvaluations,
  inputs: {
    assessmentsFound: listOf(
      '该单位以往的评估',
      fields({ project: text('项目'), year: text('年度'), conclusion: text('评估结论') }),
    ),
  },
  parameters: {},
  decide: ({ assessmentsFound }) => ({
    value:
      assessmentsFound.length === 0
        ? '没有评估记录。'
        : assessmentsFound.map((one) => `${one.year}年${one.project}：${one.conclusion}。`).join(''),
    because: '绩效评价和应用评估台账',
  }),
})

/** 审核意见 */
export const reviewOpinion = defineTextPaper({
  id: 'review-opinion',
  title: '政务信息化项目审核意见',
  basis,
  open: [gap('方案没有印审核意见的样式', basis)],
  register: projects.id,
  head: 'plain',
  issuer: '县政务信息管理局',
  addressee: '县人民政府',
  body: [
    { text: '{department}报送的{name}（编号{number}，总预算{total}元），经审核，提出意见如下：' },
    { level: 1, text: '审核情况' },
    {
      text: '信息化需求合理性{need}分；建设集约性{intensity}分；方案可行性{feasibility}分；预算合理性{budget}分；绩效目标的合理性{performance}分。合计{reviewTotal}分。',
    },
    { level: 1, text: '以往应用评估' },
    { text: '{pastEvaluations}' },
    { level: 1, text: '意见' },
    { text: '{opinion}。{opinionText}' },
    { text: '妥否，请批示。' },
  ],
  annexes: [],
  copies: [],
})

/** 批复 */
export const approvalReply = defineTextPaper({
  id: 'approval-reply',
  title: '政务信息化项目批复',
  basis,
  open: [gap('方案没有印批复的样式', basis)],
  register: projects.id,
  head: 'red',
  issuer: '县政务信息管理局',
  number: { mark: '政信批', basis: gap('文号方式没有写明，由县里定', basis) },
  addressee: '{department}',
  body: [
    { text: '你单位报送的{name}（编号{number}）已经县人民政府同意，批复如下：' },
    { level: 1, text: '同意立项，{kind}，涉及信息系统{systems}。' },
    {
      level: 1,
      text: '预算由县财政局审定。合同文本、监理单位和竣工验收报告按规定报我局备案，未备案的不拨付后续建设资金和运行维护经费。',
    },
  ],
  annexes: [],
  copies: ['县财政局'],
})
