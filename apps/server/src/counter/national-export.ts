import { countyBySlug } from '@luoshi/counties'
import { allActions, OPENING } from '@luoshi/kernel'
import {
  type Application,
  type ForeignCase,
  type Matter,
  services as programme,
  type Rating,
} from '@luoshi/programmes/services'
import {
  complaintToNational,
  foreignToNational,
  guideToNational,
  type HandledApplication,
  type HandledComplaint,
  type HandledSpecial,
  handledToNational,
  type NationalRecord,
  nationalTable,
  writeRecord,
} from '@luoshi/programmes/services/national'
import { type Entry, findCase, historyOf, listCases, reveal, type StoredCase } from '@luoshi/store'
import { officerName, unitName } from '../api/views/sight.ts'
import { procedureOf } from '../citizens/service-desk.ts'
import { actorFor, type Officer } from '../sign-in/index.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import type { CountyState } from '../surroundings/read-county.ts'
import { type Exchange, nationalCountyOf, STANDARD } from './national-exchange.ts'

/** From one day to another, both included. */
export interface Days {
  readonly from: string
  readonly until: string
}

/** Written records by table; or how many cases there are where these are more than one file holds. */
export type Exported =
  | { readonly kind: 'file'; readonly file: Readonly<Record<string, unknown>> }
  | { readonly kind: 'too-many' }

/** Cases of one file: each takes a reading of personal data, which is kept. */
const MOST = 1000

/** All published guides as records of table 4. */
export async function exportItems({ counties, desk }: Exchange, county: string): Promise<unknown> {
  const state = await counties.of(county)
  const table = nationalTable('item')
  const records = (await desk.guides(county)).map((guide) =>
    writeRecord(table, guideToNational(guide, nationalCountyOf(state))),
  )
  return { standard: STANDARD, table: table.title, records }
}

/** Applications that came in on these days, ours and those of other platforms, with all that was done, in tables 5 to 9. */
export async function exportApplications(
  exchange: Exchange,
  officer: Officer,
  days: Days,
): Promise<Exported> {
  const [own, foreign] = await Promise.all([
    openedOn(exchange, officer.county, 'application', days),
    openedOn(exchange, officer.county, 'foreign-cases', days),
  ])
  if (own.length + foreign.length > MOST) return { kind: 'too-many' }
  const tables: Record<string, NationalRecord[]> = {}
  const add = (records: Readonly<Partial<Record<string, readonly NationalRecord[]>>>) => {
    for (const [id, all = []] of Object.entries(records)) tables[id] = [...(tables[id] ?? []), ...all]
  }
  const shown = await clearDataOf(exchange, officer, [...own, ...foreign])
  for (const stored of own) add(await applicationRecords(exchange, stored, shown.get(stored.case.id)))
  for (const { case: found } of foreign) {
    add(foreignToNational({ ...found.data, ...shown.get(found.id) } as ForeignCase))
  }
  return { kind: 'file', file: fileOf(tables) }
}

/** Complaints and bad ratings that were registered on these days, with what came of them, in table 10. */
export async function exportComplaints(exchange: Exchange, officer: Officer, days: Days): Promise<Exported> {
  const found = await openedOn(exchange, officer.county, 'settling', days)
  if (found.length > MOST) return { kind: 'too-many' }
  const shown = await clearDataOf(exchange, officer, found)
  const records: NationalRecord[] = []
  for (const stored of found) {
    records.push(complaintToNational(await complaintFrom(exchange, stored, shown.get(stored.case.id))))
  }
  return { kind: 'file', file: fileOf({ interaction: records }) }
}

function fileOf(
  tables: Readonly<Record<string, readonly NationalRecord[]>>,
): Readonly<Record<string, unknown>> {
  const written = Object.entries(tables).map(([id, records]) => [
    id,
    records.map((record) => writeRecord(nationalTable(id), record)),
  ])
  return { standard: STANDARD, ...Object.fromEntries(written) }
}

/** Cases of a procedure that were opened on these days, the first first; one more than a file holds where there are more. */
async function openedOn(
  { services: { db } }: Exchange,
  county: string,
  procedure: string,
  { from, until }: Days,
): Promise<readonly StoredCase[]> {
  const found: StoredCase[] = []
  let after: string | undefined
  do {
    const listed = await listCases(db, {
      county,
      programme,
      procedure: procedureOf(procedure),
      filter: { county, isWholeCounty: true, units: [], owner: null },
      sort: { by: 'opened', descending: true },
      limit: 500,
      ...(after === undefined ? {} : { after }),
    })
    if (listed.kind === 'refused') throw new Error(listed.issue.message)
    found.push(...listed.rows.filter(({ case: { opened } }) => isWithin(opened, { from, until })))
    const isPast = (listed.rows.at(-1)?.case.opened ?? '').slice(0, 10) < from
    after = isPast || found.length > MOST ? undefined : (listed.next ?? undefined)
  } while (after !== undefined)
  return found.toReversed()
}

function isWithin(at: string, { from, until }: Days): boolean {
  const day = at.slice(0, 10)
  return from <= day && day <= until
}

