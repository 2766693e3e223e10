import {
  addMonths,
  date,
  defineRule,
  differenceOf,
  drawSample,
  fields,
  isAtLeast,
  isAtMost,
  listOf,
  measure,
  productOf,
  type Rule,
  sumOf,
  text,
} from '@luoshi/kernel'
import { evidence, recordedByHand, recordedByMonitor, signedByThree } from './evidence.ts'
import { notice } from './notice.ts'
import {
  leastDepth,
  mostSpacing,
  plannedArea,
  plannedMoney,
  projectTownships,
  restYears,
  samplePercent,
  subsidyRate,
} from './parameters.ts'
import { draws as drawRegister, operators, workRecords } from './registers.ts'

const { shape } = workRecords.fields
const depth = measure('深松深度', '厘米')
const spacing = measure('相邻两铲间距', '厘米')

const { workedOn } = shape

const deepEnough = (found: string, least: string) => ({
  isMet: isAtLeast(found, least),
  wanted: `深松深度不少于${least}厘米`,
  found: `${found}厘米`,
})

const closeEnough = (input: { depth: string; spacing: string }, factor: string) => {
  const most = productOf(input.depth, factor)
  return {
    isMet: isAtMost(input.spacing, most),
    wanted: `相邻两铲间距不超过深度的${factor}倍，即${most}厘米`,
    found: `${input.spacing}厘米`,
  }
}

export const depthReached = defineRule({
  id: 'depth-reached',
  title: '深松深度',
  basis: notice.lines(1857),
  inputs: { depth, workedOn },
  parameters: { leastDepth },
  judgedOn: 'workedOn',
  decide: (input, values) => deepEnough(input.depth, values.leastDepth),
})

export const spacingKept = defineRule({
  id: 'spacing-kept',
  title: '两铲间距',
  basis: notice.lines(1857),
  inputs: { depth, spacing, workedOn },
  parameters: { mostSpacing },
  judgedOn: 'workedOn',
  decide: (input, values) => closeEnough(input, values.mostSpacing),
})

export const checkedDepthReached = defineRule({
  id: 'checked-depth-reached',
  title: '抽查深度',
  basis: notice.lines(1857),
  inputs: { checkedDepth: depth, workedOn },
  parameters: { leastDepth },
  judgedOn: 'workedOn',
  decide: ({ checkedDepth }, values) => deepEnough(checkedDepth, values.leastDepth),
})

export const checkedSpacingKept = defineRule({
  id: 'checked-spacing-kept',
  title: '抽查间距',
  basis: notice.lines(1857),
  inputs: { checkedDepth: depth, checkedSpacing: spacing, workedOn },
  parameters: { mostSpacing },
  judgedOn: 'workedOn',
  decide: ({ checkedDepth, checkedSpacing }, values) =>
    closeEnough({ depth: checkedDepth, spacing: checkedSpacing }, values.mostSpacing),
})

export const inProjectTownship = defineRule({
  id: 'in-project-township',
  title: '项目乡（镇）',
  basis: notice.lines(1869),
  inputs: { township: shape.township, workedOn },
  parameters: { projectTownships },
  judgedOn: 'workedOn',
  decide: ({ township }, values) => ({
    isMet: values.projectTownships.includes(township),
    wanted: `在${values.projectTownships.join('、')}作业`,
    found: township,
  }),
})

export const notRepeated = defineRule({
  id: 'not-repeated',
  title: '同一地块不重复深松',
  basis: notice.lines(1869),
  inputs: {
    workedOn,
    earlierWorks: listOf(
      '该地块已验收的作业',
      fields({ number: text('作业记录编号'), workedOn: date('作业时间') }),
    ),
  },
  parameters: { restYears },
  judgedOn: 'workedOn',
  decide: ({ workedOn, earlierWorks }, values) => {
    const months = values.restYears * 12
    const repeated = earlierWorks.find(
      (earlier) =>
        addMonths(earlier.workedOn, months) >= workedOn && addMonths(workedOn, months) >= earlier.workedOn,
    )
    return {
      isMet: repeated === undefined,
      wanted: `同一地块${values.restYears}年内没有深松过`,
      found: repeated === undefined ? '没有' : `${repeated.workedOn}深松过（${repeated.number}）`,
    }
  },
})

