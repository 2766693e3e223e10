/** Names of a county's units: every way in which they are written leads to the one canonical name. */

import type { CountyNames } from '../reading.ts'
import { looksLikeUnit } from './unit-form.ts'
import { type ListedName, splitUnitList } from './unit-list.ts'

/** A known name that stands in a text. */
export interface UnitOccurrence {
  readonly start: number
  readonly end: number
  /** Canonical name of the unit. */
  readonly name: string
}

/** What is known of a county's units; of an unknown county nothing is, and names stay as printed. */
export interface UnitNames {
  /** Canonical name where the alias is known, else the name as printed. */
  canonical(printed: string): string
  /** Whether the county's table has the name. */
  isKnown(printed: string): boolean
  /** Whether the name is known or has the form of a unit's name. */
  isUnit(printed: string): boolean
  /** Cuts a printed list into its names. */
  split(list: string): ListedName[]
  /** Known names in a text, from left to right, the longest at each place. */
  find(text: string): UnitOccurrence[]
}

const brackets = /[（()）〈〉<>［］[\]〔〕\s]/g
const hasBracket = /[（()）〈〉<>［］[\]〔〕\s]/
const bracketed = /[（(〈<［[〔][^（(〈<［[〔）)〉>］\]〕]*[）)〉>］\]〕]/g
const levelWord = /^[县市区旗省州盟]/

/** The names of a county's units, or, without a county, names by their form alone. */
export function createUnitNames(county: CountyNames | null): UnitNames {
  const names = county === null ? new Map<string, string>() : indexNames(county)
  let trie: NameTrie | null = null
  const lookUp = (printed: string) => {
    const name = names.get(printed)
    if (name !== undefined || !hasBracket.test(printed)) return name
    return names.get(fold(printed)) ?? names.get(fold(printed.replace(bracketed, '')))
  }
  const isKnown = (printed: string) => lookUp(printed) !== undefined
  return {
    // 县公安、交通等部门: what stands in such a list is the name without its 局.
    canonical: (printed) => lookUp(printed) ?? lookUp(`${printed}局`) ?? printed,
    isKnown,
    isUnit: (printed) => isKnown(printed) || looksLikeUnit(printed),
    split: (list) => splitUnitList(list, isKnown),
    find: (text) => {
      trie ??= buildTrie(names)
      return findNames(text, trie)
    },
  }
}

/** Takes out brackets and spaces, which the same name is printed with and without. */
function fold(printed: string): string {
  return printed.replace(brackets, '')
}

/**
 * Canonical name by every folded way of writing it. Beside the aliases of the table these are the name with the
 * county's own (清源县财政局) and, where it means one unit only, the name without 县 (财政局), as it stands
 * behind the first of a list. A printed alias always wins over these.
 */
function indexNames(county: CountyNames): Map<string, string> {
  const names = new Map<string, string>()
  for (const unit of county.units) names.set(fold(unit.name), unit.name)
  for (const unit of county.units) {
    for (const alias of unit.aliases) if (!names.has(fold(alias))) names.set(fold(alias), unit.name)
  }
  const derived = new Map<string, string | null>()
  for (const [written, name] of names) {
    const bare = written.replace(levelWord, '')
    if (bare === written || bare.length < 2) continue
    const other = derived.get(bare)
    derived.set(bare, other === undefined || other === name ? name : null)
    if (county.name.endsWith(written.charAt(0))) derived.set(county.name + bare, name)
  }
  for (const [written, name] of derived) if (name !== null && !names.has(written)) names.set(written, name)
  return names
}

/** One step of the trie: what may follow, by code unit, and the name that ends here. */
interface TrieNode {
  readonly next: Map<number, TrieNode>
  name: string | null
}

/**
 * A trie of names, with a bit for each pair of characters that one may begin with (and for those few that share
 * its place): nearly all of a text is passed over by these bits alone.
 */
interface NameTrie {
  readonly root: TrieNode
  readonly isBeginning: Uint8Array
}

function placeOfPair(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff
}

function buildTrie(names: ReadonlyMap<string, string>): NameTrie {
  const root: TrieNode = { next: new Map(), name: null }
  const isBeginning = new Uint8Array(0x10000)
  for (const [written, name] of names) {
    isBeginning[placeOfPair(written, 0)] = 1
    let node = root
    for (let i = 0; i < written.length; i++) {
      const unit = written.charCodeAt(i)
      let next = node.next.get(unit)
      if (!next) {
        next = { next: new Map(), name: null }
        node.next.set(unit, next)
      }
      node = next
    }
    node.name = name
  }
  return { root, isBeginning }
}

function findNames(text: string, { root, isBeginning }: NameTrie): UnitOccurrence[] {
  const found: UnitOccurrence[] = []
  for (let start = 0; start < text.length; ) {
    const longest = isBeginning[placeOfPair(text, start)] === 1 ? longestNameAt(text, start, root) : null
    if (longest) found.push(longest)
    start = longest?.end ?? start + 1
  }
  return found
}

/** Walks the trie from `start`, past brackets and spaces inside the name. */
function longestNameAt(text: string, start: number, root: TrieNode): UnitOccurrence | null {
  let node: TrieNode = root
  let longest: UnitOccurrence | null = null
  for (let i = start; i < text.length; i++) {
    const next = node.next.get(text.charCodeAt(i))
    if (next) node = next
    else if (!passedOver.includes(text.charAt(i))) break
    if (next && next.name !== null) longest = { start, end: i + 1, name: next.name }
  }
  return longest
}

const passedOver = '（()）〈〉<> '
