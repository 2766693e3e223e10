import { listenForChanges } from '@luoshi/store'
import { createCalendarFeeds } from './api/calendar-routes.ts'
import { createApi } from './api/create-api.ts'
import { createHealth } from './api/health.ts'
import { createMetrics } from './api/metrics.ts'
import { type ApiOptions, usualOptions } from './api/options.ts'
import { type CodeSender, noSender, ShownCodes } from './citizens/code-sender.ts'
import { createCitizens } from './citizens/create-citizens.ts'
import type { IdentityAdapter } from './citizens/identity.ts'
import { createCounter } from './counter/create-counter.ts'
import { createEditor } from './editor/create-editor.ts'
import type { JobContext } from './jobs/jobs.ts'
import { publishedGazettes } from './library.ts'
import { createOpen311 } from './open311/create-open311.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'
import { createSignIn } from './sign-in/index.ts'
import { DEMO_COUNTY } from './sign-in/session-view.ts'
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
  /** What sends codes to citizens; absent where the county has nothing that does. */
  readonly codeSender?: CodeSender
  /** What checks identities; absent where the county has nothing that does. */
  readonly identity?: IdentityAdapter
  /** The desk as it was built; null for a site without one. */
  readonly deskFolder: string | null
  readonly api?: ApiOptions
}

/** The whole site: what each first segment of an address leads to. */
export async function composeSite(
  services: Services,
  { signIn: signInOptions, metricsToken, deskFolder, codeSender, identity, api = usualOptions }: SiteOptions,
): Promise<Site> {
  const changes = await listenForChanges(services.db)
  const signIn = createSignIn(services, changes, signInOptions)
  const counties = new CountyKeeper(services.db, services.programmes, changes)
  const metrics = createMetrics(metricsToken)
  const addressOf = (c: Parameters<typeof whenceOf>[0]) => whenceOf(c, signInOptions).address
  const context = { services, signIn, counties, library: publishedGazettes, addressOf }
  const portal = createPortal({ ...services, changes }, { publicUrl: signInOptions.publicUrl })
  const imports = new ImportRunner(services, counties)
  const shownCodes = new ShownCodes(services.clock)
  const senderOf = (county: string) => codeSender ?? (county === DEMO_COUNTY ? shownCodes : noSender)
  const answering = createApi(context, metrics, imports, api)
  const parts = {
    healthz: createHealth(services.db),
    metrics: metrics.routes,
    api: answering,
    calendar: createCalendarFeeds(answering),
    'sign-in': signIn.pages,
    editor: createEditor(services, signIn),
    services: createCitizens({
      services,
      counties,
      library: publishedGazettes,
      options: signInOptions,
      senderOf,
      identity: identity ?? null,
    }),
    open311: createOpen311(answering, signInOptions.counties),
    counter: createCounter({ services, counties, senderOf }, signIn),
    ...(deskFolder === null ? {} : { desk: createDesk(deskFolder) }),
  }
  const jobs = { services, counties, signIn, imports, changes, served: signInOptions.counties }
  const stop = async () => {
    await imports.stop()
    await changes.stop()
  }
  return { ...createSite(parts, portal), jobs, addresses: answering.routes, stop }
}
