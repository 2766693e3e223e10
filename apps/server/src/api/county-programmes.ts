import { isOfCounty, type Programme } from '@luoshi/kernel'
import type { Services } from '../services.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'

/** What a county carries out, of all that the server knows. The demo county may look at everything. */
export function programmesOf(
  { programmes }: Pick<Services, 'programmes'>,
  county: string,
): readonly Programme[] {
  return county === DEMO_COUNTY ? programmes : programmes.filter((programme) => isOfCounty(programme, county))
}
