import { duration, type LimitDefinition } from '@luoshi/kernel'
import { compulsion, penalty, threeSystems } from './notices.ts'
import {
  decisionDays,
  hearingAskDays,
  hearingTellDays,
  paymentDays,
  publicationDays,
  serviceDays,
  urgingDays,
  withdrawalDays,
} from './parameters.ts'

const overseen = { kind: 'escalate', role: 'overseer' } as const

/** The limits of a case by the ordinary procedure, each at the length that its parameter has on the day it begins. */
export const ordinaryLimits: Readonly<Record<string, LimitDefinition>> = {
  decision: {
    title: '作出处罚决定的期限',
    starts: 'approve',
    ends: ['decide', 'decideNone', 'drop', 'policeTook'],
    legal: { ...duration(90, 'day', penalty('第六十条')), setBy: { count: decisionDays } },
    reminderDays: 15,
    missed: overseen,
  },
  hearing: {
    title: '申请听证的期限',
    starts: 'tell',
    ends: ['askHearing', 'waive'],
    legal: { ...duration(5, 'workday', penalty('第六十四条')), setBy: { count: hearingAskDays } },
    missed: { kind: 'flag' },
  },
  hearingNotice: {
    title: '听证通知提前的日数',
    starts: 'tellHearing',
    ends: ['hear', 'withdrawHearing'],
    legal: {
      ...duration(7, 'workday', penalty('第六十四条')),
      movesToWorkday: false,
      setBy: { count: hearingTellDays },
    },
    missed: { kind: 'flag' },
  },
  service: {
    title: '送达期限',
    starts: 'decide',
    ends: ['serve'],
    legal: { ...duration(7, 'workday', penalty('第六十一条')), setBy: { count: serviceDays } },
    reminderDays: 2,
    missed: overseen,
  },
  publication: {
    title: '公开处罚决定的期限',
    starts: 'decide',
    ends: ['publish'],
    legal: { ...duration(7, 'workday', threeSystems), setBy: { count: publicationDays } },
    reminderDays: 2,
    missed: overseen,
  },
  pay: {
    title: '缴纳罚款的期限',
    starts: 'serve',
    ends: ['pay', 'courtDone'],
    legal: { ...duration(15, 'day', penalty('第六十七条')), setBy: { count: paymentDays } },
    missed: { kind: 'flag' },
  },
  suit: {
    title: '起诉的期限',
    starts: 'serve',
    ends: ['pay', 'courtDone'],
    legal: duration(6, 'month', compulsion('第五十三条')),
    missed: { kind: 'flag' },
  },
  court: {
    title: '申请法院强制执行的期限',
    starts: 'serve',
    ends: ['applyCourt', 'pay'],
    legal: duration(9, 'month', compulsion('第五十三条')),
    reminderDays: 30,
    missed: overseen,
  },
  urging: {
    title: '催告后履行的期限',
    starts: 'urge',
    ends: ['pay', 'applyCourt'],
    legal: { ...duration(10, 'workday', compulsion('第五十四条')), setBy: { count: urgingDays } },
    missed: { kind: 'flag' },
  },
  unpublish: {
    title: '撤回公开信息的期限',
    starts: 'changeDecision',
    ends: ['withdrawPublication'],
    legal: { ...duration(3, 'workday', penalty('第四十八条')), setBy: { count: withdrawalDays } },
    missed: overseen,
  },
}
