import type { CiteView, DutyLineView, DutyPageView } from '@luoshi/client'
import {
  accessFilter,
  addDays,
  dateOf,
  findProcedure,
  findValueOn,
  type IsoDate,
  type IsoInstant,
  instrument,
  type Parameters,
  startOf,
} from '@luoshi/kernel'
import { type Light, type Whole, warningDays, wholeFrom } from '@luoshi/programmes/supervision'
import {
  countParts,
  type Database,
  listStandings,
  type PartsCount,
  type StandingCase,
  type StandingQuery,
  type StandingScope,
} from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { deskAddress } from '../day/day.ts'
import { citeView } from '../views/cite-view.ts'
import { type Sight, sightOf, unitName } from '../views/sight.ts'

/** Id of the programme that follows duties. */
export const SUPERVISION = 'supervision'

/** Lights from the worst. */
const LIGHTS: readonly Light[] = ['red', 'yellow', 'green']

/** The duties of a county as far as an officer may read them, and how they are seen. */
export interface Supervised {
  readonly sight: Sight
  readonly scope: StandingScope
}

/** What an officer sees of the duties; null where the server carries no supervision. */
export function supervised(c: Context<ApiEnv>, context: ApiContext): Supervised | null {
  const sight = supervisionSight(c, context, 'duty')
  if (sight === null) return null
  const { programme, procedure, actor, state, now } = sight
  const { county, units, parameters } = state
  const today = dateOf(now)
  const filter = accessFilter(actor, procedure.access.read, units, today)
  const soon = startOf(addDays(today, daysOfWarning(parameters.get(programme.id) ?? {}, today) + 1))
  return { sight, scope: { county, programme, procedure, filter, now, soon } }
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

/** Days before the due date on which a duty turns yellow: the county's own, else as declared. */
function daysOfWarning(set: Parameters, today: IsoDate): number {
  const { id } = warningDays
  return findValueOn<number>(set[id] ?? warningDays, today)?.value ?? 0
}

/** A page of duties as the desk lists them. */
export async function dutyPage(
  db: Database,
  { sight, scope }: Supervised,
  query: StandingQuery,
): Promise<DutyPageView> {
  const { rows, next } = await listStandings(db, scope, query)
  return { rows: await dutyLines(db, { sight, scope }, rows), next }
}

/** Duties as the desk lists them. One that was divided shows its parts' progress. */
export async function dutyLines(
  db: Database,
  { sight, scope }: Supervised,
  rows: readonly StandingCase[],
): Promise<readonly DutyLineView[]> {
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const parts = await countParts(db, scope, numbers)
  return rows.map((row) => dutyLine(sight, row, wholeOfCount(parts.get(row.number ?? ''))))
}

function wholeOfCount(count: PartsCount | undefined): Whole | null {
  if (count === undefined) return null
  return wholeFrom({ ...count, lights: new Set(LIGHTS.filter((light) => count[light])) })
}

/** A duty as the desk lists it. */
export function dutyLine(sight: Sight, row: StandingCase, whole: Whole | null): DutyLineView {
  const { stored, stage, light, isLate, runsOut, progress, number } = row
  const { id, unit, state, data } = stored.case
  return {
    id,
    number: number ?? id,
    title: String(data['title'] ?? ''),
    unit,
    unitName: unitName(sight.state, unit, dateOf(sight.now)),
    stateTitle: sight.procedure.states[state]?.title ?? '',
    light: whole?.light ?? light,
    isDone: stage === 'done',
    isLate,
    due: runsOut === null ? null : lastDayBefore(runsOut),
    progress: whole?.progress ?? progress,
    parts: whole?.parts ?? 0,
    clause: clauseOf(sight, stored.case.data),
    href: deskAddress(sight, id),
  }
}

/** The last day on which something is in time that is late from a moment on. */
export function lastDayBefore(lateFrom: IsoInstant): IsoDate {
  return dateOf(new Date(Date.parse(lateFrom) - 1).toISOString())
}

/** The lines of the gazette on which a duty stands. */
function clauseOf({ library, state }: Sight, data: Readonly<Record<string, unknown>>): CiteView | null {
  const { document, lines } = data
  if (typeof document !== 'string' || typeof lines !== 'string') return null
  const [first = 0, last = first] = lines.split('-').map(Number)
  if (!(first > 0) || !(last >= first)) return null
  return citeView(library, instrument(state.county, document).lines(first, last))
}
