import type { MyDaySection, MyDaySectionId, MyDayView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { DayRow, rowKey } from '../day/day-row.tsx'
import { inDesk } from '../day/in-desk.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { dayOfWeekText, dayText } from '../words/dates.ts'

/** How often the day is looked at again. Milliseconds. */
const LOOK_AGAIN = 60_000

/** What a section says when it is empty. */
const emptyTexts = {
  waiting: '没有等您办理的办件。',
  notices: '没有提醒和通报。',
  limits: '没有将到期或已超期的期限。',
  publicity: '没有将期满的公示。',
  duties: '没有到期的任务。',
  reports: '没有应报的材料。',
  findings: '没有待答复的校核意见。',
} satisfies Record<MyDaySectionId, string>

/** The first screen: what waits for me today, without scrolling on a laptop. */
export function MyDay() {
  const county = useCounty()
  const { officer } = useSession()
  useTitle('我的一天')
  const { data: day, error } = useQuery({
    queryKey: ['my-day', county],
    queryFn: ({ signal }) => call<MyDayView>(api.myDay(county), { signal }),
    refetchInterval: LOOK_AGAIN,
  })
  return (
    <div className="day-screen">
      <div className="screen-head">
        <h1>我的一天</h1>
        <p className="secondary">
          {officer.name}
          {day !== undefined &&
            `，${dayText(day.date)} ${dayOfWeekText(day.date).split(' ')[1]}，${day.dayKind}`}
        </p>
      </div>
      <ProblemBox error={error} />
      {day === undefined && error === null && <Waiting rows={9} />}
      {day !== undefined && <Sections day={day} />}
    </div>
  )
}

/** What has something gets the room; what is empty stands in one line below, with its word. */
function Sections({ day }: { readonly day: MyDayView }) {
  const filled = day.sections.filter(({ rows }) => rows.length > 0)
  const empty = day.sections.filter(({ rows }) => rows.length === 0)
  if (filled.length === 0) return <NothingToday />
  return (
    <>
      <div className="day" data-cards={filled.length}>
        {filled.map((section) => (
          <Section key={section.id} {...{ section }} today={day.date} />
        ))}
      </div>
      {empty.length > 0 && (
        <div className="day-empty">
          {empty.map(({ id, title }) => (
            <section key={id} className="card" aria-labelledby={`day-${id}`}>
              <h2 id={`day-${id}`}>{title}</h2>
              <span className="day-count figures secondary">0</span>
              <p className="secondary small">{emptyTexts[id]}</p>
            </section>
          ))}
        </div>
      )}
    </>
  )
}

/** A day without work says so once, and where to look. */
function NothingToday() {
  return (
    <div className="card">
      <Empty>
        <p>
          今天没有等您办理的办件，没有到期的任务和期限，没有应报的材料、将期满的公示、待答复的校核意见和提醒。
        </p>
        <p>
          要查看或者登记，请到<Link href={screens.registers}>台账</Link>、
          <Link href={screens.procedures}>办件</Link>或者<Link href={screens.programmes}>制度</Link>。
        </p>
      </Empty>
    </div>
  )
}

function Section({ section, today }: { readonly section: MyDaySection; readonly today: string }) {
  const { id, title, count, rows, href } = section
  const total = `${count.value}${count.isAtLeast ? '+' : ''}`
  return (
    <section className={`card day-section day-${id}`} aria-labelledby={`day-${id}`}>
      <header>
        <h2 id={`day-${id}`}>{title}</h2>
        {href === null ? (
          <span className="day-count figures secondary">{total}</span>
        ) : (
          <Link
            className="day-count figures"
            href={inDesk(href)}
            aria-label={`${title}，共${total}件，全部列出`}
          >
            {total}
          </Link>
        )}
      </header>
      <ul>
        {rows.map((row) => (
          <DayRow key={rowKey(row)} {...{ row, today }} isShort />
        ))}
      </ul>
    </section>
  )
}
