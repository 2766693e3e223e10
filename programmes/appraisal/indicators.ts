import { defineIndicator, gap, type Indicator, type PeriodValue } from '@luoshi/kernel'
import { adjustment, assessment, YEAR, YEAR_BEGINS } from './notices.ts'
import { type PrintedRow, printedRows } from './printed-rows.ts'

/** Weights that the adjustment changes, by indicator: before, after. No other weight is printed. */
const CHANGED_WEIGHTS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'manufacturing-share-rise': ['5', '4'],
  'fixed-investment-growth': ['5', '4'],
  'high-tech-firms': ['5', '4'],
  'primary-investment-growth': ['3', '2'],
}

/** The date of the adjustment: from then on the year is assessed by the new weights. */
export const ADJUSTED_ON = '2021-08-17'

/** Added by the adjustment. */
const serviceGrowth = defineIndicator({
  id: 'service-growth',
  title: '服务业增加值增速',
  basis: adjustment.lines(326),
  unit: '%',
  every: 'year',
  units: ['县发展和改革局'],
  direction: { better: 'more', basis: gap('没有写明越高越好', adjustment.lines(326)) },
  targets: [
    {
      period: YEAR,
      from: ADJUSTED_ON,
      value: { operator: null, figure: '10' },
      basis: adjustment.lines(326),
    },
  ],
  weights: [{ period: YEAR, from: ADJUSTED_ON, value: '4', basis: adjustment.lines(326) }],
  open: [gap('新增指标的监测周期没有写明，按年度', adjustment.lines(326))],
})

/** The 31 indicators of the table in their 37 rows, and the one that was added. */
export const indicators: readonly Indicator[] = [...printedRows.map(indicatorFrom), serviceGrowth]

function indicatorFrom(row: PrintedRow): Indicator {
  const { line, category, number, partOf, id, title, unit, by, every, better } = row
  const basis = assessment.lines(line)
  return defineIndicator({
    id,
    title,
    basis,
    number,
    ...(partOf === undefined ? {} : { partOf }),
    category,
    unit,
    every,
    units: [by],
    direction: { better, basis: gap('表中没有写明越高越好还是越低越好', basis) },
    ...targetOf(row),
    ...weightsOf(id),
  })
}

function targetOf({ target, line }: PrintedRow): Pick<Indicator, 'targets' | 'gap'> {
  const basis = assessment.lines(line)
  if (target === null) return { targets: [], gap: gap('待省政府明确市任务后另行下达', basis) }
  const value = target.startsWith('>')
    ? ({ operator: 'more-than', figure: target.slice(1) } as const)
    : { operator: null, figure: target }
  return { targets: [{ period: YEAR, from: YEAR_BEGINS, value, basis }] }
}

function weightsOf(id: string): { weights?: readonly PeriodValue<string>[] } {
  const changed = CHANGED_WEIGHTS[id]
  if (changed === undefined) return {}
  const [before, after] = changed
  const basis = adjustment.lines(328, 330)
  return {
    weights: [
      { period: YEAR, from: YEAR_BEGINS, value: before, basis },
      { period: YEAR, from: ADJUSTED_ON, value: after, basis },
    ],
  }
}
