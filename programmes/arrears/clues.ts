import {
  choice,
  date,
  defineDayRule,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTextPaper,
  fields,
  gap,
  listOf,
  longText,
  money,
  personalText,
  phone,
  type Rule,
  text,
  unit,
} from '@luoshi/kernel'
import { debtorShape, inCharge } from './debtors.ts'
import { notice, office, readers, settlers, validity } from './notice.ts'

/** What looking into a lead came to. */
export const results = {
  outside: '不属于受理范围',
  undisputed: '未清偿且不存在争议',
  disputed: '属于受理范围但存在争议',
  paid: '已经清偿',
} as const

/** 问题线索台账 */
export const clues = defineRegister({
  id: 'clues',
  title: '拖欠账款问题线索台账',
  basis: notice.lines(740, 764),
  fields: fields({
    number: text('线索编号'),
    channel: text('转办渠道', { help: '如12345、省平台、来信来访' }),
    complainant: personalText('投诉人', 'name').optional(),
    contact: phone('投诉人电话').optional(),
    creditor: text('中小企业名称'),
    ...debtorShape,
    amount: money('反映的拖欠金额'),
    content: longText('反映的问题'),
    receivedOn: date('收到日期'),
    inCharge: inCharge.optional(),
  }),
  key: ['number'],
  calledBy: ['creditor', 'debtor'],
  access: { read: readers, write: [office] },
})

const result = choice('核查结论', results)

/** Each of the notice's four ways is open to its own result alone. */
const resultIs = (id: string, title: string, wanted: readonly (keyof typeof results)[]): Rule =>
  defineRule({
    id,
    title,
    basis: notice.lines(740, 742),
    inputs: { result },
    parameters: {},
    decide: (input) => ({
      isMet: wanted.includes(input.result),
      wanted: `核查结论为${wanted.map((one) => `“${results[one]}”`).join('或者')}`,
      found: `“${results[input.result]}”`,
    }),
  })

export const resultOutside = resultIs('result-outside', '不属于受理范围', ['outside'])
export const resultUndisputed = resultIs('result-undisputed', '未清偿且不存在争议', ['undisputed'])
export const resultDisputed = resultIs('result-disputed', '属于受理范围但存在争议', ['disputed'])
export const resultPaid = resultIs('result-paid', '已经清偿', ['paid'])
export const resultOpen = resultIs('result-open', '没有解决', ['undisputed', 'disputed'])

const payBy = date('限期清偿日期')

export const payByAhead = defineDayRule({
  id: 'pay-by-ahead',
  title: '限期清偿日期',
  basis: notice.lines(742),
  day: 'payBy',
  is: 'from-today',
})

const numbers = fields({ number: text('台账编号') })
const inLedger = listOf('台账中的欠款', numbers)
const openInLedger = listOf('台账中没有了结的欠款', numbers)
const clearedInLedger = listOf('台账中已清零的欠款', numbers)

const named = (all: readonly { readonly number: string }[]) => all.map(({ number }) => number).join('、')

/** What cannot be paid now is in the ledger, and says from which lead it came. */
export const enteredInLedger = defineRule({
  id: 'entered-in-ledger',
  title: '纳入清欠台账',
  basis: notice.lines(742),
  inputs: { inLedger },
  parameters: {},
  decide: (input) => ({
    isMet: input.inLedger.length > 0,
    wanted: '清欠台账中已有写明这条线索的欠款',
    found: input.inLedger.length === 0 ? '台账中没有' : `有${named(input.inLedger)}`,
  }),
})

/** A lead that was taken into the ledger is closed when nothing of it is owed, and not before. */
export const fullyResolved = defineRule({
  id: 'fully-resolved',
  title: '问题完全解决',
  basis: notice.lines(742),
  inputs: { openInLedger, clearedInLedger },
  parameters: {},
  decide: (input) => {
    const isOpen = input.openInLedger.length > 0
    const isCleared = input.clearedInLedger.length > 0
    return {
      isMet: !isOpen && isCleared,
      wanted: '台账中这条线索的欠款都已清零',
      found: isOpen ? `${named(input.openInLedger)}没有清零` : isCleared ? '都已清零' : '没有清零的欠款',
    }
  },
})

/** What has gone to court in the meantime is out of the ledger, and so of the lead. */
export const leftLedger = defineRule({
  id: 'left-ledger',
  title: '已不在清欠范围',
  basis: notice.lines(734),
  inputs: { openInLedger, clearedInLedger },
  parameters: {},
  decide: (input) => ({
    isMet: input.openInLedger.length + input.clearedInLedger.length === 0,
    wanted: '台账中这条线索的欠款都已标注不在清欠范围',
    found: `还有${named([...input.openInLedger, ...input.clearedInLedger])}`,
  }),
})

const told = { toldOn: date('告知日期'), reasonTold: longText('告知投诉人的理由') }
const handling = notice.lines(740, 742)

const explain = (gate: string) =>
  ({
    title: '告知不属于受理范围并说明理由',
    to: 'explained',
    by: [office, ...settlers],
    basis: handling,
    input: fields(told),
    gates: [gate],
    papers: ['explanation'],
  }) as const

const track = {
  title: '纳入清欠台账持续跟踪',
  to: 'tracked',
  by: [office, ...settlers],
  basis: notice.lines(742),
  input: fields({ whyOpen: longText('暂时没有解决的原因') }),
  gates: ['result-open', 'entered-in-ledger'],
  links: [{ kind: 'ledger', isRequired: false }],
} as const

