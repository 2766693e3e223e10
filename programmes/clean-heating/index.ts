import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import {
  appraisalDays,
  appraisalPaper,
  appraisals,
  appraising,
  rankingRule,
  tasks,
  tasksDivided,
} from './appraisal.ts'
import {
  expenses,
  fundPaper,
  fundReports,
  fundsBalance,
  fundsRule,
  receipts,
  receiptsBySource,
  reporting,
  worksRule,
} from './funds.ts'
import {
  againstTargets,
  byDevice,
  byVillage,
  converting,
  deviceFits,
  electricTarget,
  gasTarget,
  hasConsented,
  households,
  isSafe,
  problems,
  workProblems,
} from './households.ts'
import { methodFits, methodGaps, suggestionRule } from './methods.ts'
import { notice, validity } from './notice.ts'
import { informing, notices, noticesByTownship } from './publicity.ts'
import { digesting, digestPaper, digestRule, digests, tenDays, tenDaysEnd, tenDaysParts } from './reports.ts'
import { schedule, scheduleConflicts } from './schedule.ts'

/** 五政办发〔2021〕51号: 2940 households from coal to electricity and 5898 from coal to gas, from the survey to the appraisal. */
export const cleanHeating = defineProgramme({
  id: 'clean-heating',
  title: '五台县2021年冬季清洁取暖',
  basis: notice.lines(1247, 1361),
  ...validity,
  roles: {
    'group-office': { title: '县清洁取暖工作领导小组办公室', basis: notice.lines(1289) },
    'electric-office': { title: '“煤改电”项目建设指挥部办公室', basis: notice.lines(1293) },
    'gas-office': { title: '“煤改气”项目建设指挥部办公室', basis: notice.lines(1295) },
    township: { title: '乡（镇）人民政府', basis: notice.lines(1299) },
    supplier: { title: '设备中标企业', basis: notice.lines(1319) },
    installer: { title: '设备安装队伍', basis: notice.lines(1337) },
    supervisor: { title: '监理中标企业', basis: notice.lines(1323) },
    finance: { title: '县财政局', basis: notice.lines(1309) },
    member: { title: '成员单位、供电公司、燃气企业', basis: notice.lines(1315, 1355) },
    'county-leader': { title: '县清洁取暖工作领导小组', basis: notice.lines(1289) },
  },
  registers: [
    households,
    problems.register,
    schedule.register,
    tenDaysParts.register,
    digests,
    receipts,
    expenses,
    fundReports,
    tasks,
    appraisals,
    notices,
  ],
  procedures: [
    converting,
    problems.procedure,
    schedule.procedure,
    tenDaysParts.procedure,
    digesting,
    reporting,
    appraising,
    informing,
  ],
  rules: [
    hasConsented,
    methodFits,
    deviceFits,
    isSafe,
    ...problems.rules,
    ...tenDaysParts.rules,
    tenDaysEnd,
    fundsBalance,
    appraisalDays,
  ],
  valueRules: [suggestionRule, schedule.valueRule, digestRule, worksRule, fundsRule, rankingRule],
  parameters: [electricTarget, gasTarget, schedule.soonDays],
  papers: [digestPaper, fundPaper, appraisalPaper],
  stocktakes: [againstTargets, tasksDivided, schedule.stocktake],
  reports: [tenDays],
  campaigns: [workProblems],
  tallies: [byVillage, byDevice, receiptsBySource, noticesByTownship],
  open: [
    ...methodGaps,
    ...scheduleConflicts,
    conflict(
      '乡（镇）一级，职责写“相应组织机构”，实施步骤写“指挥部”',
      notice.lines(1299),
      notice.lines(1339),
    ),
    conflict(
      '同一组织前后写作清洁取暖工作领导小组和清洁取暖领导小组',
      notice.lines(1289),
      notice.lines(1329),
    ),
    gap('领导小组、工作专班和指挥部的成员名单没有刊印', notice.lines(1289, 1291)),
  ],
})
