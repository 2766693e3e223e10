import {
  addMonths,
  choice,
  date,
  defineRule,
  fields,
  idNumber,
  isAtMost,
  listOf,
  longText,
  money,
  personalText,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { aboutProposal, ages, cases, decided, grades, partyKinds, penaltyKinds } from './case-register.ts'
import { penalty, platform, townships } from './notices.ts'
import { graveLimitationYears, limitationYears } from './parameters.ts'

const { shape } = cases.fields
const today = { [TODAY]: date('今天') }

/** Days come one after the other, and none lies in the future. */
export const datesInOrder = defineRule({
  id: 'dates-in-order',
  title: '日期先后',
  basis: platform.lines(649),
  inputs: { actOn: shape.actOn, actUntil: shape.actUntil, foundOn: shape.foundOn, ...today },
  parameters: {},
  decide: (input) => {
    const { actOn, actUntil = actOn, foundOn } = input
    return {
      isMet: actOn <= actUntil && actOn <= foundOn && foundOn <= String(input[TODAY]),
      wanted: `违法行为发生、终了、发现依次在前，都不晚于今天（${input[TODAY]}）`,
      found: `发生${actOn}，终了${actUntil}，发现${foundOn}`,
    }
  },
})

/** An act is punished only when it was found within two years, or five. */
export const withinLimitation = defineRule({
  id: 'within-limitation',
  title: '处罚时效',
  basis: penalty('第三十六条'),
  inputs: {
    actOn: shape.actOn,
    actUntil: shape.actUntil,
    foundOn: shape.foundOn,
    touchesLife: shape.touchesLife,
  },
  parameters: { limitationYears, graveLimitationYears },
  judgedOn: 'foundOn',
  decide: (input, values) => {
    const years = input.touchesLife ? values.graveLimitationYears : values.limitationYears
    const begins = input.actUntil ?? input.actOn
    const last = addMonths(begins, years * 12)
    return {
      isMet: input.foundOn <= last,
      wanted: `在违法行为发生（终了）之日${begins}起${years}年内，即${last}以前发现`,
      found: `${input.foundOn}发现`,
    }
  },
})

/** A party is named: a citizen with an id number, an organisation by name. */
export const partyNamed = defineRule({
  id: 'party-named',
  title: '当事人',
  basis: penalty('第五十九条'),
  inputs: {
    partyKind: shape.partyKind,
    person: shape.person,
    idNumber: shape.idNumber,
    organisation: shape.organisation,
  },
  parameters: {},
  decide: (input) => {
    const isCitizen = input.partyKind === 'citizen'
    const isNamed = isCitizen
      ? input.person !== undefined && input.idNumber !== undefined && input.organisation === undefined
      : input.organisation !== undefined
    return {
      isMet: isNamed,
      wanted: isCitizen ? '公民写明姓名和公民身份号码' : '法人或者其他组织写明名称',
      found: `${partyKinds[input.partyKind]}，${isNamed ? '已写明' : '没有写全'}`,
    }
  },
})

const sameDayEntry = fields({
  number: text('案件编号'),
  idNumber: idNumber('公民身份号码').nullish(),
  person: personalText('当事人姓名', 'name').nullish(),
  creditCode: text('统一社会信用代码').nullish(),
  organisation: text('当事人名称').nullish(),
  fine: money('罚款数额').nullish(),
})

/** Cases of the same day and place that were decided. */
export const sameActLookup = {
  sameDay: {
    title: '同日同地已作出决定的案件',
    register: cases.id,
    where: { actOn: 'actOn', placeUnit: 'placeUnit' },
    states: [
      'decided',
      'served',
      'urged',
      'atCourt',
      'executed',
      'closed',
      'handedOver',
      'filed',
      'collected',
    ],
    gives: { kind: 'records', fields: Object.keys(sameDayEntry.shape) },
  },
} as const

/** Cases that bear the same number. */
export const sameNumberLookup = {
  sameNumber: {
    title: '同编号的案件',
    register: cases.id,
    where: { number: 'number' },
    gives: { kind: 'records', fields: ['number'] },
  },
} as const

/** A number is one case's: records, evidence and what is published find their case by it. */
export const numberOnce = defineRule({
  id: 'number-once',
  title: '案件编号',
  basis: platform.lines(649),
  inputs: {
    number: shape.number,
    sameNumber: listOf('同编号的案件', fields({ number: text('案件编号') })),
  },
  parameters: {},
  decide: ({ number, sameNumber }) => ({
    isMet: sameNumber.length === 0,
    wanted: '一案一号，案件编号没有用过',
    found: sameNumber.length === 0 ? '没有用过' : `“${number}”已有案件`,
  }),
})

/** What a proposal consists of: a review, a discussion or an approval is of that and of no other. */
export const proposalInputs = {
  penaltyKinds: decided.penaltyKinds,
  fine: decided.fine,
  confiscated: decided.confiscated,
  legalGround: decided.legalGround,
  departs: decided.departs,
}

/** A proposal in a sentence, the same for the same proposal. */
export function proposalWords(input: {
  readonly penaltyKinds: readonly (keyof typeof penaltyKinds)[]
  readonly fine: string
  readonly confiscated: string
  readonly legalGround: string
  readonly departs: boolean
}): string {
  const kinds = input.penaltyKinds.map((kind) => penaltyKinds[kind]).join('；')
  const departs = input.departs ? '，突破裁量基准' : ''
  return `${kinds}：罚款${input.fine}元，没收${input.confiscated}元，依据${input.legalGround}${departs}`
}

/** Whether what was given is on the proposal as it is now; what was given before this was kept is taken as it is. */
function isOn(of: string | undefined, input: Parameters<typeof proposalWords>[0]): boolean {
  return of === undefined || of === proposalWords(input)
}

/** One act is not fined twice: another act of the same party on that day says what sets it apart. */
export const notPunishedTwice = defineRule({
  id: 'not-punished-twice',
  title: '一事不再罚',
  basis: penalty('第二十九条'),
  inputs: {
    idNumber: shape.idNumber,
    creditCode: shape.creditCode,
    organisation: shape.organisation,
    differs: longText('与同日另案不是同一违法行为的理由').optional(),
    sameDay: listOf('同日同地已作出决定的案件', sameDayEntry),
  },
  parameters: {},
  decide: ({ idNumber: id, creditCode: code, organisation, differs, sameDay }) => {
    const same = sameDay.filter(
      (other) =>
        (id !== undefined && other.idNumber === id) ||
        (code !== undefined && other.creditCode === code) ||
        (organisation !== undefined && other.organisation === organisation),
    )
    const isApart = differs !== undefined
    return {
      isMet: same.length === 0 || isApart,
      wanted: '对同一违法行为只处罚一次；不是同一行为的，写明理由',
      found:
        same.length === 0
          ? '当事人同日同地没有已作出决定的案件'
          : `${same.map(({ number }) => number).join('、')}已作出决定${isApart ? '，写明了不是同一行为' : ''}`,
    }
  },
})

const mayBeEmpty = (reads: boolean) => (reads ? '应当' : '不必')

/** Both rights were told, and what was said was looked into. */
export const rightsTold = defineRule({
  id: 'rights-told',
  title: '告知和听取陈述、申辩',
  basis: penalty('第六十二条'),
  inputs: {
    toldFacts: yesNo('已告知拟处罚的内容及事实、理由、依据'),
    toldRights: yesNo('已告知陈述、申辩等权利'),
    mustHear: decided.mustHear,
    toldHearing: yesNo('已告知听证权利').optional(),
  },
  parameters: {},
  decide: ({ toldFacts, toldRights, mustHear, toldHearing }) => {
    const isHearingTold = mustHear === 'no' || toldHearing === true
    return {
      isMet: toldFacts && toldRights && isHearingTold,
      wanted: `告知内容、事实、理由、依据和陈述、申辩权利，${mayBeEmpty(mustHear === 'yes')}告知听证权利`,
      found: `事实${toldFacts ? '已' : '未'}告知，权利${toldRights ? '已' : '未'}告知，听证${toldHearing === true ? '已' : '未'}告知`,
    }
  },
})

/** What was said in defence makes no penalty heavier than the one told. */
export const notHeavier = defineRule({
  id: 'not-heavier',
  title: '不因陈述、申辩加重',
  basis: penalty('第四十五条'),
  inputs: { fine: decided.fine, finalFine: money('决定的罚款数额') },
  parameters: {},
  decide: ({ fine, finalFine }) => ({
    isMet: isAtMost(finalFine, fine),
    wanted: `决定的罚款不高于告知的${fine}元`,
    found: `${finalFine}元`,
  }),
})

/** Legal review before the decision where the law asks for it, and its opinion agrees. */
export const reviewedWhereDue = defineRule({
  id: 'reviewed-where-due',
  title: '法制审核',
  basis: penalty('第五十八条'),
  inputs: {
    mustReview: decided.mustReview,
    heard: yesNo('已举行听证').optional(),
    reviewOpinion: choice('法制审核意见', {
      agree: '同意',
      amend: '修改后同意',
      disagree: '不同意',
    }).optional(),
    reviewOf: aboutProposal.optional(),
    ...proposalInputs,
  },
  parameters: {},
  decide: ({ mustReview, heard, reviewOpinion, reviewOf, ...proposal }) => {
    const isDue = mustReview === 'yes' || heard === true
    const isAgreed = reviewOpinion === 'agree' || reviewOpinion === 'amend'
    const isDone = isAgreed && isOn(reviewOf, proposal)
    if (isDue && isAgreed && !isDone) {
      return { isMet: false, wanted: '对现在的处罚意见进行法制审核', found: `审核的是“${reviewOf}”` }
    }
    return {
      isMet: !isDue || isDone,
      wanted: isDue ? '法制审核通过后作出决定' : '不属于应当法制审核的案件',
      found: isDone ? '审核通过' : reviewOpinion === 'disagree' ? '审核不同意' : '未经法制审核',
    }
  },
})

/** Complex and major cases are discussed by the heads together. */
export const discussedWhereDue = defineRule({
  id: 'discussed-where-due',
  title: '集体讨论',
  basis: penalty('第五十七条第二款'),
  inputs: {
    isMajor: decided.isMajor,
    discussion: longText('集体讨论记录').optional(),
    discussionOf: aboutProposal.optional(),
    ...proposalInputs,
  },
  parameters: {},
  decide: ({ isMajor, discussion, discussionOf, ...proposal }) => {
    const isOfThis = isOn(discussionOf, proposal)
    return {
      isMet: !isMajor || (discussion !== undefined && isOfThis),
      wanted: isMajor ? '机关负责人集体讨论决定现在的处罚意见' : '不属于应当集体讨论的案件',
      found:
        discussion === undefined ? '没有集体讨论' : isOfThis ? '已集体讨论' : `讨论的是“${discussionOf}”`,
    }
  },
})

/** Leaving the band is approved by the head with reasons. */
export const departureApproved = defineRule({
  id: 'departure-approved',
  title: '突破裁量基准的批准',
  basis: penalty('第三十四条'),
  inputs: {
    departureReason: longText('批准突破基准的理由').optional(),
    departureOf: aboutProposal.optional(),
    ...proposalInputs,
  },
  parameters: {},
  decide: ({ departureReason, departureOf, ...proposal }) => {
    const isOfThis = isOn(departureOf, proposal)
    return {
      isMet: !proposal.departs || (departureReason !== undefined && isOfThis),
      wanted: proposal.departs ? '突破裁量基准经负责人批准并写明理由' : '没有突破裁量基准',
      found: departureReason === undefined ? '没有批准' : isOfThis ? '已批准' : `批准的是“${departureOf}”`,
    }
  },
})

/** Nobody under fourteen is punished, and what is not to be punished is not. */
export const mayBePunished = defineRule({
  id: 'may-be-punished',
  title: '可以处罚',
  basis: penalty('第三十条'),
  inputs: { grade: decided.grade, age: choice('当事人年龄', ages) },
  parameters: {},
  decide: ({ grade, age }) => ({
    isMet: grade !== 'exempt' && age !== 'child',
    wanted: '不属于不予处罚的情形',
    found: `${ages[age]}，${grades[grade]}`,
  }),
})

/** A case is not punished only for a reason that the law names. */
export const isExempt = defineRule({
  id: 'is-exempt',
  title: '不予处罚',
  basis: penalty('第三十三条'),
  inputs: { grade: decided.grade },
  parameters: {},
  decide: ({ grade }) => ({
    isMet: grade === 'exempt',
    wanted: '裁量等次为不予处罚',
    found: grades[grade],
  }),
})

/** Which kinds of penalty entail a hearing. */
export const heavyKinds: readonly (keyof typeof penaltyKinds)[] = ['licence', 'stop', 'detention']

/** The clause that every record of a case stands on. */
export const recordClause = townships.lines(394, 396)

export const caseRules = [
  datesInOrder,
  withinLimitation,
  partyNamed,
  notPunishedTwice,
  numberOnce,
  rightsTold,
  notHeavier,
  reviewedWhereDue,
  discussedWhereDue,
  departureApproved,
  mayBePunished,
  isExempt,
]
