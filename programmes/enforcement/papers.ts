import { definePaper, defineTextPaper, gap, type Paragraph, type TextPaper } from '@luoshi/kernel'
import { cases } from './case-register.ts'
import { corrections } from './corrections.ts'
import { measures } from './measures.ts'
import { compulsion, penalty, platform, rivers } from './notices.ts'
import { evidence, records } from './records.ts'

const unsaid = gap(
  '文书格式由国务院司法行政部门和省规定，没有读到，这里写法律要求的内容',
  penalty('第五十九条'),
)

/** Where someone signs on paper, with the day. */
const signs = (who: string): Paragraph => ({
  text: `${who}（签章）：＿＿＿＿＿　　年　月　日`,
})

const officersSign: readonly Paragraph[] = [signs('执法人员'), signs('执法人员')]

/** Where someone signed on the glass that stands, else there is room to sign on paper. */
const signsOnGlass = (who: string, field: string): readonly Paragraph[] => [
  { text: `${who}：已在移动终端上手写签名（{${field}:file}）。`, when: { field } },
  { ...signs(who), when: { field, isEmpty: true } },
]

/** The two officers, by the fields of both procedures in which they sign on the glass. */
const officersSignOnGlass: readonly Paragraph[] = [
  ...signsOnGlass('主办执法人员', 'officerSignature'),
  ...signsOnGlass('协办执法人员', 'secondSignature'),
]

/** The party as a file names it: either line stands. */
const party: readonly Paragraph[] = [
  { text: '当事人：{person}（公民身份号码{idNumber}）。', when: { field: 'person' } },
  { text: '当事人：{organisation}。', when: { field: 'organisation' } },
  { text: '统一社会信用代码：{creditCode}。', when: { field: 'creditCode' } },
  { text: '住所：{address}。', when: { field: 'address' } },
]

const remedies: Paragraph = {
  level: 1,
  text: '不服本决定的，可以自收到之日起60日内向{@county}人民政府申请行政复议，或者6个月内向人民法院提起行政诉讼。复议、诉讼期间，除法律另有规定外，本决定不停止执行。',
}

const payment: Paragraph = {
  level: 1,
  text: '自收到本决定书之日起15日内到指定银行或者通过电子支付系统缴纳罚款{finalFine}元（大写：{finalFine:capital}）；逾期不缴的，每日按罚款数额的3%加处罚款，加处的数额不超过罚款数额。',
}

type CasePaper = Pick<TextPaper, 'id' | 'title' | 'basis' | 'body'> &
  Partial<Pick<TextPaper, 'addressee' | 'number' | 'annexes' | 'copies' | 'head'>>

/** A text of a case of penalty, in the name of the body that handles it. */
function casePaper(paper: CasePaper): TextPaper {
  return defineTextPaper({
    register: cases.id,
    head: 'plain',
    issuer: '{@unit}',
    addressee: null,
    annexes: [],
    copies: [],
    open: [unsaid],
    ...paper,
  })
}

const numbered = (mark: string) => ({ mark, basis: unsaid })

export const openingApproval = casePaper({
  id: 'opening-approval',
  title: '行政处罚立案审批表',
  basis: penalty('第五十四条'),
  number: numbered('立案'),
  body: [
    { text: '案件编号：{number}。' },
    { text: '执法事项：{powerName}。' },
    ...party,
    { level: 1, text: '违法行为发生于{actOn}，{foundOn}发现，地点：{scene}。' },
    { level: 1, text: '违法事实：{act}上述事实有证据证明。' },
    { level: 1, text: '办案人员：{officersNamed}。' },
    { level: 1, text: '审批意见：同意立案。' },
    signs('承办人'),
    signs('行政执法机关负责人'),
  ],
})

export const priorNotice = casePaper({
  id: 'prior-notice',
  title: '行政处罚告知书',
  basis: penalty('第四十四条'),
  number: numbered('罚告'),
  body: [
    ...party,
    { level: 1, text: '经调查，{act}上述事实有证据证明。' },
    { level: 1, text: '上述行为违反{legalGround}。' },
    { level: 1, text: '拟作出的行政处罚种类：{penaltyKinds}。理由：{reasoning}。' },
    { level: 1, text: '拟罚款{fine}元。', when: { field: 'fine', isNotZero: true } },
    {
      level: 1,
      text: '拟没收违法所得、非法财物，价值{confiscated}元。',
      when: { field: 'confiscated', isNotZero: true },
    },
    { level: 1, text: '你（单位）有权进行陈述和申辩；不会因陈述、申辩给予更重的处罚。' },
    {
      level: 1,
      text: '你（单位）有权要求听证，应当在收到本告知书后5日内提出；听证不收取费用。',
      when: { field: 'mustHear', is: ['yes'] },
    },
    ...officersSign,
    signs('当事人'),
  ],
})

