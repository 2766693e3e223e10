import type { StoreOptions } from '@luoshi/store'
import { readSettings, type Settings } from '../settings.ts'

/** What is known and under way before the server's program is loaded. */
export interface Early {
  readonly kind: 'begun'
  readonly settings: Settings
  /** The embedded PostgreSQL, which comes up meanwhile; absent where another is used. */
  readonly embedded: StoreOptions['embedded']
}

/** Reads the environment and starts the database: loading the program takes longer than all else, and need not be waited for. */
export async function startEarly(
  folder: string,
): Promise<Early | { readonly kind: 'refused'; readonly message: string }> {
  const read = readSettings(process.env)
  if (read.kind === 'refused') return read
  const { settings } = read
  if (settings.databaseUrl !== null) return { kind: 'begun', settings, embedded: undefined }
  const { startEmbeddedPostgres } = await import('@luoshi/store/embedded')
  const embedded = startEmbeddedPostgres(folder)
  // Whoever waits for it is told.
  embedded.catch(() => undefined)
  return { kind: 'begun', settings, embedded }
}
