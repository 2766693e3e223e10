import {
  birthDayIn,
  choice,
  compareDecimals,
  count,
  date,
  daysBetween,
  defineValueRule,
  differenceOf,
  isAtLeast,
  isAtMost,
  money,
  productOf,
  quotientOf,
  sumOf,
  yesNo,
} from '@luoshi/kernel'
import { aboutProposal, ages, cases, decided, publicParty } from './case-register.ts'
import { heavyKinds, proposalInputs, proposalWords } from './case-rules.ts'
import { penalty, threeSystems } from './notices.ts'
import {
  ageOfMajority,
  agesOfChildren,
  largeFineCitizen,
  largeFineOrganisation,
  lateRate,
} from './parameters.ts'

const { shape } = cases.fields

/** How old a citizen was when the act ended, from the id number. */
export const ageAtAct = defineValueRule({
  id: 'age-at-act',
  title: '违法时的年龄',
  basis: penalty('第三十条'),
  gives: choice('当事人年龄', ages),
  inputs: {
    partyKind: shape.partyKind,
    idNumber: shape.idNumber,
    actOn: shape.actOn,
    actUntil: shape.actUntil,
  },
  parameters: { agesOfChildren, ageOfMajority },
  judgedOn: 'actOn',
  decide: ({ partyKind, idNumber, actOn, actUntil = actOn }, values) => {
    if (partyKind === 'organisation') return { value: 'none' as const, because: '当事人不是公民' }
    if (idNumber === undefined) return { missing: '公民身份号码' }
    const born = birthDayIn(idNumber)
    const age = yearsBetween(born, actUntil)
    const value: keyof typeof ages =
      age < values.agesOfChildren ? 'child' : age < values.ageOfMajority ? 'minor' : 'adult'
    return { value, because: `${actUntil}时${age}周岁` }
  },
})

/** Whole years from a birthday to a day. */
export function yearsBetween(born: string, on: string): number {
  const hadBirthday = on.slice(5) >= born.slice(5)
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1)
}

/** Whether a hearing must be offered: heavy kinds of penalty, large fines and confiscations. */
export const hearingDue = defineValueRule({
  id: 'hearing-due',
  title: '听证权利',
  basis: penalty('第六十三条'),
  gives: decided.mustHear,
  inputs: {
    partyKind: shape.partyKind,
    penaltyKinds: decided.penaltyKinds,
    fine: decided.fine,
    confiscated: decided.confiscated,
  },
  parameters: { largeFineCitizen, largeFineOrganisation },
  decide: ({ partyKind, penaltyKinds, fine, confiscated }, values) => {
    const large = partyKind === 'citizen' ? values.largeFineCitizen : values.largeFineOrganisation
    const isHeavy = penaltyKinds.some((kind) => heavyKinds.includes(kind))
    const isLarge = isAtLeast(fine, large) || isAtLeast(confiscated, large)
    const because = isHeavy
      ? '处罚种类属于应当告知听证权利的'
      : `罚款${fine}元、没收${confiscated}元，较大数额为${large}元`
    return { value: isHeavy || isLarge ? ('yes' as const) : ('no' as const), because }
  },
})

/** Whether the decision must pass legal review. */
export const reviewDue = defineValueRule({
  id: 'review-due',
  title: '应当法制审核',
  basis: penalty('第五十八条'),
  gives: decided.mustReview,
  inputs: {
    touchesPublicInterest: decided.touchesPublicInterest,
    isComplicated: decided.isComplicated,
    isReviewNamedByLaw: decided.isReviewNamedByLaw,
  },
  parameters: {},
  decide: ({ touchesPublicInterest, isComplicated, isReviewNamedByLaw }) => {
    const reasons = [
      ...(touchesPublicInterest ? ['涉及重大公共利益'] : []),
      ...(isComplicated ? ['疑难复杂、涉及多个法律关系'] : []),
      ...(isReviewNamedByLaw ? ['法律、法规规定的其他情形'] : []),
    ]
    return {
      value: reasons.length > 0 ? ('yes' as const) : ('no' as const),
      because: reasons.length > 0 ? reasons.join('、') : '没有应当审核的情形（经听证的另行判定）',
    }
  },
})

/** On which proposal something was given. */
export const proposalInWords = defineValueRule({
  id: 'proposal-in-words',
  title: '当时的处罚意见',
  basis: penalty('第五十七条'),
  gives: aboutProposal,
  inputs: proposalInputs,
  parameters: {},
  decide: (input) => ({ value: proposalWords(input), because: '按提出的处罚意见' }),
})

/** What is owed on top of the fine for paying late: so many per cent a day, never more than the fine. */
export const lateFee = defineValueRule({
  id: 'late-fee',
  title: '加处罚款',
  basis: penalty('第七十二条'),
  gives: money('加处罚款'),
  inputs: {
    finalFine: money('决定的罚款数额'),
    payDue: date('缴款期限'),
    paidOn: date('缴清日期'),
    stayedDays: count('复议、诉讼期间的天数', '日'),
  },
  parameters: { lateRate },
  judgedOn: 'paidOn',
  decide: (input, values) => {
    const { finalFine, paidOn, stayedDays, payDue } = input
    const days = Math.max(0, (paidOn > payDue ? daysBetween(payDue, paidOn) : 0) - stayedDays)
    const perDay = quotientOf(productOf(finalFine, values.lateRate), '100', 6)
    const reckoned = quotientOf(productOf(perDay, String(days)), '1', 2)
    const isCapped = compareDecimals(reckoned, finalFine) > 0
    const because = `${finalFine}元×${values.lateRate}%×${days}日${isCapped ? `=${reckoned}元，以罚款数额为限` : ''}`
    return { value: isCapped ? finalFine : reckoned, because }
  },
})

/** What is still owed. */
export function owedOf(fine: string, fee: string, paid: string): string {
  return differenceOf(sumOf([fine, fee]), paid)
}

/** Whether nothing is owed any more. */
export function isPaid(fine: string, fee: string, paid: string): boolean {
  return isAtMost(owedOf(fine, fee, paid), '0')
}

/** The party as the public sees it: an organisation by name, an adult by surname, a minor not at all. */
export const shownParty = defineValueRule({
  id: 'shown-party',
  title: '公示的当事人',
  basis: threeSystems,
  gives: publicParty,
  inputs: {
    partyKind: shape.partyKind,
    person: shape.person,
    organisation: shape.organisation,
    age: choice('当事人年龄', ages),
  },
  parameters: {},
  decide: ({ partyKind, person, organisation, age }) => {
    if (partyKind === 'organisation') {
      return organisation === undefined
        ? { missing: '当事人名称' }
        : { value: organisation, because: '法人或者其他组织公示名称' }
    }
    if (age === 'minor' || age === 'child') {
      return { value: '未成年人', because: '未成年人不公示姓名', basis: penalty('第四十八条') }
    }
    const [surname = ''] = person ?? ''
    return surname === ''
      ? { missing: '当事人姓名' }
      : { value: `${surname}某`, because: '公民公示时隐去名字' }
  },
})

/** Whether cash may be taken on the spot. */
export const cashReasons = {
  isHardLater: yesNo('不当场收缴事后难以执行'),
  isRemote: yesNo('边远、水上、交通不便地区，当事人向指定银行缴纳确有困难，经当事人提出'),
}

export const caseValues = [ageAtAct, hearingDue, reviewDue, proposalInWords, lateFee, shownParty]
