import { duration, type LimitDefinition, OPENING, type SettableDuration } from '@luoshi/kernel'
import { environment, licensing } from './bases.ts'
import { outsideLimits } from './outside-clock.ts'
import { promiseCheckDays } from './parameters.ts'
import { JOINT_DAYS, LEGAL_DAYS } from './rules.ts'

const ends = ['grant', 'refuse']

/** The law's limit, and the county's own where that is shorter. */
const shorter = (count: number, field: 'legalDays' | 'promisedDays'): SettableDuration => ({
  ...duration(count, 'workday', licensing.limits),
  shortenedTo: field,
})

const deciding = (title: string, count: number, isJoint: boolean): LimitDefinition => ({
  title,
  starts: 'accept',
  orStarts: { by: 'deemAccepted', countsFrom: OPENING },
  when: { field: 'isJoint', is: [String(isJoint)] },
  ends,
  legal: shorter(count, 'legalDays'),
  target: shorter(count, 'promisedDays'),
  reminderDays: 2,
  missed: { kind: 'escalate', role: 'approval-bureau' },
})

/** 5 working days to say what is missing, 20 or 45 to decide, 10 to hand out. */
export const applicationLimits = {
  accept: {
    title: '受理或者一次告知补正期限',
    starts: OPENING,
    ends: ['accept', 'askCorrection', 'notAccept', 'notOurs', 'deemAccepted'],
    legal: duration(5, 'workday', licensing.intake),
    reminderDays: 1,
    missed: { kind: 'act', action: 'deemAccepted' },
  },
  decide: deciding('办结期限', LEGAL_DAYS, false),
  decideJoint: deciding('联合办理办结期限', JOINT_DAYS, true),
  ...outsideLimits,
  handOut: {
    title: '颁发送达期限',
    starts: 'grant',
    ends: ['handOut', 'handOutPromised'],
    legal: duration(10, 'workday', licensing.handing),
    reminderDays: 2,
    missed: { kind: 'escalate', role: 'approval-bureau' },
  },
  checkPromise: {
    title: '承诺核查期限',
    starts: 'handOutPromised',
    ends: ['confirmPromise', 'breakPromise', 'revoke'],
    legal: { ...duration(1, 'workday', environment.promise), setBy: { count: promiseCheckDays } },
    reminderDays: 3,
    missed: { kind: 'escalate', role: 'approval-bureau' },
  },
  mendPromise: {
    title: '承诺整改期限',
    starts: 'breakPromise',
    ends: ['confirmPromise', 'revoke'],
    legal: { field: 'mendBy', basis: licensing.supervision },
    missed: { kind: 'escalate', role: 'approval-bureau' },
  },
} satisfies Record<string, LimitDefinition>
