import { readFileSync } from 'node:fs'
import { checkArchive } from '../dossier/check-archive.ts'
import { archiveCheckText } from '../dossier/check-text.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi file verify`: says what is wrong with the archive of a case file, or that it is whole. */
export function verifyFileCommand(file: string, expected: string | null, terminal: Terminal): ExitCode {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    terminal.err(`读不到文件“${file}”，请核对路径。`)
    return exitCodes.failed
  }
  const check = checkArchive(bytes, expected)
  if (check.problems.length > 0) {
    terminal.err(archiveCheckText(check).trimEnd())
    return exitCodes.failed
  }
  terminal.out(archiveCheckText(check))
  return exitCodes.done
}
