import { type AnnexHead, readAnnexHead } from './annex-head.ts'
import type { Paragraph } from './joining.ts'
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
      const opening = text.startsWith('附') ? openingPattern.exec(text) : null
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

/**
 * Which paragraphs are heads of annexes. One whose title stands on the same line is none where its neighbour is
 * another such: 附件1：甲 / 附件2：乙 is a list.
 */
export function findAnnexHeads(paragraphs: readonly Paragraph[]): Map<number, AnnexHead> {
  const heads = new Map<number, AnnexHead>()
  for (const [index, { traced, label }] of paragraphs.entries()) {
    const head = label === null ? readAnnexHead(traced.text) : null
    if (head !== null) heads.set(index, head)
  }
  const isTitled = (index: number) => (heads.get(index)?.title ?? null) !== null
  const listed = [...heads.keys()].filter(
    (index) => isTitled(index) && (isTitled(index - 1) || isTitled(index + 1)),
  )
  for (const index of listed) heads.delete(index)
  return heads
}
