import { createHealth } from './api/health.ts'
import type { Library } from './library.ts'
import type { Services } from './services.ts'
import { createDesk } from './site/desk.ts'
import { type Answers, createSite } from './site/site.ts'
import { createApp } from './web/app.ts'

/**
 * The whole site: what each first segment of an address leads to.
 *
 * @param deskFolder the desk as it was built
 */
export function composeSite(services: Services, library: Library, deskFolder: string): Answers {
  return createSite({ healthz: createHealth(services.db), desk: createDesk(deskFolder) }, createApp(library))
}
