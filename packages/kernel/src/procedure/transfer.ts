import type { Basis } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isStanding, nameOn, parentOn } from '../unit/unit.ts'
import { isWithin, type UnitTree } from '../unit/unit-tree.ts'

/** Among which units a receiver is chosen: those below the case's own, those beside it, or any of the county. */
export type TransferRange = 'below' | 'beside' | 'county'

/** How the ranges read. */
export const transferRangeLabels: Readonly<Record<TransferRange, string>> = {
  below: '下级机构',
  beside: '同级机构',
  county: '本县机构',
}

/**
 * To which unit a case is given: the one above, the one from which it came, the one that a field of the case names, as the
 * place in which something lies does, or one that is chosen in a field.
 */
export type Transfer =
  | { readonly to: 'above'; readonly basis: Basis }
  | {
      readonly to: 'sender'
      /** The unit that has the case keeps it where no other ever gave it. */
      readonly mayKeep?: true
      readonly basis: Basis
    }
  | { readonly to: 'named'; readonly field: string; readonly basis: Basis }
  | {
      readonly to: 'chosen'
      /** The field of the action's input that holds the unit. */
      readonly field: string
      readonly among: TransferRange
      /** The unit that has the case may be chosen too, and keeps it: who found a problem is told to mend it. */
      readonly mayKeep?: true
      readonly basis: Basis
    }

/** What a transfer depends on besides its rule. */
export interface TransferFacts {
  readonly action: string
  readonly unit: string
  /** The unit from which the case came last. */
  readonly sender: string | undefined
  readonly input: Readonly<Record<string, unknown>>
  /** What the case held before. */
  readonly data: Readonly<Record<string, unknown>>
  readonly units: UnitTree
  readonly on: IsoDate
}

/** The unit that receives a case, or why there is none. */
export type Received =
  | { readonly kind: 'received'; readonly unit: string }
  | { readonly kind: 'none'; readonly issues: readonly Issue[] }

/** To which unit a transfer gives a case. */
export function receiverOf(transfer: Transfer, facts: TransferFacts): Received {
  const { action, unit, sender, units, on, data, input } = facts
  if (transfer.to === 'chosen') {
    if (transfer.mayKeep && input[transfer.field] === unit) return received(unit)
    return receiverIn(transfer, input, facts)
  }
  // Whoever has the case already keeps it.
  if (transfer.to === 'named' && data[transfer.field] === unit) return received(unit)
  if (transfer.to === 'named') return receiverIn({ field: transfer.field, among: 'county' }, data, facts)
  if (transfer.to === 'sender') {
    if (sender !== undefined) return received(sender)
    return transfer.mayKeep ? received(unit) : none(issueOf('no-sender', ['action'], { action }))
  }
  const own = units.units[unit]
  const above = own === undefined ? null : parentOn(own, on)
  return above === null ? none(issueOf('no-unit-above', ['action'], { action })) : received(above)
}

function receiverIn(
  { field, among, mayKeep }: { field: string; among: TransferRange; mayKeep?: true },
  named: Readonly<Record<string, unknown>>,
  { action, unit, units, on }: TransferFacts,
): Received {
  const chosen = units.units[String(named[field])]
  const wanted = `${transferRangeLabels[among]}${mayKeep ? '' : '（不含现承办机构）'}`
  if (chosen === undefined || !isStanding(chosen, on)) {
    const found = String(named[field])
    return none(issueOf('receiver-refused', ['input', field], { action, found, wanted }))
  }
  const own = units.units[unit]
  const isAmong = {
    below: () => isWithin(units, chosen.id, unit, on),
    beside: () => own !== undefined && parentOn(chosen, on) === parentOn(own, on),
    county: () => true,
  } satisfies Record<TransferRange, () => boolean>
  if (chosen.id === unit || !isAmong[among]()) {
    return none(issueOf('receiver-refused', ['input', field], { action, found: nameOn(chosen, on), wanted }))
  }
  return received(chosen.id)
}

function received(unit: string): Received {
  return { kind: 'received', unit }
}

function none(issue: Issue): Received {
  return { kind: 'none', issues: [issue] }
}
