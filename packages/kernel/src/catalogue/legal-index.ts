import type { LawCite } from '../cite.ts'
import type { IsoDate } from '../time/calendar.ts'
import { type Catalogue, type CatalogueVersion, type Item, textOf } from './catalogue.ts'
import { type ArticleCite, type LegalSource, lawNameOf, legalSourcesOf } from './legal-basis.ts'

/** A list in the version that is looked at. */
export interface ListedVersion {
  /** Region slug: two counties may both have a list of that name. */
  readonly county: string
  readonly programme: string
  readonly catalogue: Catalogue
  readonly version: CatalogueVersion
}

/** One item that rests on a law, and on which of its articles. */
export interface Resting extends ListedVersion {
  readonly item: Item
  readonly articles: readonly ArticleCite[]
  /** As printed there; null where none is. */
  readonly lawVersion: string | null
}

/** A law and everything that rests on it, over all lists. */
export interface LawEntry {
  /** By which one speaks of it: 水法 */
  readonly name: string
  /** Full titles as printed. */
  readonly titles: readonly string[]
  /** The different versions under which it is cited. */
  readonly versions: readonly string[]
  readonly items: readonly Resting[]
}

/** Laws by the name by which one speaks of them, most items first. */
export type LegalIndex = ReadonlyMap<string, LawEntry>

/** Law → items, over all these lists. One pass over all entries. */
export function legalIndexOf(lists: readonly ListedVersion[]): LegalIndex {
  const found = new Map<string, { titles: Set<string>; versions: Map<string, string>; items: Resting[] }>()
  for (const list of lists) {
    for (const item of list.version.items) {
      for (const source of sourcesOf(list.catalogue, item)) {
        const name = lawNameOf(source.title)
        const law = found.get(name) ?? {
          titles: new Set<string>(),
          versions: new Map<string, string>(),
          items: [],
        }
        law.titles.add(source.title)
        if (source.version !== null) {
          const version = versionOf(source.version)
          if (!law.versions.has(version)) law.versions.set(version, source.version)
        }
        law.items.push({ ...list, item, articles: source.articles, lawVersion: source.version })
        found.set(name, law)
      }
    }
  }
  const entries = [...found].map(([name, law]): LawEntry => {
    return { name, titles: [...law.titles], versions: [...law.versions.values()], items: law.items }
  })
  entries.sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1))
  return new Map(entries.map((entry) => [entry.name, entry]))
}

/** A version for comparing: 国务院令第101号 and 国务院令101号 are the same order. */
function versionOf(printed: string): string {
  return printed.replaceAll(/令第(?=\d)/g, '令')
}

/** Read once: an entry never changes. */
const sourcesByEntry = new WeakMap<Item['entry'], readonly LegalSource[]>()

/** The legal sources of an entry; none for a list without them. */
export function sourcesOf({ parts }: Catalogue, { entry }: Item): readonly LegalSource[] {
  const known = sourcesByEntry.get(entry) ?? legalSourcesOf(textOf(entry, parts.source))
  sourcesByEntry.set(entry, known)
  return known
}

/** What rests on a law, or on one of its articles: what falls, or wants a look, when that is changed. */
export function restingOn(index: LegalIndex, law: string, article?: string): readonly Resting[] {
  const items = index.get(lawNameOf(law))?.items ?? []
  if (article === undefined) return items
  return items.filter(({ articles }) => articles.some((cited) => cited.article === article))
}

/** A law that is cited under more than one version: one of them may be out of date. */
export function lawsInSeveralVersions(index: LegalIndex): readonly LawEntry[] {
  return [...index.values()].filter(({ versions }) => versions.length > 1)
}

/** A law whose place another took: the other says so, and from which day. */
export interface ReplacedLaw {
  readonly title: string
  readonly by: string
  readonly from: IsoDate
  readonly basis: LawCite
}

/** What took the place of a law by a day; undefined where nothing did. */
export function replacementOf(
  replaced: readonly ReplacedLaw[],
  title: string,
  on: IsoDate,
): ReplacedLaw | undefined {
  const name = lawNameOf(title)
  return replaced.find((one) => lawNameOf(one.title) === name && one.from <= on)
}

/** Laws of an index that no longer hold on a day, each with what took its place. */
export function lawsReplaced(
  index: LegalIndex,
  replaced: readonly ReplacedLaw[],
  on: IsoDate,
): readonly { readonly law: LawEntry; readonly replacement: ReplacedLaw }[] {
  return [...index.values()].flatMap((law) => {
    const replacement = replacementOf(replaced, law.name, on)
    return replacement === undefined ? [] : [{ law, replacement }]
  })
}

/** What the keeper of a list is told of an item that rests on it. */
export function replacementText({ title, by, from }: ReplacedLaw): string {
  return `《${title}》自${from}起由《${by}》取代，应当核对并改写依据。`
}

/** A document number that is printed under more than one title. */
export interface NumberOfSeveral {
  readonly docNumber: string
  readonly titles: readonly string[]
}

const DOCUMENT_NUMBER = /[\p{Script=Han}]+〔\d{4}〕\d+号/u

/** Document numbers that stand behind different titles. */
export function numbersOfSeveralTitles(index: LegalIndex): readonly NumberOfSeveral[] {
  const titles = new Map<string, Set<string>>()
  for (const { titles: printed, items } of index.values()) {
    for (const { lawVersion } of items) {
      const docNumber = lawVersion?.match(DOCUMENT_NUMBER)?.[0]
      if (docNumber === undefined) continue
      titles.set(docNumber, new Set([...(titles.get(docNumber) ?? []), ...printed]))
    }
  }
  return [...titles]
    .filter(([, printed]) => printed.size > 1)
    .map(([docNumber, printed]) => ({ docNumber, titles: [...printed] }))
}
