import type { Effect } from '@luoshi/kernel'
import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely'
import type { AccountTables } from '../accounts/tables.ts'
import type { CitizenTables } from '../citizens/tables.ts'
import type { GazetteTables } from '../gazettes/gazette-tables.ts'
import type { NoticeTables } from '../notices/tables.ts'

/** How an action came to be. */
export type ActionKind = 'opening' | 'action' | 'correction'

/** A moment: written as text, read as pg gives it. */
type Moment = ColumnType<Date | string, string, string>

interface ActionsTable {
  county: string
  subject: string
  sequence: number
  kind: ActionKind
  actor: string
  at: Moment
  cite: unknown
  payload: unknown
  previous: string | null
  digest: string
  request_key: string | null
  request_digest: string | null
}

interface CasesTable {
  county: string
  id: string
  programme: string
  procedure: string
  register: string
  unit: string
  owner: string | null
  state: string
  closed: string | null
  version: number
  opened: Moment
  latest: Moment
  head: string
  body: unknown
  /** The key of a record that no procedure carries; null for a case. */
  record_key: string | null
}

interface TimersTable {
  county: string
  subject: string
  name: string
  at: Moment
  programme: string
  procedure: string
  unit: string
  /** When it went off; null while it waits. */
  fired: ColumnType<Date | null, string | null, string | null>
  does: Extract<Effect, { kind: 'alarm' }>['does']
}

interface PapersTable {
  county: string
  subject: string
  sequence: number
  paper: string
}

interface NumberSequencesTable {
  county: string
  mark: string
  year: number
  last: number
}

interface DocumentNumbersTable {
  county: string
  mark: string
  year: number
  count: number
  subject: string
  sequence: number
  paper: string
}

interface PaperDigestsTable {
  county: string
  subject: string
  sequence: number
  paper: string
  version: 'own' | 'public'
  digest: string
  first: Moment
}

interface ImportsTable {
  county: string
  id: string
  programme: string
  procedure: string
  mode: 'all-or-nothing' | 'good-rows'
  digest: string
  name: string
  unit: string
  actor: unknown
  asked: Moment
  state: 'waiting' | 'checking' | 'storing' | 'stored' | 'nothing-stored' | 'cancelled' | 'failed'
  total: number | null
  done: Generated<number>
  report: unknown
  is_cancelled: Generated<boolean>
  beat: Moment | null
}

interface FilesTable {
  county: string
  digest: string
  bytes: ColumnType<string, number, never>
  media_type: string
  uploaded_by: string
  uploaded: Moment
}

interface CaseFilesTable {
  county: string
  subject: string
  digest: string
}

interface DisclosuresTable {
  county: string
  subject: string
  sequence: number
  title: string
  places: JSONColumnType<readonly string[]>
  record: JSONColumnType<Readonly<Record<string, unknown>>>
  until: unknown
  ended_by: number | null
  programme: string
  procedure: string
  begun: Moment
}

interface ListingsTable {
  programme: string
  procedure: string
  mark: string
}

interface CaseSearchTable {
  county: string
  id: string
  scope: string[]
  text: string
}

interface CaseOrderTable {
  county: string
  id: string
  programme: string
  procedure: string
  field: string
  unit: string
  key: string
}

interface TalliesTable {
  county: string
  programme: string
  procedure: string
  is_open: boolean
  state: string
  unit: string
  value: number
}

interface SecretsTable {
  name: string
  master: string
  wrapped: Buffer
}

interface CaseKeysTable {
  county: string
  subject: string
  master: string
  wrapped: Buffer
}

interface ReadingsTable {
  county: string
  subject: string
  sequence: number
  reader: string
  at: Moment
  fields: JSONColumnType<readonly string[]>
  reason: string
  previous: string | null
  digest: string
}

interface CaseLinksTable {
  county: string
  subject: string
  link: string
  other: string
  other_programme: string
  other_procedure: string
  sequence: number
}

interface RootsTable {
  county: string
  day: string
  heads: number
  previous: string | null
  digest: string
}

interface MovedLimitsTable {
  county: string
  subject: string
  name: string
  at: Moment
  before: string | null
  after: string | null
  explanation: string
}

interface MigrationsTable {
  name: string
  checksum: string
  applied: Generated<Date>
}

/** The tables, as the migrations make them. */
export interface Tables extends AccountTables, CitizenTables, GazetteTables, NoticeTables {
  actions: ActionsTable
  cases: CasesTable
  timers: TimersTable
  papers: PapersTable
  number_sequences: NumberSequencesTable
  document_numbers: DocumentNumbersTable
  paper_digests: PaperDigestsTable
  imports: ImportsTable
  files: FilesTable
  case_files: CaseFilesTable
  disclosures: DisclosuresTable
  case_search: CaseSearchTable
  case_order: CaseOrderTable
  listings: ListingsTable
  tallies: TalliesTable
  tally_sums: TalliesTable
  secrets: SecretsTable
  case_keys: CaseKeysTable
  readings: ReadingsTable
  case_links: CaseLinksTable
  roots: RootsTable
  moved_limits: MovedLimitsTable
  migrations: MigrationsTable
}

/** A database with these tables. Every function of the store takes it first. */
export type Database = Kysely<Tables>
