import {
  type Cite,
  type Duration,
  date,
  defineProcedure,
  duration,
  fields,
  files,
  gap,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import { allocations } from './allocations.ts'
import {
  acceptanceFiledOn,
  acceptedNotAhead,
  acceptedOn,
  allocationShown,
  approvedBudget,
  contractFiledOn,
  contractShape,
  contractWithinBudget,
  dataOnPlatform,
  deliverablesAgreed,
  filedBeforeAcceptance,
  products,
  productsControllable,
  progressShape,
  signedNotAhead,
  supervisionFiledOn,
  supervisor,
  supervisorReported,
} from './building.ts'
import { dataItems } from './data-items.ts'
import {
  bureau,
  centre,
  department,
  departmentRule,
  finance,
  government,
  notice,
  readers,
  validity,
} from './notice.ts'
import { plans } from './plans.ts'
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
  shape,
  systemsListed,
  yearsAddUp,
} from './projects.ts'
import {
  approvalReply,
  opinion,
  opinionText,
  pastEvaluations,
  pastEvaluationsRule,
  reviewOpinion,
  reviewTotal,
  reviewTotalRule,
  scores,
  scoresWithin,
} from './review.ts'
import { notSuspended, sanctionLookup, terminatedBySanction, terminationLookup } from './sanctions.ts'
import { systems } from './systems.ts'

const applying = notice.lines(1711, 1713)
const reviewing = notice.lines(1723)
const filing = notice.lines(1785)

const material = (id: string, title: string) => ({ id, title, basis: applying })

/** What must be right before a project is sent in. */
const complete = [
  budgetYear.id,
  dataListed.id,
  partnersNamed.id,
  yearsAddUp.id,
  linked.id,
  notDuplicated.id,
  'network-allowed',
]

/** A filing is due so many working days after the day that a field has, whenever that was entered. */
const workdaysFrom = (count: number, countsFrom: string, basis: Cite): Duration & { countsFrom: string } => ({
  ...duration(count, 'workday', basis),
  countsFrom,
})

