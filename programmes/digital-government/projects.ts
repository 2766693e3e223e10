import {
  choice,
  defineRegister,
  defineRule,
  fields,
  isAtLeast,
  isSameAmount,
  listOf,
  money,
  reference,
  sumOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { bureau, department, departmentName, notice, readers } from './notice.ts'
import { systems } from './systems.ts'

/** How a project stands to the plan of the year. */
export const plannings = {
  planned: '已纳入应用规划和年度计划',
  unplanned: '未纳入规划',
  'new-department': '新设立部门',
} as const

/** What a department above asks for. */
export const demands = {
  none: '不是上级主管部门要求',
  adapt: '按数据对接标准与上级系统改造对接',
  new: '上级要求确需新建，纳入管理平台',
  duplicate: '为对接上级系统另建系统',
} as const

export const shape = {
  kind: choice('项目类别', { new: '新建', extend: '扩建', upgrade: '改造升级', operate: '运行维护' }),
  funding: choice('资金方式', {
    government: '政府投资',
    joint: '政府与社会企业联合建设',
    service: '政府向社会购买服务',
    upkeep: '政府资金运行维护',
  }),
  year: text('预算年度', { help: '如2023' }),
  planning: choice('规划情况', plannings),
  plan: reference('规划或者年度计划', 'plans').optional(),
  isSecret: yesNo('涉密项目'),
  systems: listOf('涉及的信息系统', reference('信息系统', systems.id)),
  isJoint: yesNo('跨部门、跨地域、跨层级共建共享'),
  partners: text('共建部门', { help: '牵头部门会同哪些部门形成整体方案' }).optional(),
  demand: choice('上级要求', demands),
  isLinked: yesNo('实现互联互通'),
  isSharing: yesNo('实现信息共享'),
  isCooperating: yesNo('实现业务协同'),
  isNetwork: yesNo('新建业务专网'),
  networkBasis: text('建设业务专网的法律法规或国家规定').optional(),
  isBegun: yesNo('已经开工'),
  isDisguised: yesNo('包装或纳入其他项目建设'),
  total: money('项目总预算'),
  yearly: listOf('分年度预算', fields({ year: text('年度'), amount: money('预算') })).optional(),
  onCloud: yesNo('在县级政务云平台运行'),
  hardware: money('其中单独安排的硬件设施和通用软件'),
}

/** 政务信息化项目 on the management platform. */
export const projects = defineRegister({
  id: 'projects',
  title: '政务信息化项目台账',
  basis: notice.lines(1699, 1717),
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    ...shape,
    department: departmentName.optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [department, bureau] },
})

const catalogue = notice.lines(1719)

/** What the plan is about: nothing secret. */
export const notSecret = defineRule({
  id: 'not-secret',
  title: '非涉密项目',
  basis: notice.lines(1699),
  inputs: { isSecret: shape.isSecret },
  parameters: {},
  decide: ({ isSecret }) => ({
    isMet: !isSecret,
    wanted: '非涉密项目',
    found: isSecret ? '涉密项目' : '非涉密项目',
  }),
})

/** Nothing is built before it is approved, and nothing under another project's name. */
export const notBegun = defineRule({
  id: 'not-begun',
  title: '不未批先建、不变相包装',
  basis: catalogue,
  inputs: { isBegun: shape.isBegun, isDisguised: shape.isDisguised },
  parameters: {},
  decide: ({ isBegun, isDisguised }) => ({
    isMet: !isBegun && !isDisguised,
    wanted: '没有开工，也没有包装或纳入其他项目建设',
    found:
      [...(isBegun ? ['已经开工'] : []), ...(isDisguised ? ['包装或纳入其他项目'] : [])].join('、') || '没有',
  }),
})

export const knownSystems = listOf(
  '目录中的信息系统',
  fields({ number: text('系统编号'), name: text('系统名称'), department: departmentName.optional() }),
)

/** Every system of a project is in its department's catalogue; those of a joint one may be in a partner's. */
export const systemsListed = defineRule({
  id: 'systems-listed',
  title: '信息系统都列入目录',
  basis: catalogue,
  inputs: {
    systems: shape.systems,
    isJoint: shape.isJoint,
    knownSystems,
    ownUnitName: text('本单位名称'),
  },
  parameters: {},
  decide: (input) => {
    const { ownUnitName: own, isJoint } = input
    const listed = new Set(
      input.knownSystems.filter((one) => isJoint || one.department === own).map(({ number }) => number),
    )
    const missing = input.systems.filter((one) => !listed.has(one))
    return {
      isMet: input.systems.length > 0 && missing.length === 0,
      wanted: `涉及的信息系统都列入${isJoint ? '牵头、共建部门' : own}的目录`,
      found:
        input.systems.length === 0
          ? '没有填写信息系统'
          : missing.length === 0
            ? '都已列入'
            : `未列入：${missing.join('、')}`,
    }
  },
})

