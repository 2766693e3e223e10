import {
  choice,
  compareDecimals,
  type Decimal,
  date,
  defineDayRule,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineTextPaper,
  differenceOf,
  fields,
  gap,
  isAtLeast,
  isAtMost,
  listOf,
  longText,
  money,
  reference,
  type StocktakeRecord,
  sumOf,
  text,
  unit,
} from '@luoshi/kernel'
import { committees, communities, communityName, communityNameRule, communityNames } from './communities.ts'
import { department, notice, office, owners, readers, township, validity } from './notice.ts'

const collecting = notice.lines(2425)
const spending = notice.lines(2421)

const amount = money('金额')

/** What is to be paid into the fund of a community. */
export const dues = defineRegister({
  id: 'fund-dues',
  title: '维修资金应缴台账',
  basis: collecting,
  fields: fields({
    number: text('应缴编号'),
    community: reference('小区', communities.id),
    payer: choice('缴纳方式', { developer: '网签备案时由建设单位代缴', owners: '业主补缴、续缴' }),
    amount,
    dueOn: date('应缴日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** What came in. */
export const deposits = defineRegister({
  id: 'fund-deposits',
  title: '维修资金归集台账',
  basis: collecting,
  fields: fields({
    number: text('归集编号'),
    community: reference('小区', communities.id),
    source: choice('来源', {
      developer: '建设单位代缴',
      arrears: '清缴代收未交',
      owners: '业主缴纳、补缴、续缴',
      yield: '增值收益',
    }),
    arrears: reference('清缴事项', 'fund-arrears').optional(),
    amount,
    paidOn: date('到账日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** 紧急维修事项清单 */
export const urgentItems = defineRegister({
  id: 'urgent-items',
  title: '紧急维修事项清单',
  basis: spending,
  fields: fields({
    number: text('事项编号'),
    item: text('紧急维修事项'),
    kind: choice('类别', { water: '供水', drain: '排水', fire: '消防', lift: '电梯', other: '其他' }),
    source: text('文件依据'),
  }),
  key: ['number'],
  calledBy: ['item'],
  access: { read: readers, write: [office] },
  open: [gap('清单在省厅两个文件里，没有印出，由县里录入', spending)],
})

const applicant = choice('申请人', { committee: '业主委员会（物管会）', township: '乡镇（社区）代为维修' })

/** 应急使用 */
export const uses = defineRegister({
  id: 'fund-uses',
  title: '维修资金应急使用台账',
  basis: spending,
  fields: fields({
    number: text('使用编号'),
    community: reference('小区', communities.id),
    item: text('紧急维修事项编号'),
    applicant,
    works: longText('维修内容'),
    amount: money('申请金额'),
    communityName: communityName.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [owners, township] },
})

const itemFound = listOf('清单中的事项', fields({ item: text('紧急维修事项') }))
const communityFound = listOf('小区', fields({ committee: choice('业委会（物管会）', committees) }))

/** Only what is on the list is paid without the way that other repairs go. */
export const onUrgentList = defineRule({
  id: 'on-urgent-list',
  title: '紧急维修事项清单',
  basis: spending,
  inputs: { item: text('紧急维修事项编号'), itemFound },
  parameters: {},
  decide: (input) => ({
    isMet: input.itemFound.length > 0,
    wanted: '维修事项在紧急维修事项清单中',
    found: input.itemFound[0]?.item ?? `清单中没有${input.item}`,
  }),
})

/** The committee asks; where there is none, the township repairs in its place. */
export const rightApplicant = defineRule({
  id: 'right-applicant',
  title: '申请人',
  basis: spending,
  inputs: { applicant, communityFound },
  parameters: {},
  decide: ({ applicant: asking, communityFound: [one] }) => {
    if (one === undefined) return { isMet: false, wanted: '小区已登记', found: '没有这个小区' }
    const wanted = one.committee === 'none' ? 'township' : 'committee'
    return {
      isMet: asking === wanted,
      wanted: wanted === 'township' ? '没有业委会的，由乡镇（社区）代为维修' : '由业主委员会（物管会）申请',
      found: `${committees[one.committee]}，由${asking === 'township' ? '乡镇（社区）' : '业主委员会（物管会）'}申请`,
    }
  },
})

const paidIn = money('已归集')
const spentBefore = money('已使用')

/** No more is spent than there is. */
export const withinFund = defineRule({
  id: 'within-fund',
  title: '维修资金余额',
  basis: spending,
  inputs: { amount: money('申请金额'), paidIn, spentBefore },
  parameters: {},
  decide: (input) => {
    const balance = differenceOf(input.paidIn, input.spentBefore)
    return {
      isMet: compareDecimals(input.amount, '0') > 0 && isAtMost(input.amount, balance),
      wanted: `大于0，不超过小区维修资金余额${balance}元`,
      found: `${input.amount}元`,
    }
  },
})

const spent = money('维修资金使用数额')

export const withinApproval = defineRule({
  id: 'within-approval',
  title: '使用数额',
  basis: spending,
  inputs: { spent, amount: money('申请金额') },
  parameters: {},
  decide: (input) => ({
    isMet: isAtMost(input.spent, input.amount),
    wanted: `不超过批准的${input.amount}元`,
    found: `${input.spent}元`,
  }),
})

/** Repairs that cannot wait: asked for, approved, made, shown. */
export const repairing = defineProcedure({
  id: 'repairing',
  title: '维修资金应急使用',
  basis: spending,
  ...validity,
  register: uses.id,
  subject: uses.fields,
  access: { read: readers },
  lookups: {
    itemFound: {
      title: '清单中的事项',
      register: urgentItems.id,
      where: { number: 'item' },
      gives: { kind: 'records', fields: ['item'] },
    },
    communityNames,
    communityFound: {
      title: '小区',
      register: communities.id,
      where: { number: 'community' },
      states: ['delivered'],
      gives: { kind: 'records', fields: ['committee'] },
    },
    paidIn: {
      title: '已归集',
      register: deposits.id,
      where: { community: 'community' },
      gives: { kind: 'sum', field: 'amount' },
    },
    spentBefore: {
      title: '已使用',
      register: uses.id,
      where: { community: 'community' },
      states: ['approved', 'completed', 'shown', 'closed'],
      gives: { kind: 'sum', field: 'amount' },
    },
  },
  opening: {
    title: '申请应急使用',
    by: [owners, township],
    basis: spending,
    gates: [onUrgentList.id, rightApplicant.id],
    computes: { communityName: communityNameRule.id },
  },
  initial: 'asked',
  states: {
    asked: {
      title: '待审核',
      on: {
        approve: {
          title: '同意使用',
          to: 'approved',
          by: [office],
          basis: spending,
          gates: [onUrgentList.id, withinFund.id],
        },
        refuse: { title: '不同意', to: 'refused', by: [office], basis: spending, needsReason: true },
      },
    },
    approved: {
      title: '维修中',
      on: {
        complete: {
          title: '维修竣工',
          to: 'completed',
          by: [owners, township],
          basis: spending,
          input: fields({ completedOn: date('竣工日期'), spent, builder: text('维修单位') }),
          gates: [withinApproval.id],
        },
      },
    },
    completed: {
      title: '待公开使用数额',
      on: {
        show: {
          title: '公开使用数额',
          to: 'shown',
          by: [owners, township],
          basis: spending,
          input: fields({ shownOn: date('公开日期') }),
        },
      },
    },
    shown: {
      title: '公开中',
      rests: true,
      disclosure: {
        title: '维修资金应急使用数额',
        basis: spending,
        duration: gap('公开多久没有写明，撤下以前一直公开', spending),
        places: ['小区公示栏'],
        shows: ['communityName', 'works', 'spent', 'completedOn', 'builder'],
        clear: [],
        after: [],
      },
      on: {
        close: {
          title: '撤下',
          to: 'closed',
          by: [owners, township, office],
          basis: spending,
          needsReason: true,
        },
      },
    },
    closed: { title: '已公开', final: 'completed', on: {} },
    refused: { title: '不同意', final: 'refused', on: {} },
  },
  limits: {},
  open: [gap('紧急维修以外怎样使用维修资金按省、市规定，通知没有写明', spending)],
})

type Held = Pick<StocktakeRecord, 'state' | 'data'>

/** A community's fund: what is owed, what came in, what was spent. */
export interface FundStanding {
  readonly community: string
  readonly due: Decimal
  readonly paid: Decimal
  readonly yields: Decimal
  readonly owed: Decimal
  readonly used: Decimal
  readonly balance: Decimal
}

const spentStates = new Set(['completed', 'shown', 'closed'])

/** Each community's fund, in the order of their numbers. */
export function fundStandings(
  dueRecords: readonly Held[],
  depositRecords: readonly Held[],
  useRecords: readonly Held[],
): readonly FundStanding[] {
  const isKept = ({ state }: Held) => state !== 'struck'
  const [due, paid] = [dueRecords.filter(isKept), depositRecords.filter(isKept)]
  const used = useRecords.filter(({ state }) => spentStates.has(state))
  const names = [...new Set([...due, ...paid, ...used].map(({ data }) => String(data['community'])))].sort()
  const sum = (records: readonly Held[], community: string, field = 'amount') =>
    sumOf(
      records
        .filter(({ data }) => data['community'] === community)
        .map(({ data }) => String(data[field] ?? '0')),
    )
  return names.map((community) => {
    const isYield = ({ data }: Held) => data['source'] === 'yield'
    const dueSum = sum(due, community)
    const paidSum = sum(
      paid.filter((one) => !isYield(one)),
      community,
    )
    const yields = sum(paid.filter(isYield), community)
    const usedSum = sum(used, community, 'spent')
    return {
      community,
      due: dueSum,
      paid: paidSum,
      yields,
      owed: differenceOf(dueSum, paidSum),
      used: usedSum,
      balance: differenceOf(sumOf([paidSum, yields]), usedSum),
    }
  })
}

/** 维修资金 of every community. */
export const fundLedger = defineStocktake({
  id: 'fund-ledger',
  title: '各小区维修资金',
  basis: notice.lines(2423, 2425),
  register: dues.id,
  beside: [deposits.id, uses.id, communities.id],
  count(records, _around, beside = {}) {
    const rows = fundStandings(records, beside[deposits.id] ?? [], beside[uses.id] ?? [])
    if (rows.length === 0) return { says: '还没有维修资金记录。', isMet: null, findings: [] }
    const names = new Map(
      (beside[communities.id] ?? []).map(({ data }) => [data['number'], String(data['name'])]),
    )
    const sum = (field: 'due' | 'paid' | 'owed' | 'used' | 'balance') => sumOf(rows.map((row) => row[field]))
    return {
      says: `应缴${sum('due')}元，已缴${sum('paid')}元，未缴${sum('owed')}元，已使用${sum('used')}元，余额${sum('balance')}元。`,
      isMet: rows.every(({ owed }) => isAtMost(owed, '0')),
      findings: rows.map((row) => ({
        name: names.get(row.community) ?? row.community,
        message: `应缴${row.due}元，已缴${row.paid}元，未缴${row.owed}元，收益${row.yields}元，已使用${row.used}元，余额${row.balance}元。`,
      })),
    }
  },
})

const held = money('已收未交金额')
const clearBy = date('清缴期限')

/** 代收维修资金清缴 */
export const arrears = defineRegister({
  id: 'fund-arrears',
  title: '代收维修资金清缴台账',
  basis: collecting,
  fields: fields({
    number: text('清缴编号'),
    community: reference('小区', communities.id),
    holder: text('代收单位'),
    holderKind: choice('代收单位类别', { developer: '建设单位', company: '物业企业' }),
    held,
    clearBy,
  }),
  key: ['number'],
  calledBy: ['holder'],
  access: { read: readers, write: [office] },
})

export const clearAhead = defineDayRule({
  id: 'clear-ahead',
  title: '清缴期限',
  basis: collecting,
  day: 'clearBy',
  is: 'from-today',
})

const handedIn = money('已清缴')

export const clearedInFull = defineRule({
  id: 'cleared-in-full',
  title: '全部清交',
  basis: collecting,
  inputs: { held, handedIn },
  parameters: {},
  decide: (input) => ({
    isMet: isAtLeast(input.handedIn, input.held),
    wanted: `清交${input.held}元`,
    found: `已交${input.handedIn}元`,
  }),
})

export const stillOwed = defineRule({
  id: 'still-owed',
  title: '没有足额缴纳',
  basis: collecting,
  inputs: { held, handedIn },
  parameters: {},
  decide: (input) => ({
    isMet: !isAtLeast(input.handedIn, input.held),
    wanted: '仍没有足额缴纳',
    found: `应交${input.held}元，已交${input.handedIn}元`,
  }),
})

const clear = {
  title: '全部清交',
  to: 'cleared',
  by: [office],
  basis: collecting,
  gates: [clearedInFull.id],
} as const

/** 清缴、执法、经侦: each stage only after the one before it. */
export const clearing = defineProcedure({
  id: 'clearing',
  title: '代收维修资金清缴',
  basis: collecting,
  ...validity,
  register: arrears.id,
  subject: arrears.fields,
  access: { read: readers },
  lookups: {
    handedIn: {
      title: '已清缴',
      register: deposits.id,
      where: { arrears: 'number' },
      gives: { kind: 'sum', field: 'amount' },
    },
  },
  opening: { title: '列入清缴', by: [office], basis: collecting },
  initial: 'listed',
  states: {
    listed: {
      title: '待责令清缴',
      on: {
        demand: {
          title: '责令限期清缴',
          to: 'demanded',
          by: [office],
          basis: collecting,
          gates: [clearAhead.id],
          papers: ['clearing-demand'],
        },
        clear,
      },
    },
    demanded: {
      title: '清缴中',
      on: {
        clear,
        enforce: {
          title: '移送行政执法',
          to: 'enforced',
          by: [office],
          basis: collecting,
          needsReason: true,
          afterLimit: 'clearing',
          input: fields({ receiver: unit('行政执法部门') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis: collecting },
          gates: [stillOwed.id],
          papers: ['clearing-transfer'],
        },
      },
    },
    enforced: {
      title: '行政执法查处中',
      on: {
        report: {
          title: '报告查处情况',
          to: 'enforced',
          by: [department],
          basis: collecting,
          input: fields({ enforcement: longText('查处情况') }),
        },
        clear,
        police: {
          title: '公安经侦介入',
          to: 'investigated',
          by: [office],
          basis: collecting,
          needsReason: true,
          gates: [stillOwed.id],
          papers: ['clearing-transfer'],
        },
      },
    },
    investigated: { title: '公安经侦介入', on: { clear } },
    cleared: { title: '已全部清交', final: 'completed', on: {} },
  },
  limits: {
    clearing: {
      title: '清缴期限',
      starts: 'demand',
      ends: ['clear'],
      legal: { field: 'clearBy', basis: collecting },
      reminderDays: 5,
      missed: { kind: 'flag' },
    },
  },
  open: [gap('“规定时限”多长没有写明，逐件填写', collecting)],
})

const notPrinted = [gap('通知没有印文书的样式', collecting)]

export const demandPaper = defineTextPaper({
  id: 'clearing-demand',
  title: '限期清缴住宅专项维修资金通知书',
  basis: collecting,
  open: notPrinted,
  register: arrears.id,
  head: 'red',
  issuer: '县住房和城乡建设局',
  number: { mark: '物业清缴', basis: gap('文号方式没有写明，由县里定', collecting) },
  addressee: '{holder}',
  body: [
    { text: '你单位代收的小区{community}住宅专项维修资金{held}元没有交入专户（清缴编号{number}）。' },
    { text: '请于{clearBy}前全部清交。拒不缴交的，由行政执法部门查处；仍未足额缴纳的，由公安经侦介入。' },
  ],
  annexes: [],
  copies: [],
})

export const transferPaper = defineTextPaper({
  id: 'clearing-transfer',
  title: '住宅专项维修资金清缴移送函',
  basis: collecting,
  open: notPrinted,
  register: arrears.id,
  head: 'plain',
  issuer: '县住房和城乡建设局',
  addressee: '行政执法部门、县公安局',
  body: [
    {
      text: '{holder}代收的小区{community}住宅专项维修资金{held}元，责令{clearBy}前清交，到期没有足额缴纳。{@reason}',
    },
    { text: '请依法处理。' },
  ],
  annexes: [],
  copies: [],
})

export const arrearsByStage = defineTally({
  id: 'arrears-by-stage',
  title: '代收维修资金清缴统计',
  basis: collecting,
  register: arrears.id,
  by: [{ kind: 'field', field: 'holder' }],
  columns: [
    { id: 'held', title: '已收未交（元）', sums: 'held' },
    { id: 'demanded', title: '清缴', states: ['listed', 'demanded'] },
    { id: 'enforced', title: '执法', states: ['enforced'] },
    { id: 'police', title: '经侦', states: ['investigated'] },
    { id: 'cleared', title: '已清交', states: ['cleared'] },
  ],
})
