import { defineProgramme, gap } from '@luoshi/kernel'
import {
  answeringProcedure,
  identified,
  receivedByToday,
  sealed,
  searchRecorded,
  servedByToday,
} from './answering.ts'
import {
  answering,
  convenience,
  elements,
  projectsShown,
  regulation,
  standardList,
  validity,
  wutai,
} from './bases.ts'
import {
  convenienceByCase,
  convenienceCaseRule,
  convenienceProcedure,
  convenienceRequests,
  correctedFirst,
} from './convenience.ts'
import { everyRequestAnswered, lapsedRowRule, requestsByResult, requestsReceived } from './figures.ts'
import { eightKindsShown, majorProjects, missingKindsRule, showing, shownByToday } from './major-projects.ts'
import { correctionNotice, extensionNotice, replyPaper } from './papers.ts'
import { remedyRule, reviewFirstFrom } from './remedy.ts'
import { requests } from './requests.ts'
import { reportRowRule } from './results.ts'
import { sealUses, sealUsesByPurpose } from './seal-uses.ts'
import {
  allPublished,
  circularPaper,
  deadlineAhead,
  hasMissing,
  missingRule,
  publishedByUnit,
  rectifications,
  rectifying,
  standardItems,
} from './standard-items.ts'

export { asked } from './requests.ts'

/** 五台 五政办发〔2021〕42号, 五寨 五政办发〔2022〕31号: whoever asks is registered and answered in writing; what should be public is looked after. */
export const informationDisclosure = defineProgramme({
  id: 'information-disclosure',
  title: '依申请公开和政务公开目录',
  basis: wutai.lines(139, 308),
  ...validity,
  roles: {
    applicant: { title: '申请人', basis: regulation.request },
    'disclosure-office': { title: '政务公开工作机构', basis: answering },
    'disclosure-head': { title: '政务公开工作机构负责人', basis: regulation.limits },
    'county-office': { title: '县政府办公室', basis: standardList },
    publisher: { title: '公开主体', basis: standardList },
    hotline: { title: '12345热线', basis: convenience },
  },
  registers: [requests, sealUses, convenienceRequests, standardItems, rectifications, majorProjects],
  procedures: [answeringProcedure, convenienceProcedure, rectifying, showing],
  rules: [
    identified,
    receivedByToday,
    searchRecorded,
    sealed,
    servedByToday,
    correctedFirst,
    hasMissing,
    allPublished,
    deadlineAhead,
    shownByToday,
  ],
  valueRules: [reportRowRule, lapsedRowRule, remedyRule, convenienceCaseRule, missingRule, missingKindsRule],
  parameters: [reviewFirstFrom],
  papers: [correctionNotice, extensionNotice, replyPaper, circularPaper],
  tallies: [requestsReceived, requestsByResult, sealUsesByPurpose, convenienceByCase],
  stocktakes: [everyRequestAnswered, publishedByUnit, eightKindsShown],
  open: [
    gap('便民答复的期限没有写明', convenience),
    gap('通报后多少日内整改没有写明，由县政府办公室逐次写明', standardList),
    gap('8类信息各在多少日内公开没有写明', projectsShown),
    gap('答复书除八项形式要件以外的样式没有印', elements),
  ],
})
