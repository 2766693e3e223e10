import { type AccessFilter, dateOf, dueDatesOf, findProcedure, type IsoDate, nameOn } from '@luoshi/kernel'
import { type FollowedDuty, followedDuty } from '@luoshi/programmes/supervision'
import { LARGEST_PAGE, listCases, type StoredCase } from '@luoshi/store'
import type { Services } from '../services.ts'
import { type CountyState, readCounty } from '../surroundings/read-county.ts'

/** How far a duty has come, as anyone may know. */
export type PublicStanding = 'listed' | 'given' | 'underway' | 'done' | 'struck'

/** How the standings read. */
export const publicStandingLabels: Readonly<Record<PublicStanding, string>> = {
  listed: '已列为任务，待交办',
  given: '已交办',
  underway: '办理中',
  done: '已办结，待核查销号',
  struck: '已销号',
}

const standings: Readonly<Record<string, PublicStanding>> = {
  confirmed: 'listed',
  assigned: 'given',
  underway: 'underway',
  settled: 'done',
  verified: 'done',
  struck: 'struck',
}

/** What anyone may know of a duty that a published notice orders: who, on which clause, until when, how far. */
export interface PublicDutyState {
  /** Id of the clause in the notice; null where a clerk entered none. */
  readonly clause: string | null
  /** First and last line of the gazette; null where none are entered. */
  readonly lines: readonly [number, number] | null
  /** Name of the unit that leads; null while none does. */
  readonly unit: string | null
  /** The day by which it is to be done; null where there is none yet. */
  readonly due: IsoDate | null
  readonly standing: PublicStanding
  /** Not done in time. */
  readonly isLate: boolean
}

/** Duties are judged by the kernel; who looks is the public, to which the whole county's are open as far as this file tells. */
const everyOne = (county: string): AccessFilter => ({ county, isWholeCounty: true, units: [], owner: null })

/**
 * The duties of a notice that a clerk has confirmed and nobody has dropped, in the order of its lines. Nothing of a
 * person, and nothing that was written about how they are handled.
 */
export async function publicDutyStates(
  { db, programmes, clock }: Pick<Services, 'db' | 'programmes' | 'clock'>,
  county: string,
  documentNumber: string,
): Promise<readonly PublicDutyState[]> {
  const programme = programmes.find(({ id }) => id === 'supervision')
  const procedure = programme === undefined ? undefined : findProcedure(programme, 'duty')
  if (programme === undefined || procedure === undefined) return []
  const query = {
    county,
    programme,
    procedure,
    filter: everyOne(county),
    states: Object.keys(standings),
    where: { document: documentNumber },
    limit: LARGEST_PAGE,
  }
  const found: StoredCase[] = []
  for (let after: string | undefined; ; ) {
    const listed = await listCases(db, { ...query, ...(after === undefined ? {} : { after }) })
    if (listed.kind === 'refused') return []
    found.push(...listed.rows)
    if (listed.next === null) break
    after = listed.next
  }
  if (found.length === 0) return []
  const state = await readCounty(db, county, programmes)
  const now = clock()
  const set = state.parameters.get(programme.id) ?? {}
  return found
    .map(({ case: one }) => {
      const limits = dueDatesOf(procedure, one, state.calendar, set)
      return publicState(state, one.data, followedDuty(one, limits, now, 0), dateOf(now))
    })
    .toSorted((one, other) => (one.lines?.[0] ?? Infinity) - (other.lines?.[0] ?? Infinity))
}

function publicState(
  { units }: CountyState,
  data: StoredCase['case']['data'],
  { clause, state, settling, isLate }: FollowedDuty,
  day: IsoDate,
): PublicDutyState {
  const lead = typeof data['lead'] === 'string' ? units.units[data['lead']] : undefined
  return {
    clause,
    lines: linesOf(data['lines']),
    unit: lead === undefined ? null : nameOn(lead, day),
    due: settling.due,
    standing: standings[state] ?? 'listed',
    isLate,
  }
}

function linesOf(written: unknown): readonly [number, number] | null {
  if (typeof written !== 'string') return null
  const [first = 0, last = first] = written.split('-').map(Number)
  return first > 0 && last >= first ? [first, last] : null
}
