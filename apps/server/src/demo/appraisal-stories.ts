import { findPeriodValue, type Indicator } from '@luoshi/kernel'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStory } from './story.ts'

const PROGRAMME = 'appraisal'

const SEED = 2021_0713

/** Year for which the indicators are set. */
const YEAR = '2021'

/** The last period of the year, by how often a figure is owed. */
const lastPeriods = {
  month: `${YEAR}-12`,
  quarter: `${YEAR}-Q4`,
  'half-year': `${YEAR}-H2`,
  year: YEAR,
} satisfies Record<Indicator['every'], string>

/** Every so many indicators one has no figure yet. */
const LEFT_OUT = 6

/** Figures of the year: most reach their target, some fall short, some are not reported. */
export function appraisalStories({ today, programmes }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const { indicators = [] } = programmes.find(({ id }) => id === PROGRAMME) ?? {}
  return indicators.flatMap((indicator, index) => {
    const target = findPeriodValue(indicator.targets, YEAR, today)?.value
    if (target === undefined || 'words' in target || index % LEFT_OUT === LEFT_OUT - 1) return []
    const value = near(target.figure, seeded)
    const period = lastPeriods[indicator.every]
    const story: DemoStory = {
      programme: PROGRAMME,
      procedure: 'figures',
      id: `demo-figure-${indicator.id}`,
      by: 'department',
      daysAgo: seeded.between(3, 30),
      input: { indicator: indicator.id, period, value, source: '部门统计报表' },
      steps: [],
    }
    return [story]
  })
}

/** From a tenth below to a tenth above, with as many digits as the target has, but for one more. */
function near(figure: string, seeded: Seeded): string {
  const places = (figure.split('.')[1] ?? '').length
  return ((Number(figure) * seeded.between(92, 108)) / 100).toFixed(Math.min(places + 1, 2))
}
