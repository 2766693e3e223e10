import {
  choice,
  type Decimal,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineTextPaper,
  differenceOf,
  fields,
  findValueOn,
  gap,
  type IsoDate,
  longText,
  may,
  measure,
  OPENING,
  type Parameters,
  productOf,
  quotientOf,
  type Ranked,
  ranked,
  sumOf,
  text,
} from '@luoshi/kernel'
import { notice, validity } from './notice.ts'

const basis = notice.lines(543)
const office = may('river-office', 'county')
const leader = may('chief', 'county')

/** Share of the year-end part in the year's result, per cent; the daily part has the rest. */
export const yearEndShare = defineParameter<Decimal>({
  id: 'year-end-share',
  title: '年终考核所占比重',
  unit: '%',
  form: 'decimal',
  values: [],
  gap: gap('日常考核与年终考核相结合，各占多少没有写明', basis),
})

/** What a unit was given: each quarter by the daily part, once by the year-end part. */
export const assessments = defineRegister({
  id: 'assessments',
  title: '河湖长制考核台账',
  basis,
  fields: fields({
    period: text('考核期间', { help: '日常考核填季度，如2021-Q3；年终考核填年度，如2021' }),
    unit: text('被考核单位'),
    body: choice('单位类别', { township: '乡（镇）', department: '部门' }),
    part: choice('考核方式', { daily: '日常考核', 'year-end': '年终考核' }),
    score: measure('得分', '分', { most: '100' }),
    gaps: longText('差距和问题').optional(),
  }),
  key: ['period', 'unit', 'part'],
  access: { read: [office, leader, may('assessed-unit', 'county')], write: [office] },
})

/** What was given to a unit. */
export interface Assessment {
  readonly period: string
  readonly unit: string
  readonly body: 'township' | 'department'
  readonly part: 'daily' | 'year-end'
  readonly score: Decimal
  readonly gaps?: string
}

/** A quarter's circular: every unit by its place, and what it lacks. */
export function quarterCircular(
  assessments: readonly Assessment[],
  quarter: string,
): { readonly ranking: readonly Ranked<Assessment>[]; readonly text: string } {
  const own = assessments.filter(({ period, part }) => period === quarter && part === 'daily')
  const ranking = ranked(own, ({ score }) => score).ranked
  const rows = ranking.map(
    ({ place, item }) =>
      `第${place}名：${item.unit}，${item.score}分${item.gaps === undefined ? '' : `，${item.gaps}`}`,
  )
  return { ranking, text: rows.length === 0 ? '本季度没有考核结果。' : `${rows.join('；')}。` }
}

/** A township's year: the mean of its quarters, its year-end part, and both together. */
export interface YearResult {
  readonly unit: string
  readonly daily: Decimal | null
  readonly yearEnd: Decimal | null
  /** To two places; null where one of them, or the weight of them, is missing. */
  readonly total: Decimal | null
}

/** Townships by their year; those that lack a part, and all of them while no weight is set, stand without a place. */
export function yearRanking(
  assessments: readonly Assessment[],
  year: string,
  on: IsoDate,
  set: Parameters = {},
): { readonly ranked: readonly Ranked<YearResult>[]; readonly unranked: readonly YearResult[] } {
  const share = findValueOn<Decimal>(set[yearEndShare.id] ?? yearEndShare, on)?.value ?? null
  const own = assessments.filter(({ body, period }) => body === 'township' && period.startsWith(year))
  const results = [...Map.groupBy(own, ({ unit }) => unit)].map(([unit, given]) =>
    yearResult(unit, given, share),
  )
  return ranked(results, ({ total }) => total)
}

function yearResult(unit: string, given: readonly Assessment[], share: Decimal | null): YearResult {
  const quarters = given.filter(({ part }) => part === 'daily').map(({ score }) => score)
  const yearEnd = given.find(({ part }) => part === 'year-end')?.score ?? null
  const daily = quarters.length === 0 ? null : quotientOf(sumOf(quarters), String(quarters.length), 2)
  if (daily === null || yearEnd === null || share === null) return { unit, daily, yearEnd, total: null }
  const weighed = sumOf([productOf(yearEnd, share), productOf(daily, differenceOf('100', share))])
  return { unit, daily, yearEnd, total: quotientOf(weighed, '100', 2) }
}

export const circulars = defineRegister({
  id: 'assessment-circulars',
  title: '河湖长制考核通报台账',
  basis,
  fields: fields({
    period: text('考核期间'),
    ranking: longText('考核结果'),
    demand: longText('整改要求').optional(),
  }),
  key: ['period'],
  access: { read: [office, leader, may('assessed-unit', 'county')], write: [office] },
})

export const circular = defineProcedure({
  id: 'assessment-circular',
  title: '河湖长制考核通报',
  basis,
  ...validity,
  register: circulars.id,
  subject: circulars.fields,
  access: { read: circulars.access.read },
  lookups: {},
  opening: { title: '起草', by: [office], basis },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待签发',
      on: {
        edit: {
          title: '修改',
          to: 'drafted',
          by: [office],
          basis,
          input: fields({
            ranking: circulars.fields.shape.ranking.optional(),
            demand: circulars.fields.shape.demand,
          }),
        },
        issue: {
          title: '签发',
          to: 'issued',
          by: [leader],
          basis,
          notByWhoDid: [OPENING, 'edit'],
          papers: ['assessment-circular'],
        },
      },
    },
    issued: { title: '已通报', final: 'completed', on: {} },
  },
  limits: {},
})

export const circularPaper = defineTextPaper({
  id: 'assessment-circular',
  title: '河湖长制考核情况通报',
  basis,
  register: circulars.id,
  head: 'red',
  issuer: '{@county}河长制办公室',
  addressee: '各乡（镇）人民政府，县河湖长制成员单位',
  body: [
    { text: '现将{period}河湖长制考核情况通报如下：' },
    { level: 1, text: '考核结果' },
    { text: '{ranking}' },
    { level: 1, text: '整改要求', when: { field: 'demand' } },
    { text: '{demand}', when: { field: 'demand' } },
  ],
  annexes: [],
  copies: [],
})
