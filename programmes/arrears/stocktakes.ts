import {
  compareDecimals,
  type Decimal,
  dataOf,
  defineStocktake,
  differenceOf,
  type RecordsBeside,
  type Stocktake,
  sumOf,
} from '@luoshi/kernel'
import { AGREEMENT_DAY } from './agreement.ts'
import { debts } from './debts.ts'
import { unpaidOf } from './disclosure.ts'
import { notice } from './notice.ts'
import { payments } from './payments.ts'

interface Held {
  readonly number: string
  readonly amount: string
  readonly dispute: 'none' | 'disputed'
  readonly plan: 'none' | 'agreed'
  readonly resolvedOn?: string
  readonly agreedOn?: string
  readonly agreeBy?: string
  readonly settler?: string
  readonly debtor: string
  readonly creditor: string
}

interface Instalment {
  readonly dueOn: string
  readonly amount: Decimal
}

/** What was paid, payment by payment. */
const paidIn = (beside: RecordsBeside) => dataOf<{ debt: string; paid: Decimal }>(beside[payments.id] ?? [])

const called = ({ number, debtor, creditor }: Held) => `${number} ${debtor}欠${creditor}`

/** 无分歧欠款清零 */
const undisputedCleared = defineStocktake({
  id: 'undisputed-cleared',
  title: '无分歧欠款清零',
  basis: notice.lines(738),
  register: debts.id,
  beside: [payments.id],
  count(records, _around, beside = {}) {
    const paid = paidIn(beside)
    const undisputed = records
      .filter(({ state }) => state !== 'outside' && state !== 'struck')
      .map(({ state, data }) => ({ state, data: data as unknown as Held }))
      .filter(({ data }) => data.dispute === 'none' || data.resolvedOn !== undefined)
    if (undisputed.length === 0) return { says: '台账中没有无分歧欠款。', isMet: null, findings: [] }
    const open = undisputed.filter(({ state }) => state !== 'cleared')
    const cleared = undisputed.length - open.length
    const owed = unpaidOf(
      open.map(({ data }) => data),
      paid,
    )
    return {
      says: `无分歧欠款${undisputed.length}笔，已清零${cleared}笔，没有清零${open.length}笔，还欠${owed}元。`,
      isMet: open.length === 0,
      findings: open.map(({ data }) => ({
        name: called(data),
        message: `还欠${unpaidOf([data], paid)}元，${data.settler ?? '还没有单位承办'}${data.agreedOn === undefined ? '' : `，${data.agreedOn}已签还款协议`}。`,
      })),
    }
  },
})

/** Who has neither paid nor agreed by the day that was set. */
const agreementsSigned = defineStocktake({
  id: 'agreements-signed',
  title: '还款协议按期签订',
  basis: notice.lines(738),
  register: debts.id,
  count(records, { today }) {
    const late = dataOf<Held>(records.filter(({ state }) => state === 'unpaid')).filter(
      ({ agreeBy, agreedOn }) => agreeBy !== undefined && agreedOn === undefined && agreeBy < today,
    )
    return {
      says: `应在期限内签订还款协议（${AGREEMENT_DAY}以前入账的不晚于该日），逾期没有签订的${late.length}笔。`,
      isMet: records.length === 0 ? null : late.length === 0,
      findings: late.map((data) => ({
        name: called(data),
        message: `应于${String(data.agreeBy)}前签订，${data.settler ?? ''}还没有签订。`,
      })),
    }
  },
})

/** What of agreed instalments has fallen due and was not paid. */
const agreementsKept = defineStocktake({
  id: 'agreements-kept',
  title: '还款协议履行',
  basis: notice.lines(774),
  register: debts.id,
  beside: [payments.id],
  count(records, { today }, beside = {}) {
    const paid = paidIn(beside)
    const planned = dataOf<Held & { readonly instalments: readonly Instalment[] }>(
      records.filter(({ state }) => state === 'planned'),
    )
    const behind = planned.flatMap((debt) => {
      const ahead = debt.instalments.filter(({ dueOn }) => dueOn >= today)
      // Whatever has not fallen due may still be owed, and no more.
      const short = differenceOf(unpaidOf([debt], paid), sumOf(ahead.map(({ amount }) => amount)))
      if (compareDecimals(short, '0') <= 0) return []
      return [{ name: called(debt), message: `已到期的还款计划还差${short}元，${debt.settler ?? ''}。` }]
    })
    return {
      says: `按协议还款${planned.length}笔，到期没有还足的${behind.length}笔。`,
      isMet: planned.length === 0 ? null : behind.length === 0,
      findings: behind,
    }
  },
})

/** What the notice asks of the ledger as a whole. */
export const stocktakes: readonly Stocktake[] = [undisputedCleared, agreementsSigned, agreementsKept]