export const hearingNotice = casePaper({
  id: 'hearing-notice',
  title: '行政处罚听证通知书',
  basis: penalty('第六十四条'),
  number: numbered('听通'),
  body: [
    ...party,
    { level: 1, text: '应你（单位）的要求，定于{hearingOn}在{hearingPlace}举行听证。' },
    { level: 1, text: '听证主持人：{hearingChairName}。认为主持人与本案有直接利害关系的，有权申请回避。' },
    {
      level: 1,
      text: '可以亲自参加，也可以委托一至二人代理；无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
    },
  ],
})

export const legalOpinion = casePaper({
  id: 'legal-opinion',
  title: '重大执法决定法制审核意见书',
  basis: penalty('第五十八条'),
  number: numbered('法审'),
  body: [
    { text: '案件编号：{number}。' },
    { level: 1, text: '拟作出的决定：罚款{fine}元，裁量等次为{grade}。' },
    { level: 1, text: '审核意见：{reviewOpinion}（{reviewNotes}）。' },
    { text: '审核人员：{reviewerName}。' },
    signs('法制审核人员'),
  ],
})

export const decision = casePaper({
  id: 'decision',
  title: '行政处罚决定书',
  basis: penalty('第五十九条'),
  head: 'red',
  number: numbered('罚决'),
  body: [
    ...party,
    { level: 1, text: '违法事实和证据：{act}以上事实有本案证据目录所列证据证明。' },
    {
      level: 1,
      text: '陈述、申辩和复核：{defence}（复核意见：{defenceAnswer}）。',
      when: { field: 'defence' },
    },
    { level: 1, text: '处罚依据：{legalGround}。裁量等次为{grade}（理由：{reasoning}）。' },
    { level: 1, text: '决定给予下列行政处罚：{decisionText}。' },
    { ...payment, when: { field: 'finalFine', isNotZero: true } },
    remedies,
  ],
})

export const noPenaltyDecision = casePaper({
  id: 'no-penalty-decision',
  title: '不予行政处罚决定书',
  basis: penalty('第五十七条'),
  head: 'red',
  number: numbered('不罚决'),
  body: [
    ...party,
    { level: 1, text: '经查：{act}上述事实有证据证明。' },
    { level: 1, text: '不予处罚的理由（{decisionText}）。' },
    { level: 1, text: '决定不予行政处罚，并对当事人进行教育。' },
    remedies,
  ],
})

export const simpleDecision = casePaper({
  id: 'simple-decision',
  title: '当场行政处罚决定书',
  basis: penalty('第五十二条'),
  number: numbered('当罚决'),
  body: [
    ...party,
    { level: 1, text: '{foundOn}在{scene}发现：{act}上述事实有证据证明。' },
    { level: 1, text: '处罚依据：{legalGround}。' },
    { level: 1, text: '决定当场给予下列行政处罚：{decisionText}。' },
    { ...payment, when: { field: 'simplePenalty', is: ['fine'] } },
    remedies,
    { text: '执法人员：{officersNamed}。已当场告知权利。' },
    { text: '当事人陈述、申辩：{defence}', when: { field: 'defence' } },
    { text: '当事人没有提出陈述、申辩。', when: { field: 'defence', isEmpty: true } },
    ...officersSignOnGlass,
    ...signsOnGlass('当事人', 'partySignature'),
  ],
})

export const receipt = casePaper({
  id: 'receipt',
  title: '送达回证',
  basis: penalty('第六十一条'),
  body: [
    { text: '案件编号：{number}。' },
    ...party,
    { text: '送达文书：行政处罚决定书。' },
    { text: '送达日期：{servedOn}；送达方式：{serviceWay}。' },
    { text: '签收人：{receiver}。' },
    signs('受送达人'),
    signs('送达人'),
    signs('见证人'),
  ],
})

export const urgingLetter = casePaper({
  id: 'urging-letter',
  title: '履行行政处罚决定催告书',
  basis: compulsion('第五十四条'),
  number: numbered('催告'),
  body: [
    ...party,
    { level: 1, text: '我单位作出的行政处罚决定，你（单位）至今没有履行。应缴纳{urgedSum}元。' },
    { level: 1, text: '请自收到本催告书之日起10日内履行；你（单位）有权进行陈述和申辩。' },
    { level: 1, text: '逾期仍不履行的，将依法申请人民法院强制执行。' },
  ],
})

export const policeLetter = casePaper({
  id: 'police-letter',
  title: '涉嫌犯罪案件移送函',
  basis: rivers.lines(505),
  number: numbered('涉罪移'),
  addressee: '县公安局',
  body: [
    { text: '案件编号{number}。移送日期：{@date}。' },
    ...party,
    { level: 1, text: '案件情况：{act}上述事实有证据证明。' },
    { level: 1, text: '经调查，上述行为涉嫌犯罪，现移送你局处理。' },
    { level: 1, text: '执法人员{crimeReportedOn}提出移送报告。' },
  ],
  copies: ['县人民检察院'],
})

