import {
  type Duration,
  duration,
  type LimitDefinition,
  type Parameter,
  type SettableDuration,
  type TimeUnit,
} from '@luoshi/kernel'
import { rule13710 as basis } from './notices.ts'
import { answerDays, assignDays, countedIn, settleDays, settleMonths } from './parameters.ts'

/** Days as the county counts them, of which the day itself is not the first. */
function days(count: Parameter<number>): SettableDuration {
  return { ...declared(count, 'day'), setBy: { count, unit: countedIn } }
}

function declared(count: Parameter<number>, unit: TimeUnit): Duration {
  const value = count.values.at(-1)?.value ?? 0
  // Within the county's own rule a day off does not move the end, unless working days are counted.
  return { ...duration(value, unit, basis), movesToWorkday: false }
}

const dueDay = { field: 'dueDay', basis } as const
const missed = { kind: 'escalate', role: 'supervision-chief' } as const
const given = { ends: ['settle', 'giveBack'], reminderDays: 1, missed }

/** The clock of 13710, and the days that a text, a unit or a plan sets. */
export const dutyLimits: Readonly<Record<string, LimitDefinition>> = {
  assign: {
    title: '交办',
    starts: 'confirm',
    ends: ['assign', 'undertake'],
    legal: days(assignDays),
    missed,
  },
  answer: {
    title: '反馈',
    starts: 'assign',
    ends: ['answer', 'giveBack'],
    legal: days(answerDays),
    reminderDays: 1,
    missed,
  },
  'settle-ordinary': {
    title: '一般事项办结',
    starts: 'assign',
    when: { field: 'nature', is: ['ordinary'] },
    legal: days(settleDays),
    ...given,
  },
  'settle-complex': {
    title: '重大复杂事项办结或报送分期方案',
    starts: 'assign',
    when: { field: 'nature', is: ['complex'] },
    legal: { ...declared(settleMonths, 'month'), setBy: { count: settleMonths } },
    ...given,
    ends: [...given.ends, 'bringPlan'],
  },
  'settle-dated': {
    title: '按原文期限办结',
    starts: 'assign',
    when: { field: 'nature', is: ['dated'] },
    legal: dueDay,
    ...given,
  },
  'settle-own': {
    title: '按承办机构定的期限办结',
    starts: 'answer',
    when: { field: 'nature', is: ['own'] },
    legal: dueDay,
    ...given,
  },
  'settle-planned': { title: '按分期方案办结', starts: 'bringPlan', legal: dueDay, ...given },
  'settle-undertaken': { title: '自办任务办结', starts: 'undertake', legal: dueDay, ...given },
  'settle-part': { title: '分解任务办结', starts: 'assignPart', legal: dueDay, ...given },
}
