import { type Calendar, type Parameters, type Programme, type UnitTree, unitTree } from '@luoshi/kernel'
import { administration } from '@luoshi/programmes'
import type { Database } from '@luoshi/store'
import { sql } from 'kysely'
import { type CalendarRecord, countyCalendar } from './county-calendar.ts'
import { countyParameters, type ParameterRecord } from './county-parameters.ts'
import { type UnitEntry, unitFromLog } from './unit-from-log.ts'

/** An officer as screens and logs name one. */
export interface OfficerName {
  readonly name: string
  /** Id of the unit. */
  readonly unit: string
  /** 副局长; null where none is written. */
  readonly position: string | null
}

/** What everything done in a county rests on, as its administration has it at present. */
export interface CountyState {
  readonly county: string
  readonly units: UnitTree
  readonly calendar: Calendar
  /** By programme. */
  readonly parameters: ReadonlyMap<string, Parameters>
  /** By number; those who left are among them, since the log names them. */
  readonly officers: ReadonlyMap<string, OfficerName>
}

/** Reads a county's administration from its log and registers. */
export async function readCounty(
  db: Database,
  county: string,
  programmes: readonly Programme[],
): Promise<CountyState> {
  const [units, officers, values, days] = await Promise.all([
    unitsOf(db, county),
    recordsOf<{ number: string; name: string; unit: string; position?: string }>(db, county, 'officers'),
    recordsOf<ParameterRecord>(db, county, 'parameter-values'),
    recordsOf<CalendarRecord>(db, county, 'calendar-days'),
  ])
  const held = <Data>(records: readonly Kept<Data>[]) =>
    records.filter(({ isClosed }) => !isClosed).map(({ data }) => data)
  return {
    county,
    units,
    calendar: countyCalendar(held(days)),
    parameters: countyParameters(county, programmes, held(values)),
    officers: new Map(
      officers.map(({ data: { number, name, unit, position } }) => [
        number,
        { name, unit, position: position ?? null },
      ]),
    ),
  }
}

/** What a county has set of the administration's own parameters: those of signing in. */
export async function readOwnParameters(db: Database, county: string): Promise<Parameters> {
  const values = await recordsOf<ParameterRecord>(db, county, 'parameter-values')
  const held = values.filter(({ isClosed }) => !isClosed).map(({ data }) => data)
  return countyParameters(county, [administration], held).get(administration.id) ?? {}
}

interface Kept<Data> {
  readonly data: Data
  readonly isClosed: boolean
}

async function recordsOf<Data>(
  db: Database,
  county: string,
  register: string,
): Promise<readonly Kept<Data>[]> {
  const rows = await db
    .selectFrom('cases')
    .select([sql<unknown>`body->'data'`.as('data'), 'closed'])
    .where('county', '=', county)
    .where('programme', '=', administration.id)
    .where('register', '=', register)
    .orderBy('opened')
    .orderBy('id')
    .execute()
  return rows.map(({ data, closed }) => ({ data: data as Data, isClosed: closed !== null }))
}

async function unitsOf(db: Database, county: string): Promise<UnitTree> {
  const rows = await db
    .selectFrom('actions')
    .innerJoin('cases', (join) =>
      join.onRef('cases.county', '=', 'actions.county').onRef('cases.id', '=', 'actions.subject'),
    )
    .select(['actions.subject', sql<UnitEntry>`actions.payload->'event'`.as('event')])
    .where('cases.county', '=', county)
    .where('cases.programme', '=', administration.id)
    .where('cases.register', '=', 'units')
    .orderBy('cases.opened')
    .orderBy('actions.subject')
    .orderBy('actions.sequence')
    .execute()
  const logs = Map.groupBy(rows, ({ subject }) => subject)
  const units = [...logs.values()].map((log) => unitFromLog(log.map(({ event }) => event)))
  return unitTree(units.filter((unit) => unit !== null))
}