const settle = {
  title: '已清偿，反馈投诉人',
  to: 'closed',
  by: [office, ...settlers],
  basis: handling,
  input: fields({ settledOn: date('清偿日期'), feedback: longText('反馈情况') }),
} as const

/** From a lead to who complained being told, or to the ledger until all of it is solved. */
export const handlingClue = defineProcedure({
  id: 'handling',
  title: '拖欠账款线索核查办理',
  basis: notice.lines(740, 764),
  ...validity,
  register: clues.id,
  subject: clues.fields,
  access: { read: readers },
  lookups: {
    inLedger: {
      title: '台账中的欠款',
      register: 'debts',
      where: { clue: 'number' },
      states: ['entered', 'assigned', 'unpaid', 'planned', 'cleared'],
      gives: { kind: 'records', fields: ['number'] },
    },
    openInLedger: {
      title: '台账中没有了结的欠款',
      register: 'debts',
      where: { clue: 'number' },
      states: ['entered', 'assigned', 'unpaid', 'planned'],
      gives: { kind: 'records', fields: ['number'] },
    },
    clearedInLedger: {
      title: '台账中已清零的欠款',
      register: 'debts',
      where: { clue: 'number' },
      states: ['cleared'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  links: {
    ledger: {
      title: '列入清欠台账的欠款',
      procedure: 'clearing',
      basis: notice.lines(742),
      fills: {
        clue: 'number',
        debtor: 'debtor',
        debtorKind: 'debtorKind',
        belonging: 'belonging',
        place: 'place',
        creditor: 'creditor',
        amount: 'amount',
      },
      agrees: { clue: 'number' },
    },
  },
  opening: {
    title: '受理线索',
    by: [office],
    basis: notice.lines(764),
    gates: ['belonging-fits'],
    computes: { inCharge: 'in-charge' },
  },
  initial: 'received',
  states: {
    received: {
      title: '待转办',
      on: {
        refer: {
          title: '转办',
          to: 'referred',
          by: [office],
          basis: notice.lines(740, 764),
          needsReason: true,
          input: fields({ receiver: unit('承办单位') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis: notice.lines(740, 764) },
          gates: ['given-rightly'],
        },
        investigate: {
          title: '登记核查结果',
          to: 'investigated',
          by: [office],
          basis: notice.lines(764),
          input: fields({ result, investigation: longText('核查情况') }),
        },
      },
    },
    referred: {
      title: '核查中',
      on: {
        investigate: {
          title: '登记核查结果',
          to: 'investigated',
          by: settlers,
          basis: notice.lines(740, 764),
          input: fields({ result, investigation: longText('核查情况') }),
        },
        urge: {
          title: '督促',
          to: 'referred',
          by: [office],
          basis: notice.lines(740),
          needsReason: true,
        },
        return: {
          title: '退回五清欠办',
          to: 'received',
          by: settlers,
          basis: notice.lines(764),
          needsReason: true,
          transfer: { to: 'sender', basis: notice.lines(764) },
        },
      },
    },
    investigated: {
      title: '待处理反馈',
      on: {
        explain: explain('result-outside'),
        order: {
          title: '限期清偿',
          to: 'ordered',
          by: [office, ...settlers],
          basis: notice.lines(742),
          input: fields({ payBy }),
          gates: ['result-undisputed', 'pay-by-ahead'],
        },
        explainDispute: {
          title: '向投诉人说明情况并推进解决',
          to: 'resolving',
          by: [office, ...settlers],
          basis: notice.lines(742),
          input: fields({ toldOn: told.toldOn, situationTold: longText('向投诉人说明的情况') }),
          gates: ['result-disputed'],
        },
        track,
        confirmPaid: { ...settle, gates: ['result-paid'] },
      },
    },
    ordered: { title: '限期清偿中', on: { settle, track } },
    resolving: { title: '争议推进解决中', on: { settle, track } },
    tracked: {
      title: '台账持续跟踪',
      on: {
        update: {
          title: '报送更新进展',
          to: 'tracked',
          by: [office, ...settlers],
          basis: notice.lines(742),
          input: fields({ progress: longText('进展') }),
        },
        close: { ...settle, title: '问题完全解决，反馈投诉人', gates: ['fully-resolved'] },
        leave: explain('left-ledger'),
      },
    },
    explained: { title: '已告知不属于受理范围', final: 'refused', on: {} },
    closed: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {
    payment: {
      title: '限期清偿',
      starts: 'order',
      ends: ['settle', 'track'],
      legal: { field: 'payBy', basis: notice.lines(742) },
      reminderDays: 3,
      missed: { kind: 'flag' },
    },
  },
})

/** What who complained is told where the lead is outside. */
export const explanation = defineTextPaper({
  id: 'explanation',
  title: '不属于受理范围告知书',
  basis: handling,
  open: [gap('只写告知并说明理由，没有写明是否书面，文书供需要书面告知时用', handling)],
  register: clues.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '{complainant}',
  body: [
    { text: '你反映的{debtor}拖欠{creditor}账款{amount}元的问题（线索{number}），已于{receivedOn}收到。' },
    { text: '经核查，该问题不属于拖欠中小企业账款的受理范围，理由如下：' },
    { text: '{reasonTold}' },
  ],
  annexes: [],
  copies: [],
})
