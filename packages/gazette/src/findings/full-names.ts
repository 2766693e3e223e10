import { codeTable } from '../tables/characters.ts'
import type { UnitNames } from '../units/unit-names.ts'
import type { ClausePlace } from './finding-sources.ts'

/** A known name of a unit in a text. */
export interface FullName extends ClausePlace {
  /** The unit's name in the county's table. */
  readonly name: string
}

/** 县财政局, 市生态环境局某某分局: what full names begin with, and what they end in. */
const isLevel = codeTable('县市区旗')
const endsName = codeTable('局委会心室队办院社部所站司')
const endsAll = codeTable('，。；、：！？《》“”')

/** Shortest and longest full name. */
const shortestName = 4
const longestName = 24

/** Known full names in a text, from left to right; each begins with the level of its unit. */
export function findFullNames(text: string, names: UnitNames): FullName[] {
  const found: FullName[] = []
  for (let start = 0; start < text.length; start++) {
    if (isLevel[text.charCodeAt(start)] === 0) continue
    const end = endOfName(text, start, names)
    if (end === null) continue
    found.push({ start, end, name: names.canonical(text.slice(start, end)) })
    start = end - 1
  }
  return found
}

/** Where the longest known name that begins at an offset ends. */
function endOfName(text: string, start: number, names: UnitNames): number | null {
  let end: number | null = null
  const reach = Math.min(text.length, start + longestName)
  for (let i = start + 1; i < reach; i++) {
    const code = text.charCodeAt(i)
    if (endsAll[code] === 1) break
    if (endsName[code] === 0 || i + 1 - start < shortestName) continue
    if (names.isKnown(text.slice(start, i + 1))) end = i + 1
  }
  return end
}
