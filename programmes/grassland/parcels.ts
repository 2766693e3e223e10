import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineValueRule,
  fields,
  gap,
  isAtLeast,
  longText,
  measure,
  text,
  yesNo,
} from '@luoshi/kernel'
import { forestry, notice, readers, township, validity } from './notice.ts'

const surveying = notice.lines(3101)
const protecting = notice.lines(3103)

export const landUses = {
  grazing: '放牧、割草',
  enclosed: '禁牧封育',
  ecological: '生态保护',
  tourism: '生态旅游',
  construction: '工程建设',
  mining: '矿藏开采',
  cultivation: '开垦种植',
  other: '其他',
} as const

const area = measure('面积', '亩')
const use = choice('用途', landUses)
const coverage = measure('综合植被盖度', '%', { most: '100' })
const isBasic = yesNo('基本草原')

/** What the survey asks of each parcel. */
const survey = {
  region: text('分布区域'),
  ecology: longText('生态功能'),
  resources: longText('生物资源'),
  kind: text('草地类型'),
  degradation: choice('退化程度', { none: '未退化', light: '轻度', moderate: '中度', heavy: '重度' }),
  grade: text('草地等级'),
  coverage,
  grassCover: measure('草原植被覆盖率', '%', { most: '100' }),
  services: longText('草原生态服务功能'),
}

