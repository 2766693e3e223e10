import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { everyProgramme } from '@luoshi/programmes'
import { type Changes, type Database, listenForChanges } from '@luoshi/store'
import { expect, onTestFinished } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { importFile } from '../gazettes/import-files.ts'
import { createLog } from '../server-log.ts'
import { listen } from '../web/listen.ts'
import { createPortal } from '../web/portal.ts'

/** The portal over a database of its own into which some files were imported. */
export interface TestPortal {
  readonly db: Database
  readonly changes: Changes
  readonly portal: ReturnType<typeof createPortal>
  /** Imports a file and publishes it. */
  publish(file: string): Promise<void>
  request(path: string, init?: RequestInit): Promise<Response>
  /** The text of a page that must be there. */
  textOf(path: string): Promise<string>
  /** Where a browser finds it. */
  listen(): Promise<{ address: string; stop: () => Promise<void> }>
  stop(): Promise<void>
}

/** The day of the tests. */
export const TODAY = '2026-03-02'

/** A database server for one test file. */
export { startTestServer, type TestServer }

/** Starts a portal over some files; `stop` ends what it holds. */
export async function portalOver(server: TestServer, ...files: readonly string[]): Promise<TestPortal> {
  const clock = () => `${TODAY}T09:00:00.000+08:00` as const
  const publishInto = async (into: Database, file: string) => {
    const outcome = await importFile(into, file, { by: '测试', at: clock() })
    if (outcome.kind === 'unread') throw new Error(`${file}: ${outcome.reason}`)
  }
  const db = await (files.length === 0
    ? server.database(6)
    : server.filled(
        nameOf(files),
        async (made) => {
          for (const file of files) await publishInto(made, file)
        },
        6,
      ))
  const changes = await listenForChanges(db)
  const log = createLog('error', process.stderr)
  const portal = createPortal({ db, changes, programmes: everyProgramme, clock, log }, { publicUrl: null })
  return {
    db,
    changes,
    portal,
    publish: (file) => publishInto(db, file),
    request: async (path, init) => portal.request(path, init),
    async textOf(path) {
      const answer = await portal.request(path)
      expect(answer.status, path).toBe(200)
      return answer.text()
    },
    async listen() {
      const listening = await listen(portal, { host: 'localhost', port: 0 })
      if (!listening.isListening) throw new Error(listening.reason)
      return listening
    },
    stop: () => changes.stop(),
  }
}

/** The same files, as they are now, have the same name. */
function nameOf(files: readonly string[]): string {
  const digest = createHash('sha256')
  for (const file of files) digest.update(file).update(readFileSync(file))
  return `portal_${digest.digest('hex').slice(0, 16)}`
}

/** The same for one test, ended with it. */
export async function portalForTest(server: TestServer, ...files: readonly string[]): Promise<TestPortal> {
  const portal = await portalOver(server, ...files)
  onTestFinished(() => portal.stop())
  return portal
}
