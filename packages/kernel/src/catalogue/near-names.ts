import { type Catalogue, type CatalogueVersion, type Item, textOf } from './catalogue.ts'

/** The entries whose names are nearest to some words, the nearest first; those without two characters in common are none. */
export function nearNames(
  catalogue: Catalogue,
  { items }: Pick<CatalogueVersion, 'items'>,
  words: string,
  most = 5,
): readonly Item[] {
  const wanted = pairsOf(words)
  return items
    .map((item) => ({
      item,
      likeness: likenessOf(wanted, pairsOf(textOf(item.entry, catalogue.parts.name))),
    }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ item }) => item)
}

/** How like two names are, from 0 to 1: the share of their pairs of characters that both have. */
export function nameLikeness(one: string, other: string): number {
  return likenessOf(pairsOf(one), pairsOf(other))
}

/** Every two characters in a row of a name, its punctuation left out. */
export function pairsOf(name: string): ReadonlySet<string> {
  const characters = [...name.replace(/[\p{P}\s]/gu, '')]
  return new Set(characters.slice(1).map((character, place) => `${characters[place]}${character}`))
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  const common = [...one].filter((pair) => other.has(pair)).length
  return (2 * common) / (one.size + other.size)
}
