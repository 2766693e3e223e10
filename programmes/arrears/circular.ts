import {
  compareDecimals,
  count,
  type Decimal,
  date,
  defineDayRule,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  OPENING,
  productOf,
  quotientOf,
  reference,
  sumOf,
  text,
  unit,
} from '@luoshi/kernel'
import { amount } from './agreement.ts'
import { chief, notice, office, readers, settlers, validity } from './notice.ts'

const basis = notice.lines(738)

/** A debt as far as a circular needs it. */
export interface CircularDebt {
  readonly number: string
  readonly amount: Decimal
  /** Name of the unit that settles; none where nobody has taken it on yet. */
  readonly settler?: string | undefined
  readonly agreedOn?: string | undefined
}

/** How far a township or unit has come. */
export interface Standing {
  readonly settler: string
  readonly debts: number
  readonly amount: Decimal
  readonly paid: Decimal
  /** Per cent of the amount, to one place. */
  readonly share: Decimal
  readonly agreements: number
}

/** What of debts nobody has taken on yet stands under. */
export const UNASSIGNED = '待交办'

/** Every township and unit with what it owes, has paid and has agreed on; who has paid the least of it comes last. */
export function standingsOf(
  debts: readonly CircularDebt[],
  payments: readonly { readonly debt: string; readonly paid: Decimal }[],
): readonly Standing[] {
  const paidBy = Map.groupBy(payments, ({ debt }) => debt)
  const bySettler = Map.groupBy(debts, ({ settler }) => settler ?? UNASSIGNED)
  return [...bySettler]
    .map(([settler, own]): Standing => {
      const owed = sumOf(own.map((debt) => debt.amount))
      const paid = sumOf(own.flatMap(({ number }) => (paidBy.get(number) ?? []).map((one) => one.paid)))
      const share = compareDecimals(owed, '0') === 0 ? '0.0' : quotientOf(productOf(paid, '100'), owed, 1)
      const agreements = own.filter(({ agreedOn }) => agreedOn !== undefined).length
      return { settler, debts: own.length, amount: owed, paid, share, agreements }
    })
    .sort((one, other) => compareDecimals(other.share, one.share) || (one.settler < other.settler ? -1 : 1))
}

const debtCount = count('欠款笔数', '笔')
const standing = longText('化解进展')

const shape = {
  number: text('通报编号', { help: '如2023年第1期' }),
  asOf: date('数据截止日期'),
  slow: longText('进展缓慢的单位', { help: '多慢算进展缓慢没有写明，由五清欠办定' }).optional(),
  demand: longText('下一步要求').optional(),
}

