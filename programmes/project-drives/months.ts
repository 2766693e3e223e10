import {
  choice,
  compareDecimals,
  type Decimal,
  defineProcedure,
  defineRegister,
  defineTally,
  defineValueRule,
  differenceOf,
  fields,
  measure,
  productOf,
  quotientOf,
  ranked,
  reference,
  sumOf,
  text,
} from '@luoshi/kernel'
import { bureau, notice, place, readers, validity } from './notice.ts'
import { departments } from './projects.ts'

const planned = measure('计划投资', '万元')
const actual = measure('完成投资', '万元')
const standing = choice('进度', { kept: '达到计划', lagging: '滞后' })

/** A project's investment month by month: planned, done, and whether it lags. */
export const months = defineRegister({
  id: 'months',
  title: '月度投资任务台账',
  basis: notice.lines(459),
  fields: fields({
    project: reference('项目', 'projects'),
    department: choice('牵头部门', departments),
    month: text('月份', { help: '如2021-08', isSortable: true }),
    planned,
    actual: actual.optional(),
    standing: standing.optional(),
  }),
  key: ['project', 'month'],
  access: { read: readers, write: [place, bureau] },
})

/** What was done against what was planned. */
export const standingRule = defineValueRule({
  id: 'standing',
  title: '月度投资进度',
  basis: notice.lines(459),
  gives: standing,
  inputs: { planned, actual },
  parameters: {},
  decide: ({ planned: wanted, actual: done }) => {
    const because = `计划${wanted}万元，完成${done}万元`
    if (compareDecimals(done, wanted) >= 0) return { value: 'kept' as const, because }
    return { value: 'lagging' as const, because: `${because}，差${differenceOf(wanted, done)}万元` }
  },
})

/** A month's task is set, and what was done is reported. */
export const reporting = defineProcedure({
  id: 'reporting',
  title: '月度投资任务',
  basis: notice.lines(459),
  ...validity,
  register: months.id,
  subject: months.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '分解任务', by: [place, bureau], basis: notice.lines(459) },
  initial: 'set',
  states: {
    set: {
      title: '待完成',
      on: {
        report: {
          title: '填报完成投资',
          to: 'reported',
          by: [place, bureau],
          basis: notice.lines(459),
          input: fields({ actual }),
          computes: { standing: 'standing' },
        },
        drop: { title: '取消任务', to: 'dropped', by: [bureau], basis: notice.lines(459), needsReason: true },
      },
    },
    reported: { title: '已填报', final: 'completed', on: {} },
    dropped: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** Planned and done by month and project. */
export const byMonth = defineTally({
  id: 'by-month',
  title: '月度投资统计',
  basis: notice.lines(459),
  register: months.id,
  by: [
    { kind: 'field', field: 'month' },
    { kind: 'field', field: 'project' },
  ],
  columns: [
    { id: 'planned', title: '计划投资（万元）', sums: 'planned' },
    { id: 'actual', title: '完成投资（万元）', sums: 'actual' },
    { id: 'lagging', title: '滞后', where: { standing: ['lagging'] } },
  ],
})

/** The same by department: what the circular is made of. */
export const byDepartment = defineTally({
  id: 'by-department',
  title: '各部门项目投资统计',
  basis: notice.lines(487, 489),
  register: months.id,
  by: [{ kind: 'field', field: 'department' }],
  columns: [
    { id: 'planned', title: '计划投资（万元）', sums: 'planned' },
    { id: 'actual', title: '完成投资（万元）', sums: 'actual' },
    { id: 'lagging', title: '滞后', where: { standing: ['lagging'] } },
  ],
})

/** What a department planned and did. */
export interface DepartmentFigures {
  readonly department: keyof typeof departments
  readonly planned: Decimal
  readonly actual: Decimal
}

/** One line of a circular. */
export interface DepartmentPlace {
  /** From 1; null for one without a plan, which cannot be ranked. */
  readonly place: number | null
  readonly department: string
  /** Percent of its plan, to one place; null without a plan. */
  readonly share: Decimal | null
}

/**
 * The seven departments by the share of their plan that they have done, each named, those without a plan last. By what they
 * are ranked the notice does not say.
 */
export function departmentRanking(figures: readonly DepartmentFigures[]): readonly DepartmentPlace[] {
  const byDepartment = Map.groupBy(figures, ({ department }) => department)
  const all = Object.entries(departments)
    .filter(([id]) => id !== 'none')
    .map(([id, department]) => {
      const own = byDepartment.get(id as keyof typeof departments) ?? []
      const [plan, done] = [sumOf(own.map((one) => one.planned)), sumOf(own.map((one) => one.actual))]
      const share = compareDecimals(plan, '0') === 0 ? null : quotientOf(productOf(done, '100'), plan, 1)
      return { department, share }
    })
  const { ranked: placed, unranked } = ranked(all, ({ share }) => share)
  return [
    ...placed.map(({ place: rank, item }) => ({ place: rank, ...item })),
    ...unranked.map((item) => ({ place: null, ...item })),
  ]
}
