import type { Entry } from '../log/entry.ts'

/** A disclosure as the log makes it. */
export interface ShownOnce {
  readonly sequence: number
  readonly title: string
  readonly places: readonly string[]
  readonly record: unknown
  readonly ended_by: number | null
}

/** What followed from a case's actions. */
export interface Followings {
  readonly disclosures: readonly ShownOnce[]
  /** Number of the action and name of the paper that it produced. */
  readonly papers: readonly string[]
  /** Kind of link and the case that it leads to. */
  readonly links: readonly string[]
}

export const NOTHING_FOLLOWED: Followings = { disclosures: [], papers: [], links: [] }

/** What followed from a case's actions after one more entry. */
export function followingsAfter(before: Followings, { sequence, payload }: Entry): Followings {
  let after = before
  for (const effect of payload.effects) {
    if (effect.kind === 'end-disclosure') {
      const disclosures = after.disclosures.map((one) =>
        one.title === effect.title && one.ended_by === null ? { ...one, ended_by: sequence } : one,
      )
      after = { ...after, disclosures }
    }
    if (effect.kind === 'disclose') {
      const { title, places, record } = effect
      const shown = { sequence, title, places, record, ended_by: null }
      after = { ...after, disclosures: [...after.disclosures, shown] }
    }
    if (effect.kind === 'paper')
      after = { ...after, papers: [...after.papers, `${sequence}/${effect.paper}`] }
    if (effect.kind === 'link') after = { ...after, links: [...after.links, `${effect.link}/${effect.case}`] }
  }
  return after
}