/** 化解进展通报 */
export const circulars = defineRegister({
  id: 'circulars',
  title: '清欠进展通报台账',
  basis,
  fields: fields({ ...shape, debtCount: debtCount.optional(), standing: standing.optional() }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

const ledger = listOf(
  '清欠台账',
  fields({
    number: text('台账编号'),
    amount,
    settler: text('清偿单位').optional(),
    agreedOn: date('签订日期').optional(),
  }),
)
const paidEntries = listOf('还款台账', fields({ debt: text('欠款'), paid: amount }))

/** The circular is drawn from the ledger as it is: nobody writes its figures. */
export const standingRule = defineValueRule({
  id: 'standing',
  title: '化解进展',
  basis,
  gives: standing,
  inputs: { ledger, paidEntries },
  parameters: {},
  decide: (input) => {
    const rows = standingsOf(input.ledger, input.paidEntries).map(
      (one) =>
        `${one.settler}：${one.debts}笔${one.amount}元，已还${one.paid}元（${one.share}%），签订还款协议${one.agreements}笔`,
    )
    return {
      value: rows.length === 0 ? '台账中没有欠款。' : `${rows.join('；')}。`,
      because: '按清偿单位汇总清欠台账和还款台账，已还比例由高到低',
    }
  },
})

export const debtCountRule = defineValueRule({
  id: 'debt-count',
  title: '欠款笔数',
  basis,
  gives: debtCount,
  inputs: { ledger },
  parameters: {},
  decide: (input) => ({ value: input.ledger.length, because: '清欠台账中在清欠范围的欠款' }),
})

const covered = ['entered', 'assigned', 'unpaid', 'planned', 'cleared']

export const circulating = defineProcedure({
  id: 'circulating',
  title: '清欠进展通报',
  basis,
  ...validity,
  register: circulars.id,
  subject: circulars.fields,
  access: { read: readers },
  lookups: {
    ledger: {
      title: '清欠台账',
      register: 'debts',
      where: {},
      states: covered,
      gives: { kind: 'records', fields: ['number', 'amount', 'settler', 'agreedOn'] },
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
    title: '起草通报',
    by: [office],
    basis,
    computes: { debtCount: 'debt-count', standing: 'standing' },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待签发',
      on: {
        edit: {
          title: '修改',
          to: 'drafted',
          by: [office],
          basis,
          input: fields({ slow: shape.slow, demand: shape.demand }),
        },
        issue: {
          title: '签发',
          to: 'issued',
          by: [chief],
          basis,
          notByWhoDid: [OPENING, 'edit'],
          papers: ['circular'],
        },
        drop: { title: '作废', to: 'dropped', by: [office], basis, needsReason: true },
      },
    },
    issued: { title: '已通报', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const circularPaper = defineTextPaper({
  id: 'circular',
  title: '拖欠中小企业账款化解进展通报',
  basis,
  open: [gap('方案没有印通报的样式', basis)],
  register: circulars.id,
  head: 'red',
  issuer: '{@county}清理拖欠中小企业账款工作组办公室',
  number: { mark: '清欠通报', basis: gap('文号方式没有写明，由县里定', basis) },
  addressee: '各乡（镇）、景区、示范区，县直有关部门',
  body: [
    { text: '现将截至{asOf}拖欠中小企业账款化解进展情况通报如下：' },
    { level: 1, text: '化解进展' },
    { text: '清欠台账共{debtCount}笔。{standing}' },
    { level: 1, text: '进展缓慢的单位', when: { field: 'slow' } },
    { text: '{slow}', when: { field: 'slow' } },
    { level: 1, text: '下一步要求', when: { field: 'demand' } },
    { text: '{demand}', when: { field: 'demand' } },
  ],
  annexes: [],
  copies: [],
})

const deadline = date('办结期限')

/** 挂牌督办 */
export const listings = defineRegister({
  id: 'listings',
  title: '清欠挂牌督办台账',
  basis,
  fields: fields({
    number: text('督办编号'),
    circular: reference('通报', 'circulars'),
    reason: longText('挂牌督办事由'),
    deadline,
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

export const deadlineAhead = defineDayRule({
  id: 'deadline-ahead',
  title: '办结期限',
  basis,
  day: 'deadline',
  is: 'from-today',
})

const issuedCirculars = listOf('已印发的通报', fields({ number: text('通报编号') }))

/** Who is listed was named in a circular that everyone has. */
export const circularIssued = defineRule({
  id: 'circular-issued',
  title: '已通报',
  basis,
  inputs: { issuedCirculars },
  parameters: {},
  decide: (input) => ({
    isMet: input.issuedCirculars.length > 0,
    wanted: '进展缓慢已在印发的通报中写明',
    found: input.issuedCirculars.length > 0 ? '已通报' : '没有这样的通报',
  }),
})

/** Who is slow is listed, has a day by which to be done, and is struck off by another. */
export const listing = defineProcedure({
  id: 'listing',
  title: '清欠挂牌督办',
  basis,
  ...validity,
  register: listings.id,
  subject: listings.fields,
  access: { read: readers },
  lookups: {
    issuedCirculars: {
      title: '已印发的通报',
      register: circulars.id,
      where: { number: 'circular' },
      states: ['issued'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: {
    title: '拟挂牌督办',
    by: [office],
    basis,
    gates: ['circular-issued', 'deadline-ahead'],
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待挂牌',
      on: {
        list: {
          title: '挂牌督办',
          to: 'listed',
          by: [office],
          basis,
          needsReason: true,
          input: fields({ receiver: unit('被督办单位') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis },
          papers: ['listing'],
        },
        drop: { title: '不再挂牌', to: 'dropped', by: [office], basis, needsReason: true },
      },
    },
    listed: {
      title: '挂牌督办中',
      on: {
        report: {
          title: '报告办结情况',
          to: 'reported',
          by: settlers,
          basis,
          input: fields({ report: longText('办结情况') }),
        },
      },
    },
    reported: {
      title: '待摘牌',
      on: {
        strike: { title: '摘牌', to: 'struck', by: [office], basis, notByWhoDid: ['report'] },
        return: { title: '退回继续办理', to: 'listed', by: [office], basis, needsReason: true },
      },
    },
    struck: { title: '已摘牌', final: 'completed', on: {} },
    dropped: { title: '未挂牌', final: 'withdrawn', on: {} },
  },
  limits: {
    settle: {
      title: '限期办结',
      starts: 'list',
      ends: ['strike'],
      legal: { field: 'deadline', basis },
      reminderDays: 3,
      missed: { kind: 'escalate', role: 'chief' },
    },
  },
})

export const listingPaper = defineTextPaper({
  id: 'listing',
  title: '清欠挂牌督办通知书',
  basis,
  open: [gap('方案没有印通知书的样式', basis)],
  register: listings.id,
  head: 'red',
  issuer: '{@county}清理拖欠中小企业账款工作组办公室',
  addressee: '被督办单位',
  body: [
    { text: '因{reason}，决定对你单位清欠工作挂牌督办（督办编号{number}）。' },
    { text: '请于{deadline}前办结，并报告办结情况。' },
  ],
  annexes: [],
  copies: [],
})

/** Debts by who settles them. */
export const debtsBySettler = defineTally({
  id: 'debts-by-settler',
  title: '清欠台账统计',
  basis,
  register: 'debts',
  by: [{ kind: 'unit' }],
  columns: [
    { id: 'debts', title: '欠款笔数', states: covered },
    { id: 'amount', title: '拖欠金额（元）', sums: 'amount', states: covered },
    { id: 'undisputed', title: '无分歧', states: covered, where: { dispute: ['none'] } },
    { id: 'planned', title: '按协议还款', states: ['planned'] },
    { id: 'cleared', title: '已清零', states: ['cleared'] },
    { id: 'cleared-amount', title: '已清零金额（元）', sums: 'amount', states: ['cleared'] },
    { id: 'outside', title: '不在清欠范围', states: ['outside'] },
  ],
})
