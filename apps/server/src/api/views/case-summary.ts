import type { CaseSummary } from '@luoshi/client'
import { type Case, dateOf, type Procedure, type Programme, personalFieldsOf } from '@luoshi/kernel'
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
    title: titleOf(programme, procedure, current),
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

const titleFields = new WeakMap<Procedure, readonly string[]>()

/** What tells a case from others, for people: the key of its record, or its first field. Never what is personal. */
export function titleOf(programme: Programme, procedure: Procedure, { id, data }: Case): string {
  const names = titleFields.get(procedure) ?? namesInTitle(programme, procedure)
  titleFields.set(procedure, names)
  const values = names.map((name) => data[name]).filter((value) => value !== undefined && value !== null)
  return values.length === 0 ? id : values.map(String).join(' ')
}

function namesInTitle(programme: Programme, { register, subject }: Procedure): readonly string[] {
  const personal = new Set(personalFieldsOf(subject).map(({ path: [name] }) => name))
  const key = programme.registers.find(({ id }) => id === register)?.key ?? []
  const shown = key.filter((name) => !personal.has(name))
  if (shown.length > 0) return shown
  return Object.keys(subject.def.shape)
    .filter((name) => !personal.has(name))
    .slice(0, 1)
}