/** Personal data of cases as they are, by case; who read them and why is kept. */
async function clearDataOf(
  { services, counties }: Exchange,
  officer: Officer,
  cases: readonly StoredCase[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  if (cases.length === 0) return new Map()
  const { county } = officer
  const asked = {
    county,
    cases: cases.map(({ case: { id } }) => id),
    by: actorFor(officer, programme.id),
    reason: `按${STANDARD}导出`,
  }
  const around = surroundingsFor(await counties.of(county), programme.id, services)
  const shown = await reveal(services.db, programme, asked, around)
  if (shown.kind !== 'revealed') throw new Error('an export was refused the personal data')
  return new Map(shown.cases.map(({ id, data }) => [id, data]))
}

async function applicationRecords(
  { services: { db }, counties }: Exchange,
  { case: found }: StoredCase,
  clear: Readonly<Record<string, unknown>> = {},
) {
  const state = await counties.of(found.county)
  const application = applicationIn({ ...found.data, ...clear })
  const entries = await historyOf(db, procedureOf('application'), found.county, found.id)
  const rated = await findCase(db, found.county, `PJ-${found.id}`)
  const rating = rated && { data: rated.case.data as Rating, at: rated.case.opened }
  return handledToNational(handledFrom(application, entries, state, found.unit, rating))
}

async function complaintFrom(
  { services: { db }, counties }: Exchange,
  { case: found }: StoredCase,
  clear: Readonly<Record<string, unknown>> = {},
): Promise<HandledComplaint> {
  const state = await counties.of(found.county)
  const procedure = procedureOf('settling')
  const entries = await historyOf(db, procedure, found.county, found.id)
  const events = entries.map(({ payload }) => payload.event)
  const taken = events.find(({ action }) => action === 'undertake' || action === 'dispatch')
  const settled = events.findLast(({ action }) => action === 'settle')
  const reply = settled?.input['reply']
  const names = new Set(Object.keys(procedure.subject.def.shape))
  const data = Object.entries({ ...found.data, ...clear }).filter(([name]) => names.has(name))
  return {
    matter: Object.fromEntries(data) as Matter,
    regionCode: countyBySlug.get(found.county)?.regionCode ?? '',
    complainedAt: found.opened,
    ...(taken === undefined
      ? {}
      : {
          undertaking: {
            unitName: unitName(state, found.unit, taken.at.slice(0, 10)),
            officer: officerName(state, taken.by),
            at: taken.at,
          },
        }),
    ...(settled === undefined || typeof reply !== 'string'
      ? {}
      : { feedback: { text: reply, at: settled.at } }),
  }
}

function applicationIn(data: Readonly<Record<string, unknown>>): Application {
  const names = new Set(Object.keys(procedureOf('application').subject.def.shape))
  return Object.fromEntries(Object.entries(data).filter(([name]) => names.has(name))) as Application
}

function handledFrom(
  application: Application,
  entries: readonly Entry[],
  state: CountyState,
  unit: string,
  rated: { readonly data: Rating; readonly at: string } | null,
): HandledApplication {
  const titles = new Map(
    allActions(procedureOf('application')).map(({ name, action }) => [name, action.title]),
  )
  const events = entries.map(({ payload }) => payload.event)
  const name = (id: string) => officerName(state, id)
  const unitOf = (day: string) => unitName(state, unit, day.slice(0, 10))
  const first = events[0]?.at ?? ''
  const accepted = events.find(({ action }) => action === 'accept' || action === 'deemAccepted')
  const granted = events.find(({ action }) => action === 'grant' || action === 'refuse')
  const handed = events.find(({ action }) => action.startsWith('handOut'))
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const licenceNumber = text(granted?.input['licenceNumber'])
  const scope = text(granted?.input['scope'])
  return {
    application,
    regionCode: countyBySlug.get(state.county)?.regionCode ?? '',
    appliedAt: first,
    ...(accepted === undefined
      ? {}
      : {
          accepted: { at: accepted.at, officer: name(accepted.by), unitName: unitOf(accepted.at), paper: '' },
        }),
    steps: events.map((event, place) => ({
      title: event.action === OPENING ? '收件' : (titles.get(event.action) ?? event.action),
      action: /refuse|Objects|notAccept|notOurs|sendBack/.test(event.action) ? '退回' : '通过',
      officer: name(event.by),
      ...(event.reason === null ? {} : { opinion: event.reason }),
      startedAt: events[place - 1]?.at ?? event.at,
      endedAt: event.at,
      unitName: unitOf(event.at),
    })),
    specials: specialsIn(events),
    ...(granted === undefined
      ? {}
      : {
          closed: {
            at: granted.at,
            officer: name(granted.by),
            unitName: unitOf(granted.at),
            ...(licenceNumber === undefined ? {} : { licenceNumber }),
            ...(scope === undefined ? {} : { scope }),
            isDelivered: handed?.input['handedBy'] === 'post',
          },
        }),
    ...(rated === null ? {} : { rating: { ...rated.data, at: rated.at } }),
  }
}

function specialsIn(events: readonly Entry['payload']['event'][]): HandledSpecial[] {
  return events.flatMap(({ action, at, reason }, place): HandledSpecial[] => {
    const isLonger = action === 'grantExtension' || action === 'grantJointExtension'
    if (!isLonger && action !== 'startSpecial') return []
    const end = isLonger ? undefined : events.slice(place).find((event) => event.action === 'endSpecial')
    const result = end?.input['specialResult']
    return [
      {
        kind: isLonger ? '1' : '2',
        title: isLonger ? '延长审批' : '听证、检验或者专家评审',
        startedAt: at,
        ...(reason === null ? {} : { reason }),
        ...(end === undefined ? {} : { endedAt: end.at }),
        ...(typeof result === 'string' ? { result } : {}),
      },
    ]
  })
}
