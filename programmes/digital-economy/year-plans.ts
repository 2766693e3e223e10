import {
  date,
  defineProgramme,
  defineRegister,
  fields,
  gap,
  type IsoDate,
  instrument,
  may,
  text,
} from '@luoshi/kernel'

/** 五台县加快推进数字经济发展实施方案. */
const notice = instrument('wutai', '五政办发〔2022〕51号')

const group = may('group-office', 'county')
const member = may('member', 'county')

/** 年度行动计划: one for each year, due when the leading group says. */
export const yearPlans = defineRegister({
  id: 'year-plans',
  title: '数字经济年度行动计划',
  basis: notice.lines(275),
  fields: fields({
    year: text('年度'),
    dueOn: date('领导小组定的印发期限').optional(),
    title: text('计划名称').optional(),
    document: text('文号').optional(),
    issuedOn: date('印发日期').optional(),
  }),
  key: ['year'],
  access: { read: [group, member], write: [group] },
})

/** A year's plan as it is kept. */
export interface YearPlan {
  readonly year: string
  readonly dueOn?: IsoDate | undefined
  readonly document?: string | undefined
  readonly issuedOn?: IsoDate | undefined
}

/** How a year's plan stands: no day is made up where the leading group has set none. */
export type PlanStanding = 'issued' | 'issued-late' | 'day-not-set' | 'open' | 'late'

/** Each year of a span with its plan and how that stands on a day. */
export function planStandings(
  plans: readonly YearPlan[],
  years: readonly string[],
  today: IsoDate,
): readonly { readonly year: string; readonly plan: YearPlan | null; readonly standing: PlanStanding }[] {
  const byYear = new Map(plans.map((plan) => [plan.year, plan]))
  return years.map((year) => {
    const plan = byYear.get(year) ?? null
    return { year, plan, standing: standingOf(plan, today) }
  })
}

function standingOf(plan: YearPlan | null, today: IsoDate): PlanStanding {
  const { dueOn, issuedOn } = plan ?? {}
  if (issuedOn !== undefined) return dueOn !== undefined && issuedOn > dueOn ? 'issued-late' : 'issued'
  if (dueOn === undefined) return 'day-not-set'
  return today > dueOn ? 'late' : 'open'
}

/** 五政办发〔2022〕51号: the leading group's plan for each year. */
export const digitalEconomy = defineProgramme({
  id: 'digital-economy',
  title: '五台县加快推进数字经济发展实施方案',
  basis: notice.lines(161, 298),
  version: 1,
  validFrom: '2022-09-01',
  validTo: null,
  roles: {
    'group-office': { title: '数字经济领导小组办事机构', basis: notice.lines(275) },
    member: { title: '领导小组成员单位', basis: notice.lines(277) },
  },
  registers: [yearPlans],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  open: [
    gap('年度行动计划何时印发没有写明，由领导小组定', notice.lines(275)),
    gap('五台县数字经济领导小组（见附件）没有刊印', notice.lines(275)),
  ],
})
