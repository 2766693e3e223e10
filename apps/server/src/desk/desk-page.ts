import type { Page, Request } from 'playwright-core'
import { barriersOf } from '../test-support/barriers.ts'

/** A screen is at rest by then, however busy the machine is. Milliseconds. */
const SETTLED_WITHIN = 60_000

/** What a test does at the desk, in an officer's words. */
export class DeskPage {
  readonly page: Page
  readonly #address: string
  readonly #unanswered = new Set<Request>()
  #asked = 0

  constructor(page: Page, address: string) {
    this.page = page
    this.#address = address
    page.on('request', (request) => {
      this.#asked++
      this.#unanswered.add(request)
    })
    const ended = (request: Request) => void this.#unanswered.delete(request)
    page.on('requestfinished', ended).on('requestfailed', ended)
  }

  /** Opens a screen and waits until it shows what it is about. */
  async open(path: string): Promise<void> {
    this.#unanswered.clear()
    await this.page.goto(`${this.#address}/desk${path}`)
    await this.settle()
  }

  /** Waits until everything that was asked for is answered and drawn, and nothing more is asked for. */
  async settle(): Promise<void> {
    await this.page.locator('.shell main').waitFor()
    const until = Date.now() + SETTLED_WITHIN
    for (let asked = -1; asked !== this.#asked || this.#unanswered.size > 0; ) {
      if (Date.now() > until) {
        const open = [...this.#unanswered].map((request) => request.url())
        throw new Error(`not at rest after ${this.#asked} requests, without an answer: ${open.join(' ')}`)
      }
      asked = this.#asked
      await this.page.waitForFunction(() => document.querySelector('.waiting') === null)
      await Promise.race([this.page.evaluate(drawn), tooLate(until)])
    }
  }

  /** Chooses an action, fills its form in and sends it; the case then stands where it leads. */
  async act(action: string, leadsTo: string, fill: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.button(action).click()
    const form = this.page.locator('form.act')
    for (const [label, value] of Object.entries(fill)) {
      const field = form.getByLabel(new RegExp(`^${label}(?:（选填）)?$`)).first()
      const kind = await field.evaluate((element) => (element as HTMLInputElement).type)
      if (kind === 'radio') await form.getByLabel(value, { exact: true }).check()
      else if (kind === 'select-one') await field.selectOption({ label: value })
      else await field.fill(value)
    }
    await form.getByRole('button', { name: action, exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await this.page.locator('.state-mark', { hasText: leadsTo }).waitFor()
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  link(name: string) {
    return this.page.getByRole('link', { name, exact: true })
  }

  /** Sentences of what was refused, as they stand at the place. */
  async problems(): Promise<readonly string[]> {
    return this.page.locator('.problem li').allTextContents()
  }

  /** Titles of the log's entries, the newest first: to be looked at until they are as they should be. */
  history(): Promise<readonly string[]> {
    return this.page.locator('.history > li > p:first-child > strong').allTextContents()
  }

  /** The state in which the case stands. */
  state(): Promise<string | null> {
    return this.page.locator('.state-mark').textContent()
  }

  /** Everything that keeps someone from using the screen, by axe; in the dark only colours are others. */
  accessibilityViolations(again?: 'colours'): Promise<readonly string[]> {
    return barriersOf(this.page, again)
  }

  /** What is wider than the window, or whose text is cut off without a sign of it. */
  async overflows(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const found: string[] = []
      if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways')
      for (const element of document.querySelectorAll<HTMLElement>('.screen *, .top *, .nav *')) {
        const { overflowX, textOverflow, clipPath } = getComputedStyle(element)
        const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden'
        if (isCut && textOverflow !== 'ellipsis' && clipPath === 'none') {
          found.push(`${element.tagName}.${element.className}: ${element.textContent.slice(0, 30)}`)
        }
      }
      return found
    })
  }
}

/** Fails when it is too late: a page that draws nothing any more never answers. */
function tooLate(until: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new Error('the page draws nothing any more'))
    setTimeout(fail, Math.max(0, until - Date.now())).unref()
  })
}

/** Passes when what was begun in the page has been drawn: a few frames, and a while in which more would be asked for. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve, 50))
}
