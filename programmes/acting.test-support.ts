import {
  type Actor,
  type Case,
  type Context,
  dueDatesOf,
  type Facts,
  findProcedure,
  findValueOn,
  type Issue,
  type Outcome,
  officialCalendar,
  openCase,
  type Parameters,
  type Programme,
  type Stocktake,
  type StocktakeContext,
  type StocktakeRecord,
  transition,
  type UnitTree,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'

const county = 'wutai'
const calendar = officialCalendar()
const together = unitTree([
  unitNamed('county', '县人民政府', null),
  unitNamed('town', '东镇人民政府', 'county'),
])

/** Where the roles act, for a test in which units matter. */
export interface Places {
  readonly units: UnitTree
  /** The unit of each role; one that is not named acts where `Around.unit` says. */
  readonly unitOf: Readonly<Record<string, string>>
}

/** What a test may say besides who does what. */
export interface Around {
  readonly facts?: Facts
  readonly parameters?: Parameters
  readonly reason?: string
  readonly materials?: readonly string[]
  /** Another person of that role. */
  readonly as?: string
  /** Another unit in which the role acts. */
  readonly unit?: string
  /** The unit whose case is opened; that of who opens it where it is not said. */
  readonly caseUnit?: string
}

/** Lets the roles of a programme act in its procedures, one person for each role; all in one unit without `places`. */
export function actingIn(programme: Programme, places?: Places) {
  const units = places?.units ?? together
  const unitOf = (role: string, { unit }: Around): string => {
    const found = unit ?? (places === undefined ? 'town' : places.unitOf[role])
    if (found === undefined) throw new Error(`no unit of ${role}`)
    return found
  }
  const person = (role: string, around: Around): Actor => {
    if (!(role in programme.roles)) throw new Error(`no role ${role}`)
    const post = { role, unit: unitOf(role, around), from: null, until: null }
    return { id: around.as ?? role, county, posts: [post] }
  }
  const contextOf = (day: string, { facts = {}, parameters = {} }: Around): Context => ({
    now: day.includes('T') ? day : `${day}T09:00:00+08:00`,
    calendar,
    units,
    programme,
    parameters,
    facts,
  })
  const procedureOf = (id: string) => {
    const procedure = findProcedure(programme, id)
    if (procedure === undefined) throw new Error(`no procedure ${id}`)
    return procedure
  }

  function open(
    id: string,
    role: string,
    day: string,
    input: Readonly<Record<string, unknown>>,
    around: Around = {},
  ): Outcome {
    const opened = { id: `${id}-case`, county, unit: around.caseUnit ?? unitOf(role, around), owner: null }
    const by = person(role, around)
    return openCase(procedureOf(id), opened, { by, input: { ...input } }, contextOf(day, around))
  }

  function act(
    before: Case,
    role: string,
    day: string,
    name: string,
    input: Readonly<Record<string, unknown>> = {},
    around: Around = {},
  ): Outcome {
    const { reason, materials = [] } = around
    const action = {
      name,
      by: person(role, around),
      input: { ...input },
      materials,
      ...(reason ? { reason } : {}),
    }
    return transition(procedureOf(before.procedure), before, action, contextOf(day, around))
  }

  /** What a stocktake of the programme finds on a day; `beside` has records of other registers, by register. */
  function count(
    id: string,
    today: string,
    records: readonly Partial<StocktakeRecord>[],
    parameters: Parameters = {},
    beside: Readonly<Record<string, readonly Partial<StocktakeRecord>[]>> = {},
  ): ReturnType<Stocktake['count']> {
    const stocktake = programme.stocktakes?.find((one) => one.id === id)
    if (stocktake === undefined) throw new Error(`no stocktake ${id}`)
    const around: StocktakeContext = {
      today,
      county,
      units: [],
      nameOf: (unit) => units.units[unit]?.names[0]?.value ?? unit,
      settingOf: (parameter) => findValueOn(parameters[parameter.id] ?? parameter, today)?.value,
    }
    const given = { id: 'record', state: 'current', data: {}, opened: `${today}T08:00:00+08:00` }
    const whole = (some: readonly Partial<StocktakeRecord>[]) =>
      some.map((one) => ({ ...given, latest: given.opened, ...one }))
    const others = Object.entries(beside).map(([register, some]) => [register, whole(some)] as const)
    return stocktake.count(whole(records), around, Object.fromEntries(others))
  }

  /** The limits of a case, as they stand. */
  const limitsOf = (current: Case) => dueDatesOf(procedureOf(current.procedure), current, calendar)

  /** The limit of a case of that name, which has begun. */
  function limitOf(current: Case, name: string) {
    const limit = limitsOf(current).find((one) => one.limit === name)
    if (limit === undefined) throw new Error(`no limit ${name}`)
    return limit
  }

  return { open, act, count, limitsOf, limitOf }
}

/** The case of what was done; an error with its reasons where it was refused. */
export function caseOf(outcome: Outcome): Case {
  if (outcome.kind === 'done') return outcome.case
  throw new Error(messagesOf(outcome.issues).join(''))
}

/** What a refusal says; nothing where it was done. */
export function refusalsOf(outcome: Outcome): readonly string[] {
  return outcome.kind === 'refused' ? messagesOf(outcome.issues) : []
}

const messagesOf = (issues: readonly Issue[]) => issues.map(({ message }) => message)
