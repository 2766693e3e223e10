import {
  type Decimal,
  defineIndicator,
  gap,
  type Indicator,
  type Operator,
  productOf,
  quotientOf,
} from '@luoshi/kernel'
import { plan2021, plan2022, plan2023 } from './notices.ts'

/** What a figure counts: all there are, or those that are new in the year. */
export type Counted = 'all' | 'new'

/** A figure that a plan sets, as it is printed. */
export interface PlanTarget {
  readonly year: '2021' | '2022' | '2023'
  /** Number of the measure; null for the plan as a whole. */
  readonly item: number | null
  readonly line: number
  readonly id: string
  readonly title: string
  readonly figure: string
  readonly unit: string
  readonly by: string
  /** As printed: 以上, 突破; null for the figure alone. */
  readonly operator: Operator | null
  readonly counted: Counted | null
  /** What the text leaves open about it. */
  readonly open?: string
  /** The text lists them by name and prints no figure: it is counted from the names, and no indicator. */
  readonly isCountedFromNames?: true
}

const target = (
  year: PlanTarget['year'],
  item: number | null,
  line: number,
  id: string,
  title: string,
  figure: string,
  unit: string,
  by: string,
  more: Partial<Pick<PlanTarget, 'operator' | 'counted' | 'open' | 'isCountedFromNames'>> = {},
): PlanTarget => ({ year, item, line, id, title, figure, unit, by, operator: null, counted: null, ...more })

const least = { operator: 'at-least' } as const
const isRange = { operator: 'at-least', open: '原文是2-3场，按至少2场' } as const
const all = { counted: 'all' } as const
const named = { isCountedFromNames: true } as const

// biome-ignore format: one line a figure.
export const planTargets: readonly PlanTarget[] = [
  target('2021', null, 535, 'value-added-2021', '服务业增加值', '37.41', '亿元', '县发展和改革局', { operator: 'more-than' }),
  target('2021', 2, 545, 'rural-car-fairs', '汽车下乡活动', '2', '场', '县商务局', isRange),
  target('2021', 2, 545, 'car-shows', '汽车展销活动', '2', '场', '县商务局', isRange),
  target('2021', 3, 549, 'old-for-new-sellers', '开展以旧换新的家电家具家装销售企业', '6', '户', '县商务局'),
  target('2021', 6, 557, 'best-of-food', '“四个五”评选项目', '20', '项', '县商务局', named),
  target('2021', 8, 563, 'service-centres', '社区便民服务中心', '5', '个', '县商务局', named),
  target('2021', 10, 571, 'housekeepers-retrained', '在岗家政人员“回炉”培训', '100', '名', '县商务局', least),
  target('2021', 10, 571, 'housekeepers-sent', '家政服务人员输出', '20', '名', '县商务局'),
  target('2021', 14, 587, 'tourism-projects', '文旅康养项目', '9', '个', '县文化和旅游局', named),
  target('2021', 15, 589, 'red-tourism-bases', '红色旅游实践教育基地', '3', '个', '县文化和旅游局', named),
  target('2021', 20, 609, 'old-age-communities', '养老示范社区', '1', '个', '县民政局'),
  target('2021', 20, 609, 'old-age-organisations', '社区养老服务组织', '2', '个', '县民政局'),
  target('2021', 21, 615, 'skilled-workers', '技能人员占从业人员比例', '25', '%', '县人力资源和社会保障局'),
  target('2021', 21, 615, 'highly-skilled-workers', '高技能人才占技能人员比例', '30', '%', '县人力资源和社会保障局'),
  target('2021', 28, 645, 'province-technology-centres', '省级企业技术中心', '1', '户', '县工业和信息化局'),
  target('2021', 28, 645, 'city-technology-centres', '市级企业技术中心', '4', '户', '县工业和信息化局'),
  target('2021', 28, 645, 'research-spending', '规上工业企业研发投入增长', '25', '%', '县工业和信息化局'),
  target('2021', 29, 647, 'pilot-bases', '中试基地', '2', '个', '县教育科技局', { ...least, counted: 'new' }),
  target('2021', 29, 647, 'technology-firms', '科技成果转化示范企业', '4', '家', '县教育科技局', least),
  target('2021', 29, 647, 'technology-bases', '科技成果转化示范基地', '1', '家', '县教育科技局'),
  target('2021', 40, 691, 'herb-fields', '道地中药材良种繁育基地', '500', '亩', '县农业农村局'),
  target('2021', 40, 691, 'orchards', '水果新优品种示范基地', '300', '亩', '县农业农村局'),
  target('2021', 40, 691, 'seedling-fields', '集约化育苗场', '500', '平方米', '县农业农村局', { counted: 'new' }),
  target('2021', 40, 691, 'good-crop-seed', '农作物良种覆盖率', '90', '%', '县农业农村局', least),
  target('2021', 40, 691, 'good-breeds', '畜禽良种覆盖率', '78', '%', '县农业农村局'),
  target('2021', 40, 693, 'mechanised-area', '农作物全程机械化作业面积', '15', '万亩', '县农业农村局', least),
  target('2021', 40, 693, 'mechanised-share', '农作物耕种收综合机械化率', '70', '%', '县农业农村局'),
  target('2021', 41, 697, 'e-commerce-towns', '农村电商强镇', '2', '个', '县农业农村局'),
  target('2021', 45, 713, 'smart-factories', '智能工厂和数字化车间', '3', '户', '县工业和信息化局'),
  target('2021', 45, 713, 'smart-mines', '智能化示范煤矿', '1', '座', '县工业和信息化局', least),
  target('2021', 45, 715, 'smart-faces', '智能化采掘工作面', '1', '处', '县工业和信息化局'),
  target('2022', 2, 322, 'maker-spaces', '市级众创空间', '2', '家', '县教育科技局', all),
  target('2022', 2, 322, 'star-farms', '市级星创天地', '2', '家', '县教育科技局', all),
  target('2022', 4, 330, 'high-tech-firms-2022', '高新技术企业', '4', '家', '县教育科技局', all),
  target('2022', 11, 354, 'listed-firms', '“晋兴板”挂牌企业', '1', '户', '县发展研究中心', least),
  target('2022', 14, 371, 'base-stations', '5G基站', '56', '座', '县工业和信息化局', { ...least, counted: 'new' }),
  target('2022', 17, 384, 'e-villages', '乡村e镇', '1', '个', '县工业和信息化局', { open: '原文是两年内1个' }),
  target('2022', 22, 406, 'entrusted-fields', '农业生产托管面积', '23', '万亩', '县农业农村局'),
  target('2022', 23, 408, 'province-family-farms', '省级示范家庭农场', '2', '家', '县农业农村局', { open: '“以上”是否也指省级没有写明' }),
  target('2022', 23, 408, 'city-family-farms', '市级示范家庭农场', '4', '家', '县农业农村局', least),
  target('2022', 23, 408, 'city-cooperatives', '市级合作社示范社', '4', '个', '县农业农村局', { counted: 'new' }),
  target('2022', 42, 478, 'registered-nurseries', '托育机构备案数', '2', '家', '县卫生健康和体育局'),
  target('2022', 42, 478, 'model-nurseries', '示范托育机构', '2', '个', '县卫生健康和体育局', least),
  target('2023', 9, 1577, 'sports-parks', '体育公园', '1', '个', '县卫生健康和体育局'),
  target('2023', 13, 1591, 'public-nurseries', '示范性公办综合托育机构', '1', '所', '县卫生健康和体育局'),
]

