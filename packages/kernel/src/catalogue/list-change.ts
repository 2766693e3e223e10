import type { Cite } from '../cite.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { validate } from '../schema/validate.ts'
import type { IsoDate } from '../time/calendar.ts'
import { type Catalogue, type CatalogueVersion, type Item, keyOf, textOf } from './catalogue.ts'
import type { CatalogueChange } from './catalogue-diff.ts'

/** What happens to entries of a list between two printings of it. */
export type ListChangeKind = CatalogueChange['kind']

/** A change of a list as it was decided: which entries, what stands in their place, from when and because of what. */
export interface ListChange {
  /** By which one speaks of it: 调-1 */
  readonly number: string
  readonly kind: ListChangeKind
  /** Keys of the entries that it takes away or puts others in the place of. */
  readonly before: readonly string[]
  /** Entries that it puts there; what one does not say it takes from the only entry before. */
  readonly after: readonly Readonly<Record<string, unknown>>[]
  /** First day on which it holds. */
  readonly from: IsoDate
  /** The law or order that caused it. */
  readonly cause: string
  readonly basis: Cite
}

/** How many entries each kind needs, before and after. */
const SHAPES: Readonly<Record<ListChangeKind, { readonly before: Bounds; readonly after: Bounds }>> = {
  added: { before: [0, 0], after: [1, null] },
  removed: { before: [1, null], after: [0, 0] },
  renamed: { before: [1, 1], after: [1, 1] },
  merged: { before: [2, null], after: [1, 1] },
  split: { before: [1, 1], after: [2, null] },
  'basis-changed': { before: [1, 1], after: [1, 1] },
  changed: { before: [1, 1], after: [1, 1] },
}

type Bounds = readonly [least: number, most: number | null]

/** What a change says, as far as it is held to the list. */
export type Proposed = Pick<ListChange, 'kind' | 'before' | 'after'>

/**
 * What stands against a change, each as a phrase; none where it fits.
 *
 * @param isListed whether an entry of that key stands in the list now
 */
export function objectionsToChange(
  { parts }: Pick<Catalogue, 'parts'>,
  { kind, before, after }: Proposed,
  isListed: (key: string) => boolean,
): readonly string[] {
  const shape = SHAPES[kind]
  const keys = after.map((entry) => textOf(entry, parts.key))
  const left = new Set(before)
  const isSame = kind === 'basis-changed' || kind === 'changed'
  return [
    ...countedWrong('原事项', before.length, shape.before),
    ...countedWrong('调整后的事项', after.length, shape.after),
    ...before.filter((key) => !isListed(key)).map((key) => `清单里没有“${key}”`),
    ...twice(before).map((key) => `原事项“${key}”写了两次`),
    ...twice(keys).map((key) => `调整后有两项都叫“${key}”`),
    ...keys.filter((key) => isListed(key) && !left.has(key)).map((key) => `清单里已有“${key}”`),
    ...(isSame && keys[0] !== undefined && before[0] !== undefined && keys[0] !== before[0]
      ? [`名称由“${before[0]}”变为“${keys[0]}”，应按更名办理`]
      : []),
    ...(kind === 'renamed' && keys[0] === before[0] && keys[0] !== undefined ? ['名称没有变'] : []),
  ]
}

function countedWrong(what: string, found: number, [least, most]: Bounds): string[] {
  if (found >= least && (most === null || found <= most)) return []
  const wanted = most === null ? `至少${least}项` : most === 0 ? '不填' : `${least}项`
  return [`${what}应${wanted}，填了${found}项`]
}

function twice(keys: readonly string[]): string[] {
  const seen = new Set<string>()
  return keys.filter((key) => {
    const isAgain = seen.has(key)
    seen.add(key)
    return isAgain
  })
}

/** The list after a change, or everything that kept the change from being taken. */
export type ChangeTaken =
  | { readonly kind: 'taken'; readonly items: readonly Item[] }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/**
 * The entries after a change. What replaces others stands in the place of the first of them, what is new at the end; then
 * all are numbered anew from 1.
 */
