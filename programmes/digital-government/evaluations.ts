import {
  choice,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  duration,
  fields,
  gap,
  longText,
  reference,
  TODAY,
  text,
} from '@luoshi/kernel'
import {
  bureau,
  department,
  departmentName,
  departmentRule,
  finance,
  notice,
  readers,
  validity,
} from './notice.ts'
import { projects } from './projects.ts'

const basis = notice.lines(1779)

const year = text('年度', { help: '如2022' })
const finishedOn = date('自评价完成日期')
const countsFrom = date('备案期限起算日')

/** What the self-evaluation of a project looks at. */
const findings = {
  support: longText('计算、存储、网络等支撑和适配能力'),
  satisfaction: longText('用户满意度'),
  improvement: longText('政务效能提升程度'),
  sustainability: longText('应用可持续发展水平'),
  safety: longText('系统安全可靠程度'),
}

/** 项目自评价 */
export const evaluations = defineRegister({
  id: 'evaluations',
  title: '项目自评价台账',
  basis,
  fields: fields({
    number: text('评价编号'),
    project: reference('项目', projects.id),
    year,
    finishedOn,
    ...findings,
    conclusion: longText('自评价结论'),
    department: departmentName.optional(),
    countsFrom: countsFrom.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [department] },
})

/** 绩效评价、抽查和应用评估, by others than who carries the project out. */
export const assessments = defineRegister({
  id: 'assessments',
  title: '绩效评价、抽查和应用评估台账',
  basis: notice.lines(1783, 1787),
  fields: fields({
    number: text('评估编号'),
    project: reference('项目', projects.id),
    department: text('项目实施单位'),
    year,
    kind: choice('评估类别', {
      cloud: '政务云日常应用监督和评价',
      performance: '绩效评价',
      application: '应用评估',
      'spot-check': '财政部门抽查自评',
      key: '重点项目绩效评价',
    }),
    method: text('评估方式', { help: '资料审查、第三方评估、公众问卷等' }),
    conclusion: longText('评估结论'),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau, finance] },
})

/** From when the five working days run: the notice can be read both ways. */
export const filingStarts = defineParameter<'year-end' | 'finished'>({
  id: 'evaluation-filing-starts',
  title: '自评价报告备案的5个工作日起算',
  unit: '',
  values: [],
  choices: { 'year-end': '年度预算结束之日', finished: '自评价完成之日' },
  gap: gap('5个工作日从年度预算结束起算还是从自评价完成起算没有写明', basis),
})

/** What is evaluated is a year that is over. */
export const yearOver = defineRule({
  id: 'year-over',
  title: '年度预算结束后自评价',
  basis,
  inputs: { year, [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.today > `${input.year}-12-31`,
    wanted: `${input.year}年度预算结束后（${input.year}-12-31以后）`,
    found: `今天是${input.today}`,
  }),
})

export const countsFromRule = defineValueRule({
  id: 'filing-counts-from',
  title: '备案期限起算日',
  basis,
  gives: countsFrom,
  inputs: { year, finishedOn },
  parameters: { starts: filingStarts },
  decide: (input, { starts }) =>
    starts === 'year-end'
      ? { value: `${input.year}-12-31`, because: '年度预算结束之日' }
      : { value: input.finishedOn, because: '自评价完成之日' },
})

export const evaluating = defineProcedure({
  id: 'evaluating',
  title: '项目自评价备案',
  basis,
  ...validity,
  register: evaluations.id,
  subject: evaluations.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '登记自评价',
    by: [department],
    basis,
    gates: [yearOver.id],
    computes: { department: departmentRule.id, countsFrom: countsFromRule.id },
  },
  initial: 'made',
  states: {
    made: {
      title: '待报送备案',
      on: { report: { title: '报送自评价报告', to: 'reported', by: [department], basis } },
    },
    reported: {
      title: '待备案',
      on: {
        file: { title: '备案', to: 'filed', by: [bureau], basis: notice.lines(1785) },
        return: {
          title: '退回',
          to: 'made',
          by: [bureau],
          basis: notice.lines(1785),
          needsReason: true,
        },
      },
    },
    filed: { title: '已备案', final: 'completed', on: {} },
  },
  limits: {
    filing: {
      title: '自评价报告备案',
      starts: 'opening',
      ends: ['report'],
      legal: { ...duration(5, 'workday', basis), countsFrom: 'countsFrom' },
      reminderDays: 1,
      missed: { kind: 'flag' },
    },
  },
})
