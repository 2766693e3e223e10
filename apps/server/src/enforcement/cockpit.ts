import type { EnforcementAlarmView, EnforcementCockpitView, EnforcementCountView } from '@luoshi/client'
import {
  accessFilter,
  type Case,
  dateOf,
  dueDatesOf,
  findProcedure,
  findValueOn,
  isReached,
} from '@luoshi/kernel'
import {
  type AlarmKind,
  alarmKinds,
  alarmPhases,
  alarmsOfCase,
  alarmsOfRecord,
  countedBy,
  type EnforcementAlarm,
  mobileCoverage,
  recorderCount,
  recordersArrived,
} from '@luoshi/programmes/enforcement'
import {
  countByField,
  countCases,
  type Database,
  listAcross,
  listCases,
  type SharedCase,
} from '@luoshi/store'
import { deskAddress } from '../api/day/day.ts'
import { citeView } from '../api/views/cite-view.ts'
import { officerName, type Sight, unitName } from '../api/views/sight.ts'
import { coverageByBody } from './year-figures.ts'

/** Cases that are looked at: a county that has more going on is told so. */
const MOST_CASES = 20_000

/** Alarms of each kind that are listed. */
const LISTED = 40

/** States in which a case has its record behind it, or ought to. */
const WITH_RECORD = new Set(['investigating', 'concluded'])

/** What is wrong with the cases that go on, as far as whoever asks may read them, counted by kind, body and officer. */
export async function cockpitOf(db: Database, sight: Sight): Promise<EnforcementCockpitView> {
  const { programme, actor, state, now } = sight
  const procedures = ['ordinary', 'simple'].flatMap((id) => findProcedure(programme, id) ?? [])
  const shares = procedures.map((procedure) => ({
    programme,
    procedure,
    filter: accessFilter(actor, procedure.access.read, state.units, dateOf(now)),
  }))
  const found = await listAcross(db, state.county, shares, MOST_CASES + 1)
  const cases = found.slice(0, MOST_CASES)
  const counts = await recordsOf(db, sight, cases)
  const parameters = state.parameters.get(programme.id) ?? {}
  const alarms = cases.flatMap(({ case: current, procedure }) => {
    const limits = dueDatesOf(procedure, current, state.calendar, parameters)
    const number = String(current.data['number'] ?? '')
    const records = counts.records.get(number) ?? (isLookedAt(current) ? 0 : 1)
    const evidence = counts.evidence.get(number) ?? (isLookedAt(current) ? 0 : 1)
    return alarmsOfCase(procedure, { case: current, limits, records, evidence }, now).map((alarm) => ({
      alarm,
      href: deskAddress({ ...sight, procedure }, current.id),
    }))
  })
  const { placed, names } = await alarmsBeforehand(db, sight)
  const [coverage, recorders] = await Promise.all([coverageOf(db, sight), recordersOfCounty(db, sight)])
  return {
    ...viewOf(sight, [...placed, ...alarms], names, cases.length, found.length > MOST_CASES),
    coverage,
    recorders,
  }
}

/** Records of one register that are looked at. */
const MOST_RECORDS = 500

/** Names of officers who enforce, by their numbers: not each has an account. */
type Names = ReadonlyMap<string, string>

/** What is wrong with officers, powers and entrustments before anyone acts; and who the officers are. */
async function alarmsBeforehand(
  db: Database,
  sight: Sight,
): Promise<{ readonly placed: readonly Placed[]; readonly names: Names }> {
  const { programme, actor, state, now } = sight
  const today = dateOf(now)
  const recordsIn = async (id: string, states: readonly string[]) => {
    const procedure = findProcedure(programme, id)
    if (procedure === undefined) return []
    const filter = accessFilter(actor, procedure.access.read, state.units, today)
    const of = { county: state.county, programme, procedure, filter, states, limit: MOST_RECORDS }
    const page = await listCases(db, of)
    return page.kind === 'page' ? page.rows.map((row) => ({ procedure, record: row.case })) : []
  }
  const [officers, powers, entrustments, bands] = await Promise.all([
    recordsIn('officer', ['serving']),
    recordsIn('power', ['listed']),
    recordsIn('entrustment', ['written']),
    recordsIn('band', ['published']),
  ])
  const banded = new Set(bands.map(({ record }) => String(record.data['power'])))
  const names = new Map(
    officers.map(({ record: { data } }) => [String(data['number']), String(data['name'])]),
  )
  const placed = [...officers, ...powers, ...entrustments].flatMap(({ procedure, record }) =>
    alarmsOfRecord(record, banded, today).map((alarm) => ({
      alarm,
      href: deskAddress({ ...sight, procedure }, record.id),
    })),
  )
  return { placed, names }
}

