import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const project = fileURLToPath(new URL('../..', import.meta.url))
const desk = fileURLToPath(new URL('.', import.meta.url))

/** All that the built desk is made of. */
const SOURCES = [
  'apps/desk/{src/**/*.{ts,tsx,css},*.{ts,html,json}}',
  'packages/{client,kernel}/src/**/*.ts',
  'package-lock.json',
]

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000

/** What is worth sending compressed. */
const TEXTS = '**/*.{js,css,html,svg,json}'

/**
 * The folder with the desk as a browser loads it. It is built where no build of these sources is there: some seconds.
 * Several processes may ask at once; each sees a whole build or none.
 */
export async function builtDesk(into = join(desk, 'dist')): Promise<string> {
  const folder = join(into, digestOfSources())
  if (existsSync(folder)) return folder
  // Loaded only where there is something to build: a server that starts on a finished build does without it.
  const { build } = await import('vite')
  const unfinished = `${folder}-${process.pid}`
  await build({ root: desk, logLevel: 'error', build: { outDir: unfinished, emptyOutDir: true } })
  nameFiles(unfinished)
  compress(unfinished)
  takePlace(unfinished, folder)
  removeOthers(into, folder)
  return folder
}

/** No package to build with, no right or no room to write a build. */
const CANNOT_BUILD = ['ERR_MODULE_NOT_FOUND', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC']

/** The same; null where there is no build of these sources and none can be made: by whom else, an installation decides. */
export async function findDesk(): Promise<string | null> {
  try {
    return await builtDesk()
  } catch (error) {
    if (error instanceof Error && 'code' in error && CANNOT_BUILD.includes(String(error.code))) return null
    throw error
  }
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: project }).sort()) {
    if (file.includes('.test.')) continue
    hash.update(file).update(readFileSync(join(project, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Largest file that is kept for when there is no network: what draws charts is no work for the field. Bytes. */
const MOST_KEPT = 400_000

/** Tells the service worker what the desk is made of. */
function nameFiles(folder: string): void {
  const path = join(folder, 'service-worker.js')
  const files = globSync('assets/*.{js,css}', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).size <= MOST_KEPT)
    .map((file) => `/desk/${file}`)
  writeFileSync(path, `const DESK_FILES=${JSON.stringify(files.sort())};\n${readFileSync(path, 'utf8')}`)
}

function compress(folder: string): void {
  for (const file of globSync(TEXTS, { cwd: folder })) {
    const path = join(folder, file)
    const content = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content))
  }
}

/** Another process may have been quicker: then its build stands. */
function takePlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** Builds of other sources go after a day: a server that still runs may send them. */
function removeOthers(into: string, folder: string): void {
  for (const name of globSync('*', { cwd: into })) {
    const path = join(into, name)
    const isOld = Date.now() - statSync(path).mtimeMs > DAY
    if (path !== folder && isOld) rmSync(path, { recursive: true, force: true })
  }
}
