import type { Programme } from '@luoshi/kernel'
import { deepTillage } from './deep-tillage/index.ts'

/** Every programme, in the order in which it was written. */
export const programmes: readonly Programme[] = [deepTillage]
