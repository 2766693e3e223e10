import { AxeBuilder } from '@axe-core/playwright'
import { dateOf, unitsNamed } from '@luoshi/kernel'
import type { Page } from 'playwright-core'
import { administrationStories } from '../demo/administration-stories.ts'
import { demoActors } from '../demo/demo-actors.ts'
import { servicesStories } from '../demo/services-stories.ts'
import { tellStories } from '../demo/tell-stories.ts'
import type { Services } from '../services.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import { readCounty } from '../surroundings/read-county.ts'

/** What a screen reader would stumble over on a page: rule and place. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** Publishes the guides and packages of the demo county, with what the county set for services, and nothing else. */
export async function publishGuides(services: Services): Promise<void> {
  const { db, programmes, clock } = services
  const today = dateOf(clock())
  const { units } = await readCounty(db, DEMO_COUNTY, programmes)
  const unitId = (name: string) => unitsNamed(units, name, today)[0]?.id ?? null
  const setting = { today, townships: [], unitId, programmes, proposals: [] }
  const values = administrationStories(setting).filter(({ id }) => id.includes('services-'))
  const actors = demoActors(programmes)
  for (const stories of [values, servicesStories(setting)]) {
    const { refused } = await tellStories(services, stories, actors)
    if (refused.length > 0) throw new Error(refused.join('\n'))
  }
}