export const closingReport = casePaper({
  id: 'closing-report',
  title: '行政处罚案件结案报告',
  basis: platform.lines(649),
  number: numbered('结案'),
  body: [
    { text: '案件编号：{number}。' },
    ...party,
    { level: 1, text: '案由：{act}上述事实有证据证明。' },
    {
      level: 1,
      text: '本案于{crimeReportedOn}移送公安机关，公安机关通知文号：{policeNotice}。',
      when: { field: 'policeNotice' },
    },
    { level: 1, text: '处罚决定（{decisionText}）。' },
    { level: 1, text: '缴款：累计缴纳{paid}元。', when: { field: 'paid' } },
    { level: 1, text: '上述缴款中，加处罚款{lateFee}元。', when: { field: 'lateFee', isNotZero: true } },
    { level: 1, text: '执行情况和结案意见（{result}）。' },
    { text: '案卷共{volumes}页。' },
    signs('承办人'),
    signs('行政执法机关负责人'),
  ],
})

export const evidenceList = definePaper({
  id: 'evidence-list',
  title: '证据目录',
  basis: penalty('第四十六条'),
  register: evidence.id,
  rows: { case: 'number' },
  head: [],
  columns: [
    { heading: '序号', field: null, isNumber: true },
    { heading: '证据编号', field: 'number' },
    { heading: '证据名称', field: 'name' },
    { heading: '证据种类', field: 'kind' },
    { heading: '证明内容', field: 'proves' },
    { heading: '取得时间', field: 'takenAt' },
  ],
  hasTotal: false,
  foot: ['执法人员（签名）', '执法人员（签名）'],
  copies: [],
})

const recordPaper = (id: string, title: string) =>
  defineTextPaper({
    id,
    title,
    basis: penalty('第五十五条'),
    register: records.id,
    head: 'plain',
    issuer: '{@unit}',
    addressee: null,
    body: [
      { text: '案件编号：{case}；笔录编号：{number}。' },
      { text: '时间：{from:moment}（开始）至{until:moment}（结束）；地点：{scene}。' },
      { text: '执法人员：{officersNamed}。已出示执法证件，告知申请回避的权利。' },
      { text: '被询问人、被检查人：{asked}。' },
      { text: '{content}' },
      // Who was asked has signed what they read, or it says why not: then nobody vouches for it in their name.
      { text: '以上笔录经本人核对，与所述相符。', when: { field: 'askedSignature' } },
      {
        text: '被询问人、被检查人：已在移动终端上手写签名（{askedSignature:file}）。',
        when: { field: 'askedSignature' },
      },
      { text: '被询问人、被检查人没有签名：{refusal}', when: { field: 'refusal' } },
      ...officersSignOnGlass,
    ],
    annexes: [],
    copies: [],
    open: [unsaid],
  })

export const inquiryRecord = recordPaper('inquiry-record', '询问笔录')
export const siteRecord = recordPaper('site-record', '现场检查（勘验）笔录')

export const seizureDecision = defineTextPaper({
  id: 'seizure-decision',
  title: '查封（扣押）决定书',
  basis: compulsion('第二十四条'),
  register: measures.id,
  head: 'red',
  issuer: '{@unit}',
  number: numbered('强决'),
  addressee: null,
  body: [
    { text: '案件编号：{case}。' },
    { text: '当事人：{person}。', when: { field: 'person' } },
    { text: '当事人：{organisation}。', when: { field: 'organisation' } },
    { level: 1, text: '理由和依据（{reason}）。' },
    { level: 1, text: '对下列场所、设施、财物实施{kind}，期限30日：{goods}。' },
    { level: 1, text: '期限内需要延长的另行书面告知；检测、检验、检疫、鉴定的期间不计算在内。' },
    {
      level: 1,
      text: '不服本决定的，可以自收到之日起60日内申请行政复议，或者6个月内提起行政诉讼。',
    },
    signs('当事人'),
    ...officersSign,
  ],
  annexes: ['查封（扣押）清单'],
  copies: [],
  open: [unsaid],
})

export const correctionNotice = defineTextPaper({
  id: 'correction-notice',
  title: '行政执法监督意见书',
  basis: platform.lines(655),
  register: corrections.id,
  head: 'red',
  issuer: '县司法局',
  number: numbered('执监'),
  addressee: '{@unit}',
  body: [
    { level: 1, text: '存在的问题（{problem}）。' },
    { level: 1, text: '依据：{clause}。' },
    { level: 1, text: '请于{answerBy}前改正并书面反馈。' },
  ],
  annexes: [],
  copies: [],
})

export const papers = [
  openingApproval,
  priorNotice,
  hearingNotice,
  legalOpinion,
  decision,
  noPenaltyDecision,
  simpleDecision,
  receipt,
  urgingLetter,
  policeLetter,
  closingReport,
  evidenceList,
  inquiryRecord,
  siteRecord,
  seizureDecision,
  correctionNotice,
]
