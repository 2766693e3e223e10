import type { LimitStanding, LimitView } from '@luoshi/client'
import { endDayText } from '../words/dates.ts'
import { standingWords } from '../words/standing.ts'

/** How a limit stands, in word, shape and colour. */
export function Standing({ standing }: { readonly standing: LimitStanding }) {
  const { word, shape, tone } = standingWords[standing]
  return (
    <span className={`standing ${tone}`}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  )
}

/** Of these the word of the standing has said all. */
const saidByStanding: readonly LimitStanding[] = ['stopped', 'ended', 'endedLate']

/**
 * Beside the standing, what is left of a limit and when it ends: 剩 3 个工作日（9月22日 星期三 到期）. How it was counted
 * shows on hover.
 */
export function Remaining({
  limit,
  isShort = false,
}: {
  readonly limit: LimitView
  readonly isShort?: boolean
}) {
  const { remaining, legal, target, next, standing } = limit
  if (saidByStanding.includes(standing)) return null
  const counted = target?.due === next ? target : legal
  const isRunning = ['running', 'soon', 'late'].includes(standing)
  return (
    <span className="remaining" title={counted.explanation}>
      {remaining}
      {next !== null && isRunning && !isShort && (
        <span className="secondary">（{endDayText(next)} 到期）</span>
      )}
    </span>
  )
}
