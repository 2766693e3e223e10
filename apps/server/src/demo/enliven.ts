import { countyBySlug, demoOfficers } from '@luoshi/counties'
import { dateOf, unitsNamed } from '@luoshi/kernel'
import { publishedProposals } from '../duties/published-proposals.ts'
import type { Services } from '../services.ts'
import { demoPosts } from '../sign-in/demo-officers.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { administrationStories } from './administration-stories.ts'
import { arrearsStories } from './arrears-stories.ts'
import { campaignStories } from './campaign-stories.ts'
import { compensationStories } from './compensation-stories.ts'
import { deepTillageStories } from './deep-tillage-stories.ts'
import { demoActors } from './demo-actors.ts'
import { digitalGovernmentStories } from './digital-government-stories.ts'
import { enforcementStories } from './enforcement-stories.ts'
import { figureStories } from './figure-stories.ts'
import { fireStories } from './fire-stories.ts'
import { gasStories } from './gas-stories.ts'
import { grasslandStories } from './grassland-stories.ts'
import { heatingStories } from './heating-stories.ts'
import { houseSafetyStories } from './house-safety-stories.ts'
import { houseStories } from './house-stories.ts'
import { informationStories } from './information-stories.ts'
import { linkageStories } from './linkage-stories.ts'
import { pooledFundsStories } from './pooled-funds-stories.ts'
import { programmeStories } from './programme-stories.ts'
import { propertyStories } from './property-stories.ts'
import { safetyStories } from './safety-stories.ts'
import { servicesStories } from './services-stories.ts'
import type { DemoSetting, DemoStory } from './story.ts'
import { supervisionStories } from './supervision-stories.ts'
import { type Told, tellStories } from './tell-stories.ts'
import { testingCentreStories } from './testing-centre-stories.ts'

/** All that is made up, in the order in which it is told: parameters before what is judged by them. */
const chapters: readonly ((setting: DemoSetting) => readonly DemoStory[])[] = [
  administrationStories,
  servicesStories,
  supervisionStories,
  figureStories,
  campaignStories,
  deepTillageStories,
  enforcementStories,
  programmeStories,
  linkageStories,
  informationStories,
  houseStories,
  arrearsStories,
  digitalGovernmentStories,
  propertyStories,
  grasslandStories,
  testingCentreStories,
  compensationStories,
  pooledFundsStories,
  houseSafetyStories,
  gasStories,
  safetyStories,
  fireStories,
  heatingStories,
]

/**
 * Fills the demo county with made-up work: things done, late, returned and disputed. Some seconds, once.
 *
 * @param signal ends it early; it goes on where it stopped when it is called again
 */
export async function enlivenDemoCounty(services: Services, signal?: AbortSignal): Promise<Told> {
  const actors = demoActors(services.programmes)
  const setting = await demoSetting(services)
  const refused: string[] = []
  let acts = 0
  for (const chapter of chapters) {
    const told = await tellStories(services, chapter(setting), actors, signal)
    acts += told.acts
    refused.push(...told.refused)
  }
  return { acts, refused }
}

/** What stories of the demo county are made of, as it is now. */
export async function demoSetting({ db, programmes, clock }: Services): Promise<DemoSetting> {
  const today = dateOf(clock())
  const { units } = await readCounty(db, DEMO_COUNTY, programmes)
  const { proposals } = await publishedProposals(db, DEMO_COUNTY)
  return {
    today,
    townships: townshipNames(),
    unitId(name) {
      const [only, ...others] = unitsNamed(units, name, today)
      return only === undefined || others.length > 0 ? null : only.id
    },
    programmes,
    holderOf: holdersIn(programmes),
    proposals,
  }
}

/** Who of the demo county's officers may do what is granted so. */
function holdersIn(programmes: Services['programmes']): DemoSetting['holderOf'] {
  const holders = new Map(
    demoOfficers.flatMap((officer) =>
      demoPosts(programmes, officer).map(({ role }) => [role, officer.username] as const),
    ),
  )
  return ({ id }, granted) =>
    granted.map(({ role }) => holders.get(`${id}/${role}`)).find((holder) => holder !== undefined) ?? null
}

function townshipNames(): readonly string[] {
  const county = countyBySlug.get(DEMO_COUNTY)
  const suffix = '人民政府'
  return (county?.units ?? [])
    .map(({ name }) => name)
    .filter((name) => /[乡镇]人民政府$/.test(name))
    .map((name) => name.slice(0, -suffix.length))
}
