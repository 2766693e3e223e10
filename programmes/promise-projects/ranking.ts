import type { Case } from '@luoshi/kernel'
import { startUp } from './project.ts'

/** How far a project has come, and its place among all of a quarter. */
export interface RankedProject {
  readonly place: number
  readonly number: string
  readonly name: string
  /** As a user reads it: 待供地 */
  readonly state: string
  /** Days from its being listed to its latest step. */
  readonly days: number
}

/** In which order a project passes its states. */
const order = Object.keys(startUp.states)

/** Projects that stood in a quarter's last state of affairs, furthest first; among equals the quicker. Ended ones are left out. */
export function rankedProjects(
  projects: readonly Pick<Case, 'state' | 'data' | 'opened' | 'latest'>[],
): readonly RankedProject[] {
  const titles: Readonly<Record<string, { readonly title: string }>> = startUp.states
  const standing = projects
    .filter(({ state }) => state !== 'cancelled')
    .map((current) => ({ current, step: order.indexOf(current.state), days: daysOf(current) }))
    .sort((a, b) => b.step - a.step || a.days - b.days)
  return standing.map(({ current, step, days }) => {
    const ahead = standing.filter((other) => other.step > step || (other.step === step && other.days < days))
    return {
      place: ahead.length + 1,
      number: String(current.data['number']),
      name: String(current.data['name']),
      state: titles[current.state]?.title ?? current.state,
      days,
    }
  })
}

const DAY = 86_400_000

function daysOf({ opened, latest }: Pick<Case, 'opened' | 'latest'>): number {
  return Math.floor((Date.parse(latest) - Date.parse(opened)) / DAY)
}
