import {
  choice,
  date,
  dateOf,
  defineRule,
  files,
  isAtLeast,
  isAtMost,
  isSameAmount,
  money,
  sumOf,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { cases } from './case-register.ts'
import { cashReasons } from './case-values.ts'
import { compulsion, penalty, platform } from './notices.ts'
import { officersOfCase } from './officers.ts'
import { cashOnSpot, simpleFineCitizen, simpleFineOrganisation } from './parameters.ts'

const today = { [TODAY]: date('今天') }
const { shape } = cases.fields

/** What was told lies after the act was found, and not in the future. */
const toldToday = defineRule({
  id: 'told-today',
  title: '告知日期',
  basis: platform.lines(649),
  inputs: { toldOn: date('告知书送达日期'), foundOn: shape.foundOn, ...today },
  parameters: {},
  decide: (input) => ({
    isMet: input.foundOn <= input.toldOn && input.toldOn <= String(input[TODAY]),
    wanted: `告知在发现（${input.foundOn}）以后，不晚于今天（${input[TODAY]}）`,
    found: input.toldOn,
  }),
})

/** A decision bears the day on which it is made. */
const decidedToday = defineRule({
  id: 'decided-today',
  title: '决定日期',
  basis: platform.lines(649),
  inputs: { decidedOn: date('决定日期'), ...today },
  parameters: {},
  decide: (input) => ({
    isMet: input.decidedOn === input[TODAY],
    wanted: `决定书写作出决定的当日（${input[TODAY]}），不得倒签`,
    found: input.decidedOn,
  }),
})

/** On the spot a decision bears the day of the terminal, which may send it later, and never one in the future. */
const decidedInField = defineRule({
  id: 'decided-in-field',
  title: '当场决定的日期',
  basis: penalty('第五十二条'),
  inputs: {
    decidedOn: date('决定日期'),
    foundOn: shape.foundOn,
    deviceTime: shape.deviceTime,
    ...today,
  },
  parameters: {},
  decide: (input) => {
    const { decidedOn, foundOn, deviceTime } = input
    const isToday = decidedOn === input[TODAY]
    const isOfDevice =
      deviceTime !== undefined && dateOf(deviceTime) === decidedOn && decidedOn <= String(input[TODAY])
    return {
      isMet: (isToday || isOfDevice) && foundOn <= decidedOn,
      wanted: `当场决定写当日（${input[TODAY]}）；现场没有网络、后来上传的，写移动终端记下的当日`,
      found: `${decidedOn}，终端时间${deviceTime ?? '没有'}`,
    }
  },
})

/** The fine of a decision on the spot, with what is owed on top, is paid. */
const paidOnSpotDecision = defineRule({
  id: 'paid-on-spot-decision',
  title: '罚款缴清',
  basis: penalty('第六十七条'),
  inputs: {
    finalFine: money('决定的罚款数额'),
    lateFee: money('加处罚款'),
    paid: money('累计已缴数额'),
    decidedOn: date('决定日期'),
    paidOn: date('缴清日期'),
    ...today,
  },
  parameters: {},
  decide: (input) => {
    const owed = sumOf([input.finalFine, input.lateFee])
    const isDated = input.decidedOn <= input.paidOn && input.paidOn <= String(input[TODAY])
    return {
      isMet: isAtLeast(input.paid, owed) && isDated,
      wanted: `决定以后缴清${owed}元（罚款${input.finalFine}元，加处罚款${input.lateFee}元）`,
      found: `${input.paidOn}累计缴纳${input.paid}元`,
    }
  },
})

/** The chair of a hearing is none of who investigated. */
const chairApart = defineRule({
  id: 'chair-apart',
  title: '听证主持人',
  basis: penalty('第六十四条'),
  inputs: { ...officersOfCase, hearingChair: text('听证主持人（干部编号）') },
  parameters: {},
  decide: ({ officer1, officer2, hearingChair }) => ({
    isMet: hearingChair !== officer1 && hearingChair !== officer2,
    wanted: '听证由非本案调查人员主持',
    found: hearingChair === officer1 || hearingChair === officer2 ? '本案执法人员' : '不是本案执法人员',
  }),
})

/** A hearing is held on the day that was told. */
const hearingHeld = defineRule({
  id: 'hearing-held',
  title: '听证日期',
  basis: penalty('第六十四条'),
  inputs: { hearingOn: date('听证日期'), ...today },
  parameters: {},
  decide: (input) => ({
    isMet: input.hearingOn <= String(input[TODAY]),
    wanted: '在通知的听证日期举行',
    found: `通知的日期是${input.hearingOn}，今天是${input[TODAY]}`,
  }),
})

/** A decision is served after it was made; by electronic means only with signed consent. */
const servedProperly = defineRule({
  id: 'served-properly',
  title: '送达',
  basis: penalty('第六十一条'),
  inputs: {
    decidedOn: date('决定日期'),
    servedOn: date('送达日期'),
    serviceWay: choice('送达方式', {
      handed: '当场交付',
      direct: '直接送达',
      left: '留置送达',
      mail: '邮寄送达',
      electronic: '传真、电子邮件等方式',
      notice: '公告送达',
    }),
    serviceConsent: files('当事人同意电子送达的确认书').optional(),
    ...today,
  },
  parameters: {},
  decide: (input) => {
    const { decidedOn, servedOn, serviceWay, serviceConsent } = input
    if (servedOn < decidedOn || servedOn > String(input[TODAY])) {
      const wanted = `送达在决定（${decidedOn}）之日或者以后，不晚于今天（${input[TODAY]}）`
      return { isMet: false, wanted, found: servedOn }
    }
    const isConsented = serviceWay !== 'electronic' || serviceConsent !== undefined
    return {
      isMet: isConsented,
      wanted: '用传真、电子邮件等方式送达的，当事人同意并签订确认书',
      found: isConsented ? '方式合适' : '没有确认书',
    }
  },
})

/** The fine and what is owed on top of it are paid. */
const paidInFull = defineRule({
  id: 'paid-in-full',
  title: '罚款缴清',
  basis: penalty('第七十二条'),
  inputs: {
    finalFine: money('决定的罚款数额'),
    lateFee: money('加处罚款'),
    paid: money('累计已缴数额'),
    paidOn: date('缴清日期'),
    servedOn: date('送达日期'),
    ...today,
  },
  parameters: {},
  decide: (input) => {
    const { finalFine, lateFee, paid, paidOn, servedOn } = input
    const owed = sumOf([finalFine, lateFee])
    const isDated = servedOn <= paidOn && paidOn <= String(input[TODAY])
    return {
      isMet: isAtLeast(paid, owed) && isDated,
      wanted: `送达以后缴清${owed}元（罚款${finalFine}元，加处罚款${lateFee}元）`,
      found: `${paidOn}累计缴纳${paid}元`,
    }
  },
})

const noFine = defineRule({
  id: 'no-fine',
  title: '没有罚款',
  basis: penalty('第六十六条'),
  inputs: { finalFine: money('决定的罚款数额') },
  parameters: {},
  decide: ({ finalFine }) => ({
    isMet: isSameAmount(finalFine, '0'),
    wanted: '决定没有罚款；有罚款的按缴款办理',
    found: `罚款${finalFine}元`,
  }),
})

/** The court is asked only after the party was urged and ten days went by. */
const urgedLongEnough = defineRule({
  id: 'urged-long-enough',
  title: '催告后仍不履行',
  basis: compulsion('第五十四条'),
  inputs: { urgingDue: date('催告后履行的期限'), ...today },
  parameters: {},
  decide: (input) => ({
    isMet: input.urgingDue < String(input[TODAY]),
    wanted: `催告书送达满期（${input.urgingDue}）以后`,
    found: `今天是${input[TODAY]}`,
  }),
})

/** A file is closed when its decision is public. */
const publishedWhereDue = defineRule({
  id: 'published-where-due',
  title: '处罚决定公开',
  basis: penalty('第四十八条'),
  inputs: { publishedOn: date('公开日期').optional(), age: shape.age },
  parameters: {},
  decide: ({ publishedOn }) => ({
    isMet: publishedOn !== undefined,
    wanted: '处罚决定依法公开以后结案',
    found: publishedOn === undefined ? '没有公开' : `${publishedOn}公开`,
  }),
})

/** On the spot: a warning or a small fine. */
const simpleCeiling = defineRule({
  id: 'simple-ceiling',
  title: '当场处罚的上限',
  basis: penalty('第五十一条'),
  inputs: {
    partyKind: shape.partyKind,
    finalFine: money('决定的罚款数额'),
    simplePenalty: choice('当场处罚的种类', { warning: '警告', fine: '罚款' }),
  },
  parameters: { simpleFineCitizen, simpleFineOrganisation },
  decide: ({ partyKind, finalFine, simplePenalty }, values) => {
    const most = partyKind === 'citizen' ? values.simpleFineCitizen : values.simpleFineOrganisation
    const isFitting = simplePenalty === 'warning' ? isAtMost(finalFine, '0') : isAtMost(finalFine, most)
    return {
      isMet: isFitting,
      wanted: `警告，或者${most}元以下罚款；超过的用普通程序`,
      found: `${simplePenalty === 'warning' ? '警告，' : ''}罚款${finalFine}元`,
    }
  },
})

/** Cash is taken on the spot only where the law lets it. */
const cashAllowed = defineRule({
  id: 'cash-allowed',
  title: '当场收缴罚款',
  basis: penalty('第六十八条'),
  inputs: { finalFine: money('决定的罚款数额'), ...cashReasons },
  parameters: { cashOnSpot },
  decide: ({ finalFine, isHardLater, isRemote }, values) => ({
    isMet: isAtMost(finalFine, values.cashOnSpot) || isHardLater || isRemote,
    wanted: `罚款在${values.cashOnSpot}元以下，或者不当场收缴事后难以执行，或者边远地区当事人提出`,
    found: `罚款${finalFine}元，没有其他情形`,
  }),
})

/** Both rights are told on the spot too. */
const toldOnSpot = defineRule({
  id: 'told-on-spot',
  title: '当场告知',
  basis: penalty('第四十四条'),
  inputs: {
    shownCards: yesNo('已出示执法证件'),
    toldFacts: yesNo('已告知拟处罚的内容及事实、理由、依据'),
    toldRights: yesNo('已告知陈述、申辩等权利'),
  },
  parameters: {},
  decide: ({ shownCards, toldFacts, toldRights }) => ({
    isMet: shownCards && toldFacts && toldRights,
    wanted: '出示证件，告知内容、事实、理由、依据和权利',
    found: `证件${shownCards ? '已' : '未'}出示，事实${toldFacts ? '已' : '未'}告知，权利${toldRights ? '已' : '未'}告知`,
  }),
})

/** Children are not punished on the spot either. */
const notChild = defineRule({
  id: 'not-child',
  title: '不满十四周岁不予处罚',
  basis: penalty('第三十条'),
  inputs: { age: shape.age },
  parameters: {},
  decide: ({ age }) => ({
    isMet: age !== 'child',
    wanted: '当事人已满十四周岁，或者不是公民',
    found: age === 'child' ? '不满十四周岁，应责令监护人管教' : '不属于不予处罚的年龄',
  }),
})

export const stepRules = [
  toldToday,
  decidedToday,
  decidedInField,
  paidOnSpotDecision,
  chairApart,
  hearingHeld,
  servedProperly,
  paidInFull,
  noFine,
  urgedLongEnough,
  publishedWhereDue,
  simpleCeiling,
  cashAllowed,
  toldOnSpot,
  notChild,
]
