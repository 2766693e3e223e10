import {
  count,
  type Decimal,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  listOf,
  money,
  sumOf,
  TODAY,
  text,
} from '@luoshi/kernel'
import { amount } from './agreement.ts'
import { notice, office, readers, settlers, validity } from './notice.ts'

const basis = notice.lines(746)

const debtCount = count('逾期未支付笔数', '笔')
const unpaidTotal = money('逾期未支付金额')

/** What who owes lets everyone know of it. */
export const publications = defineRegister({
  id: 'publications',
  title: '拖欠信息公开台账',
  basis,
  fields: fields({
    number: text('公开编号'),
    debtor: text('欠款单位'),
    asOf: date('数据截止日期'),
    debtCount: debtCount.optional(),
    unpaidTotal: unpaidTotal.optional(),
  }),
  key: ['number'],
  calledBy: ['debtor'],
  access: { read: readers, write: [office, ...settlers] },
})

const debtsOfDebtor = listOf('该单位台账中的欠款', fields({ number: text('台账编号'), amount }))
const paidEntries = listOf('还款台账', fields({ debt: text('欠款'), paid: amount }))

/** What of some debts is still owed. */
export function unpaidOf(
  debts: readonly { readonly number: string; readonly amount: Decimal }[],
  payments: readonly { readonly debt: string; readonly paid: Decimal }[],
): Decimal {
  const own = new Set(debts.map(({ number }) => number))
  const paid = payments.filter(({ debt }) => own.has(debt)).map((one) => one.paid)
  return differenceOf(sumOf(debts.map((debt) => debt.amount)), sumOf(paid))
}

/** All that the ledger has of a debtor is shown: nothing can be left out. */
export const debtsShown = defineValueRule({
  id: 'debts-shown',
  title: '逾期未支付笔数',
  basis,
  gives: debtCount,
  inputs: { debtsOfDebtor },
  parameters: {},
  decide: (input) => ({ value: input.debtsOfDebtor.length, because: '清欠台账中该单位没有清零的欠款' }),
})

export const unpaidShown = defineValueRule({
  id: 'unpaid-shown',
  title: '逾期未支付金额',
  basis,
  gives: unpaidTotal,
  inputs: { debtsOfDebtor, paidEntries },
  parameters: {},
  decide: (input) => ({
    value: unpaidOf(input.debtsOfDebtor, input.paidEntries),
    because: '拖欠金额合计减去已还金额合计',
  }),
})

const publishedOn = date('公开日期')

export const publishedToday = defineRule({
  id: 'published-today',
  title: '公开日期',
  basis,
  inputs: { publishedOn, asOf: date('数据截止日期'), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.publishedOn === input.today && input.asOf <= input.today,
    wanted: `当天公开（${input.today}），数据截止日期不在其后`,
    found: `${input.publishedOn}，数据截至${input.asOf}`,
  }),
})

/** A debtor's arrears are put on show, and taken down when they are others. */
export const publishing = defineProcedure({
  id: 'publishing',
  title: '拖欠信息公开',
  basis,
  ...validity,
  register: publications.id,
  subject: publications.fields,
  access: { read: readers },
  lookups: {
    debtsOfDebtor: {
      title: '该单位台账中的欠款',
      register: 'debts',
      where: { debtor: 'debtor' },
      states: ['entered', 'assigned', 'unpaid', 'planned'],
      gives: { kind: 'records', fields: ['number', 'amount'] },
    },
    paidEntries: {
      title: '还款台账',
      register: 'payments',
      where: {},
      states: ['entered'],
      gives: { kind: 'records', fields: ['debt', 'paid'] },
    },
  },
  opening: {
    title: '起草公开信息',
    by: [office, ...settlers],
    basis,
    computes: { debtCount: 'debts-shown', unpaidTotal: 'unpaid-shown' },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待公开',
      on: {
        publish: {
          title: '主动公开',
          to: 'published',
          by: [office, ...settlers],
          basis,
          input: fields({ publishedOn }),
          gates: ['published-today'],
        },
        drop: { title: '作废', to: 'dropped', by: [office, ...settlers], basis, needsReason: true },
      },
    },
    published: {
      title: '公开中',
      rests: true,
      disclosure: {
        title: '逾期未支付中小企业账款信息',
        basis,
        duration: gap('公开多久没有写明，撤下以前一直公开', basis),
        places: ['政府信息公开专栏'],
        shows: ['debtor', 'asOf', 'debtCount', 'unpaidTotal', 'publishedOn'],
        clear: [],
        after: [],
      },
      on: {
        replace: {
          title: '撤下，改公开新的数据',
          to: 'replaced',
          by: [office, ...settlers],
          basis,
          needsReason: true,
        },
      },
    },
    replaced: { title: '已撤下', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})
