import type { CiteView } from './refusals.ts'

/** One thing that is wrong with a case of enforcement. */
export interface EnforcementAlarmView {
  readonly kind: string
  readonly kindTitle: string
  /** `before`, `during` or `after`. */
  readonly phase: string
  readonly number: string
  readonly unit: string
  readonly unitName: string
  readonly officers: readonly string[]
  readonly says: string
  readonly clause: CiteView
  /** Screen of the desk. */
  readonly href: string
}

/** Alarms of a body or an officer, counted. */
export interface EnforcementCountView {
  readonly key: string
  readonly name: string
  readonly total: number
  /** By kind of alarm. */
  readonly counts: Readonly<Record<string, number>>
}

/** `GET /api/v1/{county}/enforcement/cockpit`: what the justice bureau is told of the cases that go on. */
export interface EnforcementCockpitView {
  readonly date: string
  /** Cases that go on and were looked at. */
  readonly cases: number
  /** Whether there are more than were looked at. */
  readonly isPartial: boolean
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[]
  readonly bodies: readonly EnforcementCountView[]
  readonly officers: readonly EnforcementCountView[]
  /** The first of each kind; at most 40 of each. */
  readonly alarms: readonly EnforcementAlarmView[]
  /** How far mobile handling covers each body. */
  readonly coverage: readonly EnforcementCoverage[]
  /** Recorders of the register beside those that came to the county. */
  readonly recorders: {
    readonly wanted: number
    readonly found: number
    /** What is wrong; null where nothing is. */
    readonly finding: string | null
    readonly clause: CiteView
  }
}

/** Mobile handling of a body. */
export interface EnforcementCoverage {
  readonly unit: string
  readonly name: string
  readonly cases: number
  readonly mobile: number
  /** Rounded down. */
  readonly percent: number
}

/** What a body did in a year, counted. */
export interface EnforcementYearRow {
  readonly unit: string
  readonly name: string
  readonly penalties: number
  /** Of these by the simple procedure. */
  readonly simple: number
  readonly exempted: number
  /** Fines and confiscations decided. 元 */
  readonly fines: string
  readonly compulsions: number
  readonly inspections: number
  readonly remedies: number
  readonly annulled: number
  readonly withPolice: number
}

/** `GET /api/v1/{county}/enforcement/year?year=2026` */
export interface EnforcementYearView {
  readonly year: string
  readonly rows: readonly EnforcementYearRow[]
}
