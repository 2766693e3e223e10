import {
  choice,
  count,
  date,
  defineRule,
  fields,
  listOf,
  longText,
  ruleOfAll,
  text,
  yesNo,
} from '@luoshi/kernel'
import { handedInFields } from './applications.ts'
import { environment, licensing, wutaiPackage, wuzhaiPackage } from './bases.ts'
import { materialFields, specialKinds } from './guides.ts'

/** 二十日：行政许可法第四十二条 */
export const LEGAL_DAYS = 20
/** 四十五日：几个部门统一办理、联合办理、集中办理的 */
export const JOINT_DAYS = 45

const inForce = listOf(
  '现行的办事指南',
  fields({
    item: text('事项名称'),
    situation: text('办理情形'),
    legalDays: count('法定办结时限', '个工作日'),
    promisedDays: count('承诺办结时限', '个工作日'),
    canPromise: yesNo('可以告知承诺办理'),
    materials: listOf('申请材料', materialFields),
    jointFirst: text('第一会办部门').optional(),
    special: listOf('不计入期限的程序', choice('程序', specialKinds)),
  }),
)

const materials = listOf('申请材料', handedInFields)

/** What an application says of limits and parts is what the guide says: one source. */
export const asTheGuideSays = defineRule({
  id: 'as-the-guide-says',
  title: '与现行办事指南一致',
  basis: licensing.publicity,
  inputs: {
    guideInForce: inForce,
    itemName: text('事项名称'),
    legalDays: count('法定办结时限', '个工作日'),
    promisedDays: count('承诺办结时限', '个工作日'),
    isJoint: yesNo('几个部门联合办理'),
    isPromise: yesNo('按告知承诺办理'),
    isInspected: yesNo('需要检验、检测、检疫'),
    isHeard: yesNo('决定前告知听证权利'),
    materials,
  },
  parameters: {},
  decide: (application) => {
    const { guideInForce, itemName, legalDays, promisedDays, isJoint, isPromise } = application
    const { isInspected, isHeard, materials: given } = application
    const [guide] = guideInForce
    if (guide === undefined || guideInForce.length > 1) {
      return { isMet: false, wanted: '有一份现行的办事指南', found: `有${guideInForce.length}份` }
    }
    const names = new Set(given.map(({ name }) => name))
    const off = [
      ...(itemName === guide.item ? [] : [`事项名称为“${guide.item}”`]),
      ...(legalDays === guide.legalDays ? [] : [`法定办结时限为${guide.legalDays}个工作日`]),
      ...(promisedDays === guide.promisedDays ? [] : [`承诺办结时限为${guide.promisedDays}个工作日`]),
      ...(isJoint === (guide.jointFirst !== undefined) ? [] : ['联合办理与指南相同']),
      ...(isPromise && !guide.canPromise ? ['不按告知承诺办理'] : []),
      ...(isInspected === guide.special.includes('inspection') ? [] : ['检验、检测、检疫与指南相同']),
      ...(isHeard === guide.special.includes('hearing') ? [] : ['听证与指南相同']),
      ...guide.materials
        .filter(({ name, isRequired }) => isRequired && !names.has(name))
        .map(({ name }) => `列出${name}`),
      ...given
        .filter(({ name }) => !guide.materials.some((material) => material.name === name))
        .map(({ name }) => `不收指南以外的${name}`),
      ...promisedBeyond(guide.materials, given),
    ]
    return {
      isMet: off.length === 0,
      wanted: off.length === 0 ? '与办事指南一致' : off.join('，'),
      found: off.length === 0 ? '一致' : '与办事指南不同',
    }
  },
})

function promisedBeyond(
  known: readonly { readonly name: string; readonly canBePromised: boolean }[],
  given: readonly { readonly name: string; readonly state: string }[],
): string[] {
  return given
    .filter(
      ({ name, state }) =>
        state === 'promise' && !known.some((one) => one.name === name && one.canBePromised),
    )
    .map(({ name }) => `${name}不能以承诺代替`)
}

/** An application is accepted when everything is there. */
export const materialsComplete = defineRule({
  id: 'materials-complete',
  title: '申请材料齐全',
  basis: licensing.intake,
  inputs: { materials },
  parameters: {},
  decide: ({ materials: given }) => {
    const missing = given.filter(({ state }) => state === 'missing').map(({ name }) => name)
    return {
      isMet: missing.length === 0,
      wanted: '申请材料齐全',
      found: missing.length === 0 ? '齐全' : `缺${missing.join('、')}`,
    }
  },
})

/** Results on a promise go where they are checked afterwards, others do not. */
export const onPromise = promised('on-promise', '按告知承诺办理', true)
export const notOnPromise = promised('not-on-promise', '不是告知承诺办理', false)

function promised(id: string, title: string, wanted: boolean) {
  return defineRule({
    id,
    title,
    basis: environment.promise,
    inputs: { isPromise: yesNo('按告知承诺办理') },
    parameters: {},
    decide: ({ isPromise }) => ({
      isMet: isPromise === wanted,
      wanted: title,
      found: isPromise ? '按告知承诺办理' : '不是告知承诺办理',
    }),
  })
}

