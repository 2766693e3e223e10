import { defineIndicator, figuresOf, gap, type Indicator, may } from '@luoshi/kernel'
import { notice, office, readers, validity } from './notice.ts'

type Row = readonly [id: string, title: string, figure: string]

const rows: readonly Row[] = [
  ['thin-tape', '45毫米以下“瘦身胶带”封装比例', '95'],
  ['transfer-bags', '可循环中转袋使用率', '91'],
  ['no-second-packaging', '电商不再二次包装率', '93'],
  ['recycling-boxes', '标准化网点包装废弃物回收箱设置率', '100'],
]

/** The four shares that couriers must reach. The text gives no year: they are held to from its day on. */
export const indicators: readonly Indicator[] = rows.map(([id, title, figure]) =>
  defineIndicator({
    id,
    title,
    basis: notice.lines(844),
    unit: '%',
    every: 'year',
    units: ['邮政五台县分公司'],
    direction: { better: 'more', basis: notice.lines(844) },
    targets: ['2021', '2022', '2023'].map((period) => ({
      period,
      from: validity.validFrom,
      value: { operator: 'at-least', figure },
      basis: notice.lines(844),
    })),
  }),
)

/** How their figures are reported and checked. */
export const figures = figuresOf({
  ...validity,
  basis: gap('快递各项比例由谁填报、谁审核没有写明', notice.lines(844)),
  indicators,
  reports: [may('department', 'unit')],
  checks: [office],
  reads: readers,
})
