import { defineParameter, gap, type TimeUnit } from '@luoshi/kernel'
import { RULE_BEGINS, rule13710 } from './notices.ts'

const unsaid = gap('方案要求深化“13710”工作制度，没有写明各环节几日，按全省通行的做法', rule13710)

const length = (id: string, title: string, unit: string, value: number) =>
  defineParameter<number>({
    id,
    title,
    unit,
    values: [{ from: RULE_BEGINS, value, basis: null }],
    gap: unsaid,
  })

/** 1: studied and given out on the day. */
export const assignDays = length('assign-days', '交办期限', '日', 1)

/** 3: how it is being handled is reported back. */
export const answerDays = length('answer-days', '反馈期限', '日', 3)

/** 7: an ordinary matter is settled. */
export const settleDays = length('settle-days', '一般事项办结期限', '日', 7)

/** 1: a major or complex matter is settled within a month, or brings a plan with dates of its own. */
export const settleMonths = length('settle-months', '重大复杂事项办结期限', '个月', 1)

export const countedIn = defineParameter<TimeUnit>({
  id: 'counted-in',
  title: '天数按自然日还是工作日计算',
  unit: '',
  choices: { day: '自然日', workday: '工作日' },
  values: [{ from: RULE_BEGINS, value: 'day', basis: null }],
  gap: gap('“13710”的天数是自然日还是工作日没有写明，没有写明的按自然日', rule13710),
})

export const warningDays = defineParameter<number>({
  id: 'warning-days',
  title: '到期前几日亮黄灯',
  unit: '日',
  values: [{ from: RULE_BEGINS, value: 3, basis: null }],
  gap: gap('方案没有规定红黄绿灯，几日亮黄灯由县里定', rule13710),
})

export const parameters = [assignDays, answerDays, settleDays, settleMonths, countedIn, warningDays]
