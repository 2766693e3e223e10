import { everyProgramme } from '@luoshi/programmes'
import { type StoreOptions, startStore } from '@luoshi/store'
import { pino } from 'pino'
import { openFileStorage } from './files/open-file-storage.ts'
import { createLog } from './server-log.ts'
import { type Services, systemClock } from './services.ts'
import type { Settings } from './settings.ts'

/** What the server and its commands work with, ready; or the sentence that says why it is not. */
export type ServicesOpened =
  | { readonly kind: 'opened'; readonly services: Services; close(): Promise<void> }
  | { readonly kind: 'refused'; readonly message: string }

/**
 * Starts the store and brings its tables to their newest form.
 *
 * @param folder data folder of the embedded PostgreSQL
 * @param isGuest whether to work beside a server that uses that folder at present, as a command does
 * @param embedded the embedded PostgreSQL, where it was started before
 */
export async function openServices(
  folder: string,
  settings: Settings,
  isGuest = false,
  embedded?: StoreOptions['embedded'],
): Promise<ServicesOpened> {
  const { databaseUrl: url, masterKeys, logLevel, fontFolder } = settings
  const files = openFileStorage(settings.files, folder)
  if ('kind' in files) return files
  const store = await startStore({
    folder,
    url,
    masterKeys,
    programmes: everyProgramme,
    isGuest,
    embedded,
  })
  if (store.kind === 'refused') return store
  const { db, vault } = store
  const log = createLog(logLevel, pino.destination(2))
  const services: Services = {
    db,
    vault,
    files,
    fontFolder,
    programmes: everyProgramme,
    clock: systemClock,
    log,
  }
  return { kind: 'opened', services, close: () => store.stop() }
}
