import {
  type Decimal,
  defineIndicator,
  evaluateIndicator,
  evaluationLabels,
  gap,
  type Indicator,
  type IsoDate,
  targetText,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

type Row = readonly [
  line: number,
  id: string,
  title: string,
  operator: 'more-than' | 'at-least',
  figure: string,
  unit: string,
]

// biome-ignore format: one line a target.
const rows: readonly Row[] = [
  [601, 'industry-scale', '专业镇产业规模', 'more-than', '100', '亿元'],
  [603, 'leading-firms', '10亿级龙头企业', 'at-least', '2', '户'],
  [603, 'key-firms', '亿元级重点企业', 'at-least', '3', '户'],
  [603, 'specialised-firms', '省级“专精特新”企业', 'at-least', '2', '户'],
  [607, 'technology-centres', '省、市企业技术中心', 'at-least', '2', '户'],
  [607, 'research-intensity', '龙头企业研发投入强度', 'at-least', '3', '%'],
  [609, 'green-factories', '绿色工厂', 'at-least', '1', '户'],
]

/** The seven figures to be reached by 2025. */
export const indicators: readonly Indicator[] = rows.map(([line, id, title, operator, figure, unit]) => {
  const basis = notice.lines(line)
  return defineIndicator({
    id,
    title,
    basis,
    unit,
    every: 'year',
    units: ['县工业和信息化局'],
    direction: { better: 'more', basis: gap('没有写明越多越好', basis) },
    targets: [{ period: '2025', from: '2023-06-20', value: { operator, figure }, basis }],
  })
})

/** A target with how it stands now. */
export interface TargetStanding {
  readonly title: string
  readonly target: string
  readonly found: Decimal | null
  /** 达到, 未达到 or 不能判定 */
  readonly says: string
}

/** All targets against their current figures. */
export function targetStandings(found: ReadonlyMap<string, Decimal>, on: IsoDate): readonly TargetStanding[] {
  return indicators.map((indicator) => {
    const value = found.get(indicator.id) ?? null
    const [target] = indicator.targets
    return {
      title: indicator.title,
      target: target === undefined ? '' : targetText(indicator, target.value),
      found: value,
      says: evaluationLabels[evaluateIndicator(indicator, '2025', value, on).outcome],
    }
  })
}
