import {
  type Answer,
  choice,
  count,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  measure,
  quotientOf,
  text,
  unit,
} from '@luoshi/kernel'
import { fireHazards } from './hazards.ts'
import { committee, government, plan, readersBelow, scheme, township, validity } from './notices.ts'

const basis = plan.lines(819)

const stages = { midterm: '中期评估', final: '终期考核' } as const
/** The years in which the plan is evaluated. */
const stageYears = { midterm: 2023, final: 2025 } as const

const shape = {
  stage: choice('阶段', stages),
  year: count('年度', '年'),
  body: unit('被评估单位'),
  kind: choice('单位种类', { township: '乡（镇）', department: '部门' }),
}
const ledger = longText('火灾隐患整改情况')

/** How each township and department has carried the plan out. */
export const evaluations = defineRegister({
  id: 'evaluations',
  title: '规划执行评估考核台账',
  basis,
  fields: fields({ ...shape, ledger: ledger.optional() }),
  key: ['stage', 'body'],
  access: { read: readersBelow, write: [committee] },
})

export const stageInYear = defineRule({
  id: 'stage-in-year',
  title: '评估考核的年度',
  basis,
  inputs: { stage: shape.stage, year: shape.year },
  parameters: {},
  decide: ({ stage, year }) => ({
    isMet: year === stageYears[stage],
    wanted: `${stages[stage]}在${stageYears[stage]}年`,
    found: `${year}年`,
  }),
})

const dangers = (label: string) => listOf(label, fields({ number: text('隐患编号') }))
const [inTownship, struckInTownship] = [dangers('辖区隐患'), dangers('辖区已销号隐患')]
const [inIndustry, struckInIndustry] = [dangers('行业隐患'), dangers('行业已销号隐患')]

/** Drawn from the database of dangers, nobody writes it. */
export const ledgerRule = defineValueRule({
  id: 'hazard-ledger',
  title: '火灾隐患整改情况',
  basis,
  gives: ledger,
  inputs: { kind: shape.kind, inTownship, struckInTownship, inIndustry, struckInIndustry },
  parameters: {},
  decide: (input): Answer<string> => {
    const isTownship = input.kind === 'township'
    const all = isTownship ? input.inTownship : input.inIndustry
    const struck = isTownship ? input.struckInTownship : input.struckInIndustry
    const share =
      all.length === 0 ? '' : `，销号率${quotientOf(String(struck.length * 100), String(all.length), 1)}%`
    return {
      value: `火灾隐患${all.length}条，已销号${struck.length}条${share}。`,
      because: isTownship ? '火灾隐患台账中属地为该乡（镇）的' : '火灾隐患台账中行业主管部门为该部门的',
    }
  },
})

const states = ['found', 'listed', 'fixed', 'struck', 'held']
const dangersOf = (title: string, field: string, only: readonly string[]) => ({
  title,
  register: fireHazards.id,
  where: { [field]: 'body' },
  states: only,
  gives: { kind: 'records' as const, fields: ['number'] },
})

const card = {
  score: measure('得分', '分', { most: '100' }),
  works: longText('建设任务和措施落实情况'),
  problems: longText('存在问题').optional(),
  neglect: choice('工作不力、失职渎职情形', {
    none: '没有',
    approval: '消防安全行政审批',
    facilities: '公共消防设施建设',
    hazards: '重大火灾隐患整改',
    forces: '消防力量发展',
  }),
}

export const evaluationPaper = defineTextPaper({
  id: 'evaluation-paper',
  title: '消防事业发展“十四五”规划执行情况评估考核结果',
  basis,
  register: evaluations.id,
  head: 'plain',
  issuer: '{@county}消防安全委员会办公室',
  addressee: '{@county}人民政府',
  body: [
    { text: '现报告{body}{year}年{stage}结果。' },
    { level: 1, text: '得分{score}分。' },
    { level: 1, text: '{ledger}' },
    { level: 1, text: '{works}' },
    { level: 1, text: '存在问题：{problems}', when: { field: 'problems' } },
  ],
  annexes: [],
  copies: [],
})

/** A card for each, scored by one and approved by the government, and from there part of the yearly appraisal. */
export const evaluating = defineProcedure({
  id: 'evaluating',
  title: '规划执行评估考核',
  basis,
  ...validity,
  register: evaluations.id,
  subject: evaluations.fields,
  access: { read: readersBelow },
  lookups: {
    inTownship: dangersOf('辖区隐患', 'township', states),
    struckInTownship: dangersOf('辖区已销号隐患', 'township', ['struck', 'held']),
    inIndustry: dangersOf('行业隐患', 'industry', states),
    struckInIndustry: dangersOf('行业已销号隐患', 'industry', ['struck', 'held']),
  },
  opening: {
    title: '列入评估考核',
    by: [committee],
    basis,
    gates: [stageInYear.id],
    computes: { ledger: ledgerRule.id },
  },
  initial: 'listed',
  states: {
    listed: {
      title: '待评分',
      on: {
        assess: {
          title: '乡（镇）自评',
          to: 'listed',
          by: [township],
          basis,
          input: fields({ ownAccount: longText('自评情况') }),
        },
        score: {
          title: '评分',
          to: 'scored',
          by: [committee],
          basis,
          input: fields(card),
          computes: { ledger: ledgerRule.id },
        },
      },
    },
    scored: {
      title: '待审定',
      on: {
        approve: {
          title: '审定，纳入绩效评价',
          to: 'approved',
          by: [government],
          basis: plan.lines(672, 819),
          papers: [evaluationPaper.id],
        },
        return: { title: '退回重评', to: 'listed', by: [government], basis, needsReason: true },
      },
    },
    approved: { title: '已纳入绩效评价', final: 'completed', on: {} },
  },
  limits: {},
  open: [
    gap('评估考核的指标和分值没有写明，由消安委办评分', basis),
    gap('乡（镇）定期评估的周期没有写明', basis),
    gap('监测评估的时间没有写明', scheme.lines(1404)),
  ],
})

/** Scores by stage and body. */
export const scores = defineTally({
  id: 'evaluation-scores',
  title: '规划执行评估考核得分',
  basis,
  register: evaluations.id,
  by: [
    { kind: 'field', field: 'stage' },
    { kind: 'field', field: 'body' },
  ],
  columns: [
    { id: 'score', title: '得分', sums: 'score' },
    { id: 'approved', title: '已审定', states: ['approved'] },
  ],
})
