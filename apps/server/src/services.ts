import type { IsoInstant, Programme } from '@luoshi/kernel'
import type { Database, FileStorage, Vault } from '@luoshi/store'
import type { Logger } from 'pino'

/** Tells the time. What runs asks it and nothing else, so that a test can move it. */
export type Clock = () => IsoInstant

/** What the server works with: put together once, when it starts, and given to everything that answers or runs. */
export interface Services {
  readonly db: Database
  /** What personal data are encrypted with. */
  readonly vault: Vault
  /** Where files that are handed in are kept. */
  readonly files: FileStorage
  /** Folder of the county's own fonts for papers; null for none. */
  readonly fontFolder: string | null
  /** Every programme that is served, the administration's among them. */
  readonly programmes: readonly Programme[]
  readonly clock: Clock
  /** Says nothing of a person: ids only. */
  readonly log: Logger
}

/** The machine's clock, in the time of Shanghai. */
export const systemClock: Clock = () =>
  `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`
