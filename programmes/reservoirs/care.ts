import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineTally,
  fields,
  gap,
  longText,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { bureau, centre, holder, notice, readers, validity } from './notice.ts'

/** What daily care consists of. */
export const works = {
  patrol: '日常巡查',
  upkeep: '维修养护',
  monitoring: '安全监测',
  operation: '调度运用',
  rescue: '防御抢险',
} as const

/** What was done at a reservoir on a day, by one of the five works. */
export const inspections = defineRegister({
  id: 'inspections',
  title: '水库管护记录',
  basis: notice.lines(1038),
  fields: fields({
    number: text('记录编号'),
    reservoir: reference('水库', 'reservoirs'),
    work: choice('工作内容', works),
    doneOn: date('日期'),
    found: longText('情况'),
    isSafe: yesNo('大坝安全', { help: '不安全的，立即报告大坝安全情况' }),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

/** How often each work was done at each reservoir, month by month. */
export const careByMonth = defineTally({
  id: 'care-by-month',
  title: '水库管护统计',
  basis: notice.lines(1038),
  register: inspections.id,
  by: [
    { kind: 'field', field: 'reservoir' },
    { kind: 'period', field: 'doneOn', every: 'month' },
  ],
  columns: [
    ...Object.entries(works).map(([work, title]) => ({ id: work, title, where: { work: [work] } })),
    { id: 'unsafe', title: '大坝不安全', where: { isSafe: ['false'] } },
  ],
  open: [gap('各项工作多久做一次没有写明', notice.lines(1038))],
})

/** The rights that go from the village to the centre. */
export const rights = { ownership: '所有权', operation: '经营权', management: '管理权' } as const

/** Which right goes from whom to whom. */
export const transfers = defineRegister({
  id: 'transfers',
  title: '水库权属划转任务',
  basis: notice.lines(1034),
  fields: fields({
    reservoir: reference('水库', 'reservoirs'),
    right: choice('权利', rights),
    from: text('划出方'),
    to: text('划入方'),
  }),
  key: ['reservoir', 'right'],
  access: { read: readers, write: [bureau] },
})

/** A right is handed over, taken over, and the bureau confirms that. */
export const transferring = defineProcedure({
  id: 'transferring',
  title: '水库权属划转',
  basis: notice.lines(1034),
  ...validity,
  register: transfers.id,
  subject: transfers.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '下达划转任务', by: [bureau], basis: notice.lines(1034) },
  initial: 'planned',
  states: {
    planned: {
      title: '待移交',
      on: {
        hand: {
          title: '移交',
          to: 'handed',
          by: [holder, bureau],
          basis: notice.lines(1034),
          input: fields({ handedOn: date('移交日期'), papers: longText('移交的资料和资产') }),
        },
        drop: {
          title: '取消任务',
          to: 'dropped',
          by: [bureau],
          basis: notice.lines(1034),
          needsReason: true,
        },
      },
    },
    handed: {
      title: '待接收',
      on: {
        take: {
          title: '接收',
          to: 'taken',
          by: [centre],
          basis: notice.lines(1034, 1036),
          input: fields({ takenOn: date('接收日期') }),
        },
        return: {
          title: '退回补充',
          to: 'planned',
          by: [centre],
          basis: notice.lines(1034, 1036),
          needsReason: true,
        },
      },
    },
    taken: {
      title: '待确认',
      on: { confirm: { title: '确认划转', to: 'done', by: [bureau], basis: notice.lines(1048) } },
    },
    done: { title: '已划转', final: 'completed', on: {} },
    dropped: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {},
})
