import { countyBySlug } from '@luoshi/counties'
import { services as programme } from '@luoshi/programmes/services'
import type { NationalCounty } from '@luoshi/programmes/services/national'
import { unitName } from '../api/views/sight.ts'
import type { ServiceDesk } from '../citizens/service-desk.ts'
import type { Services } from '../services.ts'
import type { Officer } from '../sign-in/index.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import type { CountyState } from '../surroundings/read-county.ts'

/** What goes to and comes from other platforms in the data items of GB/T 39046—2020. */
export interface Exchange {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly desk: ServiceDesk
}

export const STANDARD = 'GB/T 39046—2020'

/** What the county says of itself where the standard asks for it. */
export function nationalCountyOf(state: CountyState): NationalCounty {
  const { county, units } = state
  const today = '9999-12-31'
  return {
    regionCode: countyBySlug.get(county)?.regionCode ?? '',
    unitName: (id) => unitName(state, id, today),
    unitId: (name) => Object.keys(units.units).find((id) => unitName(state, id, today) === name) ?? null,
  }
}

/** Whether an officer may exchange: who keeps the guides. */
export function mayExchange({ posts }: Officer): boolean {
  return posts.some(({ programme: of, role }) => of === programme.id && role === 'approval-bureau')
}
