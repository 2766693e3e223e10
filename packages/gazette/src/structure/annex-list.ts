import type { Label } from './labels.ts'

/**
 * Follows a list of annexes (附件：1.… / 2.…): its numbers are names of annexes and no clauses. Tells for each
 * paragraph whether it is an entry of such a list.
 */
export interface AnnexList {
  isEntry(text: string, label: Label | null): boolean
}

const openingPattern = /^附[件表录]\s*[：:]\s*(1\s*[.．、])?/

/** Follows the lists of one instrument. */
export function createAnnexList(): AnnexList {
  let next = 0
  return {
    isEntry(text, label) {
      const opening = openingPattern.exec(text)
      if (opening !== null) {
        next = opening[1] === undefined ? (opening[0].length === text.length ? 1 : 0) : 2
        return false
      }
      const isNext = next > 0 && label?.style === 'digit' && label.value === next
      next = isNext ? next + 1 : 0
      return isNext
    },
  }
}
