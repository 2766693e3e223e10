/**
 * What reading a gazette gives: the data that `luoshi read --format json` prints and every other part of
 * Luoshi builds on. Lines are those of the input file, counted from 1, both ends included. Dates are ISO 8601
 * (`2021-07-07`). Money and measures are decimal strings (`"24267.9897"`), never floats.
 */

/** What one run of the reader over some files gives. */
export interface ReadResult {
  issues: Issue[]
}

/** One file that was read: a gazette issue, or a loose notice. */
export interface Issue {
  file: string
  /** Region slug where the county is known, else null: an unknown county is read all the same. */
  county: string | null
  /** Name of the gazette as its masthead prints it. */
  name: string | null
  year: number | null
  /** 第N期; null for a loose notice that is not in a gazette. */
  number: number | null
  /** 上 or 下. */
  part: string | null
  publisher: string | null
  /** Period that the issue covers, where the masthead gives it. */
  period: { from: string; to: string } | null
  contents: ContentsEntry[]
  instruments: Instrument[]
  findings: Finding[]
  repairs: Repair[]
}

/** [first line, last line], both included. */
export type Span = [number, number]

/** One line of the printed table of contents (目录). */
export interface ContentsEntry {
  title: string
  docNumber: string | null
  page: number | null
  lines: Span
}

/**
 * One change between the file and the reading. `before` is what the file has at `line` and `column` (from 0,
 * in UTF-16 code units); `after` is what the reading's carried text has there instead. Laid over that carried
 * text, all repairs together give the file back (`rebuild`).
 */
export interface Repair {
  kind: string
  line: number
  column: number
  before: string
  after: string
}

/** A document (公文) of the issue. */
export interface Instrument {
  /** With 〔〕 brackets and without spaces. */
  docNumber: string | null
  /** Without layout spaces. */
  title: string
  issuer: string | null
  /** 主送机关, as one string without the closing colon. */
  addressees: string | null
  /** 成文日期 */
  issuedOn: string | null
  /** From the title's first line to the last line before the next instrument's title. */
  lines: Span
  /** Page by the table of contents. */
  page: number | null
  /** Annexes that the text names; `lines` is null where the annex is not printed. */
  annexes: { title: string | null; lines: Span | null }[]
  clauses: Clause[]
  duties: Duty[]
  deadlines: Deadline[]
  targets: Target[]
  amounts: Amount[]
  citations: Citation[]
  tables: Table[]
  bodies: Body[]
}

/** A numbered piece of text, or an unnumbered paragraph. In reading order; the tree is in `parent`. */
export interface Clause {
  /** Path of numbers, unique in the instrument: `4.2.1`; unnumbered paragraphs get `4.2.p1`. */
  id: string
  parent: string | null
  /** As printed: 一、 · （二） · 3. · （4） · 第五条 · 1.2.1 · null for a paragraph. */
  label: string | null
  /** 1 for the outermost, by the numbering's own order. */
  level: number
  /** The heading without its label, where the clause has one. */
  heading: string | null
  /** What follows label and heading. */
  text: string
  lines: Span
}

/** How a unit is bound by a responsibility marker. */
export type DutyRole = '责任' | '牵头' | '配合' | '负责' | '参与'

/** One responsibility marker, inline, broken over lines or on a line of its own. */
export interface Duty {
  /** Id of the clause that it belongs to. */
  clause: string
  units: {
    /** Canonical name where the county knows the alias, else as printed. */
    name: string
    as: DutyRole
    printed: string
  }[]
  /** A date inside the marker, resolved. */
  deadline: string | null
  raw: string
  lines: Span
}

/** Unit of a duration. */
export type DurationUnit = 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'

/** A date, duration or recurrence by which something is to be done. */
export interface Deadline {
  clause: string
  text: string
  /**
   * Last day meant: 月底 = month's end, 年底 = 12-31, 上/中/下旬 = 10th/20th/month's end, 上/下半年 =
   * 06-30/12-31. A year that is not printed comes from the clause, its heading, the title, else the date of
   * issue. Null for a duration or a recurrence.
   */
  date: string | null
  duration: { amount: number; unit: DurationUnit } | null
  /** RFC 5545 recurrence rule. */
  recurrence: string | null
  lines: Span
}

/** A measure that is to be reached. */
export interface Target {
  clause: string
  /** What is measured, as printed. */
  indicator: string
  operator: '>=' | '<=' | '>' | '<' | '=' | '~'
  value: string
  unit: string
  year: number | null
  lines: Span
}

/** Money, in 元 whatever the printed unit. */
export interface Amount {
  clause: string
  text: string
  yuan: string
  lines: Span
}

/** 《title》（number） */
export interface Citation {
  clause: string
  title: string
  docNumber: string | null
  lines: Span
}

/** A printed table. */
export interface Table {
  clause: string | null
  title: string | null
  /** One name a column; a grouped header is joined with ` / `. */
  columns: string[]
  rows: TableRow[]
  lines: Span
}

/** Cells as text, one per column; repeated headers and blank lines dropped, carried-down cells filled. */
export interface TableRow {
  cells: string[]
  kind: 'row' | 'subtotal' | 'total' | 'section'
  line: number
}

/** A leading group, headquarters or mechanism. */
export interface Body {
  clause: string
  name: string
  members: { role: string; person: string | null; post: string | null; lines: Span }[]
  /** Unit that keeps its office. */
  office: string | null
}

/** What a careful clerk would mark in red. */
export interface Finding {
  /** One of the kinds that `luoshi findings --kinds` lists. */
  kind: string
  severity: 'error' | 'warning' | 'note'
  /** In Chinese, one sentence a clerk can act on, with the figures. */
  message: string
  docNumber: string | null
  clause: string | null
  lines: Span[]
}
