import type { IsoDate } from '@luoshi/kernel'

/** How a unit is bound by a duty: it leads, supports, or the text says only that it answers. */
export type Part = 'leads' | 'supports' | 'answers'

/** How the parts read. */
export const partLabels: Readonly<Record<Part, string>> = {
  leads: '牵头',
  supports: '配合',
  answers: '责任',
}

/** A unit with its part in a duty. */
export interface BoundUnit {
  /** The one name by which the county knows it, else as printed. */
  readonly name: string
  readonly part: Part
}

/** A day, or a recurrence, by which something is to be done. */
export interface OrderedDay {
  /** As printed: 每月20日前 */
  readonly text: string
  /** Null for what comes round. */
  readonly date: IsoDate | null
  /** RFC 5545; null for a day. */
  readonly recurrence: string | null
}

/** What told that something is ordered: a marker that binds units, a numbered task, or a day in an unmarked clause. */
export type Sign = 'marked' | 'numbered' | 'dated' | 'fragment'

/** What a gazette orders, as the reading gives it. Nothing is supervised before a clerk has confirmed it. */
export interface ProposedDuty {
  /** The same at every reading of the same text: document number and clause. */
  readonly number: string
  readonly document: string
  readonly clause: string
  /** As printed: 12. or （三）; null for a paragraph. */
  readonly label: string | null
  /** Headings under which it stands, from the outermost. */
  readonly within: readonly string[]
  /** First and last line in the gazette's file. */
  readonly lines: readonly [number, number]
  readonly sign: Sign
  readonly title: string
  readonly text: string
  /** In the order of the text, each once. */
  readonly units: readonly BoundUnit[]
  /** The markers that bind them, as printed: （县发展和改革局、县财政局具体负责） */
  readonly markers: readonly string[]
  readonly days: readonly OrderedDay[]
  /** As a user reads them: 再生水利用率 ≥20% */
  readonly targets: readonly string[]
}

/** The first day that the text sets; null where it sets none, and the unit has to. */
export function firstDay({ days }: Pick<ProposedDuty, 'days'>): IsoDate | null {
  const dates = days.flatMap(({ date }) => date ?? []).toSorted()
  return dates[0] ?? null
}

/** The units that lead: those that the text says lead, else the first that answers. */
export function leadingUnits({ units }: Pick<ProposedDuty, 'units'>): readonly string[] {
  const leading = units.filter(({ part }) => part === 'leads')
  return (leading.length > 0 ? leading : units.slice(0, 1)).map(({ name }) => name)
}

/** A duty that binds a unit, and how. */
export interface UnitDuty<Duty> {
  readonly duty: Duty
  readonly part: Part
}

/** Every unit with what it is bound to, in the order of the text; a duty stands once with each of its units. */
export function dutiesByUnit<Duty extends Pick<ProposedDuty, 'units'>>(
  duties: readonly Duty[],
): ReadonlyMap<string, readonly UnitDuty<Duty>[]> {
  const byUnit = new Map<string, UnitDuty<Duty>[]>()
  for (const duty of duties) {
    for (const { name, part } of duty.units) {
      const bound = byUnit.get(name)
      if (bound === undefined) byUnit.set(name, [{ duty, part }])
      else bound.push({ duty, part })
    }
  }
  return byUnit
}
