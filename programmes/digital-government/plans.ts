import {
  choice,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  files,
  longText,
  text,
} from '@luoshi/kernel'
import { bureau, department, government, notice, readers, validity } from './notice.ts'

const basis = notice.lines(1709)

export const planKinds = {
  county: '全县政务信息化应用规划',
  year: '年度计划',
  department: '县直部门涉及政务信息系统建设的规划',
} as const

const kind = choice('规划类别', planKinds)

/** 全县规划、年度计划和部门规划 */
export const plans = defineRegister({
  id: 'plans',
  title: '政务信息化规划和年度计划台账',
  basis,
  fields: fields({
    number: text('规划编号'),
    title: text('规划名称'),
    kind,
    year: text('年度', { help: '年度计划填写，如2023' }).optional(),
    content: longText('涉及政务信息系统的内容'),
    file: files('规划文本').optional(),
  }),
  key: ['number'],
  calledBy: ['title'],
  access: { read: readers, write: [bureau, department] },
})

const ofKind = (id: string, title: string, wanted: readonly (keyof typeof planKinds)[]) =>
  defineRule({
    id,
    title,
    basis,
    inputs: { kind },
    parameters: {},
    decide: (input) => ({
      isMet: wanted.includes(input.kind),
      wanted: wanted.map((one) => planKinds[one]).join('或者'),
      found: planKinds[input.kind],
    }),
  })

/** What the county approves. */
export const countyPlan = ofKind('county-plan', '报县人民政府批准的规划', ['county', 'year'])
/** What a department has filed. */
export const departmentPlan = ofKind('department-plan', '审查备案的规划', ['department'])

export const planning = defineProcedure({
  id: 'planning',
  title: '政务信息化规划和计划',
  basis,
  ...validity,
  register: plans.id,
  subject: plans.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '报送规划', by: [bureau, department], basis },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待报批、待备案',
      on: {
        submit: {
          title: '报县人民政府批准',
          to: 'submitted',
          by: [bureau],
          basis,
          gates: [countyPlan.id],
        },
        file: {
          title: '审查备案',
          to: 'filed',
          by: [bureau],
          basis,
          gates: [departmentPlan.id],
          input: fields({ linkage: longText('与全县应用规划衔接的意见') }),
        },
        drop: { title: '撤回', to: 'dropped', by: [bureau, department], basis, needsReason: true },
      },
    },
    submitted: {
      title: '待县人民政府批准',
      on: {
        approve: { title: '批准', to: 'approved', by: [government], basis },
        return: { title: '退回修改', to: 'drafted', by: [government], basis, needsReason: true },
      },
    },
    approved: {
      title: '实施中',
      rests: true,
      on: { close: { title: '结束实施', to: 'closed', by: [bureau], basis, needsReason: true } },
    },
    filed: { title: '已备案', final: 'completed', on: {} },
    closed: { title: '已结束', final: 'completed', on: {} },
    dropped: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  limits: {},
})
