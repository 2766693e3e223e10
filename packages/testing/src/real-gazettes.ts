import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A gazette as a county published it; they are no part of the repository. */
export interface RealGazette {
  /** File name without its ending: `county-year-number`. */
  readonly name: string
  readonly path: string
  readonly text: string
}

const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/**
 * Folder that holds the real gazettes: `LUOSHI_GAZETTES` where it is set, else `../shared/gazettes` beside the
 * repository, else null. A `LUOSHI_GAZETTES` without a gazette is a mistake and throws.
 */
export function findGazettesFolder(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['LUOSHI_GAZETTES']
  if (named) {
    const folder = resolve(repositoryRoot, named)
    if (!holdsGazettes(folder)) throw new Error(`LUOSHI_GAZETTES names ${folder}, which holds no *.txt file`)
    return folder
  }
  const beside = resolve(repositoryRoot, '../shared/gazettes')
  return holdsGazettes(beside) ? beside : null
}

/** The real gazettes in the order of their names, or null where there are none on this machine. */
export function realGazettes(): RealGazette[] | null {
  const folder = findGazettesFolder()
  if (folder === null) return null
  return gazetteFiles(folder).map((file) => {
    const path = join(folder, file)
    return { name: basename(file, '.txt'), path, text: readFileSync(path, 'utf8') }
  })
}

/** The real gazettes, for tests that make no sense without them: throws where there are none. */
export function requireRealGazettes(): RealGazette[] {
  const gazettes = realGazettes()
  if (gazettes === null) {
    throw new Error('No real gazettes here: set LUOSHI_GAZETTES to the folder that holds their *.txt files')
  }
  return gazettes
}

function holdsGazettes(folder: string): boolean {
  return existsSync(folder) && gazetteFiles(folder).length > 0
}

function gazetteFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
}
