import { defineParameter, gap } from '@luoshi/kernel'
import { crossRegion, environment, wutaiPackage } from './bases.ts'

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

export const parameters = [promiseCheckDays, matterDays, knowledgeMonths]
