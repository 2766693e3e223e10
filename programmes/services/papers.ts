import { defineTextPaper, gap, type LawCite, type Paragraph, type TextPaper } from '@luoshi/kernel'
import { applications } from './applications.ts'
import { licensing } from './bases.ts'

const numbered = (mark: string, basis: LawCite) => ({
  mark,
  basis: gap('文号方式没有写明，由县里定', basis),
})

/** What every refusal tells of remedies. */
const remedy: Paragraph = {
  text: '如不服本决定，可以自收到本决定书之日起六十日内向{@county}人民政府申请行政复议，或者六个月内依法向人民法院提起行政诉讼。',
}

interface Letter {
  readonly id: string
  readonly title: string
  readonly basis: LawCite
  readonly mark?: string
  readonly head?: 'red' | 'plain'
  readonly body: readonly (string | Paragraph)[]
  readonly addressee?: string | null
}

function letter({
  id,
  title,
  basis,
  mark,
  head = 'plain',
  body,
  addressee = '{applicant}',
}: Letter): TextPaper {
  return defineTextPaper({
    id,
    title,
    basis,
    register: applications.id,
    head,
    issuer: '{@unit}',
    ...(mark === undefined ? {} : { number: numbered(mark, basis) }),
    addressee,
    body: body.map((part) => (typeof part === 'string' ? { text: part } : part)),
    annexes: [],
    copies: [],
  })
}

export const acceptance = letter({
  id: 'acceptance',
  title: '受理通知书',
  basis: licensing.intake,
  mark: '政务受理',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}，材料齐全，符合法定形式，决定受理。',
    '法定办结时限{legalDays}个工作日，承诺办结时限{promisedDays}个工作日，均自受理次日起计算；依法需要听证、检验、检测、鉴定和专家评审的，所需时间不计算在内，另行书面告知。',
  ],
})

export const correctionNotice = letter({
  id: 'correction-notice',
  title: '一次性补正告知书',
  basis: licensing.intake,
  mark: '政务补正',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}，经核对，需要补正的全部内容如下：',
    { level: 1, text: '{corrections}。' },
    '请在补齐后交到任何一个政务服务窗口或者在网上补交。等待补正的时间不计算在办理期限内。除上述内容外，不再要求补正其他材料。',
  ],
})

export const nonAcceptance = letter({
  id: 'non-acceptance',
  title: '不予受理决定书',
  basis: licensing.intake,
  mark: '政务不受',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}，经核对，决定不予受理。',
    '理由：{@reason}',
    { text: '请向{rightBody}申请。', when: { field: 'rightBody' } },
    remedy,
  ],
})

export const specialNotice = letter({
  id: 'special-notice',
  title: '不计入办理期限告知书',
  basis: licensing.outsideClock,
  mark: '政务特程',
  body: [
    '你（单位）提出的{itemName}申请，办件编号{number}，依法需要{specialKind}，预计到{specialUntil}结束，这段时间不计算在办理期限内。',
    '理由：{@reason}',
  ],
})

export const inspectionNotice = letter({
  id: 'inspection-notice',
  title: '检验、检测、检疫告知书',
  basis: licensing.inspection,
  mark: '政务检验',
  body: [
    '你（单位）提出的{itemName}申请，办件编号{number}，依法需要检验、检测或者检疫，已经指派{inspectors}办理，预计到{specialUntil}结束，这段时间不计算在办理期限内。',
  ],
})

export const hearingRights = letter({
  id: 'hearing-rights',
  title: '听证权利告知书',
  basis: licensing.hearing,
  mark: '政务听告',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}，直接涉及申请人与他人之间的重大利益关系：{hearingConcern}。',
    '申请人、利害关系人可以自被告知听证权利之日起五日内要求听证。要求听证的，本机关在二十日内组织，不收费用；期满没有要求的，视为放弃。',
  ],
})

export const hearingNotice = letter({
  id: 'hearing-notice',
  title: '听证通知书',
  basis: licensing.hearingOrder,
  mark: '政务听通',
  body: [
    '{itemName}（{situation}）申请，办件编号{number}，定于{hearingOn}在{hearingPlace}公开举行听证，由{hearingChair}主持。',
    '认为主持人与本事项有直接利害关系的，可以申请回避。举行听证时，审查人员提供审查意见的证据、理由，申请人、利害关系人可以提出证据，申辩和质证；听证制作笔录，交参加人确认无误后签字或者盖章，本机关根据听证笔录作出决定。',
  ],
})

export const extensionNotice = letter({
  id: 'extension-notice',
  title: '延长办理期限告知书',
  basis: licensing.limits,
  mark: '政务延期',
  body: [
    '你（单位）提出的{itemName}申请，办件编号{number}，在法定期限内不能作出决定，经批准延长办理期限。',
    '延长的理由：{@reason}',
  ],
})

export const grantDecision = letter({
  id: 'grant-decision',
  title: '准予许可决定书',
  basis: licensing.decision,
  mark: '政务准',
  head: 'red',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}。经审查，符合法定条件、标准，决定准予许可。',
    { level: 1, text: '许可内容：{scope}。' },
    { level: 1, text: '证照：{resultName}，编号{licenceNumber}。' },
    { level: 1, text: '有效期至{validUntil}。', when: { field: 'validUntil' } },
    '请凭本决定到任何一个政务服务窗口领取证照，或者选择邮寄。',
  ],
})

export const licence = letter({
  id: 'licence',
  title: '许可证件',
  basis: licensing.certificate,
  head: 'red',
  addressee: null,
  body: [
    '证照名称：{resultName}',
    '证照编号：{licenceNumber}',
    '持有人：{applicant}',
    '许可事项：{itemName}（{situation}）',
    '许可内容：{scope}',
    { text: '有效期至：{validUntil}', when: { field: 'validUntil' } },
  ],
})

export const refusalDecision = letter({
  id: 'refusal-decision',
  title: '不予许可决定书',
  basis: licensing.decision,
  mark: '政务不准',
  head: 'red',
  body: [
    '你（单位）提出的{itemName}（{situation}）申请，办件编号{number}。经审查，决定不予许可。',
    '理由：{@reason}',
    remedy,
  ],
})

export const annulment = letter({
  id: 'annulment',
  title: '撤销许可决定书',
  basis: licensing.annulment,
  mark: '政务撤',
  head: 'red',
  body: [
    '你（单位）取得的{resultName}（编号{licenceNumber}），办件编号{number}，决定予以撤销，并记入信用档案。理由：{@reason}',
    remedy,
  ],
})

/** Every paper of an application, in the order in which it can come. */
export const papers = [
  acceptance,
  correctionNotice,
  nonAcceptance,
  specialNotice,
  inspectionNotice,
  hearingRights,
  hearingNotice,
  extensionNotice,
  grantDecision,
  licence,
  refusalDecision,
  annulment,
]
