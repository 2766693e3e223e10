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
  type RecordLookup,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { bureau, department, notice, readers, validity } from './notice.ts'

const basis = notice.lines(1785)

/** What the bureau has put right. */
export const violations = {
  approval: '违反审批要求建设',
  changed: '擅自调整建设内容',
  delayed: '无合理原因长期拖延不验收',
  'off-process': '未按照流程进行建设',
} as const

const remedyBy = date('整改期限')

/** 限期整改、暂停拨付、终止项目 */
export const sanctions = defineRegister({
  id: 'sanctions',
  title: '项目整改、停拨和终止台账',
  basis,
  fields: fields({
    number: text('整改编号'),
    project: reference('项目', 'projects'),
    violation: choice('问题类别', violations),
    finding: longText('发现的问题'),
    remedyBy,
  }),
  key: ['number'],
  access: { read: readers, write: [bureau] },
})

export const remedyAhead = defineDayRule({
  id: 'remedy-ahead',
  title: '整改期限',
  basis,
  day: 'remedyBy',
  is: 'from-today',
})

const found = (title: string) => listOf(title, fields({ number: text('整改编号') }))

/** Looks for what stands against a project, whose number is in that field. */
const lookingFor = (title: string, field: string, states: readonly string[]): RecordLookup => ({
  title,
  register: sanctions.id,
  where: { project: field },
  states,
  gives: { kind: 'records', fields: ['number'] },
})
export const sanctionLookup = (field: string) =>
  lookingFor('暂停拨付和终止', field, ['suspended', 'terminated'])
export const terminationLookup = (field: string) => lookingFor('终止项目的决定', field, ['terminated'])

/** Money is stopped while a project does not put right what was found. */
export const notSuspended = defineRule({
  id: 'not-suspended',
  title: '没有暂停拨付或者终止',
  basis,
  inputs: { sanctionsFound: found('暂停拨付和终止') },
  parameters: {},
  decide: ({ sanctionsFound }) => ({
    isMet: sanctionsFound.length === 0,
    wanted: '项目没有被暂停拨付或者终止',
    found:
      sanctionsFound.length === 0
        ? '没有'
        : `整改编号${sanctionsFound.map(({ number }) => number).join('、')}`,
  }),
})

export const terminatedBySanction = defineRule({
  id: 'terminated-by-sanction',
  title: '已决定终止项目',
  basis,
  inputs: { terminationsFound: found('终止项目的决定') },
  parameters: {},
  decide: ({ terminationsFound }) => ({
    isMet: terminationsFound.length > 0,
    wanted: '拒不整改或者整改后仍不符合要求，已决定终止',
    found: terminationsFound.length > 0 ? '已决定终止' : '没有决定终止',
  }),
})

/** Put right in time; or no money until it is; or the end of the project. */
export const sanctioning = defineProcedure({
  id: 'sanctioning',
  title: '项目限期整改和停拨',
  basis,
  ...validity,
  register: sanctions.id,
  subject: sanctions.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记发现的问题', by: [bureau], basis, gates: [remedyAhead.id] },
  initial: 'found',
  states: {
    found: {
      title: '待责令整改',
      on: {
        order: {
          title: '责令限期整改',
          to: 'ordered',
          by: [bureau],
          basis,
          needsReason: true,
          input: fields({ receiver: unit('项目实施单位') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis },
          papers: ['remedy-order'],
        },
        drop: { title: '不再整改', to: 'dropped', by: [bureau], basis, needsReason: true },
      },
    },
    ordered: {
      title: '整改中',
      on: {
        report: {
          title: '报告整改情况',
          to: 'reported',
          by: [department],
          basis,
          input: fields({ remedy: longText('整改情况') }),
        },
        suspend: {
          title: '拒不整改，通知暂停拨付',
          to: 'suspended',
          by: [bureau],
          basis,
          needsReason: true,
          afterLimit: 'remedy',
          papers: ['suspension'],
        },
      },
    },
    reported: {
      title: '整改待核查',
      on: {
        resolve: { title: '整改到位', to: 'resolved', by: [bureau], basis, notByWhoDid: ['report'] },
        suspendUnmet: {
          title: '整改后仍不符合要求，通知暂停拨付',
          to: 'suspended',
          by: [bureau],
          basis,
          needsReason: true,
          papers: ['suspension'],
        },
      },
    },
    suspended: {
      title: '暂停拨付',
      on: {
        remedy: {
          title: '补报整改情况',
          to: 'suspended',
          by: [department],
          basis,
          input: fields({ remedy: longText('整改情况') }),
        },
        resume: { title: '整改到位，恢复拨付', to: 'resolved', by: [bureau], basis, needsReason: true },
        terminate: {
          title: '终止项目',
          to: 'terminated',
          by: [bureau],
          basis,
          needsReason: true,
          input: fields({
            loss: money('建设资金损失').optional(),
            blame: longText('责任追究情况').optional(),
          }),
          papers: ['termination'],
        },
      },
    },
    resolved: { title: '已整改', final: 'completed', on: {} },
    terminated: { title: '已终止项目', final: 'completed', on: {} },
    dropped: { title: '不再整改', final: 'withdrawn', on: {} },
  },
  limits: {
    remedy: {
      title: '限期整改',
      starts: 'order',
      ends: ['report'],
      legal: { field: 'remedyBy', basis },
      reminderDays: 3,
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('整改期限多长没有写明，逐件填写', basis),
    gap('资金损失到多少算严重没有写明，由县政务信息管理局写明责任追究情况', basis),
  ],
})

const notPrinted = [gap('方案没有印通知的样式', basis)]
const number = { mark: '政信改', basis: gap('文号方式没有写明，由县里定', basis) }

export const remedyOrder = defineTextPaper({
  id: 'remedy-order',
  title: '限期整改通知书',
  basis,
  open: notPrinted,
  register: sanctions.id,
  head: 'red',
  issuer: '县政务信息管理局',
  number,
  addressee: '项目实施单位',
  body: [
    { text: '经查，项目{project}存在以下问题（{violation}）：{finding}' },
    {
      text: '请于{remedyBy}前整改到位，并报告整改情况。拒不整改或者整改后仍不符合要求的，将通知财政部门暂停拨付项目资金，直至终止项目。',
    },
  ],
  annexes: [],
  copies: [],
})

export const suspensionPaper = defineTextPaper({
  id: 'suspension',
  title: '暂停拨付项目资金通知',
  basis,
  open: notPrinted,
  register: sanctions.id,
  head: 'red',
  issuer: '县政务信息管理局',
  number,
  addressee: '县财政局',
  body: [
    { text: '项目{project}（整改编号{number}）{violation}，限期{remedyBy}前整改。{@reason}' },
    { text: '请暂停拨付该项目建设和运行维护资金。' },
  ],
  annexes: [],
  copies: ['项目实施单位'],
})

export const terminationPaper = defineTextPaper({
  id: 'termination',
  title: '终止政务信息化项目通知',
  basis,
  open: notPrinted,
  register: sanctions.id,
  head: 'red',
  issuer: '县政务信息管理局',
  number,
  addressee: '项目实施单位',
  body: [{ text: '项目{project}（整改编号{number}）{violation}。{@reason}' }, { text: '决定终止该项目。' }],
  annexes: [],
  copies: ['县财政局'],
})
