import { alarmsOfCase, type Calendar, type Case, type Parameters } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { keptStanding, projectionOf } from '../listing/projection.ts'
import { caseRow } from '../log/append.ts'
import { canonicalJson } from '../log/digest.ts'
import { clearCase } from '../vault/case-key.ts'
import { isSealed, withSealed } from '../vault/personal-texts.ts'
import { unsealText, type Vault, type WrappedKey } from '../vault/vault.ts'
import type { Followed } from './chain.ts'

type Row = Readonly<Record<string, unknown>>

/** What is kept of cases besides their log. */
interface Kept {
  readonly cases: ReadonlyMap<string, Row>
  readonly keys: ReadonlyMap<string, WrappedKey>
  readonly searches: ReadonlyMap<string, Row>
  readonly orders: ReadonlyMap<string, readonly Row[]>
  readonly standings: ReadonlyMap<string, Row>
  readonly timers: ReadonlyMap<string, readonly Row[]>
  readonly disclosures: ReadonlyMap<string, readonly Row[]>
  readonly papers: ReadonlyMap<string, readonly Row[]>
  readonly links: ReadonlyMap<string, readonly Row[]>
}

/** What projections are compared with besides the log. */
export interface Means {
  readonly vault: Vault
  /** The calendar of the county, by which alarms are set; null to leave them out. */
  readonly calendar: Calendar | null
  /** The county's own parameters, by programme: some set the length of a limit. */
  readonly ownParameters?: ReadonlyMap<string, Parameters>
}

/** The first case that is not kept as its log makes it, and in what; null where all are. */
export async function findDifference(
  db: Database,
  county: string,
  cases: readonly Followed[],
  means: Means,
): Promise<{ readonly case: string; readonly message: string } | null> {
  const kept = await read(
    db,
    county,
    cases.map(({ subject }) => subject),
  )
  for (const followed of cases) {
    const message = differenceOf(followed, kept, means)
    if (message !== null) return { case: followed.subject, message }
  }
  return null
}

async function read(db: Database, county: string, ids: readonly string[]): Promise<Kept> {
  const rowsOf = (table: string, id: 'id' | 'subject') =>
    sql<Row>`select * from ${sql.table(table)} where county = ${county} and ${sql.ref(id)} = any(${ids}::text[])`
      .execute(db)
      .then(({ rows }) => Map.groupBy(rows, (row) => String(row[id])))
  const keys = await rowsOf('case_keys', 'subject')
  return {
    cases: onlyOne(await rowsOf('cases', 'id')),
    keys: new Map([...onlyOne(keys)].map(([id, row]) => [id, row as unknown as WrappedKey])),
    searches: onlyOne(await rowsOf('case_search', 'id')),
    orders: await rowsOf('case_order', 'id'),
    standings: onlyOne(await rowsOf('standings', 'id')),
    timers: await rowsOf('timers', 'subject'),
    disclosures: await rowsOf('disclosures', 'subject'),
    papers: await rowsOf('papers', 'subject'),
    links: await rowsOf('case_links', 'subject'),
  }
}

