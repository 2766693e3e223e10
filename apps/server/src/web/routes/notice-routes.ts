import {
  citationsOf,
  type Database,
  effectsOn,
  findNotice,
  findNoticeById,
  findSurrounded,
  foldText,
  type NoticeHead,
  noticesByNumbers,
  type StoredNotice,
  type SurroundedNotice,
} from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { type TableFormat, tableWriters } from '../../exports/table-files.ts'
import { compareNotices } from '../../gazettes/compare-notices.ts'
import { passagesOf } from '../../gazettes/passages.ts'
import { maskedClauses } from '../../gazettes/personal-prose.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { validityOn } from '../../gazettes/validity.ts'
import { lineAddress, numberAddress, versionOf } from '../addresses.ts'
import { attachment, checked } from '../checked.ts'
import { type NoticeView, noticeView } from '../notice-view.ts'
import { documentKey, type PageEnv } from '../page-cache.ts'
import { comparePage } from '../pages/compare-page.ts'
import { knownNumberPage } from '../pages/known-number-page.ts'
import { noticePage } from '../pages/notice-page.ts'
import { sameNumberPage } from '../pages/same-number-page.ts'
import { tablePage } from '../pages/table-page.ts'
import { type PortalServices, today } from '../portal.ts'
import { queries } from '../queries.ts'

/** Notices by county and number, their tables, and two of them side by side. */
export function addNoticeRoutes(app: Hono<PageEnv>, services: PortalServices): void {
  const { db } = services
  app.get('/notices/:county/:key', (c) =>
    c.redirect(numberAddress(c.req.param('county'), c.req.param('key')), 301),
  )
  app.get('/compare/:county/:address/:other/:beside', async (c) => {
    const { county, address, other, beside } = c.req.param()
    const [left, right] = await Promise.all([findNotice(db, county, address), findNotice(db, other, beside)])
    if (left === null || right === null) return c.notFound()
    c.set('depends', [...documentsOf(left), ...documentsOf(right)])
    const names = [countyName(county), countyName(other)] as const
    const pairs = compareNotices(maskedClauses(left.instrument), maskedClauses(right.instrument), names)
    return c.html(comparePage(left.head, right.head, pairs))
  })
  app.get('/:county/:address', async (c) => {
    const { county, address } = c.req.param()
    const stored = await findSurrounded(db, county, address)
    if (stored !== null) return noticeResponse(c, services, stored)
    const same = await noticesByNumbers(db, county, [address])
    if (same.length > 0) return c.html(sameNumberPage(address, same, await saySame(db, same)))
    const [effects, citing] = await Promise.all([
      effectsOn(db, county, address),
      citationsOf(db, address, county),
    ])
    if (effects.length + citing.length === 0) return c.notFound()
    // When it was issued is not known: it stood before what speaks of it.
    const validity = validityOn({ issuedOn: '0001-01-01' }, effects, today(services))
    return c.html(knownNumberPage(address, effects, citing, validity))
  })
  app.get('/:county/:address/lines/:line', async (c) => {
    const { county, address } = c.req.param()
    const line = checked(queries.line, c.req.param('line'))
    const heads = await noticesByNumbers(db, county, [address])
    const head = heads.find(({ lines }) => lines[0] <= line && line <= lines[1])
    return head === undefined ? c.notFound() : c.redirect(lineAddress(versionOf(head), line), 302)
  })
  app.get('/:county/:address/tables/:file', async (c) => {
    const { county, address, file } = c.req.param()
    const [name = '', format] = file.split('.')
    const number = checked(queries.number, name)
    const stored = await findNotice(db, county, address)
    const table = stored?.instrument.tables[number - 1]
    if (stored === null || table === undefined) return c.notFound()
    c.set('depends', documentsOf(stored))
    const from = { county, key: stored.head.issue, version: stored.head.version }
    if (format === undefined) {
      return c.html(tablePage({ ...stored, from }, table, number, checked(queries.table, c.req.query())))
    }
    if (!Object.hasOwn(tableWriters, format)) return c.notFound()
    const title = table.title ?? `表 ${number}`
    const personal = stored.personal.get(number) ?? {}
    const { body, mediaType } = await tableWriters[format as TableFormat]({
      head: stored.head,
      table,
      title,
      personal,
    })
    return c.body(body, 200, attachment(`${address} ${title}.${format}`, mediaType))
  })
}

/** Whether notices say the same, from title to last clause and row. */
async function saySame(db: Database, heads: readonly NoticeHead[]): Promise<boolean> {
  const stored = await Promise.all(heads.map(({ county, id }) => findNoticeById(db, county, id)))
  const texts = stored.map((notice) =>
    notice === null
      ? ''
      : passagesOf(notice.instrument)
          .map(({ text }) => foldText(text))
          .join('\n'),
  )
  return new Set(texts).size === 1
}

/** A notice's page, on the day that is asked for. */
export async function noticeResponse(
  c: Context<PageEnv>,
  services: PortalServices,
  stored: SurroundedNotice,
): Promise<Response> {
  const { on = today(services) } = checked(queries.notice, c.req.query())
  const view = await noticeView(services, stored)
  c.set('depends', dependsOf(view))
  return htmlOf(c, await noticePage(view, validityOn(stored.head, view.suffers, on, view.term)))
}

/**
 * A long page as it is sent: written in one pass, which for Chinese takes a quarter of what a response needs itself, and
 * packed or kept from there.
 */
function htmlOf(c: Context<PageEnv>, page: { toString(): string }): Response {
  const text = page.toString()
  const bytes = Buffer.allocUnsafe(text.length * 3)
  const written = bytes.subarray(0, bytes.write(text))
  c.set('written', written)
  return c.body(written, 200, { 'content-type': 'text/html; charset=UTF-8' })
}

function documentsOf({ head }: StoredNotice): string[] {
  return [documentKey(head.county, head.docNumber ?? head.address), documentKey(head.county, head.address)]
}

/** All that a notice's page was made from: itself, what it cites, what else carries out the same order. */
function dependsOf(view: NoticeView): string[] {
  const { head, instrument, counterparts, matter } = view
  const numbers = instrument.citations.flatMap(({ docNumber }) => (docNumber === null ? [] : [docNumber]))
  return [
    ...new Set([
      ...documentsOf(view),
      ...numbers.flatMap((number) => [documentKey(head.county, number), documentKey(null, number)]),
      ...counterparts.map((other) => documentKey(other.head.county, other.head.docNumber ?? '')),
      documentKey(null, `matter:${matter}`),
    ]),
  ]
}
