import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What a test does at the desk, in an officer's words. */
export class DeskPage {
  readonly page: Page
  readonly #address: string

  constructor(page: Page, address: string) {
    this.page = page
    this.#address = address
  }

  /** Opens a screen and waits until it shows what it is about. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#address}/desk${path}`)
    await this.settle()
  }

  /** Waits until nothing is being read any more. */
  async settle(): Promise<void> {
    await this.page.locator('.shell main').waitFor()
    await this.page.waitForLoadState('networkidle')
    await this.page.waitForFunction(() => document.querySelector('.waiting') === null)
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

  /** Titles of the log's entries, the newest first. */
  async history(): Promise<readonly string[]> {
    await this.page.locator('.history > li').first().waitFor()
    return this.page.locator('.history > li > p:first-child > strong').allTextContents()
  }

  /** The state in which the case stands. */
  state(): Promise<string | null> {
    return this.page.locator('.state-mark').textContent()
  }

  /** Everything that keeps someone from using the screen, by axe. */
  async accessibilityViolations(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
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
