import { type ExportFormat, writerOf } from '../exports/writers.ts'
import { readIssue } from '../read-issue.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi read`: reads the files one after the other and prints each as soon as it is read. */
export async function readCommand(
  files: readonly string[],
  format: ExportFormat,
  terminal: Terminal,
): Promise<ExitCode> {
  const writer = writerOf(format)
  let code: ExitCode = exitCodes.done
  let written = 0
  terminal.out(writer.head)
  for (const file of files) {
    const reading = await readIssue(file)
    if (!reading.isRead) {
      terminal.err(`${file}：${reading.reason}。`)
      code = exitCodes.unread
      continue
    }
    for (const warning of reading.warnings) terminal.err(`${file}：${warning}。`)
    if (written++ > 0) terminal.out(writer.between)
    terminal.out(await writer.write(reading.issue))
  }
  terminal.out(writer.foot)
  return code
}
