import type { Cite } from '../cite.ts'
import { type Catalogue, type CatalogueVersion, type Item, textOf } from './catalogue.ts'
import { lawNameOf } from './legal-basis.ts'

/** Something about an entry of a list that its keeper should look at. */
export interface ListFinding {
  readonly kind: 'name-as-basis' | 'copied-basis' | 'same-name-but-suffix'
  readonly items: readonly Item[]
  readonly cites: readonly Cite[]
  /** One sentence for the keeper of the list. */
  readonly message: string
}

/** Bases shorter than this are cited by many items of a field; a long one that stands twice was copied. */
const FROM_LENGTH = 60

/** Entries whose basis is their own name, bases copied from another field, names that differ only by what is in brackets. */
export function listFindings(catalogue: Catalogue, { items }: CatalogueVersion): readonly ListFinding[] {
  return [
    ...namesAsBasis(catalogue, items),
    ...copiedBases(catalogue, items),
    ...namesButSuffix(catalogue, items),
  ]
}

function namesAsBasis({ parts }: Catalogue, items: readonly Item[]): ListFinding[] {
  return items
    .filter(({ entry }) => {
      const source = textOf(entry, parts.source)
      return source !== '' && !source.includes('《')
    })
    .map((item) =>
      finding(
        'name-as-basis',
        [item],
        `第${numberOf(parts, item)}项的设定依据写的不是法律法规，请补正依据。`,
      ),
    )
}

/** The same basis, letter for letter, under items of different departments that share no word of their name. */
function copiedBases({ parts }: Catalogue, items: readonly Item[]): ListFinding[] {
  const bySource = Map.groupBy(items, ({ entry }) => textOf(entry, parts.source))
  return [...bySource].flatMap(([source, same]) => {
    const [first, ...others] = same
    if (first === undefined || others.length === 0 || source.length < FROM_LENGTH) return []
    return others
      .filter((other) => !sharesWord(textOf(first.entry, parts.name), textOf(other.entry, parts.name)))
      .map((other) =>
        finding(
          'copied-basis',
          [first, other],
          `第${numberOf(parts, other)}项的设定依据与第${numberOf(parts, first)}项逐字相同，事项却不相关，请核对是否抄错。`,
        ),
      )
  })
}

function namesButSuffix({ parts }: Catalogue, items: readonly Item[]): ListFinding[] {
  const byName = Map.groupBy(items, ({ entry }) => baseName(textOf(entry, parts.name)))
  return [...byName].flatMap(([name, same]) =>
    same.length < 2
      ? []
      : [
          finding(
            'same-name-but-suffix',
            same,
            `第${same.map((item) => numberOf(parts, item)).join('、')}项都叫“${name}”，只有括号里不同，请核对是否应当合并或者更名。`,
          ),
        ],
  )
}

/** The name without what stands in brackets at its end. */
function baseName(name: string): string {
  const plain = lawNameOf(name)
  if (plain.endsWith(']')) return plain.slice(0, plain.indexOf('['))
  if (plain.endsWith('）')) return plain.slice(0, plain.lastIndexOf('（'))
  return plain
}

/** Whether two names have three characters in a row in common. */
function sharesWord(name: string, other: string): boolean {
  const plain = other.replace(/许可|审批|核发|审查|登记/g, '')
  return Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)).some(
    (run) => name.includes(run),
  )
}

function numberOf(parts: Catalogue['parts'], { entry }: Item): string {
  return textOf(entry, parts.number)
}

function finding(kind: ListFinding['kind'], items: readonly Item[], message: string): ListFinding {
  return { kind, items, cites: items.map(({ basis }) => basis), message }
}
