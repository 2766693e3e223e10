import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { circular, circularRows } from './circulars.ts'
import { driveRoles, parts, reports } from './drives.ts'
import { byDepartment, byMonth, months, reporting, standingRule } from './months.ts'
import { notice, validity } from './notice.ts'
import { bigFrom, bigProjects, following, leadershipRule, projects, threeBatches } from './projects.ts'

/** 五政办发〔2021〕44号: projects in a ledger, month by month, with leaders who answer, in six drives that are reported on. */
export const projectDrives = defineProgramme({
  id: 'project-drives',
  title: '五台县2021年项目建设“六大专项行动”',
  basis: notice.lines(434, 513),
  ...validity,
  roles: {
    bureau: { title: '县发展和改革局', basis: notice.lines(511, 513) },
    place: { title: '项目所在地', basis: notice.lines(457, 459) },
    department: { title: '县直行业主管部门', basis: notice.lines(487, 491) },
    ...driveRoles,
  },
  registers: [projects, months, circularRows, ...parts.map(({ register }) => register)],
  procedures: [following, reporting, ...parts.map(({ procedure }) => procedure)],
  rules: parts.flatMap(({ rules }) => rules),
  valueRules: [leadershipRule, standingRule],
  parameters: [bigFrom],
  papers: [circular],
  reports,
  tallies: [threeBatches, bigProjects, byMonth, byDepartment],
  open: [
    gap('定期通报多久一次、按什么排名没有写明，按完成计划投资的比例', notice.lines(487, 489)),
    gap('第一、二项行动的时限早于印发日期', notice.lines(463, 471)),
    conflict('同一机构写作县交通运输管理局和县交通运输局', notice.lines(487), notice.lines(491)),
    conflict('同一机构写作县发展和改革局和县发展和改革委员会', notice.lines(461), notice.lines(499)),
  ],
})
