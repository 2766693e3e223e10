import type { UnitNames } from '../units/unit-names.ts'
import type { ClausePlace } from './finding-sources.ts'

/** A known name of a unit in a text. */
export interface FullName extends ClausePlace {
  /** The unit's name in the county's table. */
  readonly name: string
}

/** 县财政局, 市生态环境局某某分局: what full names begin with, and what they end in. */
const levelWord = /[县市区旗]/g
const nameEnd = /[局委会心室队办院社部所站司]/
const noName = /[，。；、：！？《》“”]/

/** Longest full name. */
const longestName = 24

/** Known full names in a text, from left to right; each begins with the level of its unit. */
export function findFullNames(text: string, names: UnitNames): FullName[] {
  const found: FullName[] = []
  levelWord.lastIndex = 0
  for (let match = levelWord.exec(text); match; match = levelWord.exec(text)) {
    const start = match.index
    const end = endOfName(text, start, names)
    if (end === null) continue
    found.push({ start, end, name: names.canonical(text.slice(start, end)) })
    levelWord.lastIndex = end
  }
  return found
}

/** Where the longest known name that begins at an offset ends. */
function endOfName(text: string, start: number, names: UnitNames): number | null {
  let end: number | null = null
  for (let i = start + 1; i < text.length && i < start + longestName; i++) {
    const character = text.charAt(i)
    if (noName.test(character)) break
    if (i > start + 2 && nameEnd.test(character) && names.isKnown(text.slice(start, i + 1))) end = i + 1
  }
  return end
}
