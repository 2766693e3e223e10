import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What was read and compiled once is not read and compiled again at the next start. It lies where nobody else may write.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/luoshi', import.meta.url)))

const { runCommandLine } = await import('./cli/command-line.ts')
const { processTerminal } = await import('./cli/terminal.ts')

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
