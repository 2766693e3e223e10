import { resolve } from 'node:path'
import { demoGazettePath } from '@luoshi/counties'
import { findDesk } from '@luoshi/desk'
import { webhookSender } from '../citizens/code-sender.ts'
import { webhookIdentity } from '../citizens/identity.ts'
import { composeSite } from '../compose.ts'
import { importFile } from '../gazettes/import-files.ts'
import { openServices } from '../open-services.ts'
import { prepareCounties } from '../prepare-counties.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import { listen } from '../web/listen.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Early } from './start-early.ts'
import type { Terminal } from './terminal.ts'

/** Milliseconds after which a start has done all that it does by itself. */
const SETTLED_MS = 10_000

/** What is missing, and what brings it. */
const NO_DESK =
  '办公平台还没有构建，本次只提供公众页面。请用对程序文件夹有写权限的账户执行 npm ci && npm run build 构建，再执行 npm prune --omit=dev 精简。'

/** Where to listen, and where the data are. */
export interface StartOptions {
  readonly host: string
  readonly port: number
  /** Folder of the embedded PostgreSQL. */
  readonly data: string
}

/** `luoshi start`: reads the gazettes, opens the store, serves both, and returns when asked to stop. */
export async function startCommand(
  files: readonly string[],
  options: StartOptions,
  { settings, embedded }: Early,
  terminal: Terminal,
): Promise<ExitCode> {
  const gazettes = files.length > 0 ? files.map(fromCaller) : [demoGazettePath]
  const stop = stopSignal()
  const opened = await openServices(options.data, settings, false, embedded)
  if (opened.kind === 'refused') return failed(terminal, opened.message)
  try {
    await prepareCounties(opened.services, settings.counties, terminal.err)
    const notices = await importAll(opened.services, gazettes, stop, terminal)
    if (notices === null) return exitCodes.unread
    if (stop.aborted) return exitCodes.done
    const deskFolder = await findDesk()
    if (deskFolder === null) terminal.err(NO_DESK)
    const { codeWebhook, identityWebhook } = settings
    const { log } = opened.services
    const codeSender = codeWebhook && webhookSender(codeWebhook.url, codeWebhook.token, log)
    const identity = identityWebhook && webhookIdentity(identityWebhook.url, identityWebhook.token, log)
    const site = await composeSite(opened.services, {
      ...settings,
      deskFolder,
      ...(codeSender === null ? {} : { codeSender }),
      ...(identity === null ? {} : { identity }),
    })
    const server = await listen(site, options)
    if (!server.isListening) {
      await site.stop()
      return failed(terminal, server.reason)
    }
    const what = files.length > 0 ? ` ${gazettes.length} 期公报` : '示例公报'
    terminal.err(`已读${what}（${notices} 份文件），请用浏览器打开 ${server.address} ，按 Ctrl-C 停止。`)
    const enlivening = new AbortController()
    const enlivened = enliven(opened.services, settings, enlivening.signal)
    // What starting left behind is given back, all of it, before it would be needed; `npm start` lets us ask for it.
    setTimeout(
      () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
      SETTLED_MS,
    ).unref()
    // Whoever waits for the first page does not wait for the jobs. They wait for the made-up work: it is told of days
    // past, and no day is closed before all is in it.
    await Promise.race([aborted(stop), enlivened])
    const { startJobs } = await import('../jobs/jobs.ts')
    const jobs = stop.aborted ? null : await startJobs(site.jobs)
    await aborted(stop)
    enlivening.abort()
    await Promise.all([server.stop(), jobs?.stop(), enlivened])
    await site.stop()
  } finally {
    await opened.close()
  }
  terminal.err('已停止。')
  return exitCodes.done
}

/** Fills the made-up county, where it is served, while it can be looked at already. */
async function enliven(services: Services, { counties }: Settings, signal: AbortSignal): Promise<void> {
  if (!counties.some(({ slug }) => slug === DEMO_COUNTY)) return
  const { enlivenDemoCounty } = await import('../demo/enliven.ts')
  const { refused } = await enlivenDemoCounty(services, signal).catch((error: unknown) => {
    services.log.error({ err: error }, 'the demo county was not filled')
    return { refused: [] }
  })
  for (const sentence of refused) services.log.warn({ sentence }, 'a story of the demo county was refused')
}

function failed(terminal: Terminal, message: string): ExitCode {
  terminal.err(message)
  return exitCodes.failed
}

/** Imports the gazettes into the database; null where one cannot be read. Those that are there already stay. */
async function importAll(
  { db, clock }: Services,
  files: readonly string[],
  stop: AbortSignal,
  terminal: Terminal,
): Promise<number | null> {
  let notices = 0
  for (const file of files) {
    if (stop.aborted) break
    const outcome = await importFile(db, file, { by: '命令行', at: clock() })
    if (outcome.kind === 'unread') {
      terminal.err(`${file}：${outcome.reason}。`)
      return null
    }
    for (const warning of outcome.warnings) terminal.err(`${file}：${warning}。`)
    notices += outcome.notices
  }
  return notices
}

/** `npm start` runs in the project's folder; the files were named from the folder in which it was called. */
function fromCaller(file: string): string {
  const folder = process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined
  return folder === undefined ? file : resolve(folder, file)
}

/**
 * Milliseconds after which whatever still runs is given up: a job, a reading of gazettes, the database's last writing of
 * all that was changed, which takes seconds after much was stored. It is no worse than a `kill -9`: nothing that was
 * acknowledged is lost, and the database ends by itself.
 */
const STOPS_WITHIN = 4000

/** Told when we are asked to stop, at whatever moment. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const asked = () => {
    stop.abort()
    setTimeout(() => process.exit(exitCodes.done), STOPS_WITHIN).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, asked)
  return stop.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
