import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyBySlug, demoGazettePath } from '@luoshi/counties'
import { builtDesk } from '@luoshi/desk'
import { everyProgramme } from '@luoshi/programmes'
import { diskStorage } from '@luoshi/store'
import { pino } from 'pino'
import type { BrowserContext } from 'playwright-core'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer } from '../../../../packages/store/src/test-database.ts'
import { composeSite } from '../compose.ts'
import { enlivenDemoCounty } from '../demo/enliven.ts'
import { importFile } from '../gazettes/import-files.ts'
import { prepareCounties } from '../prepare-counties.ts'
import { createLog } from '../server-log.ts'
import type { Services } from '../services.ts'
import { listen } from '../web/listen.ts'

/** The whole server with the living demo county, as a browser meets it. */
export interface DeskSite {
  readonly address: string
  readonly services: Services
  /** Signs a browser in as one of the officers. */
  signIn(context: BrowserContext, username: string): Promise<void>
  /** Moves the server's clock. */
  moveTo(moment: string): void
  stop(): Promise<void>
}

/** Starts it on a free port. */
export async function startDeskSite(port = 0): Promise<DeskSite> {
  const [server, deskFolder] = await Promise.all([startTestServer(), builtDesk()])
  const county = countyBySlug.get('qingyuan')
  if (county === undefined) throw new Error('the demo county is gone')
  let now = '2026-11-27T10:30:00.000+08:00'
  const clock = () => now
  const log = createLog('error', pino.destination(2))
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-files-'))
  const services: Services = {
    db: await server.database(10),
    vault: testVault,
    files: diskStorage(folder),
    fontFolder: null,
    programmes: everyProgramme,
    clock,
    log,
  }
  await prepareCounties(services, [county], () => undefined)
  await importFile(services.db, demoGazettePath, { by: '测试', at: clock() })
  const told = await enlivenDemoCounty(services)
  if (told.refused.length > 0) throw new Error(told.refused.join('\n'))
  const signIn = {
    counties: [county.slug],
    publicUrl: null,
    trustsProxy: false,
    provider: null,
    refusalTakes: 0,
  }
  const site = await composeSite(services, { signIn, metricsToken: null, deskFolder })
  const listening = await listen(site, { host: 'localhost', port })
  if (!listening.isListening) throw new Error(listening.reason)
  const { address } = listening
  return {
    address,
    services,
    async signIn(context, username) {
      const form = { username, next: '/healthz' }
      const answer = await context.request.post(`${address}/sign-in/demo`, { form })
      if (!answer.ok()) throw new Error(await answer.text())
    },
    moveTo(moment) {
      now = moment
    },
    async stop() {
      await listening.stop()
      await site.stop()
      rmSync(folder, { recursive: true, force: true })
      await server.stop()
    },
  }
}