export const notClaimedTwice = defineRule({
  id: 'not-claimed-twice',
  title: '一块地只申领一次',
  basis: notice.lines(1919),
  inputs: {
    pendingClaims: listOf('该地块正在办理的作业记录', fields({ number: text('作业记录编号') })),
  },
  parameters: {},
  decide: ({ pendingClaims }) => ({
    isMet: pendingClaims.length === 0,
    wanted: '该地块没有另一条正在办理的作业记录',
    found: pendingClaims.length === 0 ? '没有' : `有${pendingClaims.map(({ number }) => number).join('、')}`,
  }),
})

export const machineCertified = defineRule({
  id: 'machine-certified',
  title: '机具证书',
  basis: notice.lines(1873),
  inputs: {
    operatorEntries: listOf('作业主体台账', fields({ certificate: operators.fields.shape.certificate })),
  },
  parameters: {},
  decide: ({ operatorEntries: [entry] }) =>
    entry === undefined
      ? { missing: '作业主体的机具证书' }
      : {
          isMet: entry.certificate !== 'none',
          wanted: '机具有推广鉴定证书或试验鉴定证书',
          found: entry.certificate === 'none' ? '没有证书' : '有证书',
        },
})

export const withinPlannedArea = defineRule({
  id: 'within-planned-area',
  title: '作业任务',
  basis: notice.lines(1851),
  inputs: { area: shape.area, acceptedArea: measure('已验收面积', '亩'), workedOn },
  parameters: { plannedArea },
  judgedOn: 'workedOn',
  decide: ({ area, acceptedArea }, values) => {
    const total = sumOf([acceptedArea, area])
    const isMet = isAtMost(total, values.plannedArea)
    const over = isMet ? '' : `，超出${differenceOf(total, values.plannedArea)}亩`
    return {
      isMet,
      wanted: `累计作业面积不超过${values.plannedArea}亩`,
      found: `验收这一条后累计${total}亩${over}`,
    }
  },
})

export const withinPlannedMoney = defineRule({
  id: 'within-planned-money',
  title: '补助资金',
  basis: notice.lines(1851),
  inputs: { area: shape.area, acceptedArea: measure('已验收面积', '亩'), workedOn },
  parameters: { plannedMoney, subsidyRate },
  judgedOn: 'workedOn',
  decide: ({ area, acceptedArea }, values) => {
    const total = productOf(sumOf([acceptedArea, area]), values.subsidyRate)
    const isMet = isAtMost(total, values.plannedMoney)
    const over = isMet ? '' : `，超出${differenceOf(total, values.plannedMoney)}元`
    return {
      isMet,
      wanted: `累计补助金额不超过${values.plannedMoney}元`,
      found: `验收这一条后累计${total}元${over}`,
    }
  },
})

const drawn = {
  number: shape.number,
  draws: listOf(
    '抽查台账',
    fields({
      percent: drawRegister.fields.shape.percent,
      algorithm: drawRegister.fields.shape.algorithm,
      seed: drawRegister.fields.shape.seed,
      population: drawRegister.fields.shape.population,
    }),
  ),
}

/** Draws again from what was recorded and compares: a record is checked if and only if the seed drew it. */
const drawnAgain = (id: string, title: string, isWanted: boolean): Rule =>
  defineRule({
    id,
    title,
    basis: notice.lines(1881),
    inputs: drawn,
    parameters: { samplePercent },
    decide: ({ number, draws: [draw] }, values) => {
      if (draw === undefined) return { missing: '抽查记录' }
      if (!draw.population.includes(number)) {
        return { isMet: false, wanted: '参加了这次抽取', found: `${number}不在抽取名单中` }
      }
      if (!isAtLeast(draw.percent, values.samplePercent)) {
        const wanted = `抽查比例不低于领导小组决定的${values.samplePercent}%`
        return { isMet: false, wanted, found: `${draw.percent}%` }
      }
      const isDrawn = drawSample(draw).includes(number)
      return {
        isMet: isDrawn === isWanted,
        wanted: isWanted ? '由种子抽中' : '没有被种子抽中',
        found: isDrawn ? '重新抽取，抽中' : '重新抽取，没有抽中',
      }
    },
  })

export const drawnBySeed = drawnAgain('drawn-by-seed', '抽中', true)
export const passedOverBySeed = drawnAgain('passed-over-by-seed', '未抽中', false)

export const rules: readonly Rule[] = [
  depthReached,
  spacingKept,
  checkedDepthReached,
  checkedSpacingKept,
  inProjectTownship,
  notRepeated,
  notClaimedTwice,
  machineCertified,
  withinPlannedArea,
  withinPlannedMoney,
  evidence,
  signedByThree,
  recordedByMonitor,
  recordedByHand,
  drawnBySeed,
  passedOverBySeed,
]
