import {
  type Action,
  type Actor,
  type Case,
  type Context,
  type Facts,
  findProcedure,
  type Outcome,
  officialCalendar,
  openCase,
  type Parameters,
  type Procedure,
  proceduresOf,
  type RecordLookup,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { enforcement } from './programme.ts'

/** Units of the made-up county. */
export const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('east', '东山镇人民政府', 'government'),
  unitNamed('west', '西河乡人民政府', 'government'),
  unitNamed('market', '县市场监督管理局', 'government'),
  unitNamed('justice', '县司法局', 'government'),
])

/** Someone who holds a role in a unit. */
export function person(id: string, role: string, unit: string): Actor {
  return { id, county: 'qingyuan', posts: [{ role, unit, from: null, until: null }] }
}

/** Who acts in the tests. All are made up. */
export const people = {
  wu: person('wu', 'officer', 'east'),
  he: person('he', 'officer', 'east'),
  head: person('ma', 'enforcement-head', 'east'),
  reviewer: person('shen', 'legal-reviewer', 'east'),
  other: person('lin', 'officer', 'west'),
  market: person('qin', 'officer', 'market'),
  government: person('wang', 'government', 'government'),
  overseer: person('zheng', 'overseer', 'justice'),
  anyone: person('visitor', 'public', 'government'),
}

/** Cases of one county in memory, with lookups over them as the store does them. */
export class World {
  readonly cases = new Map<string, Case>()
  /** What was done to each case, in order. */
  readonly done = new Map<string, Extract<Outcome, { kind: 'done' }>[]>()

  /** The moment at which things are done, until it is moved. */
  now: string
  readonly parameters: Parameters

  constructor(now: string, parameters: Parameters = {}) {
    this.now = now
    this.parameters = parameters
  }

  /** Opens a case in the unit of who opens it. */
  open(procedureId: string, id: string, by: Actor, input: Readonly<Record<string, unknown>>): Outcome {
    const procedure = procedureOf(procedureId)
    const opened = { id, county: 'qingyuan', unit: by.posts[0]?.unit ?? '', owner: by.id }
    const outcome = openCase(
      procedure,
      opened,
      { by, input },
      this.context(procedure, { id, county: 'qingyuan', data: input }),
    )
    return this.kept(id, outcome)
  }

  /** Does an action on a case. */
  act(id: string, name: string, by: Actor, more: Omit<Action, 'name' | 'by'> = {}): Outcome {
    const before = this.get(id)
    const procedure = procedureOf(before.procedure)
    const data = { ...before.data, ...more.input }
    const outcome = transition(
      procedure,
      before,
      { name, by, ...more },
      this.context(procedure, { ...before, data }),
    )
    return this.kept(id, outcome)
  }

  private kept(id: string, outcome: Outcome): Outcome {
    if (outcome.kind === 'done') {
      this.cases.set(id, outcome.case)
      this.done.set(id, [...(this.done.get(id) ?? []), outcome])
    }
    return outcome
  }

  /** The case as it stands. */
  get(id: string): Case {
    const found = this.cases.get(id)
    if (found === undefined) throw new Error(`no case ${id}`)
    return found
  }

  private context(procedure: Procedure, subject: Pick<Case, 'id' | 'county' | 'data'>): Context {
    const facts: Facts = Object.fromEntries(
      Object.entries(procedure.lookups).flatMap(([name, lookup]) =>
        'catalogue' in lookup ? [] : [[name, this.lookUp(lookup, subject)]],
      ),
    )
    const { now, parameters } = this
    return { now, calendar: officialCalendar(), units, programme: enforcement, parameters, facts }
  }

  private lookUp({ register, where, states, gives }: RecordLookup, { id, data }: Pick<Case, 'id' | 'data'>) {
    const kinds = new Set(
      proceduresOf(enforcement)
        .filter((procedure) => procedure.register === register)
        .map((procedure) => procedure.id),
    )
    const found = [...this.cases.values()].filter(
      (other) =>
        other.id !== id &&
        kinds.has(other.procedure) &&
        (states === undefined || states.includes(other.state)) &&
        Object.entries(where).every(
          ([field, from]) => data[from] !== undefined && other.data[field] === data[from],
        ),
    )
    const { fields } = gives as { fields: readonly string[] }
    return found.map((other) => Object.fromEntries(fields.map((field) => [field, other.data[field]])))
  }
}

function procedureOf(id: string): Procedure {
  const procedure = findProcedure(enforcement, id)
  if (procedure === undefined) throw new Error(`no procedure ${id}`)
  return procedure
}

/** What a refusal says; the state that was reached where nothing was refused. */
export function said(outcome: Outcome): string {
  return outcome.kind === 'refused'
    ? outcome.issues.map(({ message }) => message).join('\n')
    : outcome.case.state
}

const officerOf = (number: string, name: string, unit: string) => ({
  number,
  name,
  unit,
  examPassedOn: '2021-11-01',
  certificate: `晋执-${number}`,
  certificateFrom: '2022-01-01',
  certificateUntil: '2026-12-31',
})

/** A power to penalise as the list has it. */
export const littering = {
  code: '清单-110',
  list: '清政办发〔2023〕25号第110项',
  kind: 'penalty',
  name: '对随地倾倒生活垃圾的处罚',
  source: '《城市市容和环境卫生管理条例》第三十四条',
  holders: ['east', 'west'],
  isTownship: true,
  formerHolders: ['market'],
  isSimpleOnly: false,
  excludesPoor: false,
  isReportedUp: false,
  from: '2022-10-28',
}

/** What opens an ordinary case. */
export const dumped = {
  number: '东罚-1',
  power: littering.code,
  placeUnit: 'east',
  partyKind: 'citizen',
  person: '苗得雨',
  idNumber: '140922198603121237',
  actOn: '2023-05-08',
  foundOn: '2023-05-08',
  touchesLife: false,
  scene: '东山镇上河村口',
  act: '向河道倾倒生活垃圾约两立方米。',
  officer1: 'wu',
  officer2: 'he',
  hasInterest: false,
}

/** A county with officers, powers and a published table of discretion. */
export function settled(now: string): World {
  const world = new World(now)
  const { overseer, government } = people
  const must = (outcome: Outcome) => {
    if (outcome.kind === 'refused') throw new Error(said(outcome))
  }
  must(world.open('officer', 'o1', overseer, officerOf('wu', '吴明察', 'east')))
  must(world.open('officer', 'o2', overseer, officerOf('he', '何守正', 'east')))
  must(world.open('officer', 'o3', overseer, officerOf('lin', '林致远', 'west')))
  must(world.open('officer', 'o4', overseer, officerOf('qin', '秦实', 'market')))
  must(world.open('officer', 'o5', overseer, officerOf('tang', '唐立', 'market')))
  must(world.open('power', 'p1', government, littering))
  const band = (number: string, grade: string, least: string, most: string) => ({
    number,
    power: littering.code,
    grade,
    situation: '按倾倒数量',
    least,
    most,
    from: '2022-10-28',
  })
  must(world.open('band', 'b1', government, band('基准-1', 'light', '0', '500')))
  must(world.open('band', 'b2', government, band('基准-2', 'ordinary', '500', '2000')))
  must(world.open('band', 'b3', government, band('基准-3', 'heavy', '2000', '5000')))
  return world
}

/** Id numbers of made-up people: 37, 15 and 11 years old in 2023. */
export const idNumbers = {
  adult: '140922198603121237',
  minor: '140922200803121231',
  child: '140922201203121232',
}
