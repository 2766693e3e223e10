import type { PhaseView } from '@luoshi/client'

/** Where a phase stands on a day; one without any date stands nowhere. */
export function phaseStanding(
  { from, until }: Pick<PhaseView, 'from' | 'until'>,
  on: string,
): PhaseView['standing'] {
  if (from === null && until === null) return 'undated'
  if (from !== null && on < from) return 'coming'
  return until !== null && until < on ? 'over' : 'running'
}
