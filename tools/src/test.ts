/**
 * `npm test`: everything that must hold before a change is shared. The five real gazettes are not part of the
 * project; the tests that read them (`*.gazettes.test.ts`) run where they are found, and the last lines say so
 * where they are not.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findGazettesFolder } from '@luoshi/testing'
import { ensureBrowser } from './browser.ts'
import { projectFolder, runStep, say } from './run-step.ts'
import { checkStatically } from './static-checks.ts'

const GAZETTE_TESTS = '**/*.gazettes.test.ts'

interface Counts {
  passed: number
  failed: number
}

/** Runs all tests, but those of the real gazettes where there are none, and counts them. */
async function runTests(withGazettes: boolean): Promise<Counts & { isWell: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (!withGazettes) args.push('--exclude', GAZETTE_TESTS)
  try {
    const isWell = await runStep('Unit, property and browser tests (vitest)', 'vitest', args)
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests, isWell }
  } catch {
    return { passed: 0, failed: 0, isWell: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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

const gazettes = findGazettesFolder()
const isStatic = await checkStatically()
const hasBrowser = await ensureBrowser()
const tests = hasBrowser ? await runTests(gazettes !== null) : { passed: 0, failed: 0, isWell: false }
if (gazettes === null) sayLeftOut()
say(`\nTypes, style and import directions: ${isStatic ? 'well' : 'NOT well'}`)
say(`${tests.passed} passed, ${tests.failed} failed`)
process.exitCode = isStatic && tests.isWell ? 0 : 1
