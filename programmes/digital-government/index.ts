import { conflict, defineProgramme, defineStocktake, defineTally, gap } from '@luoshi/kernel'
import {
  allocating,
  allocationCount,
  allocationRows,
  allocations,
  allocationTable,
  allocationTotal,
  notEmpty,
} from './allocations.ts'
import {
  acceptedNotAhead,
  allocationShown,
  contractWithinBudget,
  dataOnPlatform,
  deliverablesAgreed,
  filedBeforeAcceptance,
  productsControllable,
  signedNotAhead,
  supervisorReported,
} from './building.ts'
import {
  dataItems,
  itemsByLibrary,
  nextUpdateRule,
  registering,
  systemListed,
  updatesMissed,
} from './data-items.ts'
import {
  assessments,
  countsFromRule,
  evaluating,
  evaluations,
  filingStarts,
  yearOver,
} from './evaluations.ts'
import { departmentRule, notice, validity } from './notice.ts'
import { paidByDepartment, payable, paying, paymentGates, payments } from './payments.ts'
import { countyPlan, departmentPlan, planning, plans } from './plans.ts'
import { project } from './project.ts'
import {
  budgetYear,
  dataListed,
  inPlan,
  linked,
  noOwnHardware,
  notBegun,
  notDuplicated,
  notSecret,
  outsidePlan,
  partnersNamed,
  projects,
  systemsListed,
  yearsAddUp,
} from './projects.ts'
import {
  approvalReply,
  fullMarks,
  pastEvaluationsRule,
  reviewOpinion,
  reviewTotalRule,
  scoresWithin,
} from './review.ts'
import {
  remedyAhead,
  remedyOrder,
  sanctioning,
  sanctions,
  suspensionPaper,
  terminatedBySanction,
  terminationPaper,
} from './sanctions.ts'
import {
  cataloguing,
  cloudStanding,
  exemptionStated,
  networkAllowed,
  systems,
  systemsByDepartment,
} from './systems.ts'

/** Projects that are past the day on which their contract has them done. */
const lateBuilding = defineStocktake({
  id: 'late-building',
  title: '过了合同约定完工日期没有验收的项目',
  basis: notice.lines(1785),
  register: projects.id,
  count(records, { today }) {
    const building = records.filter(({ state }) => state === 'building')
    if (building.length === 0) return { says: '没有在建的项目。', isMet: null, findings: [] }
    const late = building.filter(({ data }) => String(data['completeBy'] ?? '9999') < today)
    return {
      says: `在建项目${building.length}个，过了合同约定完工日期没有验收的${late.length}个。`,
      isMet: late.length === 0,
      findings: late.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['name'])}`,
        message: `${String(data['department'] ?? '')}，合同约定${String(data['completeBy'])}完工。`,
      })),
    }
  },
})

/** Projects by department and by how far they are. */
const projectsByDepartment = defineTally({
  id: 'projects-by-department',
  title: '政务信息化项目统计',
  basis: notice.lines(1717),
  register: projects.id,
  by: [
    { kind: 'field', field: 'year' },
    { kind: 'field', field: 'department' },
  ],
  columns: [
    { id: 'projects', title: '申报' },
    {
      id: 'reviewing',
      title: '审核中',
      states: ['submitted', 'preExamined', 'admitted', 'reviewed', 'consented'],
    },
    { id: 'approved', title: '已批复待签合同', states: ['approved', 'budgeted', 'allocated'] },
    { id: 'building', title: '建设中', states: ['contracted', 'contractReported', 'building'] },
    { id: 'accepted', title: '已验收待备案', states: ['accepted', 'acceptanceReported'] },
    { id: 'running', title: '运行维护', states: ['running'] },
    { id: 'refused', title: '不予批准', states: ['refused'] },
    { id: 'terminated', title: '已终止', states: ['terminated'] },
    { id: 'total', title: '总预算（元）', sums: 'total' },
  ],
})

/** 五政办发〔2022〕26号: every system in a catalogue, every project through one pipeline, no money where a step is missing. */
export const digitalGovernment = defineProgramme({
  id: 'digital-government',
  title: '五寨县政务信息化项目建设应用管理',
  basis: notice.lines(1671, 1825),
  ...validity,
  roles: {
    department: { title: '项目实施单位', basis: notice.lines(1711, 1719) },
    'information-bureau': { title: '县政务信息管理局', basis: notice.lines(1709) },
    finance: { title: '县财政局', basis: notice.lines(1737) },
    government: { title: '县人民政府', basis: notice.lines(1723) },
    'service-centre': { title: '县数字政府服务中心', basis: notice.lines(1821) },
  },
  registers: [
    systems,
    dataItems,
    plans,
    projects,
    allocations,
    payments,
    sanctions,
    evaluations,
    assessments,
  ],
  procedures: [cataloguing, registering, planning, project, allocating, paying, sanctioning, evaluating],
  rules: [
    exemptionStated,
    networkAllowed,
    systemListed,
    countyPlan,
    departmentPlan,
    notSecret,
    notBegun,
    systemsListed,
    dataListed,
    partnersNamed,
    yearsAddUp,
    linked,
    notDuplicated,
    noOwnHardware,
    inPlan,
    outsidePlan,
    budgetYear,
    scoresWithin,
    notEmpty,
    allocationShown,
    contractWithinBudget,
    deliverablesAgreed,
    signedNotAhead,
    supervisorReported,
    filedBeforeAcceptance,
    dataOnPlatform,
    productsControllable,
    acceptedNotAhead,
    ...paymentGates,
    remedyAhead,
    terminatedBySanction,
    yearOver,
  ],
  valueRules: [
    departmentRule,
    nextUpdateRule,
    reviewTotalRule,
    pastEvaluationsRule,
    allocationCount,
    allocationTotal,
    allocationRows,
    countsFromRule,
  ],
  parameters: [fullMarks, filingStarts],
  papers: [reviewOpinion, approvalReply, allocationTable, remedyOrder, suspensionPaper, terminationPaper],
  stocktakes: [payable, cloudStanding, updatesMissed, lateBuilding],
  tallies: [systemsByDepartment, itemsByLibrary, projectsByDepartment, paidByDepartment],
  open: [
    gap('《政务云平台服务目录》由哪些部门编制没有写明，没有印出', notice.lines(1734, 1735)),
    gap('“信息化建设项目方案编制规范”没有印出', notice.lines(1711)),
    conflict(
      '没有实现互联互通、信息共享、业务协同的不再批准，上级要求确需新建的又纳入管理平台；确需新建的也要互联互通',
      notice.lines(1725),
      notice.lines(1729),
    ),
    conflict(
      '运行维护一处写项目建设单位负责，一处写项目实施单位承担质量和安全责任；各按所写的登记',
      notice.lines(1797),
      notice.lines(1803, 1805),
    ),
  ],
})
