import type { ComputedView } from './cases.ts'
import type { CiteView } from './refusals.ts'
import type { ImportSourceView } from './transfer.ts'

/** `GET /api/v1/{county}/programmes`. */
export interface ProgrammeSummary {
  readonly id: string
  readonly title: string
  readonly clause: CiteView
  /** Whether it measures something: then it has a screen of indicators. */
  readonly hasIndicators: boolean
  /** Registers that it holds against each other. */
  readonly comparisons: readonly { readonly id: string; readonly title: string }[]
  /** Whether it is a campaign, or has one: then it has a screen of it. */
  readonly hasCampaigns: boolean
  readonly procedures: readonly {
    readonly id: string
    readonly title: string
    readonly register: string
    /** `register` for records that no procedure carries. */
    readonly kind: 'procedure' | 'register'
    /** Last day on which what orders it is in force; null where it says none. */
    readonly validTo: string | null
    readonly canOpen: boolean
    readonly openingTitle: string
    /** Units of one's own posts for which one may open it; where there are several, `OpenRequest.unit` says which. */
    readonly openingUnits: readonly { readonly id: string; readonly name: string }[]
    /** Whether one may read any of them. */
    readonly canRead: boolean
    readonly states: readonly { readonly id: string; readonly title: string; readonly isFinal: boolean }[]
    /** Fields by which people call its records: what stands in their title. */
    readonly calledBy: readonly string[]
    /** JSON Schema of its record, with labels, units and choices among the keywords. */
    readonly subject: Readonly<Record<string, unknown>>
    /** JSON Schema of what is filled in when one is opened: the record’s fields but for those that are computed. */
    readonly asked: Readonly<Record<string, unknown>>
    /** What is computed when one is opened. */
    readonly computed: readonly ComputedView[]
    /** Files of other systems from which they come. */
    readonly sources: readonly ImportSourceView[]
    /** JSON Schema of all that a case can hold: its record's fields, then what its actions fill in. */
    readonly fields: Readonly<Record<string, unknown>>
    readonly open: number
  }[]
  readonly roles: readonly { readonly id: string; readonly title: string }[]
}

/** A unit of the county: `GET /api/v1/{county}/units` gives all that are there today, in their order. */
export interface UnitView {
  readonly id: string
  readonly name: string
  /** Id of the unit above it; null for one at the top. */
  readonly parent: string | null
}
