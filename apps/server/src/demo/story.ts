import type { Programme } from '@luoshi/kernel'
import type { ProposedDuty } from '@luoshi/programmes/supervision'

/** One thing that is done to a made-up case. */
export interface DemoStep {
  readonly action: string
  /** User name of an officer of the demo county. */
  readonly by: string
  /** Id of the unit of a colleague in whose place the officer acts; their own unit where there is none. */
  readonly at?: string
  /** Days before today. */
  readonly daysAgo: number
  readonly input?: Readonly<Record<string, unknown>>
  readonly materials?: readonly string[]
  readonly reason?: string
}

/** A made-up case from its opening to where it stands. */
export interface DemoStory {
  readonly programme: string
  readonly procedure: string
  /** Unique in the demo county: telling a story twice changes nothing. */
  readonly id: string
  readonly by: string
  readonly at?: string
  readonly daysAgo: number
  readonly input: Readonly<Record<string, unknown>>
  /** Id of the unit to which it belongs; the unit of whoever opens it where there is none. */
  readonly unit?: string
  /** What is done to it, and what happens to other cases in between: a debt is paid before it is struck off. */
  readonly steps: readonly (DemoStep | DemoStory)[]
}

/** What the stories of a programme are made of. */
export interface DemoSetting {
  /** Today in Shanghai. */
  readonly today: string
  /** Names of the townships and towns. */
  readonly townships: readonly string[]
  /** Id of a unit by its canonical name or an alias; null for none. */
  readonly unitId: (name: string) => string | null
  readonly programmes: readonly Programme[]
  /** User name of an officer of the demo county who holds one of the roles; null for none. */
  readonly holderOf: (programme: Programme, granted: readonly { readonly role: string }[]) => string | null
  /** What the county's gazette orders, as it was read. */
  readonly proposals: readonly ProposedDuty[]
}
