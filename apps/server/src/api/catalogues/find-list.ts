import type { CatalogueVersionView } from '@luoshi/client'
import {
  type Catalogue,
  type CatalogueVersion,
  dateOf,
  isDay,
  type ListChange,
  type Programme,
} from '@luoshi/kernel'
import { countyList } from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { citeView } from '../views/cite-view.ts'

/** Address of the lists of a programme, and of one of them. */
export const LISTS = '/api/v1/:county/programmes/:programme/catalogues'
export const LIST = `${LISTS}/:catalogue` as const

/** A list as the officer's county has it. */
export interface FoundList {
  readonly programme: Programme
  /** With all versions that there are. */
  readonly catalogue: Catalogue
  readonly changes: readonly ListChange[]
  readonly on: string
}

/** The programme that an address names. */
export function programmeOf(c: Context<ApiEnv>, { services }: ApiContext): Programme | undefined {
  return services.programmes.find(({ id }) => id === c.req.param('programme'))
}

/** The list that an address names, and the day; null where there is none of that name or the day is none. */
export async function findList(c: Context<ApiEnv>, context: ApiContext): Promise<FoundList | null> {
  const programme = programmeOf(c, context)
  const defined = programme?.catalogues?.find(({ id }) => id === c.req.param('catalogue'))
  const on = c.req.query('on') ?? dateOf(context.services.clock())
  if (programme === undefined || defined === undefined || !isDay(on)) return null
  const { catalogue, changes } = await countyList(context.services.db, programme, defined, c.var.state.county)
  return { programme, catalogue, changes, on }
}

/** A version as the API tells it, without its entries. */
export function versionView(
  { library }: Pick<ApiContext, 'library'>,
  version: CatalogueVersion,
): CatalogueVersionView {
  const { name, from, until, items, basis } = version
  return { name: name ?? from, from, until, count: items.length, clause: citeView(library, basis) }
}
