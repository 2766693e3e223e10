import type { County } from './county.ts'
import { qingyuan } from './demo/index.ts'
import { wutai } from './wutai/index.ts'
import { wuzhai } from './wuzhai/index.ts'

export type { County, Unit } from './county.ts'
export { demoGazettePath } from './demo/index.ts'
export { type DemoOfficer, demoOfficers } from './demo/officers.ts'

/** The counties that are known, the made-up one last. */
export const counties: readonly County[] = [wutai, wuzhai, qingyuan]

/** The county of a slug: `wutai`. */
export const countyBySlug: ReadonlyMap<string, County> = new Map(
  counties.map((county) => [county.slug, county]),
)
