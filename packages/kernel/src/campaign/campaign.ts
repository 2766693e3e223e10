import type { Grant } from '../access/access.ts'
import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { Basis, Gap, OpenQuestion } from '../definition/gap.ts'
import type { Material } from '../procedure/procedure.ts'
import type { TransferRange } from '../procedure/transfer.ts'
import type { Fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'

/** A stretch of a campaign, as the text dates it. */
export interface Phase {
  /** ASCII, unique in its campaign: `fixing` */
  readonly id: string
  /** 集中整治阶段 */
  readonly title: string
  /** First and last day; null where the text gives none, and `gap` says so. */
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly basis: Cite
  readonly gap?: Gap
}

/** A step of a campaign: who takes it, and on what that rests. */
export interface CampaignStep {
  readonly by: readonly Grant[]
  readonly basis: Basis
}

/** Problems found, listed, fixed, struck off and looked at again, in dated phases. */
export interface Campaign<Problem extends Fields = Fields> {
  readonly kind: 'campaign'
  /** ASCII, unique in its programme, and no register's or procedure's: `irrigation` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly phases: readonly Phase[]
  /** What is written down of a problem when it is found. */
  readonly problem: Problem
  /** The fields that together tell one problem from all others. */
  readonly key: readonly string[]
  /** Who sees all problems, beside those who act on them. */
  readonly reads: readonly Grant[]
  readonly finds: CampaignStep
  readonly lists: CampaignStep
  /** Who fixes it, and what is handed in as evidence. */
  readonly fixes: CampaignStep & { readonly evidence: readonly Material[] }
  /** Another person than the one who fixed it. */
  readonly strikesOff: CampaignStep
  readonly looksAgain: CampaignStep
  /** Where listing a problem gives it to the unit that is to fix it: among which units. Otherwise that unit is only named. */
  readonly handsOver?: TransferRange
  /** The phase by whose end problems must be struck off, and no deadline lies after it. */
  readonly endsWith?: string
  /** The phase from whose first day on problems are looked at again. */
  readonly lookedAgainFrom?: string
  /**
   * Where its problems go by a procedure of the programme's own with the campaign's id: the states in which one is open,
   * and those in which it is struck off. What stands in others is no problem.
   */
  readonly counts?: { readonly open: readonly string[]; readonly struck: readonly string[] }
  readonly open?: readonly OpenQuestion[]
}

const GRANT_KEYS: KeyTree = { '*': { role: null, reach: null } }
const STEP_KEYS: KeyTree = { by: GRANT_KEYS, basis: null }

const CAMPAIGN_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  phases: { '*': { id: null, title: null, from: null, until: null, basis: null, gap: null } },
  problem: null,
  key: null,
  reads: GRANT_KEYS,
  finds: STEP_KEYS,
  lists: STEP_KEYS,
  fixes: { ...STEP_KEYS, evidence: { '*': { id: null, title: null, basis: null } } },
  strikesOff: STEP_KEYS,
  looksAgain: STEP_KEYS,
  handsOver: null,
  endsWith: null,
  lookedAgainFrom: null,
  counts: { open: null, struck: null },
  open: null,
}

/** A campaign. The compiler holds its key to the fields of its problems, and what names a phase to its phases. */
export function defineCampaign<Problem extends Fields, const PhaseId extends string>(
  definition: Omit<Campaign<Problem>, 'kind' | 'key' | 'phases' | 'endsWith' | 'lookedAgainFrom'> & {
    readonly key: readonly (keyof Problem['shape'] & string)[]
    readonly phases: readonly (Phase & { readonly id: PhaseId })[]
    readonly endsWith?: NoInfer<PhaseId>
    readonly lookedAgainFrom?: NoInfer<PhaseId>
  },
): Campaign<Problem> {
  return definitionOf(`专项整治${definition.id}`, { kind: 'campaign', ...definition }, CAMPAIGN_KEYS)
}

/** A phase by its id; undefined where none bears it. */
export function findPhase({ phases }: Pick<Campaign, 'phases'>, id: string | undefined): Phase | undefined {
  return phases.find((phase) => phase.id === id)
}

/** The phases that a day lies in: several where they overlap, none before, after or between them. One without dates has no days. */
export function phasesOn({ phases }: Pick<Campaign, 'phases'>, on: IsoDate): readonly Phase[] {
  return phases.filter(
    ({ from, until }) =>
      (from !== null || until !== null) && (from === null || from <= on) && (until === null || on <= until),
  )
}
