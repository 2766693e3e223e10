import type { Case } from '../procedure/case.ts'
import type { IsoDate } from '../time/calendar.ts'
import { type Campaign, findPhase } from './campaign.ts'

/** How a unit stands in a campaign. */
export interface UnitStanding {
  readonly unit: string
  /** Problems of the unit that were found and not dismissed. */
  readonly found: number
  /** Not struck off yet. */
  readonly open: number
  readonly struck: number
  /** Of those struck off, looked at again and held. */
  readonly held: number
  /** Came back after they had been struck off, and are open now. */
  readonly relapsed: number
  /** Open, and past their own deadline or the end of the phase. */
  readonly late: number
}

/** Where the problems of a campaign go as the kernel has it. */
const usual: NonNullable<Campaign['counts']> = {
  open: ['found', 'listed', 'fixed'],
  struck: ['struck', 'held'],
}

/** Counts a campaign's problems by unit, units in the order of their ids. */
export function campaignStanding(
  campaign: Campaign,
  problems: readonly Case[],
  on: IsoDate,
): readonly UnitStanding[] {
  const end = findPhase(campaign, campaign.endsWith)?.until ?? null
  const { counts = usual } = campaign
  const counted = new Set([...counts.open, ...counts.struck])
  const byUnit = Map.groupBy(
    problems.filter(({ procedure, state }) => procedure === campaign.id && counted.has(state)),
    ({ unit }) => unit,
  )
  return [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, ofUnit]) => {
      const open = ofUnit.filter(({ state }) => counts.open.includes(state))
      const struck = ofUnit.filter(({ state }) => counts.struck.includes(state))
      return {
        unit,
        found: ofUnit.length,
        open: open.length,
        struck: struck.length,
        held: struck.filter(({ state }) => state === 'held').length,
        relapsed: open.filter(({ doneBy }) => doneBy['relapse'] !== undefined).length,
        late: open.filter((problem) => isLate(problem, end, on)).length,
      }
    })
}

function isLate({ data, state }: Case, end: IsoDate | null, on: IsoDate): boolean {
  if (end !== null && end < on) return true
  // What has been fixed waits for others.
  const deadline = data['deadline']
  return state !== 'fixed' && typeof deadline === 'string' && deadline < on
}
