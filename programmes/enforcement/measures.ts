import {
  choice,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  deviceTime,
  duration,
  fields,
  files,
  listOf,
  longText,
  personalText,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { caseReaders, head, officer } from './access.ts'
import { compulsion, penalty, validity } from './notices.ts'
import { hasInterest } from './officer-rules.ts'
import { officerLookups, officersOfCase } from './officers.ts'
import { keepingDays, seizureDays } from './parameters.ts'

const measureKinds = {
  seal: '查封',
  seize: '扣押',
  keep: '先行登记保存',
} as const

/** Goods and places that were sealed, seized or registered and kept. */
export const measures = defineRegister({
  id: 'measures',
  title: '行政强制措施台账',
  basis: compulsion('第二十二条'),
  fields: fields({
    number: text('编号'),
    case: reference('案件', 'cases'),
    person: personalText('当事人姓名', 'name').optional(),
    organisation: text('当事人名称').optional(),
    kind: choice('措施', measureKinds),
    goods: listOf('场所、设施、财物清单', text('名称、数量、特征')),
    reason: longText('事实和依据'),
    ...officersOfCase,
    hasInterest,
    isUrgent: yesNo('情况紧急，当场实施，24小时内报告补批'),
    toldRights: yesNo('已告知理由、依据和权利，听取陈述、申辩'),
    list: files('清单和现场照片').optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
})

const release = {
  title: '解除',
  to: 'released',
  by: [officer, head],
  basis: compulsion('第二十八条'),
  input: fields({ releasedOn: date('解除日期'), releaseReason: longText('解除理由') }),
} as const

/** Asked for and approved, or urgent and approved within 24 hours; ended by decision within its days, or released. */
export const measure = defineProcedure({
  id: 'measure',
  title: '查封、扣押和先行登记保存',
  basis: compulsion('第十八条'),
  ...validity,
  register: measures.id,
  subject: measures.fields,
  access: { read: caseReaders },
  lookups: officerLookups,
  opening: {
    title: '申请实施措施',
    by: [officer],
    basis: compulsion('第十八条'),
    gates: ['officers-qualified', 'no-interest', 'rights-of-measure'],
  },
  initial: 'asked',
  states: {
    asked: {
      title: '待批准',
      on: {
        carryOut: {
          title: '情况紧急，当场实施',
          to: 'asked',
          by: [officer],
          basis: compulsion('第十九条'),
          input: fields({ carriedOutAt: dateTime('当场实施时间') }),
          gates: ['is-urgent'],
        },
        approve: {
          title: '批准查封、扣押',
          to: 'inForce',
          by: [head],
          basis: compulsion('第十八条'),
          notByWhoDid: ['opening'],
          gates: ['is-seizure'],
          papers: ['seizure-decision'],
        },
        approveKeeping: {
          title: '批准先行登记保存',
          to: 'kept',
          by: [head],
          basis: penalty('第五十六条'),
          notByWhoDid: ['opening'],
          gates: ['is-keeping'],
        },
        refuse: {
          title: '不批准，立即解除',
          to: 'released',
          by: [head],
          basis: compulsion('第十九条'),
          needsReason: true,
        },
      },
    },
    inForce: {
      title: '查封、扣押中',
      on: {
        extend: {
          title: '延长期限',
          to: 'inForce',
          by: [head],
          basis: compulsion('第二十五条'),
          extends: { limit: 'seizure', count: 30, times: 1, basis: compulsion('第二十五条') },
          needsReason: true,
        },
        test: {
          title: '送检测、检验、检疫、鉴定',
          to: 'testing',
          by: [officer],
          basis: compulsion('第二十五条第三款'),
          input: fields({ testedBy: text('检测机构'), testingTold: date('告知当事人检测期间的日期') }),
        },
        release,
        confiscate: {
          title: '没收、销毁等处理',
          to: 'disposed',
          by: [head],
          basis: compulsion('第二十七条'),
          input: fields({ disposal: longText('处理决定') }),
        },
      },
    },
    testing: {
      title: '检测、检验、检疫、鉴定中',
      stopsClock: {
        reason: '检测、检验、检疫、鉴定期间不计算',
        basis: compulsion('第二十五条第三款'),
      },
      on: {
        tested: {
          title: '取得结论',
          to: 'inForce',
          by: [officer],
          basis: compulsion('第二十五条第三款'),
          input: fields({ testResult: longText('结论') }),
        },
        release,
      },
    },
    kept: {
      title: '先行登记保存中',
      on: {
        release,
        approve: {
          title: '批准查封、扣押',
          to: 'inForce',
          by: [head],
          basis: compulsion('第十八条'),
          notByWhoDid: ['opening'],
          input: fields({ kind: choice('措施', measureKinds) }),
          gates: ['is-seizure'],
          needsReason: true,
          papers: ['seizure-decision'],
        },
        confiscate: {
          title: '没收等处理',
          to: 'disposed',
          by: [head],
          basis: penalty('第五十六条'),
          input: fields({ disposal: longText('处理决定') }),
        },
      },
    },
    released: { title: '已解除', final: 'completed', on: {} },
    disposed: { title: '已处理', final: 'completed', on: {} },
  },
  limits: {
    urgent: {
      title: '紧急措施补批期限',
      starts: 'carryOut',
      ends: ['approve', 'approveKeeping', 'refuse'],
      legal: duration(24, 'hour', compulsion('第十九条')),
      missed: { kind: 'escalate', role: 'overseer' },
    },
    seizure: {
      title: '查封、扣押期限',
      starts: 'approve',
      ends: ['release', 'confiscate'],
      legal: {
        ...duration(30, 'day', compulsion('第二十五条')),
        movesToWorkday: false,
        setBy: { count: seizureDays },
      },
      reminderDays: 3,
      missed: { kind: 'escalate', role: 'overseer' },
    },
    keeping: {
      title: '先行登记保存处理期限',
      starts: 'approveKeeping',
      ends: ['release', 'approve', 'confiscate'],
      legal: { ...duration(7, 'workday', penalty('第五十六条')), setBy: { count: keepingDays } },
      reminderDays: 1,
      missed: { kind: 'escalate', role: 'overseer' },
    },
  },
})

const { shape } = measures.fields

const kinds = (id: string, title: string, wanted: readonly (keyof typeof measureKinds)[]) =>
  defineRule({
    id,
    title,
    basis: compulsion('第二十二条'),
    inputs: { kind: shape.kind },
    parameters: {},
    decide: ({ kind }) => ({ isMet: wanted.includes(kind), wanted: title, found: measureKinds[kind] }),
  })

/** Only in an emergency is a measure carried out before it is approved. */
const urgentFirst = defineRule({
  id: 'is-urgent',
  title: '情况紧急',
  basis: compulsion('第十九条'),
  inputs: { isUrgent: shape.isUrgent },
  parameters: {},
  decide: ({ isUrgent }) => ({
    isMet: isUrgent,
    wanted: '情况紧急的当场实施，24小时内报告并补办批准；其他的先经批准',
    found: isUrgent ? '情况紧急' : '没有注明情况紧急',
  }),
})

const rightsOfMeasure = defineRule({
  id: 'rights-of-measure',
  title: '告知和听取陈述、申辩',
  basis: compulsion('第十八条'),
  inputs: { toldRights: shape.toldRights },
  parameters: {},
  decide: ({ toldRights }) => ({
    isMet: toldRights,
    wanted: '当场告知理由、依据和权利、救济途径，听取陈述和申辩',
    found: toldRights ? '已告知' : '没有告知',
  }),
})

export const measureRules = [
  kinds('is-seizure', '查封、扣押', ['seal', 'seize']),
  kinds('is-keeping', '先行登记保存', ['keep']),
  urgentFirst,
  rightsOfMeasure,
]
