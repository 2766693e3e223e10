import type { LimitStanding } from '@luoshi/client'

/** How a standing reads: word, shape, and the class that gives its colour. */
export interface StandingWords {
  readonly word: string
  readonly shape: string
  readonly tone: 'well' | 'soon' | 'late' | 'stopped' | 'unknown'
}

/** State is told by word and shape and colour, never by colour alone. */
export const standingWords = {
  running: { word: '正常', shape: '●', tone: 'well' },
  soon: { word: '将到期', shape: '▲', tone: 'soon' },
  late: { word: '已超期', shape: '■', tone: 'late' },
  stopped: { word: '中止', shape: '◐', tone: 'stopped' },
  ended: { word: '已办结', shape: '✓', tone: 'well' },
  endedLate: { word: '超期办结', shape: '✓', tone: 'late' },
  unknown: { word: '不能判定', shape: '○', tone: 'unknown' },
} satisfies Record<LimitStanding, StandingWords>

/** The worst first: what a list shows of a case with several limits. */
const ORDER: readonly LimitStanding[] = [
  'late',
  'soon',
  'running',
  'stopped',
  'unknown',
  'endedLate',
  'ended',
]

const ENDED: readonly LimitStanding[] = ['ended', 'endedLate']

/** What a case is judged by: how it ended, and its limits. */
interface Limited<Limit> {
  readonly closed: string | null
  readonly limits: readonly Limit[]
}

/** The limit of which a list tells: the one that needs attention first. What a case has behind it says nothing of it. */
export function foremost<Limit extends { readonly standing: LimitStanding }>({
  closed,
  limits,
}: Limited<Limit>): Limit | undefined {
  const order = closed === null ? ORDER.filter((standing) => !ENDED.includes(standing)) : ORDER
  return order.flatMap((standing) => limits.filter((limit) => limit.standing === standing))[0]
}