export function itemsAfter(
  catalogue: Catalogue,
  { items }: Pick<CatalogueVersion, 'items'>,
  change: ListChange,
): ChangeTaken {
  const byKey = new Map(items.map((item) => [keyOf(catalogue, item), item]))
  const objections = objectionsToChange(catalogue, change, (key) => byKey.has(key))
  const data = { catalogue: catalogue.title, change: change.number }
  if (objections.length > 0) {
    const why = objections.join('，')
    return { kind: 'refused', issues: [issueOf('change-unfit', ['before'], { ...data, why }, change.basis)] }
  }
  const made = madeBy(catalogue, change, byKey)
  const issues = made.flatMap((entry, place) => {
    const checked = validate(catalogue.fields, { ...entry, ...numberOf(catalogue, 1) })
    return checked.kind === 'valid'
      ? []
      : checked.issues.map((issue) => ({ ...issue, path: ['after', place, ...issue.path] }))
  })
  if (issues.length > 0) return { kind: 'refused', issues }
  const gone = new Set(change.before)
  // What was put there earlier on the same day stands for what that replaced.
  const forebears = change.before.flatMap((key) => byKey.get(key)?.replaces ?? [key])
  const replaces = forebears.length > 0 ? { replaces: forebears } : {}
  const placed = made.map((entry): Item => ({ entry, basis: change.basis, ...replaces }))
  const [first] = change.before
  const kept = items.flatMap((item) => {
    const key = keyOf(catalogue, item)
    if (key === first) return placed
    return gone.has(key) ? [] : [item]
  })
  const all = first === undefined ? [...kept, ...placed] : kept
  return { kind: 'taken', items: all.map((item, place) => withNumber(catalogue, item, place + 1)) }
}

/** Entries as they are to stand: the only one before lends what a new one does not say. */
function madeBy(catalogue: Catalogue, change: ListChange, byKey: ReadonlyMap<string, Item>) {
  const [only] = change.before
  const isOfOne = change.before.length === 1 && change.after.length === 1
  const lent = isOfOne && only !== undefined ? (byKey.get(only)?.entry ?? {}) : {}
  const { number } = catalogue.parts
  return change.after.map((entry) => {
    const all = { ...lent, ...entry }
    return Object.fromEntries(
      Object.entries(all).filter(
        ([field, value]) => field !== number && value !== undefined && value !== null,
      ),
    )
  })
}

function numberOf({ parts }: Catalogue, value: number): Readonly<Record<string, number>> {
  return parts.number === undefined ? {} : { [parts.number]: value }
}

function withNumber(catalogue: Catalogue, item: Item, value: number): Item {
  return { ...item, entry: { ...item.entry, ...numberOf(catalogue, value) } }
}

/** What it once replaced is told by the version that did. */
function withoutForebears({ entry, basis }: Item): Item {
  return { entry, basis }
}

/** The list with the versions that changes make of it, and what kept a change from being taken. */
export interface ListChanged {
  readonly catalogue: Catalogue
  readonly issues: readonly Issue[]
}

/**
 * The list with a version for every day on which changes began to hold. A printed version holds from its day on whatever
 * was changed before; a change that does not fit the list of its day is left out and told.
 */
export function withChanges(catalogue: Catalogue, changes: readonly ListChange[]): ListChanged {
  const days = Map.groupBy(changes, ({ from }) => from)
  const printed = new Map(catalogue.versions.map((version) => [version.from, version]))
  const issues: Issue[] = []
  const versions: CatalogueVersion[] = []
  for (const day of [...new Set([...days.keys(), ...printed.keys()])].sort()) {
    const base = printed.get(day) ?? versions.at(-1)
    const due = (days.get(day) ?? []).toSorted((a, b) => (a.number < b.number ? -1 : 1))
    const own = printed.get(day)
    let items = own?.items ?? (base?.items ?? []).map(withoutForebears)
    let last: ListChange | null = null
    for (const change of due) {
      const taken = itemsAfter(catalogue, { items }, change)
      if (taken.kind === 'refused') issues.push(...taken.issues)
      else {
        items = taken.items
        last = change
      }
    }
    if (own !== undefined) versions.push(last === null ? own : { ...own, items })
    else if (last !== null)
      versions.push({ name: nameAfter(base), from: day, until: null, basis: last.basis, items })
  }
  const ended = versions.map((version, place) => ({
    ...version,
    until: earlier(versions[place + 1]?.from ?? null, printed.get(version.from)?.until ?? null),
  }))
  return { catalogue: { ...catalogue, versions: ended }, issues }
}

/** 2022年版, and after changes of it 2022年版（调整） */
function nameAfter(base: CatalogueVersion | undefined): string {
  const name = base?.name ?? ''
  return name === '' ? '调整' : name.endsWith('（调整）') ? name : `${name}（调整）`
}

function earlier(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
