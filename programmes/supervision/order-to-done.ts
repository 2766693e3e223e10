import { citesIn, type InstrumentCite, type Programme } from '@luoshi/kernel'
import type { FollowedDuty } from './followed-duty.ts'
import type { ProposedDuty } from './proposed-duty.ts'

/** How far what a notice orders has come. */
export interface OrderToDone {
  readonly document: string
  /** Orders of the notice. */
  readonly ordered: number
  /** Of them: confirmed as duties, whatever became of those. */
  readonly confirmed: number
  readonly underway: number
  readonly done: number
  /** Not done, or not in time. */
  readonly late: number
  /** Carried by a programme: its rules, steps or forms rest on these lines. */
  readonly carried: number
  /** Neither confirmed nor carried: what nobody does. */
  readonly nobody: readonly ProposedDuty[]
}

/** What of a duty tells how far an order has come. */
export type OrderedDuty = Pick<
  FollowedDuty,
  'document' | 'clause' | 'parent' | 'isConfirmed' | 'isDone' | 'isLate'
>

/** The numbers of those orders that a programme carries: its rules, steps or forms rest on their lines. */
export function carriedOrders(
  county: string,
  proposed: readonly ProposedDuty[],
  programmes: readonly Programme[],
): ReadonlySet<string> {
  const cites = Map.groupBy(
    programmes.flatMap(citesBelow).filter((cite) => cite.county === county),
    ({ docNumber }) => docNumber,
  )
  const carried = proposed.filter((order) => isCarried(order, cites.get(order.document) ?? []))
  return new Set(carried.map(({ number }) => number))
}

/** The way from order to done for each notice, in the order of the proposals. */
export function orderToDone(
  proposed: readonly ProposedDuty[],
  followed: readonly OrderedDuty[],
  carried: ReadonlySet<string>,
): readonly OrderToDone[] {
  const duties = Map.groupBy(
    followed.filter(({ isConfirmed, parent }) => isConfirmed && parent === null),
    ({ document, clause }) => `${document}/${clause}`,
  )
  return [...Map.groupBy(proposed, ({ document }) => document)].map(([document, orders]) => {
    const own = orders.map((order) => ({
      order,
      duties: duties.get(order.number) ?? [],
      isCarried: carried.has(order.number),
    }))
    const count = (isSuch: (one: (typeof own)[number]) => boolean) => own.filter(isSuch).length
    const isDone = (one: (typeof own)[number]) =>
      one.duties.length > 0 && one.duties.every((duty) => duty.isDone)
    return {
      document,
      ordered: orders.length,
      confirmed: count((one) => one.duties.length > 0),
      underway: count((one) => one.duties.length > 0 && !isDone(one)),
      done: count(isDone),
      late: count((one) => one.duties.some(({ isLate }) => isLate)),
      carried: count((one) => one.isCarried),
      nobody: own.flatMap((one) => (one.duties.length === 0 && !one.isCarried ? [one.order] : [])),
    }
  })
}

/** Cites of what is inside a programme; its own and its procedures' span the whole notice. */
function citesBelow(programme: Programme): InstrumentCite[] {
  return citesIn(programme).flatMap(({ cite, path }) => {
    const isWhole = path.length === 1 || (path[0] === 'procedures' && path.length === 3)
    return cite.kind === 'instrument' && !isWhole ? [cite] : []
  })
}

function isCarried({ lines: [first, last] }: ProposedDuty, cites: readonly InstrumentCite[]): boolean {
  return cites.some(({ lines: [from, until] }) => from <= last && first <= until)
}
