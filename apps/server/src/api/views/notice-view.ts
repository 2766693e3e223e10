import type { NoticeView } from '@luoshi/client'
import type { Procedure, Programme } from '@luoshi/kernel'
import type { NoticeKind, OpenNotice } from '@luoshi/store'

/** What a notice says of the limit or disclosure of that title. */
const sentences = {
  reminder: (title) => `“${title}”即将到期。`,
  late: (title) => `“${title}”已超期。`,
  escalated: (title, role) => `“${title}”已超期，已报${role}。`,
  'publicity-over': (title) => `“${title}”已期满。`,
  'not-done': (title, _role, says) => `“${title}”到期，自动办理没有办成：${says}`,
} satisfies Record<NoticeKind, (title: string, role: string, says: string) => string>

/** A notice as people read it. */
export function noticeView(
  programme: Programme,
  procedure: Procedure,
  { kind, name, role, says, raised }: Omit<OpenNotice, 'case'>,
): NoticeView {
  const [what, id = ''] = name.split('/')
  const title = what === 'limit' ? procedure.limits[id]?.title : procedure.states[id]?.disclosure?.title
  const told = role === null ? '' : (programme.roles[role]?.title ?? role)
  return {
    kind,
    says: sentences[kind](title ?? procedure.title, told, says ?? ''),
    raised: inShanghai(raised),
  }
}

/** A moment of the database in the time of Shanghai, as all others are. */
export function inShanghai(instant: string): string {
  return `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`
}
