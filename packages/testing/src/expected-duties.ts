import { foldWidth } from './expected-instruments.ts'
import expected from './fixtures/expected-duties.json' with { type: 'json' }

/** A responsibility marker of a real gazette, read by hand. */
export interface ExpectedDuty {
  /** Lines of the marker, both included. */
  readonly lines: readonly [number, number]
  readonly units: readonly ExpectedUnit[]
  /** The date inside the marker, resolved. */
  readonly deadline: string | null
}

/** A unit that a marker binds. */
export interface ExpectedUnit {
  /** As the marker prints it. */
  readonly printed: string
  readonly as: string
  /** May be listed or left out: 有关部门 in 县财政局等有关部门. */
  readonly isOptional: boolean
}

/** A marker as the fixture writes it: `牵头:县水利局 配合:县公安局、有关部门?`. */
interface WrittenDuty {
  readonly lines: readonly number[]
  readonly units: string
  readonly deadline?: string
}

/** All 539 responsibility markers of the five real gazettes by the gazette's name, in the order of their lines. */
export function expectedDuties(): ReadonlyMap<string, readonly ExpectedDuty[]> {
  const written: Readonly<Record<string, readonly WrittenDuty[]>> = expected
  return new Map(Object.entries(written).map(([gazette, duties]) => [gazette, duties.map(dutyOf)]))
}

function dutyOf({ lines: [first = 0, last = 0], units, deadline }: WrittenDuty): ExpectedDuty {
  return { lines: [first, last], units: units.split(' ').flatMap(unitsOf), deadline: deadline ?? null }
}

function unitsOf(group: string): ExpectedUnit[] {
  const [as = '', names = ''] = group.split(':')
  return names
    .split('、')
    .map((name) => ({ printed: name.replace('?', ''), as, isOptional: name.endsWith('?') }))
}

/** What of a duty that was read is compared with an expected one. */
export interface ComparableDuty {
  readonly lines: readonly [number, number]
  readonly units: readonly { readonly name: string; readonly printed: string; readonly as: string }[]
  readonly deadline: string | null
}

/** Whether a duty was read right: on its lines, with all its units in their roles and no other, and with its date. */
export function isDutyRight(expected: ExpectedDuty, read: ComparableDuty): boolean {
  if (read.lines[0] > expected.lines[1] || read.lines[1] < expected.lines[0]) return false
  const open = [...read.units]
  const take = ({ printed, as }: ExpectedUnit): boolean => {
    const wanted = plainName(printed)
    const isWanted = (name: string) => plainName(name) === wanted
    const index = open.findIndex((unit) => unit.as === as && (isWanted(unit.printed) || isWanted(unit.name)))
    if (index >= 0) open.splice(index, 1)
    return index >= 0
  }
  const areAll = expected.units.filter(({ isOptional }) => !isOptional).every(take)
  for (const unit of expected.units) if (unit.isOptional) take(unit)
  return areAll && open.length === 0 && expected.deadline === read.deadline
}

/** A unit's name without the open end of its list (县财政局等有关部门) and without a second name in brackets. */
function plainName(printed: string): string {
  return foldWidth(printed)
    .replace(/[〈<]/gu, '(')
    .replace(/[〉>]/gu, ')')
    .replace(/等(?:有关|相关|部门|单位).*$/u, '')
    .replace(/\([^)]{2,}\)$/u, '')
}
