import {
  type Actor,
  type Case,
  type Context,
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
  unitNamed,
  unitTree,
} from '@luoshi/kernel'

const county = 'wutai'
const calendar = officialCalendar()
const units = unitTree([unitNamed('county', '县人民政府', null), unitNamed('town', '东镇人民政府', 'county')])

/** What a test may say besides who does what. */
export interface Around {
  readonly facts?: Facts
  readonly parameters?: Parameters
  readonly reason?: string
  readonly materials?: readonly string[]
  /** Another person of that role. */
  readonly as?: string
}

/** Lets the roles of a programme act in its procedures, one person for each role, all in one unit. */
export function actingIn(programme: Programme) {
  const person = (role: string, id: string): Actor => {
    if (!(role in programme.roles)) throw new Error(`no role ${role}`)
    return { id, county, posts: [{ role, unit: 'town', from: null, until: null }] }
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
    const opened = { id: `${id}-case`, county, unit: 'town', owner: null }
    const by = person(role, around.as ?? role)
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
    const { reason, materials = [], as = role } = around
    const action = {
      name,
      by: person(role, as),
      input: { ...input },
      materials,
      ...(reason ? { reason } : {}),
    }
    return transition(procedureOf(before.procedure), before, action, contextOf(day, around))
  }

  /** What a stocktake of the programme finds on a day. */
  function count(
    id: string,
    today: string,
    records: readonly Partial<StocktakeRecord>[],
    parameters: Parameters = {},
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
    return stocktake.count(
      records.map((one) => ({ ...given, latest: given.opened, ...one })),
      around,
    )
  }

  return { open, act, count }
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
