import { noticeFacets, type SearchTerm, searchNotices } from '@luoshi/store'
import type { Hono } from 'hono'
import { audiences, wants } from '../../gazettes/audiences.ts'
import { canonicalUnit, searchTermsOf } from '../../gazettes/search-query.ts'
import { checked } from '../checked.ts'
import type { PageEnv } from '../page-cache.ts'
import { finderPage } from '../pages/finder-page.ts'
import { noticesPerPage, type SearchChoice, searchPage } from '../pages/search-page.ts'
import { type PortalServices, today } from '../portal.ts'
import { queries } from '../queries.ts'

/** Finding words, and finding what applies. */
export function addSearchRoutes(app: Hono<PageEnv>, services: PortalServices): void {
  const { db } = services
  app.get('/search', async (c) => {
    const { page, ...choice } = checked(queries.search, c.req.query())
    const terms = searchTermsOf(choice.q)
    const [found, filters] = await Promise.all([
      searchNotices(db, {
        ...narrowedTo(choice),
        terms,
        limit: noticesPerPage,
        offset: (page - 1) * noticesPerPage,
      }),
      noticeFacets(db),
    ])
    return c.html(searchPage({ choice, page, isAsked: terms.length > 0, found, filters }))
  })
  app.get('/finder', async (c) => {
    const { page, ...choice } = checked(queries.finder, c.req.query())
    const terms: SearchTerm[] = [
      ...wordsOf(audiences, choice.who),
      ...wordsOf(wants, choice.want),
      ...searchTermsOf(choice.q ?? ''),
    ]
    const [{ counties }, found] = await Promise.all([
      noticeFacets(db),
      terms.length === 0
        ? null
        : searchNotices(db, {
            terms,
            county: choice.county,
            inForceOn: today(services),
            limit: noticesPerPage,
            offset: (page - 1) * noticesPerPage,
          }),
    ])
    return c.html(finderPage({ choice, counties, page, today: today(services), found }))
  })
}

/** What a search is narrowed to. */
export function narrowedTo({ county, issuer, year, kind, unit, on }: SearchChoice) {
  return {
    county,
    issuer,
    year: year === undefined ? undefined : Number(year),
    kind,
    unit: unit === undefined ? undefined : canonicalUnit(unit.trim()),
    inForceOn: on,
  }
}

function wordsOf(from: typeof audiences, chosen: string | undefined): SearchTerm[] {
  const words = from.find(({ id }) => id === chosen)?.words
  return words === undefined ? [] : [words]
}
