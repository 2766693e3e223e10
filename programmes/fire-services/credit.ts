import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  listOf,
  longText,
  reference,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { fireHazards } from './hazards.ts'
import { brigade, government, plan, premises, readersBelow, scheme, validity } from './notices.ts'
import { objectClasses, objects } from './premises.ts'

const lines = scheme.lines(1212)

/** What a unit says against its grade. */
export const objections = defineRegister({
  id: 'objections',
  title: '消防信用异议台账',
  basis: lines,
  fields: fields({
    number: text('异议编号'),
    object: reference('单位', objects.id),
    content: longText('异议内容和理由'),
    raisedOn: date('提出日期'),
  }),
  key: ['number'],
  access: { read: [...readersBelow, premises], write: [premises, brigade] },
})

export const objecting = defineProcedure({
  id: 'objecting',
  title: '消防信用异议处理',
  basis: lines,
  ...validity,
  register: objections.id,
  subject: objections.fields,
  access: { read: [...readersBelow, premises] },
  lookups: {},
  opening: { title: '提出异议', by: [premises, brigade], basis: lines },
  initial: 'raised',
  states: {
    raised: {
      title: '待核查',
      on: {
        uphold: {
          title: '异议成立，更正记录',
          to: 'upheld',
          by: [brigade],
          basis: lines,
          input: fields({ correction: longText('核查和更正情况') }),
        },
        reject: { title: '异议不成立', to: 'rejected', by: [brigade], basis: lines, needsReason: true },
      },
    },
    upheld: { title: '已更正', final: 'completed', on: {} },
    rejected: { title: '异议不成立', final: 'refused', on: {} },
  },
  limits: {},
  open: [gap('异议几日内处理没有写明', lines)],
})

const reasons = {
  vicious: '消防安全违法行为性质恶劣',
  grave: '消防安全违法行为情节严重',
  harmful: '消防安全违法行为社会危害较大',
  unmended: '重大火灾隐患久拖不改',
} as const

/** The six fields in which who is on the list is held back. */
export const sanctions = {
  market: '市场准入',
  approval: '项目审批',
  land: '土地供应',
  credit: '融资授信',
  tender: '工程招投标',
  funds: '政府资金支持',
} as const

const shape = {
  number: text('认定编号'),
  object: reference('单位', objects.id),
  objectClass: choice('对象类别', objectClasses),
  reason: choice('失信情形', reasons),
  hazard: reference('久拖不改的重大火灾隐患', fireHazards.id).optional(),
  facts: longText('事实和证据'),
}

/** 失信“黑名单”. */
export const blacklist = defineRegister({
  id: 'blacklist',
  title: '消防安全失信“黑名单”台账',
  basis: plan.lines(712),
  fields: fields(shape),
  key: ['number'],
  calledBy: ['object'],
  access: { read: readersBelow, write: [brigade] },
})

const overdue = listOf(
  '整改中的隐患',
  fields({ number: text('隐患编号'), grade: text('分级'), deadline: date('整改期限') }),
)

/** Who is listed for a danger that drags on has a major one that is overdue. */
export const dragsOn = defineRule({
  id: 'drags-on',
  title: '重大火灾隐患逾期未改',
  basis: plan.lines(712),
  inputs: { reason: shape.reason, hazard: shape.hazard, overdue, [TODAY]: date('今天') },
  parameters: {},
  decide: ({ reason, hazard, overdue: [open], today }) => {
    const wanted = '写明整改期限已过、仍在整改中的重大火灾隐患'
    if (reason !== 'unmended') return { isMet: true, wanted, found: '以违法行为认定，不需要' }
    if (hazard === undefined || open === undefined) {
      return { isMet: false, wanted, found: hazard === undefined ? '没有填写隐患' : `${hazard}不在整改中` }
    }
    return {
      isMet: open.grade === 'major' && open.deadline < today,
      wanted,
      found: `${open.number}${open.grade === 'major' ? '是重大火灾隐患' : '不是重大火灾隐患'}，整改期限${open.deadline}`,
    }
  },
})

const measures = listOf('联合惩戒领域', choice('联合惩戒领域', sanctions))

export const someSanction = defineRule({
  id: 'some-sanction',
  title: '联合惩戒领域',
  basis: plan.lines(712),
  inputs: { measures },
  parameters: {},
  decide: (input) => ({
    isMet: input.measures.length > 0 && new Set(input.measures).size === input.measures.length,
    wanted: `从${Object.values(sanctions).join('、')}中至少选一项，不重复`,
    found: input.measures.length === 0 ? '没有选' : `选了${input.measures.length}项`,
  }),
})

const isBanned = yesNo('行业退出、永久禁入')

/** Only who offers fire services can be kept out of the trade for good. */
export const banForServices = defineRule({
  id: 'ban-for-services',
  title: '行业退出、永久禁入的对象',
  basis: lines,
  inputs: { objectClass: shape.objectClass, isBanned },
  parameters: {},
  decide: (input) => ({
    isMet: !input.isBanned || input.objectClass === 'service',
    wanted: '行业退出、永久禁入只用于消防技术服务机构和从业人员',
    found: `${objectClasses[input.objectClass]}，${input.isBanned ? '禁入' : '不禁入'}`,
  }),
})

/** Proposed, answered, decided by another, mended or repaired, taken off. */
export const blacklisting = defineProcedure({
  id: 'blacklisting',
  title: '消防安全失信“黑名单”认定',
  basis: plan.lines(712),
  ...validity,
  register: blacklist.id,
  subject: blacklist.fields,
  access: { read: readersBelow },
  lookups: {
    overdue: {
      title: '整改中的隐患',
      register: fireHazards.id,
      where: { number: 'hazard' },
      states: ['listed'],
      gives: { kind: 'records', fields: ['number', 'grade', 'deadline'] },
    },
  },
  opening: { title: '提出认定', by: [brigade], basis: plan.lines(712), gates: [dragsOn.id] },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待认定',
      on: {
        hear: {
          title: '登记单位陈述和异议',
          to: 'proposed',
          by: [brigade],
          basis: lines,
          input: fields({ statement: longText('单位的陈述和异议') }),
        },
        decide: {
          title: '列入“黑名单”',
          to: 'listed',
          by: [government],
          basis: plan.lines(712),
          input: fields({ measures, isBanned, listedOn: date('列入日期') }),
          gates: [someSanction.id, banForServices.id],
        },
        drop: {
          title: '不予列入',
          to: 'dropped',
          by: [government],
          basis: plan.lines(712),
          needsReason: true,
        },
      },
    },
    listed: {
      title: '已列入，联合惩戒中',
      rests: true,
      on: {
        upload: {
          title: '录入信用信息共享平台',
          to: 'listed',
          by: [brigade],
          basis: lines,
          input: fields({ uploadedOn: date('录入日期') }),
        },
        askRepair: {
          title: '受理信用修复申请',
          to: 'repairing',
          by: [brigade],
          basis: lines,
          input: fields({ repair: longText('整改和修复情况') }),
        },
      },
    },
    repairing: {
      title: '信用修复审核中',
      on: {
        remove: { title: '同意修复，移出', to: 'removed', by: [government], basis: lines },
        keep: { title: '不同意修复', to: 'listed', by: [government], basis: lines, needsReason: true },
      },
    },
    removed: { title: '已移出', final: 'completed', on: {} },
    dropped: { title: '不予列入', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('严重失信行为的认定标准、列入多久没有写明，所引办法没有刊印', plan.lines(712)),
    gap('由谁认定没有写明，按县政府决定', plan.lines(712)),
  ],
})
