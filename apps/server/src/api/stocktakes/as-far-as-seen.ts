import type { Counted } from '@luoshi/kernel'

/**
 * What was counted from part of a register only: it says so first, and is no judgement of the whole.
 *
 * @param seen how many records were counted
 */
export function asFarAsSeen(counted: Counted, seen: number): Counted {
  return { ...counted, says: `只核对了您能看到的${seen}条记录，不是全县的。${counted.says}`, isMet: null }
}
