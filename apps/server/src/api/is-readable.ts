import { allowed, dateOf } from '@luoshi/kernel'
import type { StoredCase } from '@luoshi/store'
import type { Sight } from './views/sight.ts'

/** Whether the officer may read a case of that procedure. */
export function isReadable({ programme, procedure, actor, state, now }: Sight, stored: StoredCase): boolean {
  if (stored.programme !== programme.id || stored.case.procedure !== procedure.id) return false
  return allowed(actor, procedure.access.read, stored.case, state.units, dateOf(now))
}
