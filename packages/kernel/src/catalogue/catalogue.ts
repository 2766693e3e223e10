import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'
import type { Fields, RecordOf } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { CataloguePrint } from './catalogue-print.ts'
import type { ListComparison } from './compare-lists.ts'
import type { Completeness } from './completeness.ts'

/** One entry of a published list. */
export interface Item<Entry = Readonly<Record<string, unknown>>> {
  readonly entry: Entry
  readonly basis: Cite
  /** Keys of the entries of the version before in whose place it stands: one where it was given another key, several where they were merged. */
  readonly replaces?: readonly string[]
}

/** The list as it was published, and until when it holds. */
export interface CatalogueVersion<Entry = Readonly<Record<string, unknown>>> {
  /** 2022年版 */
  readonly name?: string
  /** First day on which it holds. */
  readonly from: IsoDate
  /** First day on which it holds no more; null while it does. */
  readonly until: IsoDate | null
  readonly basis: Cite
  readonly items: readonly Item<Entry>[]
}

/** Which of an entry's fields tell what. */
export interface EntryParts<Field extends string = string> {
  /** The field that tells one entry from all others, also in other versions. */
  readonly key: Field
  /** 事项名称 */
  readonly name: Field
  /** 序号, where entries are numbered from 1. */
  readonly number?: Field
  /** 实施机关: who may do it. */
  readonly holder?: Field
  /** 设定依据: the law on which it rests. */
  readonly source?: Field
}

/** A published list in versions: licences, powers, bodies that may make rules. */
export interface Catalogue<Schema extends Fields = Fields> {
  readonly kind: 'catalogue'
  /** ASCII, unique in its programme: `licences` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly fields: Schema
  readonly parts: EntryParts
  /** Where versions are printed: what is read from there stands beside `versions`. */
  readonly prints?: readonly CataloguePrint[]
  /** Earliest first. */
  readonly versions: readonly CatalogueVersion<RecordOf<Schema>>[]
  /** Who does what every entry names, where no column says it: 各乡（镇）人民政府. */
  readonly exercisedBy?: { readonly who: string; readonly basis: Cite }
  /** The procedure whose cases change it between two printings, once they stand in one of these states. */
  readonly changedBy?: { readonly procedure: string; readonly states: readonly string[] }
  /** The procedure, of whichever programme, whose cases publish whole new versions of it, once they stand in this state. */
  readonly publishedBy?: { readonly programme: string; readonly procedure: string; readonly state: string }
  /** Other lists that it is held to. */
  readonly heldTo?: readonly ListComparison[]
  /** What must be filled in for each of its entries. */
  readonly completeness?: readonly Completeness[]
  readonly open?: readonly OpenQuestion[]
}

const CATALOGUE_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  fields: null,
  parts: { key: null, name: null, number: null, holder: null, source: null },
  prints: {
    '*': {
      name: null,
      basis: null,
      from: null,
      columns: null,
      group: null,
      keyed: { field: null, by: null },
      count: null,
    },
  },
  versions: {
    '*': {
      name: null,
      from: null,
      until: null,
      basis: null,
      items: { '*': { entry: null, basis: null, replaces: null } },
    },
  },
  exercisedBy: { who: null, basis: null },
  changedBy: { procedure: null, states: null },
  publishedBy: { programme: null, procedure: null, state: null },
  heldTo: {
    '*': {
      id: null,
      title: null,
      basis: null,
      register: null,
      where: null,
      edition: null,
      equals: null,
    },
  },
  completeness: { '*': { id: null, title: null, basis: null, register: null, item: null, fields: null } },
  open: null,
}

/** A catalogue; its versions are put in the order of their dates. The compiler holds entries and parts to its fields. */
export function defineCatalogue<Schema extends Fields>(
  definition: Omit<Catalogue<Schema>, 'kind' | 'parts'> & {
    readonly parts: EntryParts<keyof Schema['shape'] & string>
  },
): Catalogue<Schema> {
  const versions = [...definition.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
  return definitionOf(`清单${definition.id}`, { kind: 'catalogue', ...definition, versions }, CATALOGUE_KEYS)
}

/** The version that held on a day; undefined where none did. */
export function versionOn(catalogue: Catalogue, on: IsoDate): CatalogueVersion | undefined {
  return catalogue.versions.findLast(({ from, until }) => from <= on && (until === null || on < until))
}

/** The key of an entry, as text. */
export function keyOf({ parts }: Pick<Catalogue, 'parts'>, { entry }: Item): string {
  return textOf(entry, parts.key)
}

/** A field of an entry, as text; empty where it has none. */
export function textOf(entry: Readonly<Record<string, unknown>>, field: string | undefined): string {
  const value = field === undefined ? undefined : entry[field]
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(String).join('、') : String(value)
}

/** Who could do what an entry names, and on what that rests. */
export interface Holder {
  readonly item: Item
  readonly version: CatalogueVersion
  /** As printed: 县卫生健康局 */
  readonly holder: string
}

/** Who could do this on that day: the entry's holder in the version that held; undefined where the list had no such entry. */
export function holderOn(catalogue: Catalogue, key: string, on: IsoDate): Holder | undefined {
  const version = versionOn(catalogue, on)
  const item = version?.items.find((one) => keyOf(catalogue, one) === key)
  if (version === undefined || item === undefined) return undefined
  return { item, version, holder: textOf(item.entry, catalogue.parts.holder) }
}
