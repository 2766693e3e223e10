import type { Programme } from '@luoshi/kernel'
import { deepTillage } from './deep-tillage/index.ts'

/** Every programme that a notice orders, in the order in which it was written. */
export const programmes: readonly Programme[] = [deepTillage]

/** All that a server carries. */
export const everyProgramme: readonly Programme[] = [...programmes]
