import { defineProgramme, gap } from '@luoshi/kernel'
import { gasHazards, hazards, hazardsByKind, isOverdue, pressing, pressings, threeLists } from './hazards.ts'
import { answering, calls, callsByArea, timesInOrder } from './hotline.ts'
import { coverage, coverageByTownship, households } from './households.ts'
import { licences, licensing, planning, plans, surveyAgrees } from './licences.ts'
import { alarms, alarmsByMonth, levelRule, reading, readings, sensors } from './monitoring.ts'
import { notice, validity } from './notice.ts'
import {
  completionShare,
  forcedFrom,
  hasToBeRenewed,
  orderRule,
  pipes,
  pipesByClass,
  plannedInTime,
  renewalRule,
  renewalStocktake,
  renewing,
  stepwiseFrom,
} from './pipes.ts'
import { monthly, monthlyParts, sentToAll, summaries, summaryPaper, summing } from './progress.ts'
import { approving, inPlan, planApproved, plannedProjects, projects } from './projects.ts'
import { timetable } from './timetable.ts'

/** 五政办发〔2021〕64号: two years in which the dangers of gas are found and mended, pipes renewed, users made safe. */
export const gasSafety = defineProgramme({
  id: 'gas-safety',
  title: '五台县燃气行业安全专项整治',
  basis: notice.lines(839, 925),
  ...validity,
  roles: {
    'group-office': { title: '县专班办公室', basis: notice.lines(915) },
    'gas-authority': { title: '燃气主管部门', basis: notice.lines(883, 897) },
    member: { title: '专班成员单位', basis: notice.lines(915, 925) },
    township: { title: '乡（镇）人民政府', basis: notice.lines(881) },
    enterprise: { title: '燃气经营企业', basis: notice.lines(885) },
    'approval-bureau': { title: '行政审批部门', basis: notice.lines(905) },
    hotline: { title: '“12319”接警人员', basis: notice.lines(923) },
    'county-leader': { title: '县专班组长', basis: notice.lines(915) },
  },
  registers: [
    hazards.register,
    pressings,
    timetable.register,
    pipes,
    households,
    licences,
    plans,
    plannedProjects,
    projects,
    sensors,
    readings,
    calls,
    monthlyParts.register,
    summaries,
  ],
  procedures: [
    hazards.procedure,
    pressing,
    timetable.procedure,
    renewing,
    licensing,
    planning,
    approving,
    reading,
    answering,
    monthlyParts.procedure,
    summing,
  ],
  rules: [
    ...hazards.rules,
    isOverdue,
    hasToBeRenewed,
    plannedInTime,
    surveyAgrees,
    planApproved,
    inPlan,
    timesInOrder,
    ...monthlyParts.rules,
    sentToAll,
  ],
  valueRules: [timetable.valueRule, renewalRule, orderRule, levelRule],
  parameters: [timetable.soonDays, forcedFrom, stepwiseFrom, completionShare],
  papers: [summaryPaper],
  stocktakes: [timetable.stocktake, ...threeLists, renewalStocktake, coverage, alarms],
  reports: [monthly],
  campaigns: [gasHazards],
  tallies: [hazardsByKind, pipesByClass, coverageByTownship, alarmsByMonth, callsByArea],
  open: [
    gap('专班组成人员名单和部门职责分工注明附后，没有登载', notice.lines(915)),
    gap('督导检查的周期没有写明', notice.lines(917)),
  ],
})
