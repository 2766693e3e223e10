import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const project = fileURLToPath(new URL('../..', import.meta.url))
const desk = fileURLToPath(new URL('.', import.meta.url))

/** Where builds lie, each under the digest of its sources. */
const DIST = join(desk, 'dist')

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
 *
 * @throws where it cannot be built
 */
export async function builtDesk(): Promise<string> {
  const folder = join(DIST, digestOfSources())
  if (existsSync(folder)) return folder
  // What builds takes some 400 MB and gives none of it back while its process runs: it has one of its own.
  const { code, errors } = await outcomeOf(
    spawn(process.execPath, [join(desk, 'build-now.ts')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  )
  if (code !== 0) throw new DeskNotBuilt(code === CANNOT_BUILD_HERE, errors)
  return folder
}

/** The same; null where there is no build of these sources and none can be made: by whom else, an installation decides. */
export async function findDesk(): Promise<string | null> {
  try {
    return await builtDesk()
  } catch (error) {
    if (error instanceof DeskNotBuilt && error.isLacking) return null
    throw error
  }
}

class DeskNotBuilt extends Error {
  /** Whether a package or a right to build with is lacking. */
  readonly isLacking: boolean

  constructor(isLacking: boolean, errors: string) {
    super(`the desk was not built: ${errors}`)
    this.isLacking = isLacking
  }
}

/** No package to build with, no right or no room to write a build. */
const LACKING = ['ERR_MODULE_NOT_FOUND', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC']

/** How `build-now.ts` ends where that is lacking. */
const CANNOT_BUILD_HERE = 3

/** `npm run build`: builds the desk in this process where it is not built; gives what the process ends with. */
export async function buildHere(say: (folder: string) => void): Promise<number> {
  const folder = join(DIST, digestOfSources())
  try {
    if (!existsSync(folder)) await build(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && LACKING.includes(String(error.code)))) throw error
    process.stderr.write(`${error.message}\n`)
    return CANNOT_BUILD_HERE
  }
  say(folder)
  return 0
}

async function build(folder: string): Promise<void> {
  const { build: bundle } = await import('vite')
  const unfinished = `${folder}-${process.pid}`
  await bundle({ root: desk, logLevel: 'error', build: { outDir: unfinished, emptyOutDir: true } })
  nameFiles(unfinished)
  compress(unfinished)
  takePlace(unfinished, folder)
  removeOthers(folder)
}

/** How a process ended, and what it had against it. */
async function outcomeOf(child: ChildProcessByStdio<null, null, Readable>) {
  const errors = text(child.stderr)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, errors: (await errors).trim() }
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
function removeOthers(folder: string): void {
  for (const name of globSync('*', { cwd: DIST })) {
    const path = join(DIST, name)
    const isOld = Date.now() - statSync(path).mtimeMs > DAY
    if (path !== folder && isOld) rmSync(path, { recursive: true, force: true })
  }
}