function onlyOne(rows: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, Row> {
  return new Map([...rows].flatMap(([id, [row]]) => (row === undefined ? [] : [[id, row]])))
}

function differenceOf(followed: Followed, kept: Kept, means: Means): string | null {
  const { subject, procedure, programme, last } = followed
  const row = kept.cases.get(subject)
  if (row === undefined) return `办件“${subject}”有办理记录，却没有现状。`
  const key = kept.keys.get(subject) ?? null
  const clear = clearCase(means.vault, followed.case, key)
  const expected = caseRow(programme, procedure, last, followed.case)
  return (
    firstColumn(subject, expected, sameSealing(row, followed.case, means.vault, key)) ??
    listingDifference(followed, clear, kept, means.vault) ??
    standingDifference(followed, clear, kept) ??
    alarmDifference(followed, clear, kept, means) ??
    followingsDifference(followed, kept)
  )
}

/** The row with every personal text that the log has clear, as before there were keys, clear as well. */
function sameSealing(row: Row, logged: Case, vault: Vault, key: WrappedKey | null): Row {
  const body = row['body'] as Case
  if (key === null) return row
  const belongsTo = `${logged.county}/${logged.id}`
  const unwrapped = vault.unwrap(key, belongsTo)
  const data = Object.entries(body.data).map(([field, value]) => {
    if (isSealed(logged.data[field]) || typeof logged.data[field] === 'object') return [field, value]
    return [field, withSealed(value, (sealed) => unsealText(unwrapped, belongsTo, sealed))]
  })
  return { ...row, body: { ...body, data: Object.fromEntries(data) } }
}

function firstColumn(subject: string, expected: Row, row: Row): string | null {
  for (const [column, value] of Object.entries(expected)) {
    const found = row[column]
    const isSame =
      found instanceof Date
        ? found.getTime() === Date.parse(String(value))
        : canonicalJson(found) === canonicalJson(value)
    if (isSame) continue
    const sides =
      column === 'body' ? '' : `：现为${JSON.stringify(found)}，按办理记录应为${JSON.stringify(value)}`
    return `办件“${subject}”的现状与办理记录推算的不一致，项目“${column}”${sides}。`
  }
  return null
}

function listingDifference(
  { subject, programme, procedure }: Followed,
  clear: Case,
  kept: Kept,
  vault: Vault,
): string | null {
  const { search, order } = projectionOf(vault, programme, procedure, clear)
  const { scope, text } = kept.searches.get(subject) ?? {}
  if (!isSame({ scope, text }, search)) {
    return `办件“${subject}”的查询内容与办理记录推算的不一致，请重建查询内容。`
  }
  const orders = kept.orders.get(subject) ?? []
  const found = Object.fromEntries(orders.map(({ field, key }) => [field, key]))
  const areOfUnit = orders.every(({ unit }) => unit === clear.unit)
  return areOfUnit && isSame(found, order)
    ? null
    : `办件“${subject}”的排序内容与办理记录推算的不一致，请重建查询内容。`
}

function standingDifference({ subject, procedure }: Followed, clear: Case, kept: Kept): string | null {
  const wanted = keptStanding(procedure, clear)
  if (wanted === null) return null
  const row = kept.standings.get(subject) ?? {}
  const found = Object.fromEntries(Object.keys(wanted).map((column) => [column, plainOf(row[column])]))
  const expected = Object.entries({ ...wanted, unit: clear.unit }).map(([column, value]) => [
    column,
    column === 'settled' && value !== null ? Date.parse(value) : value,
  ])
  return isSame({ ...found, unit: row['unit'] }, Object.fromEntries(expected))
    ? null
    : `办件“${subject}”的进展与办理记录推算的不一致，请重建查询内容。`
}

function plainOf(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value
}

function alarmDifference(
  { subject, programme, procedure }: Followed,
  clear: Case,
  kept: Kept,
  { calendar, ownParameters }: Means,
): string | null {
  if (calendar === null) return null
  const wanted = alarmsOfCase(procedure, clear, calendar, ownParameters?.get(programme.id)).flatMap(
    (effect) =>
      effect.kind === 'alarm' ? [[effect.name, { at: Date.parse(effect.at), does: effect.does }]] : [],
  )
  const found = (kept.timers.get(subject) ?? []).map(({ name, at, does, unit }) => [
    name,
    unit === clear.unit ? { at: new Date(at as Date).getTime(), does } : null,
  ])
  return isSame(Object.fromEntries(wanted), Object.fromEntries(found))
    ? null
    : `办件“${subject}”的期限提醒与按现行日历推算的不一致，请重算期限。`
}

function followingsDifference({ subject, followings }: Followed, kept: Kept): string | null {
  const rows = (kept.disclosures.get(subject) ?? []).map(({ sequence, title, places, record, ended_by }) => ({
    sequence,
    title,
    places,
    record,
    ended_by,
  }))
  const shown = rows.sort((a, b) => Number(a.sequence) - Number(b.sequence))
  if (!isSame(shown, followings.disclosures)) return `办件“${subject}”的公示与办理记录推算的不一致。`
  const papers = (kept.papers.get(subject) ?? []).map(({ sequence, paper }) => `${sequence}/${paper}`)
  if (!isSame(papers.sort(), [...followings.papers].sort())) {
    return `办件“${subject}”的文书目录与办理记录推算的不一致。`
  }
  const links = (kept.links.get(subject) ?? []).map(({ link, other }) => `${link}/${other}`)
  return isSame(links.sort(), [...new Set(followings.links)].sort())
    ? null
    : `办件“${subject}”的关联办件与办理记录推算的不一致。`
}

function isSame(found: unknown, wanted: unknown): boolean {
  return canonicalJson(found) === canonicalJson(wanted)
}
