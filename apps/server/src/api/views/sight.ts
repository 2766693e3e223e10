import {
  type Actor,
  type Context,
  type IsoInstant,
  nameOn,
  type Procedure,
  type Programme,
} from '@luoshi/kernel'
import type { Library } from '../../library.ts'
import { actorFor, type Officer } from '../../sign-in/index.ts'
import type { CountyState } from '../../surroundings/read-county.ts'

/** What cases of a procedure are shown by: who looks, when, and in which county. */
export interface Sight {
  readonly programme: Programme
  readonly procedure: Procedure
  readonly state: CountyState
  readonly library: Library
  readonly officer: Officer
  readonly actor: Actor
  readonly now: IsoInstant
}

/** What an officer sees a procedure's cases by. */
export function sightOf(
  of: Pick<Sight, 'programme' | 'procedure' | 'state' | 'library' | 'officer' | 'now'>,
): Sight {
  return { ...of, actor: actorFor(of.officer, of.programme.id) }
}

/** What the kernel judges by, without facts that are looked up when something is done. */
export function contextOf({ programme, state, now }: Sight): Context {
  const { units, calendar, parameters } = state
  return { now, calendar, units, programme, parameters: parameters.get(programme.id) ?? {}, facts: {} }
}

/** Name of a unit on a day; its id where it is not known. */
export function unitName({ units }: CountyState, unit: string, day: string): string {
  const found = units.units[unit]
  return found === undefined ? unit : nameOn(found, day)
}

/** Name of an officer; what acts by itself has one too. */
export function officerName({ officers }: CountyState, id: string): string {
  if (id.startsWith(CITIZEN)) return '申请人'
  return officers.get(id)?.name ?? (isProgram(id) ? '系统' : id)
}

/** How the ids of citizens begin: officers are not shown who they are. */
export const CITIZEN = 'citizen-'

function isProgram(id: string): boolean {
  return id === 'system' || id === 'timer'
}
