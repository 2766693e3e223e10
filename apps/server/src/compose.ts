import { listenForChanges } from '@luoshi/store'
import { createCalendarFeeds } from './api/calendar-routes.ts'
import { createApi } from './api/create-api.ts'
import { createHealth } from './api/health.ts'
import { createMetrics } from './api/metrics.ts'
import { type ApiOptions, usualOptions } from './api/options.ts'
import { createEditor } from './editor/create-editor.ts'
import type { JobContext } from './jobs/jobs.ts'
import { publishedGazettes } from './library.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'
import { createSignIn } from './sign-in/index.ts'
import { whenceOf } from './sign-in/whence.ts'
import { createDesk } from './site/desk.ts'
import { type Answers, createSite } from './site/site.ts'
import { CountyKeeper } from './surroundings/county-keeper.ts'
import { ImportRunner } from './transfer/import-runner.ts'
import { createPortal } from './web/portal.ts'

/** A site, and what ends with it. */
export interface Site extends Answers {
  /** What jobs that belong to it are done with. */
  readonly jobs: JobContext
  /** Where the API answers: its document is held against them. */
  readonly addresses: readonly { readonly method: string; readonly path: string }[]
  stop(): Promise<void>
}

/** What a site is put together with. */
export interface SiteOptions extends Pick<Settings, 'signIn' | 'metricsToken'> {
  /** The desk as it was built; null for a site without one. */
  readonly deskFolder: string | null
  readonly api?: ApiOptions
}

/** The whole site: what each first segment of an address leads to. */
export async function composeSite(
  services: Services,
  { signIn: signInOptions, metricsToken, deskFolder, api = usualOptions }: SiteOptions,
): Promise<Site> {
  const changes = await listenForChanges(services.db)
  const signIn = createSignIn(services, changes, signInOptions)
  const counties = new CountyKeeper(services.db, services.programmes, changes)
  const metrics = createMetrics(metricsToken)
  const addressOf = (c: Parameters<typeof whenceOf>[0]) => whenceOf(c, signInOptions).address
  const context = { services, signIn, counties, library: publishedGazettes, addressOf }
  const portal = createPortal({ ...services, changes }, { publicUrl: signInOptions.publicUrl })
  const imports = new ImportRunner(services, counties)
  const answering = createApi(context, metrics, imports, api)
  const parts = {
    healthz: createHealth(services.db),
    metrics: metrics.routes,
    api: answering,
    calendar: createCalendarFeeds(answering),
    'sign-in': signIn.pages,
    editor: createEditor(services, signIn),
    ...(deskFolder === null ? {} : { desk: createDesk(deskFolder) }),
  }
  const jobs = { services, counties, signIn, imports, changes, served: signInOptions.counties }
  const stop = async () => {
    await imports.stop()
    await changes.stop()
  }
  return { ...createSite(parts, portal), jobs, addresses: answering.routes, stop }
}
