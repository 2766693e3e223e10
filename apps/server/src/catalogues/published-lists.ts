import {
  type Catalogue,
  type CatalogueVersion,
  type Issue,
  type LegalIndex,
  type ListChange,
  type ListedVersion,
  legalIndexOf,
  type Programme,
  versionOn,
} from '@luoshi/kernel'
import { countyList, type Database } from '@luoshi/store'

/** A list of a programme with the versions that published gazettes print and decided changes make. */
export interface PublishedList {
  readonly county: string
  readonly programme: Programme
  readonly catalogue: Catalogue
  /** The version that holds on the day; null where none is published. */
  readonly version: CatalogueVersion | null
  /** Changes that were decided between printings, the earliest first. */
  readonly changes: readonly ListChange[]
  /** What kept a printed version or a change from being taken. */
  readonly issues: readonly Issue[]
}

/** The list as it stood on another day. */
export function listOn(list: PublishedList, on: string): PublishedList {
  return { ...list, version: versionOn(list.catalogue, on) ?? null }
}

/** Every list, read from the gazettes that are published now. */
export async function publishedLists(
  db: Database,
  programmes: readonly Programme[],
  on: string,
): Promise<readonly PublishedList[]> {
  const all = programmes.flatMap((programme) =>
    (programme.catalogues ?? []).map((catalogue) => publishedList(db, programme, catalogue, on)),
  )
  return Promise.all(all)
}

/** One list by its programme's id and its own; null where there is none of that name. */
export async function findPublishedList(
  db: Database,
  programmes: readonly Programme[],
  id: { readonly programme: string; readonly catalogue: string },
  on: string,
): Promise<PublishedList | null> {
  const programme = programmes.find((one) => one.id === id.programme)
  const catalogue = programme?.catalogues?.find((one) => one.id === id.catalogue)
  if (programme === undefined || catalogue === undefined) return null
  return publishedList(db, programme, catalogue, on)
}

/** Law → items, over every list in the version that holds. */
export function indexOfLaws(lists: readonly PublishedList[]): LegalIndex {
  return legalIndexOf(
    lists.flatMap(({ county, programme, catalogue, version }): ListedVersion[] =>
      version === null ? [] : [{ county, programme: programme.id, catalogue, version }],
    ),
  )
}

async function publishedList(
  db: Database,
  programme: Programme,
  catalogue: Catalogue,
  on: string,
): Promise<PublishedList> {
  const county = programme.basis.kind === 'instrument' ? programme.basis.county : ''
  const { catalogue: whole, changes, issues } = await countyList(db, programme, catalogue, county)
  return { county, programme, catalogue: whole, version: versionOn(whole, on) ?? null, changes, issues }
}
