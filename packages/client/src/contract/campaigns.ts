import type { CiteView } from './refusals.ts'

/** A dated stretch of a campaign. */
export interface PhaseView {
  readonly title: string
  /** Null where the text gives none; `gap` says so. */
  readonly from: string | null
  readonly until: string | null
  readonly standing: 'coming' | 'running' | 'over' | 'undated'
  readonly gap: string | null
  readonly clause: CiteView
}

/** How a unit stands in a campaign. */
export interface CampaignUnitView {
  readonly unit: string
  readonly unitName: string
  readonly found: number
  /** Not struck off yet. */
  readonly open: number
  readonly struck: number
  /** Looked at again and held. */
  readonly held: number
  /** Came back after they had been struck off, and are open now. */
  readonly relapsed: number
  /** Open, and past their own deadline or the end of the phase. */
  readonly late: number
}

/** A campaign as it stands: its phases, its problems by state and by unit, what its text leaves open. */
export interface CampaignView {
  readonly id: string
  readonly title: string
  readonly clause: CiteView
  readonly date: string
  readonly phases: readonly PhaseView[]
  /** How many problems stand in each state, in the order of the steps. */
  readonly states: readonly { readonly id: string; readonly title: string; readonly count: number }[]
  readonly units: readonly CampaignUnitView[]
  /** What the text leaves open or contradicts itself in, each in one sentence. */
  readonly open: readonly { readonly says: string; readonly clauses: readonly CiteView[] }[]
  /** Whether more problems are kept than were counted. */
  readonly isCut: boolean
  /** Screen that lists the problems. */
  readonly href: string
}

/** `GET …/programmes/{programme}/campaigns`: the campaigns of a programme. */
export interface CampaignsView {
  readonly title: string
  readonly campaigns: readonly CampaignView[]
}