/** A site check is made by two officers or more. */
export const twoCheckers = defineRule({
  id: 'two-checkers',
  title: '两名以上工作人员核查',
  basis: licensing.examination,
  inputs: { checkers: listOf('核查人员', text('姓名')) },
  parameters: {},
  decide: ({ checkers }) => byTwo(checkers, '核查'),
})

/** An inspection too. */
export const twoInspectors = defineRule({
  id: 'two-inspectors',
  title: '两名以上工作人员检验、检测、检疫',
  basis: licensing.inspection,
  inputs: { inspectors: listOf('检验、检测、检疫人员', text('姓名')) },
  parameters: {},
  decide: ({ inspectors }) => byTwo(inspectors, '检验、检测、检疫'),
})

function byTwo(people: readonly string[], what: string) {
  const different = new Set(people).size
  return { isMet: different >= 2, wanted: `两名以上工作人员${what}`, found: `${different}名` }
}

/** What is announced to end ends after it began. */
export const specialEndsLater = defineRule({
  id: 'special-ends-later',
  title: '预计结束日期不早于今日',
  basis: licensing.outsideClock,
  inputs: { specialUntil: date('预计结束日期'), today: date('今日') },
  parameters: {},
  decide: ({ specialUntil, today }) => ({
    isMet: specialUntil >= today,
    wanted: `预计结束日期不早于${today}`,
    found: specialUntil,
  }),
})

/** Nothing that has to be inspected is granted without. */
export const inspectionMade = defineRule({
  id: 'inspection-made',
  title: '依法需要的检验、检测、检疫已经做了',
  basis: licensing.inspection,
  inputs: {
    isInspected: yesNo('需要检验、检测、检疫'),
    inspectors: listOf('检验、检测、检疫人员', text('姓名')).optional(),
  },
  parameters: {},
  decide: ({ isInspected, inspectors = [] }) => ({
    isMet: !isInspected || inspectors.length > 0,
    wanted: '先指派人员检验、检测、检疫',
    found: inspectors.length > 0 ? '已经指派' : isInspected ? '还没有指派' : '不需要',
  }),
})

/** Nothing that touches others’ weighty interests is granted before they were told that they may be heard. */
export const hearingTold = defineRule({
  id: 'hearing-told',
  title: '已经告知听证权利',
  basis: licensing.hearing,
  inputs: {
    isHeard: yesNo('决定前告知听证权利'),
    hearingConcern: longText('涉及的重大利益').optional(),
  },
  parameters: {},
  decide: ({ isHeard, hearingConcern }) => ({
    isMet: !isHeard || hearingConcern !== undefined,
    wanted: '先告知申请人、利害关系人听证权利',
    found: hearingConcern !== undefined ? '已经告知' : isHeard ? '还没有告知' : '不需要',
  }),
})

/** A hearing is held on its day, not before. */
export const hearingDayCame = defineRule({
  id: 'hearing-day-came',
  title: '到了通知的听证日期',
  basis: licensing.hearingOrder,
  inputs: { hearingOn: date('听证日期'), today: date('今日') },
  parameters: {},
  decide: ({ hearingOn, today }) => ({
    isMet: today >= hearingOn,
    wanted: `在通知的${hearingOn}举行`,
    found: `今日是${today}`,
  }),
})

/** A county promises at most what the law allows. */
export const guideWithinLaw = defineRule({
  id: 'guide-within-law',
  title: '时限不超过法定',
  basis: licensing.limits,
  inputs: {
    legalDays: count('法定办结时限', '个工作日'),
    promisedDays: count('承诺办结时限', '个工作日'),
    jointFirst: text('第一会办部门').optional(),
  },
  parameters: {},
  decide: ({ legalDays, promisedDays, jointFirst }) => {
    const most = jointFirst === undefined ? LEGAL_DAYS : JOINT_DAYS
    return {
      isMet: legalDays > 0 && legalDays <= most && promisedDays > 0 && promisedDays <= legalDays,
      wanted: `法定办结时限不超过${most}个工作日，承诺办结时限不超过法定`,
      found: `法定${legalDays}个工作日，承诺${promisedDays}个工作日`,
    }
  },
})

const isRatable = yesNo('可以评价')

/** 所有事项可评价 */
export const guideRatable = ruleOfAll({
  id: 'guide-ratable',
  title: '所有事项可评价',
  basis: wutaiPackage.lines(787),
  rules: [
    ratableBy('guide-ratable-wutai', wutaiPackage.lines(787)),
    ratableBy('guide-ratable-wuzhai', wuzhaiPackage.lines(2603)),
  ],
})

function ratableBy(id: string, basis: ReturnType<typeof wutaiPackage.lines>) {
  return defineRule({
    id,
    title: '事项可以评价',
    basis,
    inputs: { isRatable },
    parameters: {},
    decide: ({ isRatable: is }) => ({ isMet: is, wanted: '事项可以评价', found: is ? '可以' : '不可以' }),
  })
}
