import type { DutyRole, Finding, Instrument, Issue, Span, TableRow } from '@luoshi/gazette'
import type { ColumnType } from 'kysely'

type Moment = ColumnType<Date, string, string>

type Json<T> = ColumnType<T, string, string>

interface IssuesTable {
  county: string
  key: string
  version: number
  state: 'draft' | 'published' | 'replaced'
  digest: string
  title: string
  name: string | null
  year: number | null
  number: number | null
  part: string | null
  publisher: string | null
  period_from: string | null
  period_to: string | null
  file: string
  source: string
  contents: Json<Issue['contents']>
  repairs: Json<Issue['repairs']>
  imported_at: Moment
  imported_by: string
  published_at: ColumnType<Date | null, string | null, string | null>
  published_by: string | null
  correction: string | null
}

/** How much was found in an instrument. */
export interface NoticeCounts {
  readonly clauses: number
  readonly duties: number
  readonly deadlines: number
  readonly tables: number
  readonly findings: number
}

interface InstrumentsTable {
  county: string
  id: string
  /** Stands for it where it is searched. */
  number: number
  issue: string
  version: number
  ordinal: number
  is_current: boolean
  place: string
  address: string
  doc_number: string | null
  series: string | null
  year: number | null
  serial: number | null
  kind: string
  matter: string
  title: string
  issuer: string | null
  issued_on: string | null
  first_line: number
  last_line: number
  page: number | null
  units: string[]
  counts: Json<NoticeCounts>
  body: Json<Instrument>
  /** Repairs that the reading made in its lines. */
  repairs: Json<Issue['repairs']>
  title_folded: string
  number_folded: string
}

/** A passage as it is searched. */
interface SearchedTable {
  /** Number of the instrument. */
  notice: number
  ordinal: number
  county: string
  folded: string
}

interface PassagesTable {
  county: string
  instrument: string
  ordinal: number
  kind: 'title' | 'clause' | 'row'
  clause: string | null
  reference: string
  table_number: number | null
  row_kind: TableRow['kind'] | null
  cells: string[] | null
  text: string
  first_line: number
  last_line: number
}

/** What must not be shown of a table, by column: a kind of personal data. */
export type PersonalColumns = Readonly<Record<string, string>>

interface TablesTable {
  county: string
  instrument: string
  number: number
  clause: string | null
  title: string
  columns: string[]
  rows: number
  first_line: number
  last_line: number
  personal: Json<PersonalColumns>
}

interface CitationsTable {
  county: string
  instrument: string
  ordinal: number
  clause: string
  title: string
  doc_number: string | null
  is_superior: boolean
  first_line: number
  last_line: number
}

/** What a notice does to a document. */
export type EffectKind = 'repeals' | 'amends' | 'begins' | 'ends' | 'open-ended'

interface EffectsTable {
  county: string
  instrument: string
  ordinal: number
  kind: EffectKind
  doc_number: string | null
  title: string
  on_day: string | null
  says: string
  clause: string
  first_line: number
}

interface DutiesTable {
  county: string
  instrument: string
  ordinal: number
  duty: number
  clause: string
  unit: string
  role: DutyRole
  printed: string
  due: string | null
  days: string[]
  others: string
  first_line: number
  last_line: number
}

interface DeadlinesTable {
  county: string
  instrument: string
  ordinal: number
  clause: string
  text: string
  meaning: string
  day: string | null
  recurrence: string | null
  times_a_year: ColumnType<string | null, number | null, number | null>
  units: string[]
  is_public: boolean
  first_line: number
  last_line: number
}

interface FindingsTable {
  county: string
  issue: string
  version: number
  ordinal: number
  instrument: string | null
  kind: string
  severity: Finding['severity']
  message: string
  doc_number: string | null
  clause: string | null
  lines: Json<Span[]>
}

/** What an editor enters about a gazette. */
export type EntryKind =
  | 'answer'
  | 'attribute'
  | 'normative'
  | 'interpretation'
  | 'masking'
  | 'debt'
  | 'publication'

interface EntriesTable {
  county: string
  kind: EntryKind
  subject: string
  sequence: number
  at: Moment
  actor: string
  payload: Json<unknown>
}

/** Entries with their place in the chain of the county; null for what was entered before there was one. */
interface ChainedEntriesTable extends EntriesTable {
  place: number | null
  previous: string | null
  digest: string | null
}

/** Tables of the gazette database. */
export interface GazetteTables {
  gazette_issues: IssuesTable
  gazette_instruments: InstrumentsTable
  gazette_passages: PassagesTable
  gazette_searched: SearchedTable
  gazette_tables: TablesTable
  gazette_citations: CitationsTable
  gazette_effects: EffectsTable
  gazette_duties: DutiesTable
  gazette_deadlines: DeadlinesTable
  gazette_findings: FindingsTable
  gazette_entries: ChainedEntriesTable
  /** The latest entry of each subject. */
  gazette_latest: EntriesTable
}