const plans = { '2021': plan2021, '2022': plan2022, '2023': plan2023 }
const issued = { '2021': '2021-07-13', '2022': '2022-09-09', '2023': '2023-08-29' }

/** The figures as indicators by year. */
export const indicators: readonly Indicator[] = planTargets
  .filter(({ isCountedFromNames }) => isCountedFromNames !== true)
  .map(({ year, item, line, id, title, figure, unit, by, operator, open }) => {
    const basis = plans[year].lines(line)
    return defineIndicator({
      id,
      title,
      basis,
      ...(item === null ? {} : { number: String(item) }),
      category: `${year}年行动计划`,
      unit,
      every: 'year',
      units: [by],
      direction: { better: 'more', basis: gap('没有写明越多越好', basis) },
      targets: [{ period: year, from: issued[year], value: { operator, figure }, basis }],
      ...(open === undefined ? {} : { open: [gap(open, basis)] }),
    })
  })

/** A row of a year's target sheet. */
export interface TargetRow {
  readonly item: number | null
  readonly indicator: string
  readonly value: string
  readonly unit: string
  /** ≥, >, 累计 or 新增, as printed; empty for the figure alone. */
  readonly comparator: string
  readonly year: string
}

const signs: Readonly<Record<Operator, string>> = {
  'at-least': '≥',
  'more-than': '>',
  'at-most': '≤',
  'less-than': '<',
  exactly: '=',
}

const countedLabels: Readonly<Record<Counted, string>> = { all: '累计', new: '新增' }

/** All figures of a year's plan, as a sheet. */
export function targetSheet(year: PlanTarget['year']): readonly TargetRow[] {
  return planTargets
    .filter((one) => one.year === year)
    .map(({ item, title, figure, unit, operator, counted }) => ({
      item,
      indicator: title,
      value: figure,
      unit,
      comparator: `${counted === null ? '' : countedLabels[counted]}${operator === null ? '' : signs[operator]}`,
      year,
    }))
}

/** How far a figure of a plan has come. */
export interface TargetProgress extends TargetRow {
  /** As reported; null where nothing was. */
  readonly found: Decimal | null
  /** Per cent to one place; more than 100 where it is past the target. */
  readonly percent: Decimal | null
}

/**
 * The sheet of a year's figures with what was reported and how far that is.
 *
 * @param found by the figure's id
 */
export function progressSheet(
  year: PlanTarget['year'],
  found: ReadonlyMap<string, Decimal>,
): readonly TargetProgress[] {
  const ids = planTargets.filter((one) => one.year === year).map(({ id }) => id)
  return targetSheet(year).map((row, index) => {
    const value = found.get(ids[index] ?? '') ?? null
    const percent = value === null ? null : quotientOf(productOf(value, '100'), row.value, 1)
    return { ...row, found: value, percent }
  })
}
