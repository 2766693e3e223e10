import { countyBySlug } from '@luoshi/counties'
import { allActions, OPENING } from '@luoshi/kernel'
import { type Application, services as programme, type Rating } from '@luoshi/programmes/services'
import {
  guideFromNational,
  guideToNational,
  type HandledApplication,
  type HandledSpecial,
  handledToNational,
  type NationalCounty,
  type NationalFinding,
  nationalTable,
  readRecord,
  writeRecord,
} from '@luoshi/programmes/services/national'
import { type Entry, findCase, historyOf, open, reveal } from '@luoshi/store'
import { officerName, unitName } from '../api/views/sight.ts'
import { procedureOf, type ServiceDesk, sentencesOf } from '../citizens/service-desk.ts'
import type { Services } from '../services.ts'
import { actorFor, type Officer } from '../sign-in/index.ts'
import { type CountyKeeper, surroundingsFor } from '../surroundings/county-keeper.ts'
import type { CountyState } from '../surroundings/read-county.ts'

/** What goes to and comes from other platforms in the data items of GB/T 39046—2020. */
export interface Exchange {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly desk: ServiceDesk
}

/** What became of a file of items: how many drafts were made, and what was said against the others. */
export interface ItemsImported {
  readonly drafted: number
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

/** All published guides as records of table 4. */
export async function exportItems({ counties, desk }: Exchange, county: string): Promise<unknown> {
  const state = await counties.of(county)
  const table = nationalTable('item')
  const records = (await desk.guides(county)).map((guide) =>
    writeRecord(table, guideToNational(guide, countyOf(state))),
  )
  return { standard: 'GB/T 39046—2020', table: table.title, records }
}

/** Makes drafts of guides from records of table 4: nothing is published by a file. */
export async function importItems(
  { services, counties }: Exchange,
  officer: Officer,
  text: string,
): Promise<ItemsImported> {
  const records = recordsIn(text)
  if (records === null)
    return { drafted: 0, problems: ['文件不是本标准的JSON：应有records，是事项的清单。'], warnings: [] }
  const state = await counties.of(officer.county)
  const around = surroundingsFor(state, programme.id, services)
  const by = actorFor(officer, programme.id)
  const problems: string[] = []
  const findings: NationalFinding[] = []
  let drafted = 0
  for (const [place, written] of records.entries()) {
    const read = readRecord(nationalTable('item'), written)
    const wrong = read.findings.filter(({ severity }) => severity === 'error')
    findings.push(...read.findings.filter(({ severity }) => severity === 'warning'))
    const guide = wrong.length > 0 ? null : guideFromNational(read.record, countyOf(state))
    if (guide?.kind !== 'guide') {
      const says = guide === null ? wrong.map(({ message }) => message) : guide.messages
      problems.push(`第${place + 1}项：${says.join('')}`)
      continue
    }
    const id = `guiding-${crypto.randomUUID()}`
    const opening = {
      procedure: 'guiding',
      unit: guide.guide.decidedBy,
      owner: null,
      action: { by, input: guide.guide },
    }
    const acted = await open(
      services.db,
      programme,
      { county: officer.county, case: id, requestKey: null },
      opening,
      around,
    )
    if (acted.kind === 'done') drafted++
    else problems.push(`第${place + 1}项：${sentencesOf(acted).join('')}`)
  }
  return { drafted, problems, warnings: [...new Set(findings.map(({ message }) => message))] }
}

/** One application with all that was done, in tables 5 to 9; its clear personal data are read, and that is kept. Null where there is none. */
export async function exportApplication(
  { services, counties, desk }: Exchange,
  officer: Officer,
  number: string,
): Promise<unknown> {
  const { county } = officer
  const { db } = services
  const stored = await desk.application(county, number)
  if (stored === null) return null
  const state = await counties.of(county)
  const asked = {
    county,
    cases: [number],
    by: actorFor(officer, programme.id),
    reason: '按GB/T 39046导出办件',
  }
  const shown = await reveal(db, programme, asked, surroundingsFor(state, programme.id, services))
  if (shown.kind !== 'revealed') return null
  const application = applicationIn({ ...stored.case.data, ...shown.cases[0]?.data })
  const entries = await historyOf(db, procedureOf('application'), county, number)
  const rated = await findCase(db, county, `PJ-${number}`)
  const handled = handledFrom(
    application,
    entries,
    state,
    stored.case.unit,
    rated && { data: rated.case.data as Rating, at: rated.case.opened },
  )
  const tables = handledToNational(handled)
  return {
    standard: 'GB/T 39046—2020',
    ...Object.fromEntries(
      Object.entries(tables).map(([id, records]) => [
        id,
        records.map((record) => writeRecord(nationalTable(id), record)),
      ]),
    ),
  }
}

function countyOf(state: CountyState): NationalCounty {
  const { county, units } = state
  const today = '9999-12-31'
  return {
    regionCode: countyBySlug.get(county)?.regionCode ?? '',
    unitName: (id) => unitName(state, id, today),
    unitId: (name) => Object.keys(units.units).find((id) => unitName(state, id, today) === name) ?? null,
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

function recordsIn(text: string): readonly Readonly<Record<string, unknown>>[] | null {
  try {
    const { records } = JSON.parse(text) as { records?: unknown }
    const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
    return Array.isArray(records) && records.every(isRecord) ? records : null
  } catch {
    return null
  }
}

/** Whether an officer may exchange items: who keeps the guides. */
export function mayExchange({ posts }: Officer): boolean {
  return posts.some(({ programme: of, role }) => of === programme.id && role === 'approval-bureau')
}
