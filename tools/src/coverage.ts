/**
 * `npm run coverage`: writes docs/coverage.md, which says of every statement of the sixty notices whether a
 * test shows it. A test shows a statement by carrying its id in its title: `[wuzhai-2022-zbf29.3] refuses …`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageText, readShownStatements } from './coverage-text.ts'
import { projectFolder, say } from './run-step.ts'

const shown = readShownStatements(projectFolder)
writeFileSync(join(projectFolder, 'docs/coverage.md'), coverageText(shown))
say(`docs/coverage.md: ${shown.size} statements shown by tests`)
