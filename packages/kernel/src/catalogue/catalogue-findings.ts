import { type Issue, issueOf } from '../issue/issue.ts'
import { type Catalogue, type CatalogueVersion, keyOf, textOf } from './catalogue.ts'

/** What a careful clerk marks in a version of a list: numbers left out, given twice or out of order, entries named twice. */
export function catalogueFindings(catalogue: Catalogue, version: CatalogueVersion): readonly Issue[] {
  return [...numbering(catalogue, version), ...namesTwice(catalogue, version)]
}

/** Entries with a key that another has: a slip, since a key tells one from all others. */
export function keysTwice(catalogue: Catalogue, { items, from }: CatalogueVersion): readonly Issue[] {
  return repeated(items.map((item) => keyOf(catalogue, item))).map(({ value, index }) =>
    issueOf('item-twice', ['items', index], { catalogue: catalogue.title, version: from, item: value }),
  )
}

function numbering({ title, parts }: Catalogue, { items, from }: CatalogueVersion): Issue[] {
  if (parts.number === undefined) return []
  let expected = 1
  return items.flatMap(({ entry, basis }, index) => {
    const found = textOf(entry, parts.number)
    const wanted = String(expected)
    // A number that is off sets the count anew, so that one slip is told once.
    const number = Number(found)
    expected = (Number.isInteger(number) ? number : expected) + 1
    if (found === wanted) return []
    return [
      issueOf(
        'number-off',
        ['items', index],
        { catalogue: title, version: from, found: found === '' ? '空' : found, wanted },
        basis,
      ),
    ]
  })
}

function namesTwice({ title, parts }: Catalogue, { items, from }: CatalogueVersion): Issue[] {
  const names = items.map(({ entry }) =>
    [textOf(entry, parts.name), textOf(entry, parts.holder)].join('\u0000'),
  )
  return repeated(names).map(({ value, index }) => {
    const [item = ''] = value.split('\u0000')
    const data = { catalogue: title, version: from, item }
    return issueOf('item-named-twice', ['items', index], data, items[index]?.basis ?? null)
  })
}

/** Every value that has stood before, with its place. */
function repeated(values: readonly string[]): { value: string; index: number }[] {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ value, index }]
    seen.add(value)
    return []
  })
}
