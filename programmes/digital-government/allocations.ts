import {
  count,
  definePaper,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  money,
  sumOf,
  text,
} from '@luoshi/kernel'
import { bureau, departmentName, notice, readers, validity } from './notice.ts'
import { projects } from './projects.ts'

const basis = notice.lines(1740)

const projectCount = count('项目数', '个')
const total = money('拟分配资金合计')
const rows = longText('拟分配计划')

/** 资金拟分配计划 of a year */
export const allocations = defineRegister({
  id: 'allocations',
  title: '资金拟分配计划台账',
  basis,
  fields: fields({
    number: text('计划编号'),
    year: text('预算年度'),
    projectCount: projectCount.optional(),
    total: total.optional(),
    rows: rows.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

const allocated = listOf(
  '列入计划的项目',
  fields({
    name: text('项目名称'),
    department: departmentName.optional(),
    approvedBudget: money('审定预算').optional(),
  }),
)

export const notEmpty = defineRule({
  id: 'allocation-not-empty',
  title: '列入计划的项目',
  basis,
  inputs: { allocated },
  parameters: {},
  decide: (input) => ({
    isMet: input.allocated.length > 0,
    wanted: '至少有一个预算已经审定的项目列入计划',
    found: `${input.allocated.length}个`,
  }),
})

/** The plan is drawn from the budgets that were set: nobody writes its figures. */
export const allocationRows = defineValueRule({
  id: 'allocation-rows',
  title: '拟分配计划',
  basis,
  gives: rows,
  inputs: { allocated },
  parameters: {},
  decide: (input) => ({
    value:
      input.allocated.length === 0
        ? '没有列入计划的项目'
        : input.allocated
            .map((one) => `${one.department ?? ''}：${one.name}，${one.approvedBudget ?? '0'}元`)
            .join('；'),
    because: '列入计划的项目和审定预算',
  }),
})

export const allocationCount = defineValueRule({
  id: 'allocation-count',
  title: '项目数',
  basis,
  gives: projectCount,
  inputs: { allocated },
  parameters: {},
  decide: (input) => ({ value: input.allocated.length, because: '列入计划的项目' }),
})

export const allocationTotal = defineValueRule({
  id: 'allocation-total',
  title: '拟分配资金合计',
  basis,
  gives: total,
  inputs: { allocated },
  parameters: {},
  decide: (input) => ({
    value: sumOf(input.allocated.map((one) => one.approvedBudget ?? '0')),
    because: '审定预算相加',
  }),
})

export const allocationTable = definePaper({
  id: 'allocation-table',
  title: '政务信息化项目资金拟分配计划公示表',
  basis,
  open: [gap('方案没有印公示表的样式', basis)],
  register: projects.id,
  rows: { allocation: 'number' },
  head: [],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '项目编号', field: 'number' },
    { heading: '项目名称', field: 'name' },
    { heading: '项目实施单位', field: 'department' },
    { heading: '审定预算（元）', field: 'approvedBudget', isSummed: true },
  ],
  hasTotal: true,
  foot: ['县政务信息管理局'],
  copies: [],
})

export const allocating = defineProcedure({
  id: 'allocating',
  title: '资金拟分配计划公示',
  basis,
  ...validity,
  register: allocations.id,
  subject: allocations.fields,
  access: { read: readers },
  lookups: {
    allocated: {
      title: '列入计划的项目',
      register: projects.id,
      where: { allocation: 'number' },
      states: ['allocated'],
      gives: { kind: 'records', fields: ['name', 'department', 'approvedBudget'] },
    },
  },
  opening: { title: '编制拟分配计划', by: [bureau], basis },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待公示',
      on: {
        publicise: {
          title: '公示',
          to: 'publicised',
          by: [bureau],
          basis,
          input: fields({ projectCount, total, rows }),
          computes: {
            projectCount: allocationCount.id,
            total: allocationTotal.id,
            rows: allocationRows.id,
          },
          gates: [notEmpty.id],
          papers: [allocationTable.id],
        },
        drop: { title: '作废', to: 'dropped', by: [bureau], basis, needsReason: true },
      },
    },
    publicised: {
      title: '公示中',
      rests: true,
      disclosure: {
        title: '政务信息化项目资金拟分配计划',
        basis,
        duration: gap('公示多久没有写明，撤下以前一直公示', basis),
        places: ['政府信息公开专栏'],
        shows: ['year', 'projectCount', 'total', 'rows'],
        clear: [],
        after: [],
      },
      on: {
        close: { title: '结束公示', to: 'closed', by: [bureau], basis, needsReason: true },
      },
    },
    closed: { title: '已公示', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})
