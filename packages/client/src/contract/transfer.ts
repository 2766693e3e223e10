import type { CiteView } from './refusals.ts'

/**
 * `POST …/procedures/{procedure}/files` (form data, field `file`): a file that is to be handed in, kept under its
 * digest. It belongs to a case once a field of files names it; `GET …/cases/{id}/files/{digest}` gives it back.
 */
export interface FileView {
  /** SM3 of its bytes, 64 hexadecimal digits. */
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** `POST …/procedures/{procedure}/imports` (form data: `mode`, `unit`, then `file`): a sheet to be imported, row by row. */
export type ImportModeName = 'all-or-nothing' | 'good-rows'

/** What stands against a row of a sheet. */
export interface ImportProblemView {
  /** As the spreadsheet numbers it; 0 for the sheet as a whole. */
  readonly line: number
  /** 作业面积（D列）; empty for the row as a whole. */
  readonly column: string
  readonly message: string
}

/** `GET …/procedures/{procedure}/imports/{id}`: how far an import has come, and what became of it. */
export interface ImportView {
  readonly id: string
  readonly name: string
  readonly mode: ImportModeName
  readonly asked: string
  readonly state: 'waiting' | 'checking' | 'storing' | 'stored' | 'nothing-stored' | 'cancelled' | 'failed'
  /** 正在核对、已导入 */
  readonly stateTitle: string
  /** Rows in all, once they are counted. */
  readonly total: number | null
  /** Rows that the present phase has done. */
  readonly done: number
  /** Null until it has ended. */
  readonly report: {
    readonly rows: number
    readonly stored: number
    /** Rows that an earlier import of the same file had stored. */
    readonly repeated: number
    readonly refused: number
    readonly problems: readonly ImportProblemView[]
    /** How many problems there are; `problems` has the first thousand. */
    readonly problemCount: number
    /** Headings of columns that no field takes. */
    readonly unused: readonly string[]
  } | null
}

/** A file of another system from which records of a procedure come. */
export interface ImportSourceView {
  readonly id: string
  readonly title: string
  /** What the file must have. */
  readonly help: string
  readonly clause: CiteView
  /** JSON Schema of what is filled in besides. */
  readonly asks: Readonly<Record<string, unknown>>
}

/**
 * `POST …/procedures/{procedure}/sources/{source}` (form data: `asked` as JSON, `unit`, `confirm`=yes, then `file`): what
 * a file gives; with `confirm`, what became of it.
 */
export interface SourcePreviewView {
  /** How many records it gives. */
  readonly records: number
  /** What was measured: 达标面积 3.02亩 */
  readonly measures: readonly { readonly title: string; readonly text: string }[]
  /** Polygons, each of rings, in metres eastwards and northwards. */
  readonly outlines: readonly {
    readonly title: string
    readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  }[]
  /** Sentences with their lines; the first two hundred of `problemCount`. */
  readonly problems: readonly string[]
  readonly problemCount: number
  /** Ids of the cases that were opened; none before it is confirmed. */
  readonly opened: readonly string[]
  /** Records that the same file had given before. */
  readonly repeated: number
}
