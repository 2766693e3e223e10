import { openServices } from '../open-services.ts'
import type { Services } from '../services.ts'
import { readSettings } from '../settings.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Works on the data of a folder, also beside a server that uses it; says in one line why it cannot. */
export async function withServices(
  data: string,
  terminal: Terminal,
  work: (services: Services) => Promise<ExitCode>,
): Promise<ExitCode> {
  const read = readSettings(process.env)
  if (read.kind === 'refused') return failed(terminal, read.message)
  const opened = await openServices(data, read.settings, true)
  if (opened.kind === 'refused') return failed(terminal, opened.message)
  try {
    return await work(opened.services)
  } finally {
    await opened.close()
  }
}

function failed(terminal: Terminal, message: string): ExitCode {
  terminal.err(message)
  return exitCodes.failed
}
