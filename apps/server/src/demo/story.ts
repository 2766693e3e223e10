/** One thing that is done to a made-up case. */
export interface DemoStep {
  readonly action: string
  /** User name of an officer of the demo county. */
  readonly by: string
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
  readonly daysAgo: number
  readonly input: Readonly<Record<string, unknown>>
  /** Canonical name of the unit to which it belongs; the unit of whoever opens it where there is none. */
  readonly unit?: string
  readonly steps: readonly DemoStep[]
}

/** What the stories of a programme are made of. */
export interface DemoSetting {
  /** Today in Shanghai. */
  readonly today: string
  /** Names of the townships and towns. */
  readonly townships: readonly string[]
}
