import {
  type ActionDefinition,
  choice,
  date,
  duration,
  fields,
  gap,
  type LimitDefinition,
  listOf,
  longText,
  OPENING,
  PREVIOUS,
  personalText,
  type StateDefinition,
  text,
} from '@luoshi/kernel'
import { applicant, decider, examiner, timer, window } from './access.ts'
import { licensing } from './bases.ts'
import {
  hearingAskDays,
  hearingAskUnit,
  hearingHoldDays,
  hearingNoticeDays,
  inspectionDays,
} from './parameters.ts'

/** Expert review, appraisal and auction: what takes the time that it takes, told in writing. */
const reviews = { expert: '专家评审', appraisal: '鉴定', auction: '招标、拍卖' } as const

const specialUntil = date('预计结束日期', { help: '所需时间应当书面告知申请人' })

const hearingConcern = longText('涉及的重大利益')

/** Starting what the time for deciding does not count: while the case is examined, or before it is decided. */
export const startsOutside = {
  startInspection: {
    title: '指派人员检验、检测、检疫',
    to: 'special',
    by: [examiner],
    basis: licensing.inspection,
    input: fields({ inspectors: listOf('检验、检测、检疫人员', text('姓名')), specialUntil }),
    gates: ['two-inspectors', 'special-ends-later'],
    papers: ['inspection-notice'],
  },
  startSpecial: {
    title: '转入专家评审、鉴定或者招标、拍卖',
    to: 'special',
    by: [examiner],
    basis: licensing.outsideClock,
    input: fields({ specialKind: choice('程序', reviews), specialUntil }),
    gates: ['special-ends-later'],
    papers: ['special-notice'],
    needsReason: true,
  },
} satisfies Record<string, ActionDefinition<'special'>>

/** Hearings begin when the case is examined and before it is decided. */
export const hearings = {
  tellHearing: {
    title: '告知听证权利',
    to: 'hearingTold',
    by: [examiner, decider],
    basis: licensing.hearing,
    input: fields({
      hearingConcern,
      hearingParties: listOf('利害关系人', personalText('姓名或者名称', 'name')).optional(),
    }),
    papers: ['hearing-rights'],
  },
  announceHearing: {
    title: '依职权举行听证',
    to: 'hearing',
    by: [decider],
    basis: licensing.publicHearing,
    input: fields({ hearingConcern }),
  },
} satisfies Record<string, ActionDefinition<'hearingTold' | 'hearing'>>

/** Where a case is meanwhile. */
export const outsideStates = {
  special: {
    title: '检验、检测、鉴定或者专家评审中',
    stopsClock: {
      reason: '依法需要检验、检测、检疫、鉴定、专家评审或者招标、拍卖',
      basis: licensing.outsideClock,
      butNot: ['inspect', 'review'],
    },
    on: {
      endSpecial: {
        title: '程序结束',
        to: PREVIOUS,
        by: [examiner],
        basis: licensing.outsideClock,
        input: fields({ specialResult: longText('程序结果') }),
      },
    },
  },
  hearingTold: {
    title: '等待是否要求听证',
    on: {
      askHearing: {
        title: '要求听证',
        to: 'hearing',
        by: [applicant, window, examiner],
        basis: licensing.hearing,
        input: fields({
          hearingAskedBy: choice('由谁要求', { applicant: '申请人', party: '利害关系人' }),
        }),
        withinLimit: 'askHearing',
      },
      waiveHearing: {
        title: '申请人、利害关系人都放弃听证',
        to: 'deciding',
        by: [window, examiner],
        basis: licensing.hearing,
        needsReason: true,
      },
      noHearing: {
        title: '期满没有要求听证',
        to: 'deciding',
        by: [timer, examiner],
        basis: licensing.hearing,
        afterLimit: 'askHearing',
      },
    },
  },
  hearing: {
    title: '听证中',
    stopsClock: {
      reason: '依法需要听证',
      basis: licensing.outsideClock,
      butNot: ['holdHearing', 'hearingNotice'],
    },
    on: {
      fixHearing: {
        title: '通知听证时间、地点',
        to: 'hearing',
        by: [examiner, decider],
        basis: licensing.hearingOrder,
        input: fields({
          hearingOn: date('听证日期'),
          hearingPlace: text('听证地点'),
          hearingChair: text('听证主持人'),
        }),
        papers: ['hearing-notice'],
      },
      holdHearing: {
        title: '举行听证，制作笔录',
        to: 'deciding',
        by: [examiner, decider],
        basis: licensing.hearingOrder,
        input: fields({ hearingRecord: longText('听证笔录要点', { help: '决定根据听证笔录作出' }) }),
        gates: ['hearing-day-came'],
        notByWhoDid: ['leadAgrees', 'checkSite'],
        afterLimit: 'hearingNotice',
      },
      dropHearing: {
        title: '撤回听证要求',
        to: 'deciding',
        by: [applicant, window],
        basis: licensing.hearing,
        needsReason: true,
      },
    },
  },
} satisfies Record<string, StateDefinition<'special' | 'hearingTold' | 'hearing' | 'deciding'>>

const late = { kind: 'escalate', role: 'approval-bureau' } as const

/** Their own limits: the decision waits for them, they wait for nobody. */
export const outsideLimits = {
  inspection: {
    title: '指派检验、检测、检疫人员期限',
    starts: 'accept',
    orStarts: { by: 'deemAccepted', countsFrom: OPENING },
    when: { field: 'isInspected', is: ['true'] },
    ends: ['startInspection', 'grant', 'refuse'],
    legal: { ...duration(5, 'workday', licensing.inspection), setBy: { count: inspectionDays } },
    reminderDays: 1,
    missed: late,
  },
  inspect: {
    title: '检验、检测、检疫预计结束',
    starts: 'startInspection',
    ends: ['endSpecial'],
    legal: { field: 'specialUntil', basis: licensing.outsideClock },
    missed: late,
  },
  review: {
    title: '专家评审、鉴定或者招标、拍卖预计结束',
    starts: 'startSpecial',
    ends: ['endSpecial'],
    legal: { field: 'specialUntil', basis: licensing.outsideClock },
    missed: late,
  },
  askHearing: {
    title: '要求听证期限',
    starts: 'tellHearing',
    ends: ['askHearing', 'waiveHearing', 'noHearing'],
    legal: {
      ...duration(5, 'workday', licensing.hearing),
      setBy: { count: hearingAskDays, unit: hearingAskUnit },
    },
    missed: { kind: 'act', action: 'noHearing' },
  },
  holdHearing: {
    title: '组织听证期限',
    starts: 'askHearing',
    ends: ['holdHearing', 'dropHearing'],
    legal: { ...duration(20, 'workday', licensing.hearing), setBy: { count: hearingHoldDays } },
    reminderDays: 3,
    missed: late,
  },
  hearingNotice: {
    title: '听证通知提前的日数',
    starts: 'fixHearing',
    ends: ['holdHearing', 'dropHearing'],
    legal: {
      ...duration(7, 'workday', licensing.hearingOrder),
      movesToWorkday: false,
      setBy: { count: hearingNoticeDays },
    },
    missed: { kind: 'flag' },
  },
} satisfies Record<string, LimitDefinition>

/** What the law leaves open of them. */
export const outsideGaps = [
  gap('等待是否要求听证的日数计不计入办理期限没有写明，按计入办理', licensing.outsideClock),
  gap('依职权举行的听证应在几日内举行没有写明', licensing.publicHearing),
]
