import {
  choice,
  date,
  defineDayRule,
  defineRule,
  fields,
  isAtMost,
  listOf,
  longText,
  money,
  text,
  yesNo,
} from '@luoshi/kernel'
import { notice } from './notice.ts'
import { shape } from './projects.ts'

/** What a contract says of the results, so that a system can be carried on by others. */
export const deliverables = {
  design: '设计文件',
  source: '源代码',
  tests: '测试文档',
} as const

export const approvedBudget = money('审定预算')

export const contractShape = {
  builder: text('项目建设单位'),
  competition: text('市场化竞争方式', { help: '如公开招标、竞争性磋商' }),
  contract: text('合同编号'),
  signedOn: date('合同签订日期'),
  contractAmount: money('合同金额'),
  completeBy: date('合同约定完工日期'),
  ownership: text('系统所有权', { help: '系统归谁所有' }),
  deliverables: listOf('约定提交的成果', choice('成果', deliverables)),
}

/** Spending stays within the budget that was set. */
export const contractWithinBudget = defineRule({
  id: 'contract-within-budget',
  title: '合同金额',
  basis: notice.lines(1737, 1738),
  inputs: { contractAmount: contractShape.contractAmount, approvedBudget },
  parameters: {},
  decide: (input) => ({
    isMet: isAtMost(input.contractAmount, input.approvedBudget),
    wanted: `不超过审定预算${input.approvedBudget}元`,
    found: `${input.contractAmount}元`,
  }),
})

/** What the county pays for is the county's to carry on: design, source code, test documents. */
export const deliverablesAgreed = defineRule({
  id: 'deliverables-agreed',
  title: '约定提交的成果',
  basis: notice.lines(1750, 1751),
  inputs: { deliverables: contractShape.deliverables },
  parameters: {},
  decide: (input) => {
    const missing = Object.entries(deliverables).flatMap(([id, name]) =>
      input.deliverables.some((one) => one === id) ? [] : [name],
    )
    return {
      isMet: missing.length === 0,
      wanted: '合同约定提交设计文件、源代码、测试文档',
      found: missing.length === 0 ? '都已约定' : `没有约定${missing.join('、')}`,
    }
  },
})

export const acceptedOn = date('竣工验收日期')

/** A contract is registered when it has been signed. */
export const signedNotAhead = defineDayRule({
  id: 'signed-not-ahead',
  title: '合同签订日期',
  basis: notice.lines(1758),
  day: 'signedOn',
  is: 'until-today',
})

export const acceptedNotAhead = defineDayRule({
  id: 'accepted-not-ahead',
  title: '竣工验收日期',
  basis: notice.lines(1777),
  day: 'acceptedOn',
  is: 'until-today',
})

const plansShown = listOf('公示的拟分配计划', fields({ number: text('计划编号') }))

/** Who builds is looked for only after everyone could see how the money is to be given out. */
export const allocationShown = defineRule({
  id: 'allocation-shown',
  title: '资金拟分配计划已公示',
  basis: notice.lines(1740),
  inputs: { plansShown },
  parameters: {},
  decide: (input) => ({
    isMet: input.plansShown.length > 0,
    wanted: '所列的资金拟分配计划已经公示',
    found: input.plansShown.length > 0 ? '已公示' : '没有公示',
  }),
})

export const supervisor = text('项目监理单位')
export const contractFiledOn = date('合同备案日期')
export const supervisionFiledOn = date('监理单位备案日期')
export const acceptanceFiledOn = date('验收报告备案日期')

export const supervisorReported = defineRule({
  id: 'supervisor-reported',
  title: '监理单位已报送',
  basis: notice.lines(1767),
  inputs: { supervisor: supervisor.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.supervisor !== undefined,
    wanted: '项目实施单位已报送监理单位',
    found: input.supervisor ?? '没有报送',
  }),
})

/** Nothing is accepted before its contract and its supervision are filed. */
export const filedBeforeAcceptance = defineRule({
  id: 'filed-before-acceptance',
  title: '验收前的备案',
  basis: notice.lines(1758, 1767),
  inputs: {
    contractFiledOn: contractFiledOn.optional(),
    supervisionFiledOn: supervisionFiledOn.optional(),
  },
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.contractFiledOn === undefined ? ['建设合同'] : []),
      ...(input.supervisionFiledOn === undefined ? ['项目监理单位'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '建设合同、项目监理单位都已备案',
      found: missing.length === 0 ? '都已备案' : `没有备案：${missing.join('、')}`,
    }
  },
})

const unpublishedItems = listOf(
  '还没有纳入共享平台的目录',
  fields({ number: text('资源编号'), system: text('信息系统') }),
)

/** The project's data are in the sharing platform: part of what is accepted. */
export const dataOnPlatform = defineRule({
  id: 'data-on-platform',
  title: '信息资源目录纳入共享平台',
  basis: notice.lines(1773),
  inputs: { systems: shape.systems, unpublishedItems },
  parameters: {},
  decide: (input) => {
    const own = new Set(input.systems)
    const missing = input.unpublishedItems.filter(({ system }) => own.has(system))
    return {
      isMet: missing.length === 0,
      wanted: '项目的信息资源目录都已纳入共享平台目录管理系统',
      found:
        missing.length === 0 ? '都已纳入' : `没有纳入：${missing.map(({ number }) => number).join('、')}`,
    }
  },
})

/** What a project uses of the key products. */
export const products = listOf(
  '关键产品',
  fields({
    kind: choice('产品类别', {
      security: '信息安全设备',
      network: '核心网络设备',
      basic: '基础软件',
      system: '系统软件',
      business: '业务应用软件',
    }),
    name: text('产品名称'),
    isControllable: yesNo('自主可控'),
  }),
)

export const productsControllable = defineRule({
  id: 'products-controllable',
  title: '产品安全可控',
  basis: notice.lines(1775),
  inputs: { products },
  parameters: {},
  decide: (input) => {
    const others = input.products.filter(({ isControllable }) => !isControllable)
    return {
      isMet: input.products.length > 0 && others.length === 0,
      wanted: '逐项登记关键产品，都自主可控',
      found:
        input.products.length === 0
          ? '没有登记'
          : others.length === 0
            ? '都自主可控'
            : `不自主可控：${others.map(({ name }) => name).join('、')}`,
    }
  },
})

export const progressShape = {
  progress: longText('项目进展'),
  spending: longText('对照分析和资金使用情况').optional(),
}
