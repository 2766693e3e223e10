/**
 * `npm test`: everything that must hold before a change is shared. The five real gazettes are not part of the
 * project; the tests that read them (`*.gazettes.test.ts`) run where they are found, and the last lines say so
 * where they are not.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findGazettesFolder } from '@luoshi/testing'
import { shareTestServer } from '../../packages/store/src/test-database.ts'
import { ensureBrowser } from './browser.ts'
import { projectFolder, runStep, say } from './run-step.ts'
import { checkStatically } from './static-checks.ts'

const GAZETTE_TESTS = '**/*.gazettes.test.ts'

/**
 * Files whose tests wait for a browser, a database or another process. On a busy machine one of them may lose a
 * race against the clock of the machine; pure tests cannot, so that a counterexample of theirs always counts.
 */
const WAITING_TESTS = /^(apps\/server|packages\/store)\//
/** When more files than these fail, something is wrong, not slow. */
const MOST_FILES_TRIED_AGAIN = 3

const SLOWEST_NAMED = 8

interface Run {
  passed: number
  failed: number
  /** Paths of the files with a failed test, relative to the project. */
  failedFiles: string[]
  isWell: boolean
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  /** Times in milliseconds. */
  testResults: { name: string; status: string; startTime: number; endTime: number }[]
}

/** Runs vitest once and reads its report. */
async function runVitest(title: string, args: readonly string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-test-'))
  const report = join(folder, 'report.json')
  const reporting = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const isWell = await runStep(title, 'vitest', [...reporting, ...args])
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    saySlowest(testResults)
    const failed = testResults.filter(({ status }) => status === 'failed')
    const failedFiles = failed.map(({ name }) => relative(projectFolder, name))
    return { passed: numPassedTests, failed: numFailedTests, failedFiles, isWell }
  } catch {
    return { passed: 0, failed: 0, failedFiles: [], isWell: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Names the files that took longest, so that what makes the run long is seen when it begins to. */
function saySlowest(results: Report['testResults']): void {
  const slowest = results
    .map(({ name, startTime, endTime }) => ({
      name: relative(projectFolder, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST_NAMED)
  say('\nSlowest files, seconds:')
  for (const { name, seconds } of slowest) say(`  ${seconds.toFixed(1).padStart(6)}  ${name}`)
}

/** Runs all tests, but those of the real gazettes where there are none. */
async function runTests(withGazettes: boolean): Promise<Run> {
  const first = await runVitest(
    'Unit, property, database and browser tests (vitest)',
    withGazettes ? [] : ['--exclude', GAZETTE_TESTS],
  )
  const { failedFiles } = first
  const mayBeUnsteady =
    failedFiles.length > 0 &&
    failedFiles.length <= MOST_FILES_TRIED_AGAIN &&
    failedFiles.every((file) => WAITING_TESTS.test(file))
  if (!mayBeUnsteady) return first
  const second = await runVitest('Once more, alone: the files with a failed test', [
    '--maxWorkers=1',
    ...failedFiles,
  ])
  if (!second.isWell) return first
  say(`\nUNSTEADY: failed beside other tests and passed alone; make them wait for what they read:`)
  for (const file of failedFiles) say(`  ${file}`)
  return { ...first, passed: first.passed + first.failed, failed: 0, isWell: true }
}

/** Says which tests were left out, and why, where the real gazettes are not at hand. */
function sayLeftOut(): void {
  const files = globSync(GAZETTE_TESTS, {
    cwd: projectFolder,
    exclude: (name) => name === 'node_modules',
  }).sort()
  say(
    `\nNot run: ${files.length} test files that read the five real gazettes, which are not part of the project:`,
  )
  for (const file of files) say(`  ${file}`)
  say('Put the gazettes into ../shared/gazettes, or name their folder in LUOSHI_GAZETTES, to run them.')
}

// Some hundred processes load the same libraries: what the first has compiled serves the others.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'luoshi-compiled')
const gazettes = findGazettesFolder()
// The browser is waited for mostly on the network, types and style on the processor.
const [isStatic, hasBrowser] = await Promise.all([checkStatically(), ensureBrowser()])
// One server whose templates are filled once serves all files; a file run by itself starts its own.
const endServer = await shareTestServer()
const tests = hasBrowser ? await runTests(gazettes !== null) : null
await endServer()
if (gazettes === null) sayLeftOut()
say(`\nTypes, style and import directions: ${isStatic ? 'well' : 'NOT well'}`)
say(tests === null ? 'Tests not run: no browser' : `${tests.passed} passed, ${tests.failed} failed`)
process.exitCode = isStatic && tests?.isWell ? 0 : 1
