import { defineTextPaper, gap, type LawCite, type Paragraph, type TextPaper } from '@luoshi/kernel'
import { elements, regulation } from './bases.ts'
import { requests } from './requests.ts'

function letter(
  id: string,
  title: string,
  basis: LawCite,
  mark: string,
  body: readonly Paragraph[],
): TextPaper {
  return defineTextPaper({
    id,
    title,
    basis,
    register: requests.id,
    head: 'plain',
    issuer: '{@unit}',
    number: { mark, basis: gap('文号方式没有写明，由县里定', elements) },
    addressee: '{applicant}',
    body,
    annexes: [],
    copies: [],
  })
}

export const correctionNotice = letter(
  'correction-notice',
  '政府信息公开申请补正告知书',
  regulation.correction,
  '信息公开补正',
  [
    {
      text: '本机关于{receivedOn}收到你（单位）的政府信息公开申请，登记编号{number}。申请内容需要补正：{corrections}。',
    },
    { text: '答复期限自收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请。' },
  ],
)

export const extensionNotice = letter(
  'extension-notice',
  '政府信息公开延期答复告知书',
  regulation.limits,
  '信息公开延期',
  [
    {
      text: '本机关于{receivedOn}收到你（单位）的政府信息公开申请，登记编号{number}。因{@reason}，答复期限延长二十个工作日。',
    },
  ],
)

/** With all eight elements: title, number, applicant, day of receipt, facts and law, remedies, seal, day. */
export const replyPaper = letter('reply', '政府信息公开申请答复书', regulation.answers, '信息公开答复', [
  {
    text: '本机关于{receivedOn}收到你（单位）的政府信息公开申请（登记编号{number}），申请获取：{content}。',
  },
  { level: 1, text: '查找、检索的过程和事实' },
  { text: '{searchFacts}' },
  { level: 1, text: '答复决定' },
  { text: '{title}。{result}。{reply}' },
  { level: 1, text: '法律法规依据' },
  { text: '{legalBasis}' },
  { level: 1, text: '救济权利的期限和途径' },
  { text: '{remedy}' },
])
