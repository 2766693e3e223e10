import { findingKinds } from '@luoshi/gazette'
import { issueTitle, severityWords } from '../chinese-words.ts'
import { findingLines } from '../exports/summary.ts'
import { readIssue } from '../read-issue.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi findings`: what should be marked in red before these files are printed. */
export async function findingsCommand(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  for (const file of files) {
    const reading = await readIssue(file)
    if (!reading.isRead) {
      terminal.err(`${file}：${reading.reason}。`)
      code = exitCodes.unread
      continue
    }
    for (const warning of reading.warnings) terminal.err(`${file}：${warning}。`)
    const { issue } = reading
    terminal.out(`${issueTitle(issue)}  ${file}${findingLines(issue.findings).join('\n')}\n\n`)
  }
  return code
}

/** `luoshi findings --kinds`: every kind, what it is called, how grave it is and what it means. */
export function listFindingKinds(terminal: Terminal): void {
  for (const [kind, { label, severity, meaning, example }] of Object.entries(findingKinds)) {
    const { word, shape } = severityWords[severity]
    terminal.out(`${kind}  ${label}（${shape} ${word}）\n    ${meaning}\n    例：${example}\n`)
  }
}
