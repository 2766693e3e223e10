import type { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

/** Officers of the demo county, in whose hands most programmes are. */
export const CLERK = 'clerk'
export const DEPARTMENT = 'department'
export const LEADER = 'leader'
export const WINDOW = 'window'
export const TOWNSHIP = 'township'

/** Villages that there are in many a township. */
export const villages = ['上河村', '石门村', '柳树湾村', '东沟村', '西坪村', '南梁村']

/** Makes up what happened in one programme. */
export type Teller = (setting: DemoSetting, seeded: Seeded) => readonly DemoStory[]

/** What happened to one made-up case. */
export interface Told {
  readonly by: string
  readonly at?: string | null
  /** Unit to which it belongs, and in whose place the department acts on it. */
  readonly unit?: string | null
  readonly daysAgo: number
  readonly input: Readonly<Record<string, unknown>>
  readonly steps?: DemoStory['steps']
}

/** A story whose id says its programme, its procedure and its number. */
export function story(programme: string, procedure: string, number: string | number, told: Told): DemoStory {
  const { by, at, unit, daysAgo, input, steps = [] } = told
  const place = unit ?? at
  return {
    programme,
    procedure,
    id: `demo-${programme}-${procedure}-${number}`,
    by,
    ...(at == null ? {} : { at }),
    ...(unit == null ? {} : { unit }),
    daysAgo,
    input,
    steps: steps.map((one) =>
      !('steps' in one) && one.by === DEPARTMENT && place != null ? { ...one, at: place } : one,
    ),
  }
}

/** One thing that is done. */
export function step(
  action: string,
  by: string,
  daysAgo: number,
  input: Readonly<Record<string, unknown>> = {},
  reason?: string,
): DemoStep {
  return { action, by, daysAgo, input, ...(reason === undefined ? {} : { reason }) }
}
