import type { EnforcementAlarmView, EnforcementCockpitView, EnforcementCountView } from '@luoshi/client'
import { accessFilter, dateOf, findProcedure, findValueOn, isReached } from '@luoshi/kernel'
import {
  type AlarmKind,
  alarmKinds,
  alarmPhases,
  alarmsAt,
  alarmsOfRecord,
  type CaseOutlook,
  countedBy,
  type EnforcementAlarm,
  mobileCoverage,
  type OnRecord,
  owesRecord,
  recorderCount,
  recordersArrived,
} from '@luoshi/programmes/enforcement'
import { countCases, type Database, listCases, valuesHeld } from '@luoshi/store'
import { deskAddress } from '../api/day/day.ts'
import { citeView } from '../api/views/cite-view.ts'
import { officerName, type Sight, unitName } from '../api/views/sight.ts'
import { type WatchedCase, watchedCases } from './watched-cases.ts'
import { coverageByBody } from './year-figures.ts'

/** Cases that are looked at: a county that has more going on is told so. */
const MOST_CASES = 20_000

/** Alarms of each kind that are listed. */
const LISTED = 40

/** What is wrong with the cases that go on, as far as whoever asks may read them, counted by kind, body and officer. */
export async function cockpitOf(db: Database, sight: Sight): Promise<EnforcementCockpitView> {
  const [{ placed, names }, { cases, isPartial }, coverage, recorders] = await Promise.all([
    alarmsBeforehand(db, sight),
    watchedCases(db, sight, MOST_CASES),
    coverageOf(db, sight),
    recordersOfCounty(db, sight),
  ])
  const alarms = await alarmsOfCases(db, sight, cases)
  return { ...viewOf(sight, [...placed, ...alarms], names, cases.length, isPartial), coverage, recorders }
}

async function alarmsOfCases(
  db: Database,
  sight: Sight,
  cases: readonly WatchedCase[],
): Promise<readonly Placed[]> {
  const { programme, now } = sight
  const onRecord = await onRecordOf(db, sight, cases)
  return cases.flatMap(({ procedure: id, outlook }) => {
    const procedure = findProcedure(programme, id)
    if (procedure === undefined) return []
    const href = deskAddress({ ...sight, procedure }, outlook.of.case)
    return alarmsAt(outlook, onRecord(outlook), now).map((alarm) => ({ alarm, href }))
  })
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

/** What the cases have on record: asked of those only that owe something by now. */
async function onRecordOf(
  db: Database,
  { programme, state, now }: Sight,
  cases: readonly WatchedCase[],
): Promise<(outlook: CaseOutlook) => OnRecord> {
  const today = dateOf(now)
  const values = cases
    .filter(({ outlook }) => owesRecord(outlook, today))
    .map(({ outlook }) => outlook.of.number)
  const heldIn = async (id: string, states: readonly string[]) => {
    const procedure = findProcedure(programme, id)
    if (procedure === undefined) return new Set<string>()
    return valuesHeld(db, { county: state.county, programme, procedure, field: 'case', values, states })
  }
  // Evidence that was struck off its register is none.
  const [recorded, evidenced] = await Promise.all([
    heldIn('record', ['signed']),
    heldIn('evidence', ['current']),
  ])
  return ({ of: { number } }) => ({ hasRecord: recorded.has(number), hasEvidence: evidenced.has(number) })
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
