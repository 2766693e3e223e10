import { may, TIMER_ROLE } from '@luoshi/kernel'
import { environment, licensing, wutaiPackage } from './bases.ts'

/** Who asks: a citizen, or who acts for a firm. */
export const applicant = may('applicant', 'own')
/** A clerk at any window of the county, who takes in and hands out for every department. */
export const window = may('window', 'county')
/** Who examines for the department that decides, or that has a part in it. */
export const examiner = may('examiner', 'unit')
/** Who decides in the department's name. */
export const decider = may('decider', 'unit')
/** The government's head, who lengthens what several departments handle together. */
export const government = may('government', 'county')
/** The bureau that keeps the guides and sees to it that complaints are settled. */
export const bureau = may('approval-bureau', 'county')
/** The 12345 hotline, and other systems that hand in for the public. */
export const hotline = may('hotline', 'county')
/** What runs by itself. */
export const timer = may(TIMER_ROLE, 'county')

/** Officers who may look at any application of the county; personal data stay masked, and every clear reading is kept. */
export const officers = [window, may('examiner', 'county'), may('decider', 'county'), government, bureau]

/** The roles as the programme declares them. */
export const roles = {
  applicant: { title: '申请人', basis: licensing.application },
  window: { title: '综合窗口人员', basis: licensing.oneWindow },
  examiner: { title: '审查人员', basis: licensing.examination },
  decider: { title: '审批部门负责人', basis: licensing.limits },
  government: { title: '县人民政府负责人', basis: licensing.limits },
  'approval-bureau': { title: '县行政审批服务管理局', basis: environment.counter },
  hotline: { title: '12345热线', basis: wutaiPackage.lines(783, 785) },
  [TIMER_ROLE]: { title: '到期自动办理', basis: licensing.intake },
} as const
