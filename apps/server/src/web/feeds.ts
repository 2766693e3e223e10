import type { IssueHead, NoticeHead, PlacedDeadline } from '@luoshi/store'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { shortened } from '../chinese-words.ts'
import { clauseAddress, issueAddress, noticeAddress } from './addresses.ts'

/** One entry of a feed. */
export interface FeedEntry {
  readonly title: string
  readonly href: string
  readonly summary: string
  /** A day, ISO 8601. */
  readonly updated: string
}

/** A feed of entries, the latest first, as Atom (RFC 4287). */
export async function atomFeed(
  title: string,
  site: string,
  path: string,
  entries: readonly FeedEntry[],
): Promise<string> {
  const { create } = await import('xmlbuilder2')
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' })
  const feed = document.ele('http://www.w3.org/2005/Atom', 'feed', {})
  feed.ele('title').txt(title)
  feed.ele('id').txt(site + path)
  feed.ele('link', { rel: 'self', type: 'application/atom+xml', href: site + path })
  feed.ele('link', { rel: 'alternate', type: 'text/html', href: `${site}/` })
  feed.ele('updated').txt(moment(entries[0]?.updated ?? '1970-01-01'))
  feed.ele('author').ele('name').txt('落实')
  for (const { title: name, href, summary, updated } of entries) {
    const entry = feed.ele('entry')
    entry.ele('title').txt(name)
    entry.ele('id').txt(site + href)
    entry.ele('link', { rel: 'alternate', type: 'text/html', href: site + href })
    entry.ele('updated').txt(moment(updated))
    entry.ele('summary').txt(summary)
  }
  return `${document.end({ prettyPrint: true })}\n`
}

function moment(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** A notice as an entry of a feed. */
export function noticeEntry(head: NoticeHead): FeedEntry {
  return {
    title: head.title,
    href: noticeAddress(head),
    summary: [head.docNumber, head.issuer].filter(Boolean).join('　'),
    updated: head.issuedOn ?? '1970-01-01',
  }
}

/** An issue as an entry of a feed. */
export function issueEntry(issue: IssueHead): FeedEntry {
  const day = (issue.publishedAt ?? issue.importedAt).getTime() + 8 * 3_600_000
  return {
    title: issue.title,
    href: issueAddress(issue),
    summary: `${issue.notices} 份文件`,
    updated: new Date(day).toISOString().slice(0, 10),
  }
}

/** Deadlines that fall on a day, as a calendar (RFC 5545). */
export function deadlineCalendar(site: string, deadlines: readonly PlacedDeadline[], stamp: Date): string {
  const calendar = ical({
    name: '与公众有关的期限',
    prodId: { company: 'Luoshi', product: 'gazette', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { by, clause, clauseText, day, text } of deadlines) {
    if (day === null) continue
    const url = site + clauseAddress(by, clause)
    calendar.createEvent({
      id: `${by.county}-${by.address}-${clause}-${day}`,
      stamp,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: shortened(clauseText, 60),
      description: `${text}（${by.docNumber ?? by.title}）`,
      url,
    })
  }
  return calendar.toString()
}
