import { isGap } from '../definition/gap.ts'
import type { DocumentNumber } from '../paper/paper.ts'
import type { Parameters } from '../rule/rule.ts'
import { fields } from '../schema/fields.ts'
import { masked } from '../schema/mask.ts'
import { addDays, type Calendar } from '../time/calendar.ts'
import { type DueDate, dueDate, type NoDueDate } from '../time/due-date.ts'
import { dateOf, type IsoInstant, startOf } from '../time/instant.ts'
import { limitFields } from '../time/time-limit.ts'
import { caseFieldsOf } from './actions.ts'
import type { Case } from './case.ts'
import { dueDatesOf, endOf } from './due-dates.ts'
import type { ActionDefinition, Disclosure, Missed, Procedure } from './procedure.ts'

/** What the kernel asks its caller to do after an action. It does nothing itself. */
export type Effect =
  /** The number of a paper that has one is taken by whoever stores the action. */
  | { readonly kind: 'paper'; readonly paper: string; readonly number?: DocumentNumber }
  /** Sets the alarm of that name, in the place of an earlier one of the same name. */
  | { readonly kind: 'alarm'; readonly name: string; readonly at: IsoInstant; readonly does: AlarmEnd }
  | { readonly kind: 'no-alarm'; readonly name: string }
  | {
      readonly kind: 'disclose'
      readonly title: string
      readonly places: readonly string[]
      /** Masked. */
      readonly record: Readonly<Record<string, unknown>>
      readonly until: DueDate | NoDueDate
    }
  | { readonly kind: 'end-disclosure'; readonly title: string }
  /** The case has to do with another from now on; programme null for its own. */
  | {
      readonly kind: 'link'
      readonly link: string
      readonly programme: string | null
      readonly procedure: string
      readonly case: string
    }
  /** It was given to another unit. */
  | { readonly kind: 'transfer'; readonly from: string; readonly to: string }
  | { readonly kind: 'closed'; readonly how: 'completed' | 'refused' | 'withdrawn' }

/** What happens when an alarm goes off. */
export type AlarmEnd = Missed | { readonly kind: 'remind' } | { readonly kind: 'disclosure-over' }

/** Until when a disclosure lasts that began at a moment. */
export function disclosureEnd(
  disclosure: Disclosure,
  from: IsoInstant,
  calendar: Calendar,
): DueDate | NoDueDate {
  const { title, duration } = disclosure
  if (isGap(duration)) return { kind: 'not-said', explanation: `${duration.says}。` }
  return dueDate({ ...duration, starts: title }, dateOf(from), calendar)
}

/** A case as a disclosure shows it: the fields that it names, personal ones masked but for those in `clear`. */
export function disclosedRecord(
  procedure: Procedure,
  disclosure: Disclosure,
  current: Case,
): Readonly<Record<string, unknown>> {
  const schema = fields(caseFieldsOf(procedure))
  const shown = Object.entries(current.data).filter(([field]) => disclosure.shows.includes(field))
  return masked(
    schema,
    Object.fromEntries(shown),
    disclosure.clear.map(({ field }) => field),
  )
}

/** Everything to be done after a case went from one state of affairs to another. */
export function effectsOf(
  procedure: Procedure,
  before: Case | null,
  after: Case,
  action: ActionDefinition | null,
  calendar: Calendar,
  set: Parameters = {},
): readonly Effect[] {
  const moved = before === null || before.entered !== after.entered || before.state !== after.state
  const how = procedure.states[after.state]?.final
  return [
    ...(action?.papers ?? []).map((paper): Effect => ({ kind: 'paper', paper })),
    ...(before === null ? [] : [...givenAway(before, after), ...linked(procedure, before, after)]),
    ...alarmsOf(procedure, before, after, calendar, set),
    ...(moved && before !== null ? endedDisclosure(procedure, before) : []),
    ...(moved ? begunDisclosure(procedure, after, calendar) : []),
    ...(moved && how !== undefined ? [{ kind: 'closed', how } as const] : []),
  ]
}

function givenAway({ unit: from }: Case, { unit: to }: Case): Effect[] {
  return from === to ? [] : [{ kind: 'transfer', from, to }]
}

function linked(procedure: Procedure, before: Case, { links = {} }: Case): Effect[] {
  return Object.entries(links).flatMap(([link, ids]) => {
    const known = new Set(before.links?.[link])
    const kind = procedure.links?.[link]
    if (kind === undefined) return []
    const { programme = null, procedure: other } = kind
    return ids
      .filter((id) => !known.has(id))
      .map((id): Effect => ({ kind: 'link', link, programme, procedure: other, case: id }))
  })
}

/** Every alarm of a case as it stands: to be set anew when the calendar has changed. */
export function alarmsOfCase(
  procedure: Procedure,
  current: Case,
  calendar: Calendar,
  set: Parameters = {},
): readonly Effect[] {
  const disclosed = begunDisclosure(procedure, current, calendar).filter(({ kind }) => kind === 'alarm')
  return [...alarmsOf(procedure, null, current, calendar, set), ...disclosed]
}

function alarmsOf(
  procedure: Procedure,
  before: Case | null,
  after: Case,
  calendar: Calendar,
  set: Parameters,
): Effect[] {
  return dueDatesOf(procedure, after, calendar, set).flatMap((limit): Effect[] => {
    const clock = after.clocks[limit.limit]
    if (clock === undefined) return []
    if (
      before !== null &&
      isSame(endsBy(procedure, before, limit.limit), endsBy(procedure, after, limit.limit))
    ) {
      return []
    }
    const name = `limit/${limit.limit}`
    const reminder = `${name}/reminder`
    if (clock.ended !== null || limit.legal.kind !== 'due') {
      return [
        { kind: 'no-alarm', name },
        { kind: 'no-alarm', name: reminder },
      ]
    }
    const at = endOf(limit.legal.due)
    const days = procedure.limits[limit.limit]?.reminderDays
    const alarm: Effect = { kind: 'alarm', name, at, does: limit.missed }
    if (days === undefined) return [alarm]
    const earlier = startOf(addDays(dateOf(at), -days))
    return [{ kind: 'alarm', name: reminder, at: earlier, does: { kind: 'remind' } }, alarm]
  })
}

function begunDisclosure(procedure: Procedure, after: Case, calendar: Calendar): Effect[] {
  const disclosure = procedure.states[after.state]?.disclosure
  if (disclosure === undefined) return []
  const { title, places } = disclosure
  const until = disclosureEnd(disclosure, after.entered, calendar)
  const record = disclosedRecord(procedure, disclosure, after)
  const shown: Effect = { kind: 'disclose', title, places, record, until }
  if (until.kind !== 'due') return [shown]
  return [
    shown,
    {
      kind: 'alarm',
      name: `disclosure/${after.state}`,
      at: endOf(until.due),
      does: { kind: 'disclosure-over' },
    },
  ]
}

function endedDisclosure(procedure: Procedure, before: Case): Effect[] {
  const disclosure = procedure.states[before.state]?.disclosure
  if (disclosure === undefined) return []
  return [
    { kind: 'end-disclosure', title: disclosure.title },
    { kind: 'no-alarm', name: `disclosure/${before.state}` },
  ]
}

/** All of a case on which the end of a limit depends. */
function endsBy(procedure: Procedure, { clocks, data }: Case, id: string): unknown {
  const legal = procedure.limits[id]?.legal
  const fields = legal === undefined ? [] : limitFields(legal)
  return [clocks[id], ...fields.map((field) => data[field] ?? null)]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
