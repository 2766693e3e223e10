import type { CiteView, DutyCountView, DutyLineView } from '@luoshi/client'
import { accessFilter, dateOf, dueDatesOf, findProcedure, instrument } from '@luoshi/kernel'
import { type FollowedDuty, followedDuty, wholes } from '@luoshi/programmes/supervision'
import { listCases, type StoredCase } from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { deskAddress } from '../day/my-day.ts'
import { citeView } from '../views/cite-view.ts'
import { type Sight, sightOf, unitName } from '../views/sight.ts'

/** Id of the programme that follows duties, and of its procedures. */
export const SUPERVISION = 'supervision'

/** Duties that are looked at at most. */
const MOST = 5000

const PAGE = 500

/** Days before the due date on which a duty turns yellow, where the county has set none. */
const USUAL_WARNING = 3

/** A duty with the case that it is. */
export interface FollowedCase {
  readonly duty: FollowedDuty
  readonly stored: StoredCase
}

/** The duties of a county as far as an officer may read them, and how they are seen. */
export interface Followed {
  readonly sight: Sight
  readonly cases: readonly FollowedCase[]
}

/** Reads all duties that an officer may read; null where the server carries no supervision. */
export async function followedDuties(c: Context<ApiEnv>, context: ApiContext): Promise<Followed | null> {
  const sight = supervisionSight(c, context, 'duty')
  if (sight === null) return null
  const { programme, procedure, actor, state, now } = sight
  const { county, calendar, units } = state
  const filter = accessFilter(actor, procedure.access.read, units, dateOf(now))
  const set = state.parameters.get(programme.id) ?? {}
  const warning = warningDays(set)
  const cases: FollowedCase[] = []
  let after: string | undefined
  do {
    const query = { county, programme, procedure, filter, limit: PAGE, ...(after && { after }) }
    const listed = await listCases(context.services.db, query)
    if (listed.kind === 'refused') break
    for (const stored of listed.rows) {
      const limits = dueDatesOf(procedure, stored.case, calendar, set)
      cases.push({ stored, duty: followedDuty(stored.case, limits, now, warning) })
    }
    after = listed.next ?? undefined
  } while (after !== undefined && cases.length < MOST)
  return { sight, cases }
}

/** How an officer sees a procedure of the supervision; null where there is none. */
export function supervisionSight(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
  id: string,
): Sight | null {
  const programme = services.programmes.find((known) => known.id === SUPERVISION)
  const procedure = programme === undefined ? undefined : findProcedure(programme, id)
  if (programme === undefined || procedure === undefined) return null
  const { officer, state } = c.var
  return sightOf({ programme, procedure, state, library, officer, now: services.clock() })
}

function warningDays(set: Readonly<Record<string, unknown>>): number {
  const days = set['warning-days']
  return typeof days === 'number' ? days : USUAL_WARNING
}

/** Duties as the desk lists them. A duty that was divided shows its parts' progress. */
export function dutyLines(
  { sight, cases }: Followed,
  shown: readonly FollowedCase[],
): readonly DutyLineView[] {
  const whole = wholes(cases.map(({ duty }) => duty))
  return shown.map(({ duty, stored }) => {
    const parts = whole.get(duty.number)
    return {
      id: stored.case.id,
      number: duty.number,
      title: duty.title,
      unit: duty.unit,
      unitName: unitName(sight.state, duty.unit, dateOf(sight.now)),
      stateTitle: sight.procedure.states[duty.state]?.title ?? '',
      light: parts?.light ?? duty.light,
      isDone: duty.isDone,
      isLate: duty.isLate,
      due: duty.due,
      progress: parts?.progress ?? duty.progress,
      parts: parts?.parts ?? 0,
      clause: clauseOf(sight, stored),
      href: deskAddress(sight, stored.case.id),
    }
  })
}

/** The lines of the gazette on which a duty stands. */
function clauseOf({ library, state }: Sight, { case: { data } }: StoredCase): CiteView | null {
  const { document, lines } = data
  if (typeof document !== 'string' || typeof lines !== 'string') return null
  const [first = 0, last = first] = lines.split('-').map(Number)
  if (!(first > 0) || !(last >= first)) return null
  return citeView(library, instrument(state.county, document).lines(first, last))
}

/** Duties counted by how they stand. */
export function countOf(duties: readonly FollowedDuty[]): Omit<DutyCountView, 'unit' | 'unitName'> {
  const lights = (light: FollowedDuty['light']) => duties.filter((duty) => duty.light === light).length
  const done = duties.filter(({ isDone }) => isDone)
  return {
    green: lights('green'),
    yellow: lights('yellow'),
    red: lights('red'),
    done: done.length,
    doneInTime: done.filter(({ isLate }) => !isLate).length,
  }
}
