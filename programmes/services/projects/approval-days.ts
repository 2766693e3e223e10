import { addDays, type Calendar, findDay, isWorkedOn } from '@luoshi/kernel'

/** One approval of a project: from its acceptance to its decision. */
export interface ProjectApproval {
  readonly name: string
  readonly acceptedOn: string
  readonly decidedOn: string
}

/** What all approvals of a project took together. */
export type ApprovalTotal =
  | {
      readonly kind: 'counted'
      /** Working days on which at least one approval ran; the day of acceptance does not count. */
      readonly days: number
      readonly most: number
      readonly isExceeded: boolean
    }
  /** A day of which the calendar does not know whether it was worked on. */
  | { readonly kind: 'unknown'; readonly day: string }

/** The whole approval time of a project: days on which several approvals ran side by side count once. */
export function approvalTotal(
  approvals: readonly ProjectApproval[],
  calendar: Calendar,
  most: number,
): ApprovalTotal {
  const counted = new Set<string>()
  for (const { acceptedOn, decidedOn } of approvals) {
    for (let day = addDays(acceptedOn, 1); day <= decidedOn; day = addDays(day, 1)) {
      const found = findDay(calendar, day)
      if (found === null) return { kind: 'unknown', day }
      if (isWorkedOn(found.kind)) counted.add(day)
    }
  }
  return { kind: 'counted', days: counted.size, most, isExceeded: counted.size > most }
}
