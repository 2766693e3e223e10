import {
  choice,
  count,
  creditCode,
  defineRegister,
  fields,
  files,
  idNumber,
  listOf,
  personalLongText,
  personalText,
  phone,
  type RecordOf,
  reference,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import { applicant, officers, window } from './access.ts'
import { licensing } from './bases.ts'
import { channels, serviceObjects } from './code-lists.ts'
import { guides } from './guides.ts'

/** How a material came, or why it is not there. */
export const materialStates = {
  original: '已收纸质件',
  upload: '已上传',
  held: '政府已有，不收',
  licence: '有电子证照，不收',
  promise: '以承诺代替',
  missing: '还没有交',
} as const

/** A material of one application. */
export const handedInFields = fields({
  name: text('材料名称'),
  state: choice('情况', materialStates),
  note: text('说明').optional(),
})

export type HandedIn = RecordOf<typeof handedInFields>

/** 办件: what is asked for, by whom, with what, and how long it may take. */
export const applications = defineRegister({
  id: 'applications',
  title: '办件台账',
  basis: licensing.intake,
  fields: fields({
    number: text('办件编号'),
    guide: reference('办事指南', guides.id),
    itemName: text('事项名称'),
    situation: text('办理情形'),
    resultName: text('结果名称'),
    bundle: text('一件事受理号').optional(),
    channel: choice('办理形式', channels),
    takenAt: unit('收件机构').optional(),
    kind: choice('申请人类型', serviceObjects),
    applicant: personalText('申请人', 'name'),
    idNumber: idNumber('公民身份号码').optional(),
    creditCode: creditCode('统一社会信用代码').optional(),
    contact: phone('联系电话'),
    address: personalText('通讯地址', 'address').optional(),
    agent: personalText('代理人', 'name').optional(),
    agentContact: phone('代理人电话').optional(),
    authorisation: files('授权委托书').optional(),
    legalDays: count('法定办结时限', '个工作日'),
    promisedDays: count('承诺办结时限', '个工作日'),
    isJoint: yesNo('几个部门联合办理'),
    jointFirst: unit('第一会办部门').optional(),
    jointSecond: unit('第二会办部门').optional(),
    jointThird: unit('第三会办部门').optional(),
    isPromise: yesNo('按告知承诺办理'),
    isInspected: yesNo('需要检验、检测、检疫'),
    isHeard: yesNo('决定前告知听证权利'),
    answers: listOf('申请表', fields({ label: text('问题'), value: text('回答') })),
    personalAnswers: listOf(
      '申请表中涉及个人的',
      fields({ label: text('问题'), value: personalLongText('回答') }),
    ),
    materials: listOf('申请材料', handedInFields),
    documents: files('附件').optional(),
  }),
  key: ['number'],
  calledBy: ['itemName', 'number'],
  access: { read: [...officers, applicant], write: [window, applicant] },
})

export type Application = RecordOf<typeof applications.fields>
