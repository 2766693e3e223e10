import type { Cite } from '@luoshi/kernel'
import { notice } from './notice.ts'

interface PhaseOfCampaign {
  readonly title: string
  /** First day, and last: a month is meant from its first day to its last, 中旬 to the 20th and 下旬 from the 21st on. */
  readonly from: string
  readonly until: string
  readonly basis: Cite
}

/** The five phases, which run side by side. */
export const phases = {
  'business-survey': {
    title: '重点排查',
    from: '2022-06-01',
    until: '2022-09-20',
    basis: notice.lines(1520),
  },
  'business-appraisal': {
    title: '重点鉴定',
    from: '2022-06-01',
    until: '2022-12-31',
    basis: notice.lines(1522),
  },
  'business-remedy': {
    title: '重点整治',
    from: '2022-06-01',
    until: '2024-05-31',
    basis: notice.lines(1524),
  },
  survey: { title: '全面排查', from: '2022-09-21', until: '2023-06-30', basis: notice.lines(1526) },
  remedy: { title: '全面整治', from: '2022-09-21', until: '2025-05-31', basis: notice.lines(1528) },
} as const satisfies Readonly<Record<string, PhaseOfCampaign>>