/** Only of these is it counted what they have; the others passed the gate that asks for a record. */
function isLookedAt({ procedure, state }: Case): boolean {
  return procedure === 'ordinary' && WITH_RECORD.has(state)
}

async function recordsOf(db: Database, sight: Sight, cases: readonly SharedCase[]) {
  const { programme, state } = sight
  const values = cases
    .filter((one) => isLookedAt(one.case))
    .map((one) => String(one.case.data['number'] ?? ''))
  const counted = async (id: string, states?: readonly string[]) => {
    const procedure = findProcedure(programme, id)
    if (procedure === undefined) return new Map<string, number>()
    const of = { county: state.county, programme, procedure, field: 'case', values }
    return countByField(db, states === undefined ? of : { ...of, states })
  }
  const [records, evidence] = await Promise.all([counted('record', ['signed']), counted('evidence')])
  return { records, evidence }
}

/** Of the bodies whose cases one may read. */
async function coverageOf(db: Database, { programme, actor, state, now }: Sight) {
  const today = dateOf(now)
  const procedure = findProcedure(programme, 'ordinary')
  const filter = procedure && accessFilter(actor, procedure.access.read, state.units, today)
  const counted = await coverageByBody(db, state.county)
  return [...counted]
    .filter(([unit]) => isReached(filter ?? null, { county: state.county, unit, owner: null }))
    .map(([unit, of]) => ({
      unit,
      name: unitName(state, unit, today),
      ...of,
      percent: mobileCoverage(of),
    }))
    .sort((a, b) => a.percent - b.percent || (a.unit < b.unit ? -1 : 1))
}

/** The county's recorders, told to whom may read their register. */
async function recordersOfCounty(db: Database, { programme, actor, state, now, library }: Sight) {
  const procedure = findProcedure(programme, 'recorder')
  const own = state.parameters.get(programme.id)?.[recordersArrived.id]
  const used = findValueOn(own ?? recordersArrived, dateOf(now))
  const filter = procedure && accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const counted =
    procedure === undefined
      ? null
      : await countCases(db, {
          county: state.county,
          programme,
          procedure,
          filter: filter ?? null,
          closed: 'open',
        })
  const found = counted?.kind === 'count' ? counted.value : 0
  return {
    ...recorderCount(found, Number(used?.value ?? 0)),
    clause: citeView(library, recordersArrived.values[0]?.basis ?? programme.basis),
  }
}

interface Placed {
  readonly alarm: EnforcementAlarm
  readonly href: string
}

function viewOf(
  sight: Sight,
  placed: readonly Placed[],
  names: Names,
  cases: number,
  isPartial: boolean,
): Omit<EnforcementCockpitView, 'coverage' | 'recorders'> {
  const { state, now } = sight
  const today = dateOf(now)
  const alarms = placed.map(({ alarm }) => alarm)
  const nameOf = (officer: string) => names.get(officer) ?? officerName(state, officer)
  const kinds = Object.entries(alarmKinds).map(([kind, title]) => ({
    kind,
    title,
    count: alarms.filter((alarm) => alarm.kind === kind).length,
  }))
  const named = (nameIt: (key: string) => string, counted: ReturnType<typeof countedBy>) =>
    counted.map(({ key, total, counts }): EnforcementCountView => ({ key, name: nameIt(key), total, counts }))
  return {
    date: today,
    cases,
    isPartial,
    kinds,
    bodies: named(
      (unit) => unitName(state, unit, today),
      countedBy(alarms, ({ unit }) => [unit]),
    ),
    officers: named(
      nameOf,
      countedBy(alarms, ({ officers }) => officers),
    ),
    alarms: firstOfEach(placed).map((one) => alarmView(sight, one, nameOf)),
  }
}

/** The first of each kind, so that none hides another. */
function firstOfEach(placed: readonly Placed[]): readonly Placed[] {
  const listed = new Map<AlarmKind, number>()
  return placed.filter(({ alarm: { kind } }) => {
    const before = listed.get(kind) ?? 0
    listed.set(kind, before + 1)
    return before < LISTED
  })
}

function alarmView(
  { library, state, now }: Sight,
  { alarm, href }: Placed,
  nameOf: (officer: string) => string,
): EnforcementAlarmView {
  const { kind, number, unit, officers, says, basis } = alarm
  return {
    kind,
    kindTitle: alarmKinds[kind satisfies AlarmKind],
    phase: alarmPhases[kind],
    number,
    unit,
    unitName: unitName(state, unit, dateOf(now)),
    officers: officers.map(nameOf),
    says,
    clause: citeView(library, basis),
    href,
  }
}
