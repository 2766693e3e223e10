import type { ColumnType } from 'kysely'

type Moment = ColumnType<Date, string, string>

interface CitizenCodesTable {
  county: string
  /** Blind index of the number. */
  phone: string
  digest: string
  sent: Moment
  ends: Moment
  tries: number
  sends: number
  since: Moment
}

interface CitizenSessionsTable {
  county: string
  digest: string
  /** Id by which the log knows the person. */
  citizen: string
  opened: Moment
  ends: Moment
}

/** The tables of citizens’ signing in, as the migrations from 100 make them. */
export interface CitizenTables {
  citizen_codes: CitizenCodesTable
  citizen_sessions: CitizenSessionsTable
}
