import {
  choice,
  compareDecimals,
  date,
  defineRule,
  defineTextPaper,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isSameAmount,
  listOf,
  money,
  sumOf,
  TODAY,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

/** The end of June by which who cannot pay yet has agreed on a plan; the year is that of the work plan's title. */
export const AGREEMENT_DAY = '2023-06-30'

export const disputes = { none: '无分歧', disputed: '有分歧' } as const
export const plans = { none: '尚未明确还款计划', agreed: '已有还款计划' } as const

export const dispute = choice('有无分歧', disputes)
export const plan = choice('还款计划', plans)
export const amount = money('拖欠金额')
/** What was paid of a debt so far, as the payments say. */
export const paidSoFar = money('已还金额')

export const agreementOwed = choice('还款协议', { owed: '应当签订', 'not-owed': '不要求签订' })

/** An agreement is owed for what nobody disputes and nobody has planned. */
export const agreementOwedRule = defineValueRule({
  id: 'agreement-owed',
  title: '是否应签还款协议',
  basis: notice.lines(738),
  gives: agreementOwed,
  inputs: { dispute, plan },
  parameters: {},
  decide: (input) => ({
    value: input.dispute === 'none' && input.plan === 'none' ? ('owed' as const) : ('not-owed' as const),
    because: `${disputes[input.dispute]}，${plans[input.plan]}`,
  }),
})

export const agreeBy = date('还款协议签订期限', {
  help: `应当签订的填写，不晚于${AGREEMENT_DAY}；此后才入账的由五清欠办定`,
})

/** Until the end of June nothing later can be set; what is found after it has no day of the notice's. */
export const agreedInTime = defineRule({
  id: 'agreed-in-time',
  title: '还款协议签订期限',
  basis: notice.lines(738),
  inputs: { agreementOwed, agreeBy: agreeBy.optional(), [TODAY]: date('今天') },
  parameters: {},
  decide: ({ agreementOwed: owed, agreeBy: by, today }) => {
    if (owed === 'not-owed') return { isMet: true, wanted: '不要求签订', found: '不要求签订' }
    const isEarly = today <= AGREEMENT_DAY
    return {
      isMet: by !== undefined && by >= today && (!isEarly || by <= AGREEMENT_DAY),
      wanted: isEarly ? `填写签订期限，自今天起，不晚于${AGREEMENT_DAY}` : '填写签订期限，不早于今天',
      found: by ?? '没有填写',
    }
  },
})

/** Why who owes cannot pay now. Some reasons are none. */
export const difficulties = {
  funds: '资金暂时困难',
  'leader-changed': '法定代表人或者主要负责人变更',
  internal: '履行内部付款流程',
  audit: '工程未完成审计、决算',
} as const

/** What an agreement says. */
export const agreementShape = {
  difficulty: choice('暂时不能清偿的原因', difficulties),
  agreedOn: date('签订日期'),
  instalments: listOf('还款计划', fields({ dueOn: date('还款日期'), amount: money('还款金额') })),
}

export const resolvedOn = date('分歧解决日期')

/** What was disputed and is settled is disputed no more. */
const isDisputed = (input: { dispute: keyof typeof disputes; resolvedOn?: string | undefined }) =>
  input.dispute === 'disputed' && input.resolvedOn === undefined

export const undisputed = defineRule({
  id: 'undisputed',
  title: '无分歧欠款',
  basis: notice.lines(738),
  inputs: { dispute, resolvedOn: resolvedOn.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: !isDisputed(input),
    wanted: '欠款无分歧，或者分歧已解决',
    found: isDisputed(input) ? '有分歧，还没有解决' : '无分歧',
  }),
})

export const disputed = defineRule({
  id: 'disputed',
  title: '有分歧欠款',
  basis: notice.lines(738),
  inputs: { dispute },
  parameters: {},
  decide: (input) => ({
    isMet: input.dispute === 'disputed',
    wanted: '欠款有分歧',
    found: disputes[input.dispute],
  }),
})

/** A change of who leads, a firm's own paperwork and an audit that is not done are no reasons to pay late. */
export const difficultyAllowed = defineRule({
  id: 'difficulty-allowed',
  title: '延迟支付的理由',
  basis: notice.lines(754),
  inputs: { difficulty: agreementShape.difficulty },
  parameters: {},
  decide: ({ difficulty }) => ({
    isMet: difficulty === 'funds',
    wanted: '确有支付困难',
    found: `以“${difficulties[difficulty]}”为由`,
  }),
})

/** What is to be paid, instalment by instalment, is all that is still owed. */
export const instalmentsSum = defineRule({
  id: 'instalments-sum',
  title: '还款计划合计',
  basis: notice.lines(738),
  inputs: { amount, paidSoFar, instalments: agreementShape.instalments },
  parameters: {},
  decide: (input) => {
    const [owed, planned] = [
      differenceOf(input.amount, input.paidSoFar),
      sumOf(input.instalments.map((one) => one.amount)),
    ]
    return { isMet: isSameAmount(planned, owed), wanted: `合计为未还的${owed}元`, found: `合计${planned}元` }
  },
})

/** Instalments come one after another, none before the agreement. */
export const instalmentsInOrder = defineRule({
  id: 'instalments-in-order',
  title: '还款日期',
  basis: notice.lines(738),
  inputs: { agreedOn: agreementShape.agreedOn, instalments: agreementShape.instalments },
  parameters: {},
  decide: ({ agreedOn, instalments }) => {
    const days = [agreedOn, ...instalments.map(({ dueOn }) => dueOn)]
    const early = days.slice(1).find((day, place) => day < String(days[place]))
    return {
      isMet: early === undefined,
      wanted: '还款日期不早于签订日期，逐期往后',
      found: early === undefined ? '逐期往后' : `${early}排在前一期之前`,
    }
  },
})

/** All of it is paid, to the 分. */
export const paidInFull = defineRule({
  id: 'paid-in-full',
  title: '已还清',
  basis: notice.lines(738),
  inputs: { amount, paidSoFar },
  parameters: {},
  decide: (input) => ({
    isMet: compareDecimals(input.paidSoFar, input.amount) >= 0,
    wanted: `还清${input.amount}元`,
    found: `已还${input.paidSoFar}元`,
  }),
})

export const agreementPaper = defineTextPaper({
  id: 'agreement',
  title: '还款协议书',
  basis: notice.lines(738),
  open: [gap('方案没有印协议的样式，内容按协议和还款计划应有的几项设', notice.lines(738))],
  register: 'debts',
  head: 'plain',
  issuer: '{debtor}',
  addressee: '{creditor}',
  body: [
    {
      text: '{debtor}欠{creditor}{matter}款{amount}元（{amount:capital}），约定付款日期为{dueOn}，双方无分歧。',
    },
    { text: '因{difficulty}，双方于{agreedOn}商定还款计划如下：' },
    { text: '{instalments}' },
    { text: '还款计划不履行的，由五清欠办督促并通报。' },
    { text: '本协议一式三份，双方各执一份，报五清欠办一份。' },
  ],
  annexes: [],
  copies: ['五清欠办'],
})
