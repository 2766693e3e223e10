import {
  choice,
  creditCode,
  date,
  defineRegister,
  deviceTime,
  fields,
  idNumber,
  listOf,
  longText,
  money,
  personalText,
  phone,
  place,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { caseReaders, officer } from './access.ts'
import { penalty, platform } from './notices.ts'
import { hasInterest } from './officer-rules.ts'
import { officersNamed, officersOfCase } from './officers.ts'
import { powerOfCase } from './power-rules.ts'
import { recorders } from './recorders.ts'

export const partyKinds = { citizen: '公民', organisation: '法人或者其他组织' } as const

export const ages = {
  adult: '已满18周岁',
  minor: '已满14周岁不满18周岁',
  child: '不满14周岁',
  none: '不是公民',
} as const

export const grades = {
  exempt: '不予处罚',
  light: '从轻、减轻',
  ordinary: '一般',
  heavy: '从重',
} as const

export const penaltyKinds = {
  warning: '警告、通报批评',
  fine: '罚款、没收',
  licence: '降低资质等级、吊销许可证件',
  stop: '责令停产停业、关闭、限制从业',
  detention: '其他较重的处罚',
} as const

/** Cases of penalty: from the act found to the closed file. */
export const cases = defineRegister({
  id: 'cases',
  title: '行政处罚案件台账',
  basis: platform.lines(647, 649),
  fields: fields({
    number: text('案件编号'),
    lead: reference('线索', 'whistles').optional(),
    ...powerOfCase,
    partyKind: choice('当事人类型', partyKinds),
    person: personalText('当事人姓名', 'name').optional(),
    idNumber: idNumber('公民身份号码').optional(),
    organisation: text('当事人名称').optional(),
    creditCode: creditCode('统一社会信用代码').optional(),
    phone: phone('联系电话').optional(),
    address: personalText('住所', 'address').optional(),
    actOn: date('违法行为发生日期'),
    actUntil: date('违法行为终了日期', { help: '有连续或者继续状态的' }).optional(),
    foundOn: date('发现日期'),
    touchesLife: yesNo('涉及公民生命健康安全、金融安全且有危害后果'),
    scene: text('违法行为地点'),
    spot: place('坐标').optional(),
    act: longText('违法事实'),
    ...officersOfCase,
    hasInterest,
    recorder: reference('执法记录仪', recorders.id).optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
    age: choice('当事人年龄', ages).optional(),
    powerName: text('执法事项名称').optional(),
    officersNamed,
  }),
  key: ['number'],
  calledBy: ['number'],
  access: { read: caseReaders, write: [officer] },
})

/** Facts that decide how heavy an act is. */
export const circumstances = {
  isFirst: yesNo('初次违法'),
  isHarmless: yesNo('没有造成危害后果或者危害后果轻微'),
  isMended: yesNo('及时改正或者主动消除危害后果'),
  isCoerced: yesNo('受他人胁迫、诱骗，或者主动供述尚未掌握的违法行为、有立功表现'),
  isWithoutFault: yesNo('当事人有证据足以证明没有主观过错'),
  isResisting: yesNo('拒绝、阻碍执法，或者销毁、转移证据'),
  isRepeated: yesNo('因同类违法行为受过处罚又再次违法'),
  isEmergency: yesNo('发生重大传染病疫情等突发事件时违反应对措施'),
}

/** What is proposed, and decided. */
export const decided = {
  grade: choice('裁量等次', grades),
  penaltyKinds: listOf('处罚种类', choice('处罚种类', penaltyKinds)),
  fine: money('罚款数额'),
  confiscated: money('没收违法所得、非法财物价值'),
  legalGround: longText('处罚依据', { help: '法律、法规、规章的名称和条款' }),
  reasoning: longText('裁量理由', { help: '为什么是这个等次和数额' }),
  departs: yesNo('突破裁量基准'),
  mustHear: choice('应当告知听证权利', { yes: '应当', no: '不必' }),
  mustReview: choice('应当法制审核', { yes: '应当', no: '不必' }),
  touchesPublicInterest: yesNo('涉及重大公共利益'),
  isComplicated: yesNo('案情疑难复杂、涉及多个法律关系'),
  isReviewNamedByLaw: yesNo('法律、法规规定应当法制审核的其他情形'),
  isMajor: yesNo('情节复杂或者重大违法行为，应当集体讨论'),
}

/** On which proposal a review, a discussion or an approval was given: another one needs its own. */
export const aboutProposal = longText('所针对的处罚意见')

/** Who is shown to the public as the party. */
export const publicParty = text('公示的当事人', { help: '公民只写姓，未成年人不写姓名' })

/** On what the record of the file stands. */
export const fileLaw = penalty('第四十七条')
