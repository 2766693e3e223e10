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
import { composeSite, type SiteOptions } from '../compose.ts'
import { enlivenDemoCounty } from '../demo/enliven.ts'
import { importFile } from '../gazettes/import-files.ts'
import { prepareCounties } from '../prepare-counties.ts'
import { createLog } from '../server-log.ts'
import type { Services } from '../services.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import { listen } from '../web/listen.ts'

/** The whole server with the living demo county, as a browser meets it. */
export interface DeskSite {
  readonly address: string
  readonly services: Services
  readonly counties: CountyKeeper
  /** Signs a browser in as one of the officers. */
  signIn(context: BrowserContext, username: string): Promise<void>
  /** Moves the server's clock. */
  moveTo(moment: string): void
  stop(): Promise<void>
}

/** Starts it on a free port. */
export function startDeskSite(port = 0): Promise<DeskSite> {
  return startSiteOf('demo', ['qingyuan'], '2026-11-27T10:30:00.000+08:00', port, async (services) => {
    await importFile(services.db, demoGazettePath, { by: '测试', at: services.clock() })
    const told = await enlivenDemoCounty(services)
    if (told.refused.length > 0) throw new Error(told.refused.join('\n'))
  })
}

/**
 * The same of other counties, filled by whoever asks: once for all test files that ask for the same name. What fills it
 * keeps no files, which would not be copied.
 */
export async function startSiteOf(
  name: string,
  slugs: readonly string[],
  moment: string,
  port: number,
  fill: (services: Services) => Promise<void>,
  hooks: Pick<SiteOptions, 'codeSender' | 'identity'> = {},
): Promise<DeskSite> {
  const [server, deskFolder] = await Promise.all([startTestServer(), builtDesk()])
  const counties = slugs.map((slug) => {
    const county = countyBySlug.get(slug)
    if (county === undefined) throw new Error(`no county ${slug}`)
    return county
  })
  let now = moment
  const clock = () => now
  const log = createLog('error', pino.destination(2))
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-files-'))
  const means = {
    vault: testVault,
    files: diskStorage(folder),
    fontFolder: null,
    programmes: everyProgramme,
    clock,
    log,
  }
  const db = await server.filled(
    name,
    async (made) => {
      await prepareCounties({ ...means, db: made }, counties, () => undefined)
      await fill({ ...means, db: made })
    },
    10,
  )
  const services: Services = { ...means, db }
  const signIn = {
    counties: slugs,
    publicUrl: null,
    trustsProxy: false,
    provider: null,
    refusalTakes: 0,
  }
  const site = await composeSite(services, { signIn, metricsToken: null, deskFolder, ...hooks })
  const listening = await listen(site, { host: 'localhost', port })
  if (!listening.isListening) throw new Error(listening.reason)
  const { address } = listening
  return {
    address,
    services,
    counties: site.jobs.counties,
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
