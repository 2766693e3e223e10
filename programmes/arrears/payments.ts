import {
  compareDecimals,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineValueRule,
  differenceOf,
  fields,
  isAtMost,
  listOf,
  money,
  reference,
  text,
} from '@luoshi/kernel'
import { amount } from './agreement.ts'
import { notice, office, readers, settlers, validity } from './notice.ts'

const paid = money('还款金额')
const toWages = money('其中付农民工工资')
const toFirm = money('其中付中小企业')

/** What was paid, one by one: the sums of a debt are those of its payments. */
export const payments = defineRegister({
  id: 'payments',
  title: '还款台账',
  basis: notice.lines(738, 742),
  fields: fields({
    number: text('还款编号'),
    debt: reference('欠款', 'debts'),
    paidOn: date('还款日期'),
    paid,
    toWages: toWages.optional(),
    toFirm: toFirm.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: settlers },
})

const looked = {
  openDebts: listOf('待清偿的欠款', fields({ amount, wages: money('农民工工资').optional() })),
  paidBefore: money('此前已还'),
  wagesBefore: money('此前已付农民工工资'),
}

/** Only what is in the ledger and still owed is paid, and no more than that. */
export const withinDebt = defineRule({
  id: 'within-debt',
  title: '还款不超过欠款',
  basis: notice.lines(738),
  inputs: { paid, openDebts: looked.openDebts, paidBefore: looked.paidBefore },
  parameters: {},
  decide: (input) => {
    const [debt] = input.openDebts
    if (debt === undefined) {
      return { isMet: false, wanted: '欠款在台账中，待清偿或者按协议还款', found: '没有这样的欠款' }
    }
    const owed = differenceOf(debt.amount, input.paidBefore)
    return {
      isMet: compareDecimals(input.paid, '0') > 0 && isAtMost(input.paid, owed),
      wanted: `大于0、不超过未还的${owed}元`,
      found: `${input.paid}元`,
    }
  },
})

/** Workers' wages first: what of them is still owed, as far as the payment reaches. */
export const toWagesRule = defineValueRule({
  id: 'to-wages',
  title: '优先支付农民工工资',
  basis: notice.lines(742),
  gives: toWages,
  inputs: { paid, openDebts: looked.openDebts, wagesBefore: looked.wagesBefore },
  parameters: {},
  decide: (input) => {
    const [debt] = input.openDebts
    const left = differenceOf(debt?.wages ?? '0', input.wagesBefore)
    const wages = compareDecimals(left, '0') > 0 ? left : '0'
    return {
      value: isAtMost(input.paid, wages) ? input.paid : wages,
      because: `农民工工资还应付${wages}元，本次还款${input.paid}元`,
    }
  },
})

export const toFirmRule = defineValueRule({
  id: 'to-firm',
  title: '支付中小企业',
  basis: notice.lines(742),
  gives: toFirm,
  inputs: { paid, toWages },
  parameters: {},
  decide: (input) => ({
    value: differenceOf(input.paid, input.toWages),
    because: `${input.paid}元－${input.toWages}元`,
  }),
})

/** A payment is entered, and struck out where it did not come about. */
export const paying = defineProcedure({
  id: 'paying',
  title: '登记还款',
  basis: notice.lines(738, 742),
  ...validity,
  register: payments.id,
  subject: payments.fields,
  access: { read: readers },
  lookups: {
    openDebts: {
      title: '待清偿的欠款',
      register: 'debts',
      where: { number: 'debt' },
      states: ['unpaid', 'planned'],
      gives: { kind: 'records', fields: ['amount', 'wages'] },
    },
    paidBefore: {
      title: '此前已还',
      register: payments.id,
      where: { debt: 'debt' },
      states: ['entered'],
      gives: { kind: 'sum', field: 'paid' },
    },
    wagesBefore: {
      title: '此前已付农民工工资',
      register: payments.id,
      where: { debt: 'debt' },
      states: ['entered'],
      gives: { kind: 'sum', field: 'toWages' },
    },
  },
  opening: {
    title: '登记还款',
    by: settlers,
    basis: notice.lines(738),
    gates: ['within-debt'],
    computes: { toWages: 'to-wages', toFirm: 'to-firm' },
  },
  initial: 'entered',
  states: {
    entered: {
      title: '已还款',
      final: 'completed',
      on: {
        void: {
          title: '冲销',
          to: 'voided',
          by: [office],
          basis: notice.lines(774),
          needsReason: true,
        },
      },
    },
    voided: { title: '已冲销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** Paid by unit and month. */
export const paidByUnit = defineTally({
  id: 'paid-by-unit',
  title: '还款统计',
  basis: notice.lines(738),
  register: payments.id,
  by: [{ kind: 'unit' }, { kind: 'period', field: 'paidOn', every: 'month' }],
  columns: [
    { id: 'count', title: '还款笔数', states: ['entered'] },
    { id: 'paid', title: '还款金额（元）', sums: 'paid', states: ['entered'] },
    { id: 'wages', title: '其中农民工工资（元）', sums: 'toWages', states: ['entered'] },
  ],
})
