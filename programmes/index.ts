import type { Programme } from '@luoshi/kernel'
import { administrationOf } from './administration/index.ts'
import { appraisal } from './appraisal/index.ts'
import { deepTillage } from './deep-tillage/index.ts'

export { parameterValueFrom } from './administration/index.ts'

/** Every programme that a notice orders, in the order in which it was written. */
export const programmes: readonly Programme[] = [deepTillage, appraisal]

/** Units, officers, posts, parameters and days off of a county. */
export const administration = administrationOf(programmes)

/** All that a server carries: the administration first, on which the others rest. */
export const everyProgramme: readonly Programme[] = [administration, ...programmes]
