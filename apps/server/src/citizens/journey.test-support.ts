import { administrationStories } from '../demo/administration-stories.ts'
import { demoActors } from '../demo/demo-actors.ts'
import { demoSetting } from '../demo/enliven.ts'
import { servicesStories } from '../demo/services-stories.ts'
import { tellStories } from '../demo/tell-stories.ts'
import type { Services } from '../services.ts'

/** Publishes the guides and packages of the demo county, with what the county set for services, and nothing else. */
export async function publishGuides(services: Services): Promise<void> {
  const setting = await demoSetting(services)
  const values = administrationStories(setting).filter(({ id }) => id.includes('services-'))
  const actors = demoActors(services.programmes)
  for (const stories of [values, servicesStories(setting)]) {
    const { refused } = await tellStories(services, stories, actors)
    if (refused.length > 0) throw new Error(refused.join('\n'))
  }
}
