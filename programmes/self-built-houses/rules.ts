import { choice, defineRule, longText, type Rule } from '@luoshi/kernel'
import {
  acceptance,
  businessSurvey,
  certificate,
  conclusion,
  conclusions,
  grade,
  offences,
  unlawful,
  use,
  uses,
} from './house-register.ts'
import { notice } from './notice.ts'
import { place, places } from './places.ts'
import { measureField, type measures, measures as measureTitles } from './values.ts'

/** At business premises, what concerns the business is written down too. */
export const businessSurveyed = defineRule({
  id: 'business-surveyed',
  title: '经营场所安全情况已填写',
  basis: notice.lines(1450),
  inputs: { use, ...businessSurvey },
  parameters: {},
  decide: (house) => {
    const asked = {
      经营许可办理情况: house.permits,
      消防设施: house.isFireFit,
      疏散通道和安全出口: house.areExitsClear,
      电气和燃气: house.isWiringFit,
      瓶装液化气: house.usesBottledGas,
    }
    const missing = Object.entries(asked).flatMap(([label, value]) => (value === undefined ? [label] : []))
    const isMet = house.use !== 'business' || missing.length === 0
    return {
      isMet,
      wanted: '经营性自建房同时填写经营场所安全情况',
      found: isMet ? '不缺内容' : `没有填写${missing.join('、')}`,
    }
  },
})

/** Business premises are of a kind that business is carried on in, others are not. */
export const placeFitsUse = defineRule({
  id: 'place-fits-use',
  title: '用途与房屋类别相符',
  basis: notice.lines(1446),
  inputs: { use, place },
  parameters: {},
  decide: (house) => ({
    isMet: house.use !== 'business' || house.place !== 'home',
    wanted: '经营性自建房写明用于经营的场所类型',
    found: places[house.place] ?? house.place,
  }),
})

/** What the table says is to be done, and nothing else, is done. */
const measureRule = (measure: keyof typeof measures): Rule =>
  defineRule({
    id: `measure-is-${measure}`,
    title: measureTitles[measure],
    basis: notice.lines(1472, 1474),
    inputs: { measure: measureField },
    parameters: {},
    decide: (input) => ({
      isMet: input.measure === measure,
      wanted: `按判定应当${measureTitles[input.measure]}`,
      found: `要办的是${measureTitles[measure]}`,
    }),
  })

const measureIds = Object.keys(measureTitles) as (keyof typeof measures)[]
export const measureRules: readonly Rule[] = measureIds.map(measureRule)

/** Whether a house holds a certificate of its safety. */
export const certificateHeld = defineRule({
  id: 'certificate-held',
  title: '取得房屋安全鉴定合格证明',
  basis: notice.lines(1492),
  inputs: { certificate, conclusion },
  parameters: {},
  decide: (house) => ({
    isMet: house.certificate === 'held',
    wanted: '办理经营许可、开展经营前取得房屋安全鉴定合格证明',
    found: house.certificate === 'held' ? '已取得' : `没有取得，鉴定结论是“${conclusions[house.conclusion]}”`,
  }),
})

/** Offences that are unlawful building or unlawful approval; whether others are is not said. */
const barring: readonly string[] = ['unapproved', 'extended', 'approved']

/** Whether nothing unlawful bars a house from business. */
export const lawful = defineRule({
  id: 'lawful',
  title: '没有违法建设、违法违规审批问题',
  basis: notice.lines(1498),
  inputs: { unlawful: unlawful.optional() },
  parameters: {},
  decide: (house) => {
    if (house.unlawful === undefined) return { missing: '违法违规情况（还没有排查）' }
    const found = house.unlawful.filter((one) => barring.includes(one)).map((one) => offences[one])
    return {
      isMet: found.length === 0,
      wanted: '存在违法建设、违法违规审批问题的不得用于经营',
      found: found.length === 0 ? '没有发现' : found.join('、'),
    }
  },
})

