import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  fields,
  listOf,
  longText,
  measure,
  reference,
  sumOf,
  text,
} from '@luoshi/kernel'
import { shareOf, shareShape, sourceIds, sources, sumOfSource, takenWithin, totalAmount } from './funds.ts'
import { adjustment, carriers, office, readers, secondPlan, validity } from './notices.ts'

const basis = adjustment.lines(96, 102)

/** How far a project has come, again and again. */
export const progress = defineRegister({
  id: 'progress',
  title: '项目实施进度台账',
  basis,
  fields: fields({
    number: text('进度编号'),
    project: reference('项目', 'projects'),
    reportedOn: date('填报日期'),
    percent: measure('完成进度', '%', { most: '100' }),
    note: longText('完成的内容'),
  }),
  key: ['number'],
  access: { read: readers, write: [office, ...carriers] },
})

/** What was paid of each source, on which progress. */
export const payments = defineRegister({
  id: 'payments',
  title: '项目资金拨付台账',
  basis,
  fields: fields({
    number: text('拨付编号'),
    project: reference('项目', 'projects'),
    progress: reference('所依据的进度', 'progress'),
    paidOn: date('拨付日期'),
    payee: text('收款单位'),
    ...shareShape,
    total: totalAmount.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

const progressEntries = listOf(
  '所依据的进度',
  fields({ project: text('项目'), percent: measure('完成进度', '%') }),
)

const paidOnProgress = listOf('这一进度已拨付的', fields({ number: text('拨付编号') }))

/** Each payment has a progress of its own, of just that project. */
export const onProgress = defineRule({
  id: 'on-progress',
  title: '按实施进度拨付',
  basis: adjustment.lines(102),
  inputs: { project: payments.fields.shape.project, progressEntries, paidOnProgress },
  parameters: {},
  decide: ({ project, progressEntries: [entry], paidOnProgress: [other] }) => {
    const isOwn = entry?.project === project
    const found =
      entry === undefined
        ? '没有进度记录'
        : !isOwn
          ? `进度是${entry.project}的`
          : other === undefined
            ? `进度${entry.percent}%`
            : `这一进度已拨付过（${other.number}）`
    return { isMet: isOwn && other === undefined, wanted: '本项目有进度记录，还没有据此拨付过', found }
  },
})

const projectEntries = listOf(
  '实施中的项目',
  fields({ number: text('项目编号'), ...shareShape, total: totalAmount }),
)
const paidBefore = listOf('此前拨付的', fields(shareShape))

/** No more than the project has, in all and of each source. */
export const withinAllotment = defineRule({
  id: 'within-allotment',
  title: '不超过项目资金',
  basis: secondPlan.lines(475, 575),
  inputs: { ...shareShape, total: totalAmount, projectEntries, paidBefore },
  parameters: {},
  decide: (input) => {
    const [project] = input.projectEntries
    if (project === undefined) return { isMet: false, wanted: '项目在实施中', found: '没有这样的项目' }
    const all = [...input.paidBefore, input]
    const taken = [
      ...sourceIds.map((source) => ({
        name: sources[source],
        has: shareOf(project, source),
        takes: sumOfSource(all, source),
      })),
      {
        name: '合计',
        has: project.total,
        takes: sumOf(sourceIds.map((source) => sumOfSource(all, source))),
      },
    ]
    const wanted = '拨付金额大于0，累计不超过项目的各项来源和合计'
    return takenWithin(input.total, taken, { has: '项目', takes: '累计拨付', wanted })
  },
})

export const paying = defineProcedure({
  id: 'paying',
  title: '项目资金拨付',
  basis,
  ...validity,
  register: payments.id,
  subject: payments.fields,
  access: { read: readers },
  lookups: {
    progressEntries: {
      title: '所依据的进度',
      register: progress.id,
      where: { number: 'progress' },
      gives: { kind: 'records', fields: ['project', 'percent'] },
    },
    paidOnProgress: {
      title: '这一进度已拨付的',
      register: payments.id,
      where: { progress: 'progress' },
      states: ['paid'],
      gives: { kind: 'records', fields: ['number'] },
    },
    projectEntries: {
      title: '实施中的项目',
      register: 'projects',
      where: { number: 'project' },
      states: ['building', 'completed'],
      gives: { kind: 'records', fields: ['number', ...sourceIds, 'total'] },
    },
    paidBefore: {
      title: '此前拨付的',
      register: payments.id,
      where: { project: 'project' },
      states: ['paid'],
      gives: { kind: 'records', fields: sourceIds },
    },
  },
  opening: {
    title: '拨付资金',
    by: [office],
    basis: adjustment.lines(102),
    computes: { total: 'project-total' },
    gates: ['on-progress', 'within-allotment'],
  },
  initial: 'paid',
  states: {
    paid: {
      title: '已拨付',
      final: 'completed',
      on: { void: { title: '退回冲销', to: 'voided', by: [office], basis, needsReason: true } },
    },
    voided: { title: '已冲销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const paidByMonth = defineTally({
  id: 'paid-by-month',
  title: '资金拨付统计',
  basis,
  register: payments.id,
  by: [{ kind: 'period', field: 'paidOn', every: 'month' }],
  columns: [
    { id: 'payments', title: '拨付笔数', states: ['paid'] },
    { id: 'total', title: '拨付金额（万元）', sums: 'total', states: ['paid'] },
    ...sourceIds.map((source) => ({
      id: source,
      title: `${sources[source]}（万元）`,
      sums: source,
      states: ['paid'],
    })),
  ],
})