/** From the application to the end of operation: 规划、审核、批复、预算、公示、合同、监理、验收、运维. */
export const project = defineProcedure({
  id: 'project',
  title: '政务信息化项目管理',
  basis: notice.lines(1705, 1779),
  ...validity,
  register: projects.id,
  subject: projects.fields,
  access: { read: readers },
  lookups: {
    knownSystems: {
      title: '目录中的信息系统',
      register: systems.id,
      where: {},
      states: ['listed', 'inUse'],
      gives: { kind: 'records', fields: ['number', 'name', 'department'] },
    },
    itemsKnown: {
      title: '信息资源目录',
      register: dataItems.id,
      where: {},
      states: ['listed', 'published'],
      gives: { kind: 'records', fields: ['system'] },
    },
    unpublishedItems: {
      title: '还没有纳入共享平台的目录',
      register: dataItems.id,
      where: {},
      states: ['listed'],
      gives: { kind: 'records', fields: ['number', 'system'] },
    },
    plansFound: {
      title: '批准的规划和计划',
      register: plans.id,
      where: { number: 'plan' },
      states: ['approved'],
      gives: { kind: 'records', fields: ['number'] },
    },
    plansShown: {
      title: '公示的拟分配计划',
      register: allocations.id,
      where: { number: 'allocation' },
      states: ['publicised', 'closed'],
      gives: { kind: 'records', fields: ['number'] },
    },
    assessmentsFound: {
      title: '该单位以往的评估',
      register: 'assessments',
      where: { department: 'department' },
      gives: { kind: 'records', fields: ['project', 'year', 'conclusion'] },
    },
    sanctionsFound: sanctionLookup('number'),
    terminationsFound: terminationLookup('number'),
  },
  opening: {
    title: '申报项目',
    by: [department],
    basis: applying,
    gates: [notSecret.id, systemsListed.id, notBegun.id],
    computes: { department: departmentRule.id },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待报送材料',
      on: {
        submit: {
          title: '报送申请材料',
          to: 'submitted',
          by: [department],
          basis: applying,
          materials: [
            material('proposal', '项目建议书'),
            material('feasibility', '可行性研究报告'),
            material('design', '初步设计'),
            material('estimate', '投资概算'),
            material('scheme', '项目建设方案'),
          ],
          gates: complete,
        },
        amend: {
          title: '修改申报内容',
          to: 'drafted',
          by: [department],
          basis: applying,
          input: fields({
            systems: shape.systems,
            planning: shape.planning.optional(),
            plan: shape.plan,
            partners: shape.partners,
            demand: shape.demand.optional(),
            isLinked: shape.isLinked.optional(),
            isSharing: shape.isSharing.optional(),
            isCooperating: shape.isCooperating.optional(),
            isNetwork: shape.isNetwork.optional(),
            networkBasis: shape.networkBasis,
            total: shape.total.optional(),
            yearly: shape.yearly,
            onCloud: shape.onCloud.optional(),
            hardware: shape.hardware.optional(),
          }),
          gates: [systemsListed.id],
        },
        withdraw: {
          title: '撤回',
          to: 'withdrawn',
          by: [department],
          basis: applying,
          needsReason: true,
        },
      },
    },
    submitted: {
      title: '待受理',
      on: {
        admit: {
          title: '核对规划并受理',
          to: 'admitted',
          by: [bureau],
          basis: notice.lines(1709, 1711),
          gates: [inPlan.id],
        },
        preExamine: {
          title: '前置审查',
          to: 'preExamined',
          by: [bureau],
          basis: notice.lines(1727),
          input: fields({ preExamination: longText('系统整合共享和政务服务平台对接的审查意见') }),
          gates: [outsidePlan.id],
        },
        return: { title: '退回修改', to: 'drafted', by: [bureau], basis: reviewing, needsReason: true },
      },
    },
    preExamined: {
      title: '待县人民政府批准（规划外）',
      on: {
        approveOutside: {
          title: '批准规划外项目',
          to: 'admitted',
          by: [government],
          basis: notice.lines(1727),
        },
        refuseOutside: {
          title: '不批准规划外项目',
          to: 'refused',
          by: [government],
          basis: notice.lines(1727),
          needsReason: true,
        },
      },
    },
    admitted: {
      title: '待审核',
      on: {
        advise: {
          title: '提出技术咨询意见',
          to: 'admitted',
          by: [centre],
          basis: notice.lines(1821),
          input: fields({ advice: longText('技术层面的论证和建议') }),
        },
        review: {
          title: '提出审核意见',
          to: 'reviewed',
          by: [bureau],
          basis: reviewing,
          input: fields({ ...scores, opinion, opinionText, reviewTotal, pastEvaluations }),
          computes: { reviewTotal: reviewTotalRule.id, pastEvaluations: pastEvaluationsRule.id },
          gates: [scoresWithin.id],
          papers: [reviewOpinion.id],
        },
        return: { title: '退回修改', to: 'drafted', by: [bureau], basis: reviewing, needsReason: true },
      },
    },
    reviewed: {
      title: '待县人民政府同意',
      on: {
        consent: { title: '同意', to: 'consented', by: [government], basis: reviewing },
        decline: {
          title: '不同意',
          to: 'refused',
          by: [government],
          basis: reviewing,
          needsReason: true,
        },
      },
    },
    consented: {
      title: '待批复',
      on: {
        approve: {
          title: '批复',
          to: 'approved',
          by: [bureau],
          basis: reviewing,
          papers: [approvalReply.id],
        },
      },
    },
    approved: {
      title: '待审定预算',
      on: {
        setBudget: {
          title: '审定预算',
          to: 'budgeted',
          by: [finance],
          basis: notice.lines(1737, 1738),
          input: fields({ approvedBudget, hardware: shape.hardware.optional() }),
          gates: [noOwnHardware.id],
        },
      },
    },
    budgeted: {
      title: '待列入资金拟分配计划',
      on: {
        allocate: {
          title: '列入资金拟分配计划',
          to: 'allocated',
          by: [bureau],
          basis: notice.lines(1740),
          input: fields({ allocation: reference('资金拟分配计划', allocations.id) }),
        },
      },
    },
    allocated: {
      title: '待签订合同',
      on: {
        contract: {
          title: '登记签订的合同',
          to: 'contracted',
          by: [department],
          basis: notice.lines(1747, 1751),
          input: fields(contractShape),
          gates: [allocationShown.id, contractWithinBudget.id, deliverablesAgreed.id, signedNotAhead.id],
        },
        reallocate: {
          title: '改列另一计划',
          to: 'allocated',
          by: [bureau],
          basis: notice.lines(1740),
          needsReason: true,
          input: fields({ allocation: reference('资金拟分配计划', allocations.id) }),
        },
      },
    },
    contracted: {
      title: '待报合同备案',
      on: {
        reportContract: {
          title: '报送合同文本备案',
          to: 'contractReported',
          by: [department],
          basis: notice.lines(1758),
          input: fields({ contractText: files('合同文本').optional() }),
        },
      },
    },
    contractReported: {
      title: '合同备案待审核',
      on: {
        fileContract: {
          title: '合同备案',
          to: 'building',
          by: [bureau],
          basis: filing,
          input: fields({ contractFiledOn }),
        },
        returnContract: {
          title: '退回合同备案',
          to: 'contracted',
          by: [bureau],
          basis: filing,
          needsReason: true,
        },
      },
    },
    building: {
      title: '建设中',
      on: {
        reportSupervision: {
          title: '报送监理单位备案',
          to: 'building',
          by: [department],
          basis: notice.lines(1767),
          input: fields({ supervisor, supervisorChosen: text('市场化选定方式') }),
        },
        fileSupervision: {
          title: '监理单位备案',
          to: 'building',
          by: [bureau],
          basis: notice.lines(1767),
          input: fields({ supervisionFiledOn }),
          gates: [supervisorReported.id],
        },
        progress: {
          title: '填报项目进展',
          to: 'building',
          by: [department],
          basis: notice.lines(1760, 1763),
          input: fields(progressShape),
        },
        requestAdjustment: {
          title: '申请调整',
          to: 'building',
          by: [department],
          basis: notice.lines(1763, 1765),
          input: fields({ adjustment: longText('建设条件、内容的重大变化和拟作的调整') }),
        },
        adjust: {
          title: '同意调整',
          to: 'building',
          by: [bureau],
          basis: notice.lines(1763, 1765),
          answers: 'requestAdjustment',
          input: fields({ adjustmentOpinion: longText('综合评估意见') }),
        },
        refuseAdjustment: {
          title: '不同意调整',
          to: 'building',
          by: [bureau],
          basis: notice.lines(1763, 1765),
          answers: 'requestAdjustment',
          needsReason: true,
        },
        accept: {
          title: '竣工验收',
          to: 'accepted',
          by: [department],
          basis: notice.lines(1769, 1775),
          input: fields({ acceptedOn, products, acceptance: longText('验收结论') }),
          gates: [
            filedBeforeAcceptance.id,
            dataOnPlatform.id,
            productsControllable.id,
            acceptedNotAhead.id,
            notSuspended.id,
          ],
        },
      },
    },
    accepted: {
      title: '待报验收报告备案',
      on: {
        reportAcceptance: {
          title: '报送竣工验收报告备案',
          to: 'acceptanceReported',
          by: [department],
          basis: notice.lines(1777),
          input: fields({ report: files('竣工验收报告').optional() }),
        },
      },
    },
    acceptanceReported: {
      title: '验收报告备案待审核',
      on: {
        fileAcceptance: {
          title: '验收报告备案',
          to: 'running',
          by: [bureau],
          basis: filing,
          input: fields({ acceptanceFiledOn }),
        },
        returnAcceptance: {
          title: '退回验收报告',
          to: 'accepted',
          by: [bureau],
          basis: filing,
          needsReason: true,
        },
      },
    },
    running: {
      title: '运行维护',
      rests: true,
      on: {
        operate: {
          title: '登记运行维护',
          to: 'running',
          by: [department],
          basis: notice.lines(1805),
          input: fields({ operator: text('运行维护单位'), upkeep: longText('运行维护情况') }),
        },
        end: {
          title: '结束运行维护',
          to: 'ended',
          by: [department],
          basis: notice.lines(1805),
          needsReason: true,
          input: fields({ endedOn: date('结束日期') }),
        },
      },
    },
    ended: { title: '已结束', final: 'completed', on: {} },
    refused: { title: '不予批准', final: 'refused', on: {} },
    withdrawn: { title: '已撤回', final: 'withdrawn', on: {} },
    terminated: { title: '已终止', final: 'withdrawn', on: {} },
  },
  anywhere: {
    terminate: {
      title: '终止项目',
      to: 'terminated',
      by: [bureau],
      basis: filing,
      needsReason: true,
      gates: [terminatedBySanction.id],
    },
  },
  limits: {
    contractFiling: {
      title: '合同备案',
      starts: 'contract',
      ends: ['reportContract'],
      legal: workdaysFrom(5, 'signedOn', notice.lines(1758)),
      reminderDays: 1,
      missed: { kind: 'flag' },
    },
    acceptanceFiling: {
      title: '验收报告备案',
      starts: 'accept',
      ends: ['reportAcceptance'],
      legal: workdaysFrom(30, 'acceptedOn', notice.lines(1777)),
      reminderDays: 5,
      missed: { kind: 'flag' },
    },
    completion: {
      title: '合同约定完工',
      starts: 'contract',
      ends: ['accept'],
      legal: { field: 'completeBy', basis: notice.lines(1785) },
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('验收的细则由五寨县数字政府建设领导小组办公室制定，没有印出', notice.lines(1769, 1771)),
    gap('监理单位备案的期限没有写明，验收以前备案', notice.lines(1767)),
    gap('多久不验收算长期拖延没有写明，过了合同约定完工日期的列出来', filing),
  ],
})
