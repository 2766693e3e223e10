import type { CiteView } from './refusals.ts'

/** `GET /api/v1/{county}/programmes/{programme}/catalogues`: one published list of a programme. */
export interface CatalogueSummary {
  readonly id: string
  readonly title: string
  readonly clause: CiteView
  /** The version that holds today; null where none is published. */
  readonly version: CatalogueVersionView | null
  /** Procedure by which it is changed between two printings; null for none. */
  readonly changedBy: string | null
  /** Page of the portal that shows it. */
  readonly href: string
}

/** A version of a list. */
export interface CatalogueVersionView {
  readonly name: string
  readonly from: string
  /** First day on which it holds no more; null while it does. */
  readonly until: string | null
  readonly count: number
  readonly clause: CiteView
}

/** `GET …/catalogues/{catalogue}?on=`: a list as it stood on a day, and how it came to that. */
export interface CatalogueView extends CatalogueSummary {
  /** The day that was asked for; today where none was. */
  readonly on: string
  readonly columns: readonly {
    readonly field: string
    readonly label: string
    /** What each value is called, where it is one of a few. */
    readonly choices?: Readonly<Record<string, string>>
  }[]
  readonly entries: readonly {
    readonly entry: Readonly<Record<string, unknown>>
    readonly clause: CiteView
  }[]
  readonly versions: readonly CatalogueVersionView[]
  /** Changes decided between printings, the earliest first. */
  readonly changes: readonly {
    readonly number: string
    /** 更名 */
    readonly kind: string
    readonly before: readonly string[]
    readonly after: readonly string[]
    readonly from: string
    readonly cause: string
  }[]
}

/** `GET …/catalogues/{catalogue}/checks`: all that the keeper of a list should look at. */
export interface CatalogueChecksView {
  readonly on: string
  readonly groups: readonly CatalogueCheckGroup[]
}

/** What one clause asks of the list, and what was found. */
export interface CatalogueCheckGroup {
  readonly id: string
  /** 与市场准入负面清单一致 */
  readonly title: string
  readonly clause: CiteView
  /** With what it was held: 2022年版，231项; why it was not, where it was not. */
  readonly against: string
  readonly isDone: boolean
  readonly findings: readonly {
    /** Number of the entry in the list; null for what the list has not. */
    readonly number: string | null
    readonly item: string
    /** 名称不一致 */
    readonly kind: string
    /** A whole sentence. */
    readonly message: string
    readonly clause: CiteView | null
  }[]
}

/** `GET /api/v1/{county}/laws/{law}?article=`: which entries of all lists of all counties rest on a law. */
export interface RestingView {
  readonly law: string
  readonly titles: readonly string[]
  /** The different versions under which it is cited. */
  readonly versions: readonly string[]
  /** What took its place, and from which day; null for a law that holds. */
  readonly replacedBy: { readonly law: string; readonly from: string; readonly clause: CiteView } | null
  readonly items: readonly {
    readonly county: string
    readonly programme: string
    readonly catalogue: string
    readonly catalogueTitle: string
    readonly number: string
    readonly item: string
    readonly articles: readonly string[]
    readonly clause: CiteView
  }[]
}

/** What a reading of a new version of a list is asked with: a table of a published gazette, or one that is written out. */
export type ListTableBody = (ListTableOfGazette | ListTableOfCells) & {
  readonly from: string
  readonly replaces?: ListReplaces
}

/** A table of a published document: its number, and which of its tables, from 0. */
export interface ListTableOfGazette {
  readonly document: string
  readonly table: number
}

/** A table as a reading gave it before. */
export interface ListTableOfCells {
  readonly headings: readonly string[]
  readonly rows: readonly ListTableRow[]
  readonly lines?: readonly [number, number] | null
}

/** A row of a table, with its line where that is a gazette's. */
export interface ListTableRow {
  readonly line?: number | undefined
  readonly cells: readonly string[]
}

/** Which entries of the version before each of these entries stands in place of. */
export type ListReplaces = readonly { readonly item: string; readonly before: readonly string[] }[]

/** `GET …/catalogues/{catalogue}/versions/tables?document=`: a table of a published document. */
export interface ListTableView {
  /** Its place among the tables of the document, from 0. */
  readonly table: number
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: number
  readonly lines: readonly [number, number]
}

/** `POST …/catalogues/{catalogue}/versions/readings`: a table read as a new version of a list, and what it changes. Nothing is kept. */
export interface ListReadingView {
  /** The table, as it is to be handed in for publishing. */
  readonly headings: readonly string[]
  readonly rows: readonly ListTableRow[]
  /** Lines of the gazette; null for a file. */
  readonly lines: readonly [number, number] | null
  /** What keeps it from being this list, each a whole sentence. */
  readonly problems: readonly string[]
  readonly problemCount: number
  /** What its keeper should look at all the same. */
  readonly remarks: readonly string[]
  /** The version that holds on its first day; null for none. */
  readonly before: CatalogueVersionView | null
  readonly changes: readonly ListChangeLine[]
  /** How many entries are as they were. */
  readonly unchanged: number
  /** New entries that may be old ones by another name. */
  readonly likely: readonly { readonly item: string; readonly before: string }[]
}

/** What becomes of entries from one version to the next. */
export interface ListChangeLine {
  /** 更名 */
  readonly kind: string
  /** Names before and after; empty where there are none. */
  readonly before: string
  readonly after: string
  /** What else differs: 设定依据：… → … */
  readonly details: readonly string[]
}

/** `GET …/catalogues/{catalogue}/versions`: a version that was drawn up for publishing, or published. */
export interface ListVersionView {
  /** Id of its case. */
  readonly id: string
  readonly name: string
  readonly from: string
  readonly rows: number
  readonly state: string
  /** 待公布 */
  readonly stateTitle: string
  readonly clause: CiteView
}