/** 信息资源目录是规划审批要件 */
export const dataListed = defineRule({
  id: 'data-listed',
  title: '信息资源目录',
  basis: notice.lines(1715),
  inputs: {
    systems: shape.systems,
    itemsKnown: listOf('信息资源目录', fields({ system: text('信息系统') })),
  },
  parameters: {},
  decide: (input) => {
    const described = new Set(input.itemsKnown.map(({ system }) => system))
    const missing = input.systems.filter((one) => !described.has(one))
    return {
      isMet: missing.length === 0,
      wanted: '每个信息系统都有写明来源、格式、更新、共享、开放属性的信息资源目录',
      found: missing.length === 0 ? '都有' : `没有目录：${missing.join('、')}`,
    }
  },
})

/** A lead department has its partners' names. */
export const partnersNamed = defineRule({
  id: 'partners-named',
  title: '共建项目的整体方案',
  basis: notice.lines(1713),
  inputs: { isJoint: shape.isJoint, partners: shape.partners },
  parameters: {},
  decide: ({ isJoint, partners }) => ({
    isMet: isJoint === (partners !== undefined),
    wanted: '共建共享的写明会同哪些部门形成整体方案，其他的不写',
    found: partners ?? '没有写明共建部门',
  }),
})

/** What the years have adds up to the whole. */
export const yearsAddUp = defineRule({
  id: 'years-add-up',
  title: '总预算和分年度预算',
  basis: notice.lines(1711, 1713),
  inputs: { total: shape.total, yearly: shape.yearly },
  parameters: {},
  decide: ({ total, yearly }) => {
    const sum = sumOf((yearly ?? []).map(({ amount }) => amount))
    return {
      isMet: yearly === undefined || isSameAmount(sum, total),
      wanted: `分年度预算合计为总预算${total}元`,
      found: yearly === undefined ? '不分年度实施' : `合计${sum}元`,
    }
  },
})

/** What links nothing and shares nothing is not approved. */
export const linked = defineRule({
  id: 'linked',
  title: '互联互通、信息共享、业务协同',
  basis: notice.lines(1729),
  inputs: { isLinked: shape.isLinked, isSharing: shape.isSharing, isCooperating: shape.isCooperating },
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.isLinked ? [] : ['互联互通']),
      ...(input.isSharing ? [] : ['信息共享']),
      ...(input.isCooperating ? [] : ['业务协同']),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '实现互联互通、信息共享、业务协同',
      found: missing.length === 0 ? '都实现' : `没有实现${missing.join('、')}`,
    }
  },
})

/** What a department above wants is linked to by the standards, not built again. */
export const notDuplicated = defineRule({
  id: 'not-duplicated',
  title: '上级要求的系统',
  basis: notice.lines(1725),
  inputs: { demand: shape.demand },
  parameters: {},
  decide: ({ demand }) => ({
    isMet: demand !== 'duplicate',
    wanted: '改造对接，不新增系统；确需新建的纳入管理平台',
    found: demands[demand],
  }),
})

/** What runs on the cloud buys no hardware and no general software of its own. */
export const noOwnHardware = defineRule({
  id: 'no-own-hardware',
  title: '不单独安排硬件和通用软件经费',
  basis: notice.lines(1799),
  inputs: { onCloud: shape.onCloud, hardware: shape.hardware },
  parameters: {},
  decide: ({ onCloud, hardware }) => ({
    isMet: !onCloud || isAtLeast('0', hardware),
    wanted: '在政务云运行的，硬件设施和通用软件不另列经费',
    found: onCloud ? `另列${hardware}元` : '不在政务云运行',
  }),
})

const plansFound = listOf('批准的规划和计划', fields({ number: text('规划编号') }))

/** What is in the plan names one that the county has approved. */
export const inPlan = defineRule({
  id: 'in-plan',
  title: '已纳入规划',
  basis: notice.lines(1709, 1711),
  inputs: { planning: shape.planning, plansFound },
  parameters: {},
  decide: (input) => ({
    isMet: input.planning === 'planned' && input.plansFound.length > 0,
    wanted: '已纳入县人民政府批准的规划或者年度计划',
    found:
      input.planning !== 'planned'
        ? plannings[input.planning]
        : input.plansFound.length === 0
          ? '没有这样的规划'
          : '已纳入',
  }),
})

/** The rest is examined beforehand and put to the county government. */
export const outsidePlan = defineRule({
  id: 'outside-plan',
  title: '前置审查的范围',
  basis: notice.lines(1727),
  inputs: { planning: shape.planning },
  parameters: {},
  decide: ({ planning }) => ({
    isMet: planning !== 'planned',
    wanted: '新设立部门，或者没有纳入规划',
    found: plannings[planning],
  }),
})

/** A year as plans and lists of allocations name it. */
export const budgetYear = defineRule({
  id: 'budget-year',
  title: '预算年度',
  basis: notice.lines(1737, 1738),
  inputs: { year: shape.year },
  parameters: {},
  decide: ({ year }) => ({ isMet: /^20\d\d$/.test(year), wanted: '四位年份，如2023', found: year }),
})
