import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineReport,
  fields,
  longText,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { caseReaders, head, overseer } from './access.ts'
import { openness, platform, threeSystems, validity } from './notices.ts'

/** What the justice bureau looks at, and demands to be put right. */
export const corrections = defineRegister({
  id: 'corrections',
  title: '行政执法监督台账',
  basis: platform.lines(655),
  fields: fields({
    number: text('监督编号'),
    kind: choice('来源', { alarm: '系统提示', check: '案卷抽查', complaint: '投诉举报' }),
    body: unit('被监督机关'),
    case: reference('案件', 'cases').optional(),
    alarm: text('提示事项').optional(),
    clause: text('依据条款'),
    problem: longText('存在的问题'),
    answerBy: date('反馈期限'),
  }),
  key: ['number'],
  access: { read: [...caseReaders], write: [overseer] },
})

/** Demanded, answered, closed: or asked again. */
export const correction = defineProcedure({
  id: 'correction',
  title: '行政执法监督',
  basis: platform.lines(655),
  ...validity,
  register: corrections.id,
  subject: corrections.fields,
  access: { read: caseReaders },
  lookups: {},
  opening: { title: '提出监督意见', by: [overseer], basis: platform.lines(655) },
  initial: 'raised',
  states: {
    raised: {
      title: '待送达',
      on: {
        demand: {
          title: '要求改正',
          to: 'demanded',
          by: [overseer],
          basis: platform.lines(655),
          input: fields({ receiver: unit('被监督机关') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis: platform.lines(655) },
          needsReason: true,
          papers: ['correction-notice'],
        },
        note: {
          title: '核实，没有问题',
          to: 'closed',
          by: [overseer],
          basis: platform.lines(655),
          needsReason: true,
        },
      },
    },
    demanded: {
      title: '待反馈',
      on: {
        answer: {
          title: '反馈改正情况',
          to: 'answered',
          by: [head],
          basis: platform.lines(655),
          input: fields({ answer: longText('改正情况') }),
        },
      },
    },
    answered: {
      title: '待复核',
      on: {
        close: { title: '销号', to: 'closed', by: [overseer], basis: platform.lines(655) },
        again: {
          title: '退回继续改正',
          to: 'demanded',
          by: [overseer],
          basis: platform.lines(655),
          input: fields({ answerBy: date('反馈期限') }),
          needsReason: true,
        },
      },
    },
    closed: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {
    answer: {
      title: '反馈期限',
      starts: 'demand',
      ends: ['answer'],
      legal: { field: 'answerBy', basis: platform.lines(655) },
      reminderDays: 2,
      missed: { kind: 'escalate', role: 'overseer' },
    },
    answerAgain: {
      title: '退回后的反馈期限',
      starts: 'again',
      ends: ['answer'],
      legal: { field: 'answerBy', basis: platform.lines(655) },
      reminderDays: 2,
      missed: { kind: 'escalate', role: 'overseer' },
    },
  },
})

/** A body's yearly report, owed by 31 January. Its figures are counted from the cases and not asked for. */
export const yearReport = defineReport({
  id: 'enforcement-year',
  title: '行政执法年度报告',
  basis: platform.lines(655),
  owedBy: 'enforcement-head',
  owedTo: 'overseer',
  fields: fields({
    publishedAt: text('公开在何处', { help: '数据由系统按案件统计，见“执法年度数据”，不用填写' }),
    notes: longText('情况说明').optional(),
  }),
  due: {
    turn: { kind: 'yearly', month: 1, day: 31 },
    covers: 'previous',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: threeSystems,
  },
  from: '2021-09-22',
  until: null,
})

/** The plan of random checks of each body, owed by the end of March. */
export const checkPlan = defineReport({
  id: 'check-plan',
  title: '年度随机抽查计划',
  basis: openness.lines(2275),
  owedBy: 'enforcement-head',
  owedTo: 'overseer',
  fields: fields({
    items: longText('随机抽查事项清单'),
    draws: count('计划抽查次数', '次'),
    publishedAt: text('公开在何处'),
  }),
  due: {
    turn: { kind: 'yearly', month: 3, day: 'last' },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: openness.lines(2275),
  },
  from: '2022-08-23',
  until: null,
})
