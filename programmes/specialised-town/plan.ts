import {
  byThresholds,
  type Decimal,
  date,
  definePaper,
  defineParameter,
  defineRegister,
  fields,
  gap,
  type IsoDate,
  longText,
  may,
  measure,
  type Parameters,
  type PraiseAndBlame,
  type Ranked,
  ranked,
  text,
  unit,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

const lead = may('lead-department', 'county')
const reads = [lead, may('member', 'county'), may('group', 'county')]

/** 年度行动计划: what is to be done in a year, by whom, until when. */
export const planRows = defineRegister({
  id: 'plan-rows',
  title: '专业镇年度行动计划',
  basis: notice.lines(700),
  fields: fields({
    number: text('序号'),
    year: text('年度'),
    goal: text('年度工作目标'),
    task: longText('重点任务'),
    measure: longText('推进措施'),
    schedule: date('完成时间').optional(),
    responsible: unit('责任单位').optional(),
  }),
  key: ['year', 'number'],
  access: { read: reads, write: [lead] },
})

/** A row of a year's plan. */
export interface PlanRow {
  readonly number: string
  readonly year: string
  readonly goal: string
  readonly task: string
  readonly measure: string
  readonly schedule?: string | undefined
  readonly responsible?: string | undefined
}

/** What a row lacks. */
export interface PlanGap {
  readonly number: string
  readonly task: string
  readonly says: string
}

/** The rows of a year in their order, and every one without an owner or a date. */
export function yearPlan(
  rows: readonly PlanRow[],
  year: string,
): { readonly rows: readonly PlanRow[]; readonly gaps: readonly PlanGap[] } {
  const own = rows
    .filter((row) => row.year === year)
    .toSorted((one, other) => one.number.localeCompare(other.number, 'zh', { numeric: true }))
  const gaps = own.flatMap(({ number, task, schedule, responsible }) => {
    const lacking = [
      ...(responsible === undefined ? ['责任单位'] : []),
      ...(schedule === undefined ? ['完成时间'] : []),
    ]
    return lacking.length === 0 ? [] : [{ number, task, says: `没有${lacking.join('、')}` }]
  })
  return { rows: own, gaps }
}

export const planPaper = definePaper({
  id: 'year-plan',
  title: '专业镇年度行动计划表',
  basis: notice.lines(700),
  register: planRows.id,
  head: ['年度'],
  headFields: { 年度: 'year' },
  columns: [
    { heading: '序号', field: 'number' },
    { heading: '年度工作目标', field: 'goal' },
    { heading: '重点任务', field: 'task' },
    { heading: '推进措施', field: 'measure' },
    { heading: '完成时间', field: 'schedule' },
    { heading: '责任单位', field: 'responsible' },
  ],
  hasTotal: false,
  foot: [],
  copies: [],
  open: [gap('年度行动计划的格式没有刊印', notice.lines(700))],
})

/** What a department was given for the year. */
export const scores = defineRegister({
  id: 'scores',
  title: '专业镇建设考核台账',
  basis: notice.lines(706),
  fields: fields({
    year: text('年度'),
    department: text('部门'),
    score: measure('得分', '分', { most: '100' }),
    note: longText('工作成效和问题').optional(),
  }),
  key: ['year', 'department'],
  access: { read: reads, write: [may('group', 'county')] },
})

const unsaid = (what: string) => gap(`没有写明多少分${what}`, notice.lines(706))

export const praisedFrom = defineParameter<Decimal>({
  id: 'praised-from',
  title: '表扬奖励的得分',
  unit: '分',
  form: 'decimal',
  values: [],
  gap: unsaid('予以表扬奖励'),
})

export const criticisedBelow = defineParameter<Decimal>({
  id: 'criticised-below',
  title: '通报批评的得分',
  unit: '分',
  form: 'decimal',
  values: [],
  gap: unsaid('进行通报批评'),
})

/** A department's score. */
export interface DepartmentScore {
  readonly department: string
  readonly score: Decimal
}

/** The year's appraisal: departments by score, who is commended and who is criticised. */
export function departmentAppraisal(
  given: readonly DepartmentScore[],
  on: IsoDate,
  set: Parameters = {},
): PraiseAndBlame<DepartmentScore> & { readonly ranking: readonly Ranked<DepartmentScore>[] } {
  const scoreOf = ({ score }: DepartmentScore) => score
  const thresholds = { praisedFrom, blamedBelow: criticisedBelow }
  return { ranking: ranked(given, scoreOf).ranked, ...byThresholds(given, scoreOf, thresholds, on, set) }
}
