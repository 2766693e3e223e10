import type { CaseSummary } from '@luoshi/client'
import {
  type Case,
  dateOf,
  findFieldMeta,
  type Procedure,
  type Programme,
  personalFieldsOf,
} from '@luoshi/kernel'
import { limitViews } from './limit-view.ts'
import { type Sight, unitName } from './sight.ts'

/** A case in a list. Its data are masked already. */
export function caseSummary(sight: Sight, current: Case, version: number, withDays = false): CaseSummary {
  const { programme, procedure, state, library, now } = sight
  const { id, unit, opened, latest, data } = current
  const standing = procedure.states[current.state]
  return {
    id,
    programme: programme.id,
    procedure: procedure.id,
    procedureTitle: procedure.title,
    title: titleOf(sight, current),
    key: keyOf(programme, procedure, current),
    state: current.state,
    stateTitle: standing?.title ?? current.state,
    closed: standing?.final ?? null,
    unit,
    unitName: unitName(state, unit, dateOf(opened)),
    opened,
    latest,
    version,
    data,
    limits: limitViews(procedure, current, {
      library,
      calendar: state.calendar,
      parameters: state.parameters.get(programme.id) ?? {},
      now,
      withDays,
    }),
  }
}

/** How a record is told from others: by people, and by references. */
export interface Naming {
  /** How values of fields with choices read. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Fields that hold a unit, which is called by its name. */
  readonly units: ReadonlySet<string>
  readonly calledBy: readonly string[]
  readonly key: readonly string[]
}

const namings = new WeakMap<Procedure, Naming>()

/** What tells a case from others, for people: what its record is called by. Never what is personal. */
export function titleOf(
  { programme, procedure, state, now }: Pick<Sight, 'programme' | 'procedure' | 'state' | 'now'>,
  { id, data }: Case,
): string {
  const { calledBy, choices, units } = namingOf(programme, procedure)
  const texts = calledBy.flatMap((name) => {
    const value = data[name]
    if (value === undefined || value === null) return []
    if (units.has(name)) return [unitName(state, String(value), dateOf(now))]
    return [choices[name]?.[String(value)] ?? String(value)]
  })
  return texts.length === 0 ? id : texts.join(' ')
}

/** By what references name a record. */
export function keyOf(programme: Programme, procedure: Procedure, { id, data }: Case): string {
  const values = namingOf(programme, procedure).key.flatMap((name) => data[name] ?? [])
  return values.length === 0 ? id : values.map(String).join(' ')
}

/** How the records of a procedure are named. */
export function namingOf(programme: Programme, procedure: Procedure): Naming {
  const known = namings.get(procedure) ?? readNaming(programme, procedure)
  namings.set(procedure, known)
  return known
}

function readNaming(programme: Programme, { register, subject }: Procedure): Naming {
  const personal = new Set(personalFieldsOf(subject).map(({ path: [name] }) => name))
  const isPublic = (name: string) => !personal.has(name)
  const { key = [], calledBy = key } = programme.registers.find(({ id }) => id === register) ?? {}
  const shown = calledBy.filter(isPublic)
  const fallback = Object.keys(subject.def.shape).filter(isPublic).slice(0, 1)
  const names = shown.length > 0 ? shown : fallback
  const choices = names.flatMap((name) => {
    const field = subject.def.shape[name]
    const known = field && findFieldMeta(field)?.choices
    return known === undefined ? [] : [[name, known] as const]
  })
  const units = names.filter((name) => {
    const field = subject.def.shape[name]
    return field !== undefined && findFieldMeta(field)?.control === 'unit'
  })
  return {
    key: key.filter(isPublic),
    calledBy: names,
    choices: Object.fromEntries(choices),
    units: new Set(units),
  }
}
