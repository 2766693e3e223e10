import type { MyDayRow } from '@luoshi/client'
import { Link } from 'wouter'
import { Remaining, Standing } from '../parts/standing.tsx'
import { endDayText } from '../words/dates.ts'
import { inDesk, isScreen } from './in-desk.ts'

interface DayRowProps {
  readonly row: MyDayRow
  /** In Shanghai: what ended before it is over. */
  readonly today: string
  /** Whether there is little room: then the day on which a limit ends shows on hover. */
  readonly isShort?: boolean
}

/** What tells a line from the others of its list: a case stands there once for each of its limits. */
export function rowKey({ href, title, detail, limit, due }: MyDayRow): string {
  return [href, title, detail, limit?.limit, limit?.legal.due, due?.due].join(' ')
}

/** One line of the day: what it is, where it stands, when it ends. */
export function DayRow({ row, today, isShort = false }: DayRowProps) {
  const { title, detail, href, limit, due } = row
  const content = (
    <>
      <span className="day-title">{title}</span>
      <span className="day-detail secondary small">{detail}</span>
      {limit !== null && (
        <span className="day-limit small">
          <Standing standing={limit.standing} /> <Remaining {...{ limit, isShort }} />
        </span>
      )}
      {limit === null && due?.due && (
        <span className="day-limit small" title={due.explanation}>
          {due.due.slice(0, 10) < today ? '已期满，' : ''}
          {endDayText(due.due)} 止
        </span>
      )}
    </>
  )
  return <li>{isScreen(href) ? <Link href={inDesk(href)}>{content}</Link> : <a href={href}>{content}</a>}</li>
}
