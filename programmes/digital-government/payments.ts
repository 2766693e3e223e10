import {
  choice,
  compareDecimals,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  gap,
  type IsoDate,
  isAtMost,
  listOf,
  money,
  objectionsOf,
  reference,
  type StocktakeRecord,
  sumOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import {
  acceptanceFiledOn,
  acceptedOn,
  approvedBudget,
  contractFiledOn,
  supervisionFiledOn,
} from './building.ts'
import { department, departmentName, departmentRule, finance, notice, readers, validity } from './notice.ts'
import { projects, shape } from './projects.ts'
import { notSuspended, sanctionLookup, sanctions } from './sanctions.ts'
import { clouds, systems } from './systems.ts'

const basis = notice.lines(1737, 1743)

const purposes = { construction: '建设资金', upkeep: '运行维护经费' } as const
const purpose = choice('资金用途', purposes)
const amount = money('拨付金额')

/** What is asked for and paid. */
export const payments = defineRegister({
  id: 'payments',
  title: '项目资金拨付台账',
  basis,
  fields: fields({
    number: text('拨付编号'),
    project: reference('项目', projects.id),
    purpose,
    amount,
    department: departmentName.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [department] },
})

/** What a payment is judged by. */
const found = {
  projectFound: listOf(
    '预算审定的项目',
    fields({
      systems: shape.systems,
      approvedBudget: approvedBudget.optional(),
      contractFiledOn: contractFiledOn.optional(),
      supervisionFiledOn: supervisionFiledOn.optional(),
      acceptedOn: acceptedOn.optional(),
      acceptanceFiledOn: acceptanceFiledOn.optional(),
    }),
  ),
  paidBefore: money('此前已拨'),
  systemsFound: listOf(
    '目录中的信息系统',
    fields({
      number: text('系统编号'),
      cloud: choice('上云情况', clouds),
      isShared: yesNo('已按要求共享数据'),
      isNetwork: yesNo('使用业务专网'),
      networkApproval: text('县人民政府同意建设业务专网的文号').optional(),
      recordedOn: date('备案日期').optional(),
    }),
  ),
}

const noProject = { isMet: false, wanted: '项目已经批复，预算已经审定', found: '没有这样的项目' }

/** Up to what was set, and only for a project that has a budget. */
export const withinBudget = defineRule({
  id: 'payment-within-budget',
  title: '审定预算内拨付',
  basis: notice.lines(1737, 1738),
  inputs: { amount, projectFound: found.projectFound, paidBefore: found.paidBefore },
  parameters: {},
  decide: ({ amount: asked, projectFound: [one], paidBefore }) => {
    if (one?.approvedBudget === undefined) return noProject
    const after = sumOf([asked, paidBefore])
    return {
      isMet: compareDecimals(asked, '0') > 0 && isAtMost(after, one.approvedBudget),
      wanted: `大于0，连同已拨的不超过审定预算${one.approvedBudget}元`,
      found: `拨付${asked}元，已拨${paidBefore}元`,
    }
  },
})

/** 未列入目录的，不予安排建设投资和运维资金 */
export const systemsInCatalogue = defineRule({
  id: 'payment-in-catalogue',
  title: '信息系统在目录中',
  basis: notice.lines(1719),
  inputs: { projectFound: found.projectFound, systemsFound: found.systemsFound },
  parameters: {},
  decide: ({ projectFound: [one], systemsFound }) => {
    if (one === undefined) return noProject
    const listed = new Set(systemsFound.map(({ number }) => number))
    const missing = one.systems.filter((system) => !listed.has(system))
    return {
      isMet: missing.length === 0,
      wanted: '项目的信息系统都在目录中',
      found: missing.length === 0 ? '都在目录中' : `不在目录中：${missing.join('、')}`,
    }
  },
})

/** 未备案、未上云、未共享的，不再拨付运维经费 */
export const cloudAndSharing = defineRule({
  id: 'payment-cloud-and-sharing',
  title: '运维经费：备案、上云和数据共享',
  basis: notice.lines(1729),
  inputs: { purpose, projectFound: found.projectFound, systemsFound: found.systemsFound },
  parameters: {},
  decide: (input) => {
    const wanted = '信息系统已备案、已上云（依法或因保密不上云的除外）、已共享数据'
    if (input.purpose !== 'upkeep') return { isMet: true, wanted, found: '不是运行维护经费' }
    const [one] = input.projectFound
    if (one === undefined) return noProject
    const own = input.systemsFound.filter(({ number }) => one.systems.includes(number))
    const wrong = own.flatMap((system) => {
      const lacks = [
        ...(system.recordedOn === undefined ? ['未备案'] : []),
        ...(system.cloud === 'not-yet' ? ['未上云'] : []),
        ...(system.isShared ? [] : ['未共享数据']),
      ]
      return lacks.length === 0 ? [] : [`${system.number}${lacks.join('、')}`]
    })
    return { isMet: wrong.length === 0, wanted, found: wrong.length === 0 ? '都符合' : wrong.join('；') }
  },
})

/** 未备案的项目，不得拨付后续建设资金和运行维护经费 */
export const filingsMade = defineRule({
  id: 'payment-filings',
  title: '三项备案',
  basis: notice.lines(1777),
  inputs: { purpose, projectFound: found.projectFound },
  parameters: {},
  decide: ({ purpose: asked, projectFound: [one] }) => {
    if (one === undefined) return noProject
    const isAcceptanceDue = asked === 'upkeep' || one.acceptedOn !== undefined
    const missing = [
      ...(one.contractFiledOn === undefined ? ['建设合同备案'] : []),
      ...(one.supervisionFiledOn === undefined ? ['项目监理单位备案'] : []),
      ...(isAcceptanceDue && one.acceptanceFiledOn === undefined ? ['验收报告备案'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: isAcceptanceDue ? '建设合同、项目监理单位、验收报告都已备案' : '建设合同、项目监理单位都已备案',
      found: missing.length === 0 ? '都已备案' : `没有${missing.join('、')}`,
    }
  },
})

/** A network of its own has the county's consent. */
export const networkConsented = defineRule({
  id: 'payment-network',
  title: '业务专网已经同意',
  basis: notice.lines(1731, 1732),
  inputs: { projectFound: found.projectFound, systemsFound: found.systemsFound },
  parameters: {},
  decide: ({ projectFound: [one], systemsFound }) => {
    if (one === undefined) return noProject
    const wrong = systemsFound.filter(
      ({ number, isNetwork, networkApproval }) =>
        one.systems.includes(number) && isNetwork && networkApproval === undefined,
    )
    return {
      isMet: wrong.length === 0,
      wanted: '不使用业务专网，或者县人民政府已同意',
      found: wrong.length === 0 ? '符合' : `没有同意文号：${wrong.map(({ number }) => number).join('、')}`,
    }
  },
})

/** All that keeps money from a project. */
export const paymentGates = [
  withinBudget,
  systemsInCatalogue,
  cloudAndSharing,
  filingsMade,
  networkConsented,
  notSuspended,
]

/** A payment is asked for, and made where nothing stands against it. */
export const paying = defineProcedure({
  id: 'paying',
  title: '项目资金拨付',
  basis,
  ...validity,
  register: payments.id,
  subject: payments.fields,
  access: { read: readers },
  lookups: {
    projectFound: {
      title: '预算审定的项目',
      register: projects.id,
      where: { number: 'project' },
      states: [
        'budgeted',
        'allocated',
        'contracted',
        'contractReported',
        'building',
        'accepted',
        'acceptanceReported',
        'running',
      ],
      gives: {
        kind: 'records',
        fields: [
          'systems',
          'approvedBudget',
          'contractFiledOn',
          'supervisionFiledOn',
          'acceptedOn',
          'acceptanceFiledOn',
        ],
      },
    },
    paidBefore: {
      title: '此前已拨',
      register: payments.id,
      where: { project: 'project' },
      states: ['paid'],
      gives: { kind: 'sum', field: 'amount' },
    },
    systemsFound: {
      title: '目录中的信息系统',
      register: systems.id,
      where: {},
      states: ['listed', 'inUse'],
      gives: {
        kind: 'records',
        fields: ['number', 'cloud', 'isShared', 'isNetwork', 'networkApproval', 'recordedOn'],
      },
    },
    sanctionsFound: sanctionLookup('project'),
  },
  opening: { title: '申请拨付', by: [department], basis, computes: { department: departmentRule.id } },
  initial: 'asked',
  states: {
    asked: {
      title: '待拨付',
      on: {
        pay: {
          title: '拨付',
          to: 'paid',
          by: [finance],
          basis,
          gates: paymentGates.map(({ id }) => id),
          input: fields({ paidOn: date('拨付日期') }),
        },
        refuse: { title: '不予拨付', to: 'refused', by: [finance], basis, needsReason: true },
      },
    },
    paid: { title: '已拨付', final: 'completed', on: {} },
    refused: { title: '不予拨付', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('“后续建设资金”从哪一笔起算没有写明，每一笔都要求合同和监理单位已备案', notice.lines(1777)),
    gap('备案、上云、数据共享是缺一项还是都缺才不拨付没有写明，缺一项即不拨付', notice.lines(1729)),
    gap('运行维护经费是否也计入项目的审定预算没有写明，合并计算', basis),
  ],
})

type Held = Pick<StocktakeRecord, 'state' | 'data'>

/** What a lookup of a payment would give, of records at hand. */
function given(lookup: 'projectFound' | 'systemsFound' | 'sanctionsFound', records: readonly Held[]) {
  const asked = paying.lookups[lookup]
  if (asked === undefined || 'catalogue' in asked || asked.gives.kind === 'sum') return []
  const { fields: named } = asked.gives
  return records
    .filter(({ state }) => asked.states?.includes(state) ?? true)
    .map(({ data }) => Object.fromEntries(named.map((field) => [field, data[field]])))
}

/** What keeps money from a project as it stands, whatever the amount; nothing for one that may be paid. */
export function obstaclesTo(
  project: Held,
  purpose: keyof typeof purposes,
  { systems: listed = [], sanctions: wrongs = [] }: Readonly<Record<string, readonly Held[]>>,
  today: IsoDate,
): readonly string[] {
  const facts = {
    purpose,
    projectFound: given('projectFound', [project]),
    systemsFound: given('systemsFound', listed),
    sanctionsFound: given(
      'sanctionsFound',
      wrongs.filter(({ data }) => data['project'] === project.data['number']),
    ),
  }
  return paymentGates
    .filter((gate) => gate !== withinBudget)
    .flatMap((gate) =>
      objectionsOf(gate.judge(facts, today)).map(({ found: what }) => `${gate.title}：${what}`),
    )
}

/** Each project with a budget: whether it may be paid, and if not, why. */
export const payable = defineStocktake({
  id: 'payable',
  title: '项目资金能否拨付',
  basis: notice.lines(1719, 1785),
  register: projects.id,
  beside: [systems.id, sanctions.id],
  count(records, { today }, beside = {}) {
    const budgeted = records.filter((one) => given('projectFound', [one]).length > 0)
    if (budgeted.length === 0) return { says: '还没有预算审定的项目。', isMet: null, findings: [] }
    const rows = budgeted.map((one) => {
      const wayOf = (purpose: keyof typeof purposes) => {
        const obstacles = obstaclesTo(one, purpose, beside, today)
        const result = obstacles.length === 0 ? '可以拨付' : `不得拨付（${obstacles.join('；')}）`
        return { isFree: obstacles.length === 0, says: `${purposes[purpose]}${result}` }
      }
      const ways = [wayOf('construction'), wayOf('upkeep')]
      return {
        isFree: ways[0]?.isFree === true,
        name: `${String(one.data['number'])} ${String(one.data['name'])}`,
        message: `${ways.map(({ says }) => says).join('，')}。`,
      }
    })
    const stopped = rows.filter(({ isFree }) => !isFree).length
    return {
      says: `预算审定的项目${rows.length}个，建设资金现在不得拨付的${stopped}个。`,
      isMet: stopped === 0,
      findings: rows.map(({ name, message }) => ({ name, message })),
    }
  },
})

/** Paid by department and month. */
export const paidByDepartment = defineTally({
  id: 'paid-by-department',
  title: '项目资金拨付统计',
  basis,
  register: payments.id,
  by: [
    { kind: 'field', field: 'department' },
    { kind: 'field', field: 'purpose' },
  ],
  columns: [
    { id: 'paid', title: '已拨付（元）', sums: 'amount', states: ['paid'] },
    { id: 'count', title: '已拨付笔数', states: ['paid'] },
    { id: 'waiting', title: '待拨付笔数', states: ['asked'] },
    { id: 'refused', title: '不予拨付笔数', states: ['refused'] },
  ],
})
