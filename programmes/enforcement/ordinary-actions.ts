import { choice, count, date, fields, files, longText, money, signature, text, yesNo } from '@luoshi/kernel'
import { aboutProposal, circumstances, decided, publicParty } from './case-register.ts'
import { hasInterest } from './officer-rules.ts'
import { officersNamed, officersOfCase } from './officers.ts'

const images = { mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'] }

/** What is filled in with each action of the ordinary procedure. */
export const filledIn = {
  replace: fields({ ...officersOfCase, hasInterest, officersNamed }),
  crime: fields({ crimeReportedOn: date('提出移送报告日期') }),
  proposal: fields({
    ...circumstances,
    penaltyKinds: decided.penaltyKinds,
    fine: decided.fine,
    confiscated: decided.confiscated,
    legalGround: decided.legalGround,
    reasoning: decided.reasoning,
    departs: decided.departs,
    touchesPublicInterest: decided.touchesPublicInterest,
    isComplicated: decided.isComplicated,
    isReviewNamedByLaw: decided.isReviewNamedByLaw,
    isMajor: decided.isMajor,
    grade: decided.grade.optional(),
    mustHear: decided.mustHear.optional(),
    mustReview: decided.mustReview.optional(),
  }),
  departure: fields({
    departureReason: longText('批准突破基准的理由'),
    departureOf: aboutProposal.optional(),
  }),
  telling: fields({
    toldOn: date('告知书送达日期'),
    toldFacts: yesNo('已告知拟处罚的内容及事实、理由、依据'),
    toldRights: yesNo('已告知陈述、申辩等权利'),
    toldHearing: yesNo('已告知听证权利'),
  }),
  defence: fields({
    defence: longText('陈述、申辩意见'),
    defenceAnswer: longText('复核意见'),
    partySignature: signature('当事人签名').optional(),
  }),
  waiver: fields({
    waivedOn: date('放弃陈述、申辩和听证的日期'),
    partySignature: signature('当事人签名').optional(),
  }),
  hearingNotice: fields({
    hearingOn: date('听证日期'),
    hearingPlace: text('听证地点'),
    hearingClosed: yesNo('不公开举行', { help: '涉及国家秘密、商业秘密或者个人隐私的' }).optional(),
    hearingChair: text('听证主持人（干部编号）'),
    hearingChairName: text('听证主持人姓名'),
  }),
  hearing: fields({
    heard: yesNo('已举行听证'),
    hearingRecord: longText('听证笔录'),
    hearingFiles: files('听证笔录原件', images).optional(),
  }),
  review: fields({
    reviewOpinion: choice('法制审核意见', { agree: '同意', amend: '修改后同意', disagree: '不同意' }),
    reviewNotes: longText('审核意见'),
    reviewerName: text('法制审核人员'),
    reviewOf: aboutProposal.optional(),
  }),
  discussion: fields({
    discussion: longText('集体讨论记录'),
    discussedOn: date('讨论日期'),
    attendees: text('参加人员'),
    discussionOf: aboutProposal.optional(),
  }),
  decision: fields({
    finalFine: money('决定的罚款数额'),
    decidedOn: date('决定日期'),
    decisionText: longText('处罚内容'),
    differs: longText('与同日另案不是同一违法行为的理由').optional(),
    publicParty: publicParty.optional(),
  }),
  none: fields({ decidedOn: date('决定日期'), decisionText: longText('不予处罚的理由') }),
  service: fields({
    servedOn: date('送达日期'),
    serviceWay: choice('送达方式', {
      handed: '当场交付',
      direct: '直接送达',
      left: '留置送达',
      mail: '邮寄送达',
      electronic: '传真、电子邮件等方式',
      notice: '公告送达',
    }),
    serviceConsent: files('当事人同意电子送达的确认书', { ...images, most: 2 }).optional(),
    receiver: text('签收人').optional(),
    partySignature: signature('当事人签名').optional(),
  }),
  instalment: fields({ instalments: longText('分期安排') }),
  deferral: fields({ deferralReason: longText('申请理由'), deferUntil: date('申请缓至') }),
  part: fields({ paid: money('累计已缴数额'), partPaidOn: date('缴款日期'), receipt: text('票据号') }),
  payment: fields({
    paid: money('累计已缴数额'),
    paidOn: date('缴清日期'),
    receipt: text('票据号'),
    stayedDays: count('复议、诉讼期间的天数', '日'),
    lateFee: money('加处罚款').optional(),
  }),
  urging: fields({ urgedOn: date('催告书送达日期'), urgedSum: money('催告缴纳数额') }),
  court: fields({ courtDocument: text('强制执行申请书文号') }),
  courtDone: fields({ courtResult: longText('执行结果'), courtRuling: text('裁定书文号') }),
  change: fields({
    changedBy: text('变更、撤销、确认违法或者无效的决定文号'),
    changedOn: date('决定日期'),
  }),
  publication: fields({ publishedOn: date('公开日期'), publicationNumber: text('公示编号') }),
  withdrawal: fields({
    withdrawnOn: date('撤回日期'),
    withdrawalReason: longText('向社会公开说明的理由'),
  }),
  remedy: fields({
    remedy: choice('救济途径', { review: '行政复议', suit: '行政诉讼' }),
    remedyFrom: date('受理日期'),
    remedyBody: text('受理机关'),
  }),
  police: fields({ policeNotice: text('公安机关通知文号') }),
  closing: fields({ result: longText('案件执行情况和结案意见'), volumes: count('案卷页数', '页') }),
}
