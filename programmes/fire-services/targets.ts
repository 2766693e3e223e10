import { conflict, defineIndicator, figuresOf, gap, type Indicator, type Operator } from '@luoshi/kernel'
import { brigade, committee, government, ofMembers, plan, scheme, validity } from './notices.ts'

type Row = readonly [
  line: number,
  category: string,
  id: string,
  title: string,
  operator: Operator | null,
  figure: string,
  unit: string,
  better: 'more' | 'less',
  isBinding: boolean,
  baseline: string | null,
]

const safety = '消防安全形势'
const strength = '综合应急救援力量'
const support = '综合保障能力'
const surroundings = '消防安全软环境'

// biome-ignore format: one line a row, as in 表3.
const rows: readonly Row[] = [
  [649, safety, 'deaths', '年度十万人火灾死亡率', 'at-most', '0.1', '人/十万人', 'less', true, '0.44'],
  [650, safety, 'fires', '万人火灾发生率', 'at-most', '1.4', '%', 'less', false, '16.57'],
  [651, safety, 'losses', '亿元GDP火灾损失率', 'at-most', '0.01', '元', 'less', false, '0.022'],
  [652, strength, 'firefighters', '专职消防人员占全县总人口比例', 'at-least', '0.25', '%', 'more', false, '0.10'],
  [653, strength, 'township-brigades', '乡镇消防队达标率', null, '100', '%', 'more', false, '50'],
  [654, support, 'stations', '新增消防站数量', null, '3', '个', 'more', false, '1'],
  [655, support, 'vehicles', '新增消防车辆', null, '10', '辆', 'more', false, '4'],
  [656, surroundings, 'knowledge', '消防常识知晓率', null, '90', '%', 'more', true, null],
  [657, surroundings, 'volunteers', '消防宣传志愿者队伍建设', null, '0.35', '万人', 'more', false, '0.1'],
  [658, '其他', 'plans-revised', '消防专项规划修编完成率', null, '100', '%', 'more', true, '0'],
]

const numbers = ['1', '2', '3', '4', '6', '7', '8', '9', '10', '11']

const questions: Readonly<Record<string, Indicator['open']>> = {
  firefighters: [
    conflict(
      '占全县总人口0.25%，按100220人算是251人，而“十四五”期间政府专职消防员补充至45人',
      plan.lines(652),
      plan.lines(734),
    ),
  ],
  fires: [gap('“万人火灾发生率”的单位印作%，与起/万人不符', plan.lines(650))],
}

const brigadeUnit = ['县消防救援大队']

/** The 10 main indicators of 表3, with what they were when the plan began. */
const planIndicators: readonly Indicator[] = rows.map(
  ([line, category, id, title, operator, figure, unit, better, isBinding, baseline], index) => {
    const basis = plan.lines(line)
    const open = questions[id]
    return defineIndicator({
      id,
      title,
      basis,
      number: numbers[index] ?? '',
      category,
      isBinding,
      unit,
      every: 'year',
      units: brigadeUnit,
      direction: { better, basis: operator === null ? gap('表中没有写明越高越好', basis) : basis },
      targets: [{ period: '2025', from: '2022-12-02', value: { operator, figure }, basis }],
      ...(baseline === null ? {} : { baseline: { title: '“十三五”时期基础值', figure: baseline, basis } }),
      ...(open === undefined ? {} : { open }),
    })
  },
)

type SchemeRow = readonly [
  line: number,
  id: string,
  title: string,
  operator: Operator | null,
  figure: string,
  unit: string,
  better: 'more' | 'less',
  isBinding: boolean,
]

// biome-ignore format: one line a row, as in the table.
const schemeRows: readonly SchemeRow[] = [
  [1167, 'unit-deaths', '年均十万人口单位火灾死亡率', 'at-most', '0.10', '人/十万人', 'less', true],
  [1168, 'unit-fires', '万人单位火灾发生率', 'at-most', '1.40', '起/万人', 'less', false],
  [1169, 'unit-losses', '亿元GDP单位火灾损失率', 'at-most', '4500', '元', 'less', false],
  [1170, 'firefighter-share', '专职消防人员占全省人口比例', null, '0.40', '‰', 'more', false],
  [1171, 'station-share', '十万人拥有消防站', 'at-least', '0.79', '个', 'more', false],
]

/** The 5 main indicators of the scheme. */
const schemeIndicators: readonly Indicator[] = schemeRows.map(
  ([line, id, title, operator, figure, unit, better, isBinding], index) => {
    const basis = scheme.lines(line)
    return defineIndicator({
      id,
      title,
      basis,
      number: `方案${index + 1}`,
      category: '实施方案主要指标',
      isBinding,
      unit,
      every: 'year',
      units: brigadeUnit,
      direction: { better, basis: operator === null ? gap('表中没有写明越高越好', basis) : basis },
      targets: [{ period: '2025', from: '2022-12-03', value: { operator, figure }, basis }],
    })
  },
)

export const indicators = [...planIndicators, ...schemeIndicators]

/** Figures year by year, reported by the brigade and checked by the committee's office. */
export const figures = figuresOf({
  ...validity,
  basis: gap('指标数据由谁填报、谁审核没有写明', plan.lines(819)),
  indicators,
  reports: [brigade],
  checks: [committee],
  reads: [ofMembers, government],
})
