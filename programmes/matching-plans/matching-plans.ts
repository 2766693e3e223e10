import {
  date,
  defineProgramme,
  defineRegister,
  fields,
  gap,
  instrument,
  may,
  personalText,
  text,
} from '@luoshi/kernel'

/** 五寨县落实“五有套餐”创优营商环境配套实施方案（暂行）. */
const notice = instrument('wuzhai', '五政办发〔2022〕37号')

const unitOffice = may('unit', 'unit')
const office = may('environment-office', 'county')

/** What each township and department has issued to match the county's plan, and who sees to it there. */
export const matchingPlans = defineRegister({
  id: 'matching-plans',
  title: '“五有套餐”配套实施方案台账',
  basis: notice.lines(2683),
  fields: fields({
    unit: text('单位'),
    title: text('方案名称'),
    document: text('文号').optional(),
    issuedOn: date('印发日期'),
    responsible: personalText('专人负责', 'name').optional(),
  }),
  key: ['unit'],
  access: { read: [unitOffice, office], write: [unitOffice] },
})

/** A unit's plan as it is kept. */
export interface MatchingPlan {
  readonly unit: string
  readonly title: string
  readonly issuedOn: string
}

/** Every unit with its plan, or none yet. */
export function planRegister(
  units: readonly string[],
  plans: readonly MatchingPlan[],
): readonly { readonly unit: string; readonly isIssued: boolean; readonly plan: MatchingPlan | null }[] {
  const byUnit = new Map(plans.map((plan) => [plan.unit, plan]))
  return units.map((unit) => {
    const plan = byUnit.get(unit) ?? null
    return { unit, isIssued: plan !== null, plan }
  })
}

/** 五政办发〔2022〕37号, 工作要求: each township and department issues a plan of its own. */
export const matchingPlansProgramme = defineProgramme({
  id: 'matching-plans',
  title: '五寨县“五有套餐”配套实施方案',
  basis: notice.lines(2555, 2689),
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  roles: {
    unit: { title: '乡（镇）、部门经办人', basis: notice.lines(2683) },
    'environment-office': { title: '营商环境主管部门', basis: notice.lines(2599) },
  },
  registers: [matchingPlans],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  open: [gap('配套实施方案何时出台没有写明', notice.lines(2683))],
})
