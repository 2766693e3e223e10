import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Rules whose answer depends on what is looked at a second time: another width, or other colours. */
const changing = {
  width: ['scrollable-region-focusable', 'color-contrast'],
  colours: ['color-contrast'],
} as const

/**
 * Everything on a page that keeps someone from using it, by axe: rule and places.
 *
 * @param again what changed since all of the page was looked at: only that is looked at again
 */
export async function barriersOf(page: Page, again?: keyof typeof changing): Promise<readonly string[]> {
  // Our pages hold no frames: axe is asked once, in the page itself.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (again !== undefined) axe.withRules([...changing[again]])
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