/** 草原管理基本档案 */
export const parcels = defineRegister({
  id: 'parcels',
  title: '草原管理基本档案',
  basis: surveying,
  fields: fields({
    number: text('地块编号'),
    name: text('地块名称'),
    area,
    use,
    ...survey,
    isBasic,
    isReserve: yesNo('在草原保护区或者森林界线内'),
    surveyedOn: date('调查日期'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [forestry] },
  open: [gap('草地等级、退化程度分几级没有写明，退化程度按通常的四级', surveying)],
})

const newArea = measure('变更后面积', '亩')
const newUse = choice('变更后用途', landUses)
const newCoverage = measure('变更后综合植被盖度', '%', { most: '100' })
const keepsFunction = yesNo('功能不降低')

/** Neither smaller nor worse, put to no other use, of no less function. */
export const basicKept = defineRule({
  id: 'basic-kept',
  title: '基本草原保护',
  basis: protecting,
  inputs: { isBasic, area, use, coverage, newArea, newUse, newCoverage, keepsFunction },
  parameters: {},
  decide: (input) => {
    const wanted = '基本草原的面积、质量、功能不低于划定时，用途不变'
    if (!input.isBasic) return { isMet: true, wanted, found: '不是基本草原' }
    const wrong = [
      ...(isAtLeast(input.newArea, input.area) ? [] : [`面积由${input.area}亩减为${input.newArea}亩`]),
      ...(isAtLeast(input.newCoverage, input.coverage)
        ? []
        : [`盖度由${input.coverage}%降为${input.newCoverage}%`]),
      ...(input.newUse === input.use ? [] : [`用途由${landUses[input.use]}改为${landUses[input.newUse]}`]),
      ...(input.keepsFunction ? [] : ['功能降低']),
    ]
    return { isMet: wrong.length === 0, wanted, found: wrong.length === 0 ? '都保持' : wrong.join('、') }
  },
})

/** No trees on grassland that is basic, protected, or bounds a forest. */
export const plantingAllowed = defineRule({
  id: 'planting-allowed',
  title: '草原上植树',
  basis: notice.lines(3117),
  inputs: { isBasic, isReserve: yesNo('在草原保护区或者森林界线内') },
  parameters: {},
  decide: (input) => ({
    isMet: !input.isBasic && !input.isReserve,
    wanted: '不在基本草原、草原保护区、森林界线内',
    found: input.isBasic ? '基本草原' : input.isReserve ? '草原保护区或者森林界线内' : '都不在',
  }),
})

export const newAreaRule = defineValueRule({
  id: 'area-changed',
  title: '变更后面积',
  basis: surveying,
  gives: area,
  inputs: { newArea },
  parameters: {},
  decide: (input) => ({ value: input.newArea, because: '变更登记' }),
})
export const newUseRule = defineValueRule({
  id: 'use-changed',
  title: '变更后用途',
  basis: surveying,
  gives: use,
  inputs: { newUse },
  parameters: {},
  decide: (input) => ({ value: input.newUse, because: '变更登记' }),
})
export const newCoverageRule = defineValueRule({
  id: 'coverage-changed',
  title: '变更后综合植被盖度',
  basis: surveying,
  gives: coverage,
  inputs: { newCoverage },
  parameters: {},
  decide: (input) => ({ value: input.newCoverage, because: '变更登记' }),
})

/** A basic grassland is not struck off. */
export const notBasic = defineRule({
  id: 'not-basic',
  title: '基本草原不注销',
  basis: protecting,
  inputs: { isBasic },
  parameters: {},
  decide: (input) => ({
    isMet: !input.isBasic,
    wanted: '不是基本草原',
    found: input.isBasic ? '基本草原' : '不是基本草原',
  }),
})

/** A parcel surveyed, monitored, registered, marked as basic, changed. */
export const keeping = defineProcedure({
  id: 'keeping',
  title: '草原地块管理',
  basis: notice.lines(3101, 3117),
  ...validity,
  register: parcels.id,
  subject: parcels.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '建档', by: [forestry], basis: surveying },
  initial: 'filed',
  states: {
    filed: {
      title: '在册',
      rests: true,
      on: {
        monitor: {
          title: '登记监测',
          to: 'filed',
          by: [forestry],
          basis: surveying,
          input: fields({
            monitoring: choice('监测类别', {
              base: '草原基况监测',
              yearly: '年度动态监测',
              ecology: '生态评价监测',
              emergency: '应急监测',
            }),
            monitoredOn: date('监测日期'),
            monitored: longText('监测结果'),
          }),
        },
        certify: {
          title: '确权登记颁证',
          to: 'filed',
          by: [forestry],
          basis: protecting,
          input: fields({
            owner: text('所有权人'),
            user: text('使用权、承包经营权人（单位）').optional(),
            certificate: text('证书编号'),
          }),
        },
        delimit: {
          title: '划定为基本草原',
          to: 'filed',
          by: [forestry],
          basis: protecting,
          input: fields({ isBasic, delimitedOn: date('划定日期') }),
        },
        change: {
          title: '提出变更',
          to: 'proposed',
          by: [forestry],
          basis: protecting,
          needsReason: true,
          input: fields({ newArea, newUse, newCoverage, keepsFunction }),
          gates: [basicKept.id],
        },
        strike: {
          title: '注销',
          to: 'struck',
          by: [forestry],
          basis: surveying,
          needsReason: true,
          gates: [notBasic.id],
        },
        plant: {
          title: '同意植树造林',
          to: 'filed',
          by: [forestry],
          basis: notice.lines(3117),
          input: fields({ planting: longText('植树造林安排') }),
          gates: [plantingAllowed.id],
        },
        graze: {
          title: '登记禁牧休牧轮牧巡查',
          to: 'filed',
          by: [forestry, township],
          basis: protecting,
          input: fields({ patrolledOn: date('巡查日期'), grazing: longText('超载过牧、违规放牧情况') }),
        },
      },
    },
    proposed: {
      title: '变更待核定',
      on: {
        confirm: {
          title: '核定变更',
          to: 'filed',
          by: [forestry],
          basis: protecting,
          notByWhoDid: ['change'],
          input: fields({ area, use, coverage }),
          computes: { area: newAreaRule.id, use: newUseRule.id, coverage: newCoverageRule.id },
        },
        return: { title: '不予变更', to: 'filed', by: [forestry], basis: protecting, needsReason: true },
      },
    },
    struck: { title: '已注销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const parcelsByKind = defineTally({
  id: 'parcels-by-kind',
  title: '草原统计',
  basis: surveying,
  register: parcels.id,
  by: [{ kind: 'field', field: 'kind' }],
  columns: [
    { id: 'parcels', title: '地块', states: ['filed'] },
    { id: 'area', title: '面积（亩）', sums: 'area', states: ['filed'] },
    { id: 'basic', title: '基本草原（亩）', sums: 'area', states: ['filed'], where: { isBasic: ['true'] } },
    {
      id: 'heavy',
      title: '重度退化（亩）',
      sums: 'area',
      states: ['filed'],
      where: { degradation: ['heavy'] },
    },
  ],
})