/** Whether what had to be mended was accepted: what was judged severe, or was not fit by its appraisal. */
export const remedyAccepted = defineRule({
  id: 'remedy-accepted',
  title: '没有未验收的整治',
  basis: notice.lines(1472, 1480),
  inputs: { grade: grade.optional(), conclusion, acceptance },
  parameters: {},
  decide: (house) => {
    const isAsked = house.grade === 'severe' || ['repair', 'collapse'].includes(house.conclusion)
    const isMet = !isAsked || house.acceptance === 'passed'
    return {
      isMet,
      wanted: '完成整治验收前一律不得用于经营',
      found: isMet ? (isAsked ? '整治已验收合格' : '没有需要整治的隐患') : '整治还没有验收',
    }
  },
})

/** An appraisal that finds a house wanting says what is to be mended. */
export const demandsGiven = defineRule({
  id: 'demands-given',
  title: '鉴定提出整治要求',
  basis: notice.lines(1476, 1480),
  inputs: { conclusion, demands: longText('整治要求').optional() },
  parameters: {},
  decide: (input) => {
    const isMet =
      input.conclusion !== 'none' && (input.conclusion === 'qualified' || input.demands !== undefined)
    return {
      isMet,
      wanted: '写明鉴定结论，不合格的提出整治要求',
      found: isMet ? '已写明' : `鉴定结论是“${conclusions[input.conclusion]}”，没有整治要求`,
    }
  },
})

const ofUse = (id: string, wantedUse: keyof typeof uses, wanted: string, line: number): Rule =>
  defineRule({
    id,
    title: wanted,
    basis: notice.lines(line),
    inputs: { use },
    parameters: {},
    decide: (house) => ({ isMet: house.use === wantedUse, wanted, found: uses[house.use] }),
  })

export const acceptedByHousing = ofUse(
  'accepted-by-housing',
  'business',
  '住建部门验收的是经营性自建房',
  1486,
)
export const acceptedByTownship = ofUse(
  'accepted-by-township',
  'other',
  '乡（镇）政府或者社区验收的是其他自建房',
  1486,
)
export const isBusiness = ofUse('is-business', 'business', '准予经营的是经营性自建房', 1480)
export const isOther = ofUse('is-other', 'other', '建立房屋安全档案的是其他自建房', 1474)

/** Where the appraisal found a house fit, and it was never thought gravely unsafe, nothing is to be mended. */
export const nothingToMend = defineRule({
  id: 'nothing-to-mend',
  title: '鉴定合格，不需要整治',
  basis: notice.lines(1476),
  inputs: { conclusion },
  parameters: {},
  decide: (house) => ({
    isMet: house.conclusion === 'qualified',
    wanted: '鉴定合格的才不需要整治',
    found: conclusions[house.conclusion],
  }),
})

/** Causes of danger, each with the measures that the plan has for it. */
export const causes = {
  collapse: '结构倒塌风险、危及公共安全',
  defect: '设计施工缺陷',
  general: '一般安全隐患',
  slope: '建房切坡造成的地质灾害隐患',
} as const

export const remedies = {
  stop: '停用疏散、封闭处置、现场排险',
  demolish: '依法拆除',
  reinforce: '除险加固',
  restrict: '限制用途',
  mend: '落实责任和措施，限期整治',
  engineering: '地质灾害工程治理',
  relocate: '避让搬迁',
} as const

const fitting: Readonly<Record<keyof typeof causes, readonly (keyof typeof remedies)[]>> = {
  collapse: ['stop', 'demolish'],
  defect: ['reinforce', 'restrict'],
  general: ['mend'],
  slope: ['engineering', 'relocate'],
}

export const cause = choice('隐患类别', causes)
export const remedy = choice('整治措施', remedies)

/** A house is mended as its kind of danger has it. */
export const remedyFits = defineRule({
  id: 'remedy-fits',
  title: '分类整治',
  basis: notice.lines(1482, 1484),
  inputs: { cause, remedy },
  parameters: {},
  decide: (input) => ({
    isMet: fitting[input.cause].includes(input.remedy),
    wanted: `${causes[input.cause]}的采取${fitting[input.cause].map((one) => remedies[one]).join('、')}`,
    found: remedies[input.remedy],
  }),
})

export const houseRules: readonly Rule[] = [
  placeFitsUse,
  businessSurveyed,
  ...measureRules,
  certificateHeld,
  lawful,
  remedyAccepted,
  demandsGiven,
  acceptedByHousing,
  acceptedByTownship,
  isBusiness,
  isOther,
  nothingToMend,
  remedyFits,
]
