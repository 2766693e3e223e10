import {
  addDays,
  type Case,
  type CaseLimit,
  type Decimal,
  dateOf,
  endOf,
  type IsoDate,
  type IsoInstant,
  isBefore,
  startOf,
} from '@luoshi/kernel'

/** How a duty stands: in time, nearly due, late. */
export type Light = 'green' | 'yellow' | 'red'

/** How the lights read. */
export const lightLabels: Readonly<Record<Light, string>> = {
  green: '正常',
  yellow: '将到期',
  red: '已超期',
}

/** States in which a duty is done, whether or not it has been struck off. */
const DONE = ['settled', 'verified', 'struck']

/** States in which it was never one, or is one no more. */
const DROPPED = ['merged', 'divided', 'dismissed', 'revoked']

/** A duty as those who follow it see it on a day. */
export interface FollowedDuty {
  readonly number: string
  readonly title: string
  /** Id of the unit that has it. */
  readonly unit: string
  readonly state: string
  readonly document: string | null
  readonly clause: string | null
  readonly parent: string | null
  /** Whether a clerk has confirmed it. */
  readonly isConfirmed: boolean
  readonly isDone: boolean
  readonly isDropped: boolean
  /** Null for what is not followed: unconfirmed, done or dropped. */
  readonly light: Light | null
  /** The first day on which something of it is due; null where no limit runs. */
  readonly due: IsoDate | null
  /** When it was to be done, and when it was; null where there is no such day. */
  readonly settling: { readonly due: IsoDate | null; readonly done: IsoInstant | null }
  /** Whether it was, or is, not done in time. */
  readonly isLate: boolean
  /** Per cent, as last reported; 100 once it is done. */
  readonly progress: Decimal
}

/**
 * A duty from its case. Red as soon as a limit has run out, yellow so many days before one does or where none runs though
 * it is under way, green otherwise.
 *
 * @param limits as `dueDatesOf` gives them
 * @param warningDays days before the due date on which it turns yellow
 */
export function followedDuty(
  current: Case,
  limits: readonly CaseLimit[],
  now: IsoInstant,
  warningDays: number,
): FollowedDuty {
  const { data, state, unit } = current
  const isDone = DONE.includes(state)
  const isDropped = DROPPED.includes(state)
  const isConfirmed = state !== 'proposed' && !isDropped
  const running = limits.filter(({ ended }) => ended === null)
  const days = running.flatMap(({ legal }) => (legal.kind === 'due' ? dayOf(legal.due) : []))
  const settling = settlingOf(limits, state, isDone)
  return {
    number: textOf(data['number']) ?? current.id,
    title: textOf(data['title']) ?? '',
    unit,
    state,
    document: textOf(data['document']),
    clause: textOf(data['clause']),
    parent: textOf(data['parent']),
    isConfirmed,
    isDone,
    isDropped,
    light: !isConfirmed || isDone ? null : lightOf(running, now, warningDays),
    due: days.toSorted()[0] ?? null,
    settling,
    isLate: settling.due !== null && !isBefore(settling.done ?? now, startOf(addDays(settling.due, 1))),
    progress: isDone ? '100' : (textOf(data['progress']) ?? '0'),
  }
}

function lightOf(running: readonly CaseLimit[], now: IsoInstant, warningDays: number): Light {
  const ends = running.flatMap(({ legal }) => (legal.kind === 'due' ? endOf(legal.due) : []))
  if (ends.some((end) => !isBefore(now, end))) return 'red'
  const soon = startOf(addDays(dateOf(now), warningDays + 1))
  return ends.length === 0 || ends.some((end) => !isBefore(soon, end)) ? 'yellow' : 'green'
}

/** The limit in which the whole is to be settled: the one that runs, or for what is done or was handed back the last one. */
function settlingOf(limits: readonly CaseLimit[], state: string, isDone: boolean): FollowedDuty['settling'] {
  const own = limits.filter(({ limit }) => limit.startsWith('settle-'))
  const open = own.filter(({ ended }) => ended === null)
  const ended = isDone || state === 'underway' ? own : []
  const last = (open.length > 0 ? open : ended).toSorted(byEnd).at(-1)
  const due = last?.legal.kind === 'due' ? dayOf(last.legal.due) : null
  return { due, done: isDone ? (last?.ended ?? null) : null }
}

function byEnd(one: CaseLimit, other: CaseLimit): number {
  return (one.ended ?? '') < (other.ended ?? '') ? -1 : 1
}

function dayOf(due: string): IsoDate {
  return due.includes('T') ? dateOf(due) : due
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
