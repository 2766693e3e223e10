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
