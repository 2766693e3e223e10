import { resolve } from 'node:path'
import { demoGazettePath } from '@luoshi/counties'
import { createLibrary } from '../library.ts'
import { readIssue } from '../read-issue.ts'
import { createApp } from '../web/app.ts'
import { listen } from '../web/listen.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Where to listen. */
export interface StartOptions {
  readonly host: string
  readonly port: number
}

/** `luoshi start`: reads the gazettes, serves them, and returns when asked to stop. */
export async function startCommand(
  files: readonly string[],
  options: StartOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const readings = []
  for (const file of files.length > 0 ? files.map(fromCaller) : [demoGazettePath]) {
    const reading = await readIssue(file)
    if (!reading.isRead) {
      terminal.err(`${file}：${reading.reason}。`)
      return exitCodes.unread
    }
    for (const warning of reading.warnings) terminal.err(`${file}：${warning}。`)
    readings.push(reading)
  }
  const library = createLibrary(readings)
  const server = await listen(createApp(library), options)
  if (!server.isListening) {
    terminal.err(server.reason)
    return exitCodes.failed
  }
  const what = files.length > 0 ? ` ${readings.length} 期公报` : '示例公报'
  terminal.err(
    `已读${what}（${library.notices.length} 份文件），请用浏览器打开 ${server.address} ，按 Ctrl-C 停止。`,
  )
  await stopSignal()
  await server.stop()
  terminal.err('已停止。')
  return exitCodes.done
}

/** `npm start` runs in the project's folder; the files were named from the folder in which it was called. */
function fromCaller(file: string): string {
  const folder = process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined
  return folder === undefined ? file : resolve(folder, file)
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
}
