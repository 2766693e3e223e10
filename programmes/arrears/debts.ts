import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  fields,
  files,
  longText,
  money,
  OWN_UNIT,
  reference,
  TODAY,
  text,
  unit,
  unitNameInput,
  yesNo,
} from '@luoshi/kernel'
import { agreeBy, agreementOwed, agreementShape, amount, dispute, plan, resolvedOn } from './agreement.ts'
import { debtorShape, inCharge, scope, scopeShape } from './debtors.ts'
import { notice, office, readers, settlers, validity } from './notice.ts'

/** How a debt came to be known. What inspectors, auditors and leads found is held against the ledger. */
export const findings = {
  search: '逾期拖欠排查',
  inspection: '巡视反馈',
  guidance: '督导反馈',
  audit: '审计反馈',
  clue: '线索核查',
} as const

/** 清欠台账 */
export const debts = defineRegister({
  id: 'debts',
  title: '清欠台账',
  basis: notice.lines(734),
  fields: fields({
    number: text('台账编号'),
    amount,
    dueOn: date('约定付款日期'),
    dispute,
    plan,
    ...debtorShape,
    creditor: text('中小企业名称'),
    isPrivate: yesNo('民营企业'),
    matter: choice('款项类别', { goods: '货物', works: '工程', services: '服务' }),
    foundBy: choice('发现渠道', findings),
    clue: reference('线索', 'clues').optional(),
    wages: money('其中应优先支付的农民工工资', { help: '与拖欠农民工工资有关的填写' }).optional(),
    ...scopeShape,
    scope: scope.optional(),
    inCharge: inCharge.optional(),
  }),
  key: ['number'],
  calledBy: ['debtor', 'creditor'],
  access: { read: readers, write: [office, ...settlers] },
})

/** Only what is past the day on which it was to be paid is owed late. */
export const overdue = defineRule({
  id: 'overdue',
  title: '逾期拖欠',
  basis: notice.lines(734),
  inputs: { dueOn: date('约定付款日期'), [TODAY]: date('今天') },
  parameters: {},
  decide: ({ dueOn, today }) => ({
    isMet: today > dueOn,
    wanted: '已过约定付款日期',
    found: `约定${dueOn}付款，今天是${today}`,
  }),
})

const settler = text('清偿单位')

/** By its name, for circulars and tallies. */
export const settlerRule = defineValueRule({
  id: 'settler',
  title: '清偿单位',
  basis: notice.lines(764, 770),
  gives: settler,
  inputs: { [unitNameInput(OWN_UNIT)]: text('本单位名称') },
  parameters: {},
  decide: (input) => ({ value: String(input[unitNameInput(OWN_UNIT)]), because: '签收的单位' }),
})

const search = notice.lines(734)
const settling = notice.lines(738)

const accept = {
  title: '签收承办',
  to: 'unpaid',
  by: settlers,
  basis: notice.lines(764, 770),
  input: fields({ agreementOwed, agreeBy: agreeBy.optional(), settler }),
  computes: { agreementOwed: 'agreement-owed', settler: 'settler' },
  gates: ['covered', 'own-to-settle', 'agreed-in-time'],
} as const

const agree = {
  to: 'planned',
  by: settlers,
  basis: settling,
  input: fields({ ...agreementShape, agreementFile: files('还款协议扫描件').optional() }),
  gates: ['undisputed', 'difficulty-allowed', 'instalments-sum', 'instalments-in-order'],
  papers: ['agreement'],
} as const

const update = (to: 'unpaid' | 'planned') => ({
  title: '更新进展',
  to,
  by: settlers,
  basis: notice.lines(742),
  input: fields({ progress: longText('进展') }),
})

const clear = {
  title: '清零销号',
  to: 'cleared',
  by: [office],
  basis: settling,
  gates: ['paid-in-full'],
} as const

const toCourt = {
  title: '进入司法程序',
  to: 'outside',
  by: [office, ...settlers],
  basis: search,
  input: fields({ court: text('受理的法院或者仲裁机构'), filedOn: date('受理日期') }),
} as const

/** From a debt that was found to nothing owed. */
export const clearing = defineProcedure({
  id: 'clearing',
  title: '拖欠账款清偿',
  basis: notice.lines(732, 742),
  ...validity,
  register: debts.id,
  subject: debts.fields,
  access: { read: readers },
  lookups: {
    paidSoFar: {
      title: '已还金额',
      register: 'payments',
      where: { debt: 'number' },
      states: ['entered'],
      gives: { kind: 'sum', field: 'paid' },
    },
  },
  opening: {
    title: '列入清欠台账',
    by: [office, ...settlers],
    basis: search,
    gates: ['debtor-covered', 'belonging-fits', 'overdue'],
    computes: { scope: 'scope', inCharge: 'in-charge' },
  },
  initial: 'entered',
  states: {
    entered: {
      title: '待交办',
      on: {
        assign: {
          title: '交办',
          to: 'assigned',
          by: [office],
          basis: notice.lines(764, 768),
          needsReason: true,
          input: fields({ receiver: unit('承办单位') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis: notice.lines(764, 768) },
          gates: ['covered', 'given-rightly'],
        },
        accept,
        setOutside: {
          title: '标注不在清欠范围',
          to: 'outside',
          by: [office, ...settlers],
          basis: search,
          gates: ['not-covered'],
        },
      },
    },
    assigned: {
      title: '待签收',
      on: {
        accept,
        return: {
          title: '退回五清欠办',
          to: 'entered',
          by: settlers,
          basis: notice.lines(764, 768),
          needsReason: true,
          transfer: { to: 'sender', basis: notice.lines(764, 768) },
        },
      },
    },
    unpaid: {
      title: '待清偿',
      on: {
        agree: { title: '签订还款协议', ...agree },
        resolve: {
          title: '分歧已解决',
          to: 'unpaid',
          by: settlers,
          basis: settling,
          gates: ['disputed'],
          input: fields({
            resolvedOn,
            way: choice('解决途径', { mediation: '调解', consultation: '协商', law: '法律手段' }),
            resolution: longText('解决情况'),
          }),
        },
        update: update('unpaid'),
        clear,
        toCourt,
      },
    },
    planned: {
      title: '按协议还款',
      on: { change: { title: '变更还款计划', ...agree }, update: update('planned'), clear, toCourt },
    },
    cleared: { title: '已清零', final: 'completed', on: {} },
    outside: { title: '不在清欠范围', final: 'withdrawn', on: {} },
    struck: { title: '误登已注销', final: 'withdrawn', on: {} },
  },
  anywhere: {
    strike: { title: '注销误登', to: 'struck', by: [office], basis: search, needsReason: true },
  },
  limits: {
    agreement: {
      title: '还款协议签订期限',
      starts: 'accept',
      when: { field: 'agreementOwed', is: ['owed'] },
      ends: ['agree', 'clear', 'toCourt'],
      legal: { field: 'agreeBy', basis: settling },
      reminderDays: 3,
      missed: { kind: 'flag' },
    },
  },
})
