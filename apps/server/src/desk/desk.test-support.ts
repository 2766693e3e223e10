import type { Browser, BrowserContext } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { launchBrowser } from '../test-support/browser.ts'
import { type DeskSite, startDeskSite } from '../test-support/desk-site.ts'
import { DeskPage } from './desk-page.ts'

/** How the window of a test is. */
export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  /** Whether no service worker ever stands beside its pages. */
  readonly isWithoutWorker?: boolean
}

/** A desk with everything that went wrong in its page. */
export type WatchedDesk = DeskPage & { readonly complaints: string[] }

/** Browsers at the living demo county. */
export class DeskBrowsers {
  readonly site: DeskSite
  readonly #browser: Browser

  private constructor(site: DeskSite, browser: Browser) {
    this.site = site
    this.#browser = browser
  }

  static async start(starting = startDeskSite()): Promise<DeskBrowsers> {
    const [browser, site] = await Promise.all([launchBrowser(), starting])
    return new DeskBrowsers(site, browser)
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await this.site.stop()
  }

  /** A browser in which nobody is signed in; it ends with the test. */
  async stranger({
    width = 1366,
    height = 768,
    theme = 'light',
    isWithoutWorker = false,
  }: WindowOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      timezoneId: 'Asia/Shanghai',
      locale: 'zh-CN',
      serviceWorkers: isWithoutWorker ? 'block' : 'allow',
    })
    onTestFinished(() => context.close())
    return context
  }

  /** A browser in which an officer is signed in. */
  async deskOf(
    username: string,
    options: WindowOptions = {},
    address = this.site.address,
  ): Promise<WatchedDesk> {
    const context = await this.stranger(options)
    await this.site.signIn(context, username)
    return this.openDesk(context, address)
  }

  /** A page in which nothing that goes wrong is overlooked. */
  async openDesk(context: BrowserContext, address = this.site.address): Promise<WatchedDesk> {
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      const isRefusal = /status of 4|net::ERR_/.test(message.text())
      if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) complaints.push(`a request to ${request.url()}`)
    })
    return Object.assign(new DeskPage(page, address), { complaints })
  }
}
