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
