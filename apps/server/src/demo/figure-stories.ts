import { findPeriodValue, type Indicator, type Programme, proceduresOf } from '@luoshi/kernel'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const SEED = 2021_0713

/** The appraisal stands in the middle of the demo: its figures are reported by the department whose place visitors take. */
const APPRAISAL = 'appraisal'

/** Every so many indicators one has no figure yet. */
const LEFT_OUT = 6

/** Earliest year for which a gazette that is carried sets targets. */
const FIRST_YEAR = 2021

/** What became of figures, over and over: most are checked, some go back, some wait. */
const courses = ['checked', 'waiting', 'checked', 'returned', 'checked', 'mended', 'waiting'] as const

/** Figures of every programme that measures: most reach their target, some fall short, some are not reported. */
export function figureStories(setting: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  return setting.programmes.flatMap((programme) => {
    const { indicators = [] } = programme
    return indicators.flatMap((indicator, index) =>
      index % LEFT_OUT === LEFT_OUT - 1 ? [] : figureStory(programme, indicator, index, seeded, setting),
    )
  })
}

function figureStory(
  programme: Programme,
  indicator: Indicator,
  index: number,
  seeded: Seeded,
  { today, unitId, holderOf }: DemoSetting,
): readonly DemoStory[] {
  const procedure = proceduresOf(programme).find(({ id }) => id === 'figures')
  const found = firstTarget(indicator, today)
  if (procedure === undefined || found === null) return []
  const reporter = holderOf(programme, procedure.opening.by)
  const checker = holderOf(programme, procedure.states['reported']?.on?.['check']?.by ?? [])
  if (reporter === null) return []
  const value = near(found.figure, indicator.unit, seeded)
  const daysAgo = seeded.between(12, 30)
  const unit = programme.id === APPRAISAL ? null : unitId(indicator.units[0] ?? '')
  const course = checker === null || checker === reporter ? 'waiting' : courses[index % courses.length]
  const source = '部门统计报表'
  const check: DemoStep = { action: 'check', by: checker ?? '', daysAgo: daysAgo - 4 }
  const back: DemoStep = {
    action: 'return',
    by: checker ?? '',
    daysAgo: daysAgo - 3,
    reason: '与统计快报不一致',
  }
  const mend: DemoStep = {
    ...{ action: 'resubmit', by: reporter, daysAgo: daysAgo - 4, input: { value, source: '统计公报' } },
    ...(unit === null ? {} : { at: unit }),
  }
  const steps = {
    checked: [check],
    returned: [back],
    mended: [back, mend, { ...check, daysAgo: daysAgo - 5 }],
    waiting: [],
  }[course ?? 'waiting']
  return [
    {
      programme: programme.id,
      procedure: procedure.id,
      id:
        programme.id === APPRAISAL
          ? `demo-figure-${indicator.id}`
          : `demo-figure-${programme.id}-${indicator.id}`,
      by: reporter,
      ...(unit === null ? {} : { at: unit }),
      daysAgo,
      input: { indicator: indicator.id, period: lastPeriods[indicator.every](found.year), value, source },
      steps,
    },
  ]
}

/** The last period of a year, by how often a figure is owed. */
const lastPeriods = {
  month: (year) => `${year}-12`,
  quarter: (year) => `${year}-Q4`,
  'half-year': (year) => `${year}-H2`,
  year: (year) => year,
} satisfies Record<Indicator['every'], (year: string) => string>

/** The earliest year with a figure to reach, as the gazettes set it; null where only words are set. */
function firstTarget(indicator: Indicator, today: string): { year: string; figure: string } | null {
  for (let year = FIRST_YEAR; year <= Number(today.slice(0, 4)); year++) {
    const target = findPeriodValue(indicator.targets, String(year), today)?.value
    if (target !== undefined && !('words' in target)) return { year: String(year), figure: target.figure }
  }
  return null
}

/** Of these there are whole ones only. */
const COUNTED = /^[户家个件起处所项人次座条辆]$/

/** Per cent of the target between which figures lie: most reach it. */
const MOST_SHORT = 96
const MOST_OVER = 110

/** A figure near its target, with as many digits as the target has, but for one more where it is measured. */
function near(figure: string, unit: string, seeded: Seeded): string {
  if (COUNTED.test(unit))
    return String(Math.round((Number(figure) * seeded.between(MOST_SHORT, MOST_OVER)) / 100))
  const places = (figure.split('.')[1] ?? '').length
  return ((Number(figure) * seeded.between(MOST_SHORT, MOST_OVER)) / 100).toFixed(Math.min(places + 1, 2))
}
