import { defineParameter, gap, type LawCite, type TimeUnit } from '@luoshi/kernel'
import { crossRegion, environment, licensing, wutaiPackage } from './bases.ts'

/** Days within which a promise is checked. */
export const promiseCheckDays = defineParameter<number>({
  id: 'promise-check-days',
  title: '告知承诺核查期限',
  unit: '个工作日',
  form: 'whole',
  values: [],
  gap: gap('准予后几日内核查承诺没有写明，由县里定', environment.promise),
})

/** Days within which a bad rating or a complaint is settled: cities set 5, 10 or 15, and no notice here says. */
export const matterDays = defineParameter<number>({
  id: 'matter-days',
  title: '差评和投诉办理期限',
  unit: '个工作日',
  form: 'whole',
  values: [],
  gap: gap('差评和投诉几日内办结没有写明，由县里定', crossRegion.lines(815, 831)),
})

/** How often the knowledge base is renewed. */
export const knowledgeMonths = defineParameter<number>({
  id: 'knowledge-months',
  title: '知识库条目几个月内应更新',
  unit: '个月',
  values: [{ from: '2022-09-21', value: 1, basis: null }],
  gap: gap('“按月更新”按每月至少一次计算', wutaiPackage.lines(783)),
})

/** The day from which the law on licences holds. */
const LAW_HOLDS = '2004-07-01'

/** Days of what does not count for the decision and has a limit of its own. */
export const inspectionDays = days('inspection-days', '指派检验、检测、检疫人员期限', 5, licensing.inspection)
export const hearingAskDays = days('hearing-ask-days', '要求听证期限', 5, licensing.hearing)
export const hearingHoldDays = days('hearing-hold-days', '组织听证期限', 20, licensing.hearing)
export const hearingNoticeDays = days('hearing-notice-days', '听证通知提前的日数', 7, licensing.hearingOrder)

/** The law counts the organ’s limits in working days, and says nothing of those of who asks. */
export const hearingAskUnit = defineParameter<TimeUnit>({
  id: 'hearing-ask-unit',
  title: '要求听证的期限按自然日还是工作日计算',
  unit: '',
  choices: { workday: '工作日', day: '自然日' },
  values: [{ from: LAW_HOLDS, value: 'workday', basis: null }],
  gap: gap('申请人的期限按不按工作日没有写明，按对申请人有利的工作日计算', licensing.workingDays),
})

function days(id: string, title: string, value: number, basis: LawCite) {
  return defineParameter<number>({
    id,
    title,
    unit: '日',
    form: 'whole',
    values: [{ from: LAW_HOLDS, value, basis }],
  })
}

export const parameters = [
  promiseCheckDays,
  matterDays,
  knowledgeMonths,
  inspectionDays,
  hearingAskDays,
  hearingAskUnit,
  hearingHoldDays,
  hearingNoticeDays,
]
