import type { DueView, LimitView } from '@luoshi/client'
import { Clause } from '../parts/clause.tsx'
import { PartTitle } from '../parts/part-title.tsx'
import { Remaining, Standing } from '../parts/standing.tsx'
import { dayOfWeekText } from '../words/dates.ts'
import type { CaseProps } from './case-detail.tsx'

/** The clocks of a case; each opens to how it was counted, day by day. */
export function Limits({ found }: Pick<CaseProps, 'found'>) {
  const { limits, notices, moves } = found
  if (limits.length + notices.length + moves.length === 0) return null
  return (
    <section className="case-part">
      <PartTitle>期限</PartTitle>
      <ul className="limits">
        {limits.map((limit) => (
          <OneLimit key={limit.limit} limit={limit} />
        ))}
      </ul>
      {notices.length + moves.length > 0 && (
        <ul className="small">
          {notices.map(({ says, raised }) => (
            <li key={`${raised} ${says}`}>
              <span className="figures secondary">{raised.slice(0, 10)}</span> {says}
            </li>
          ))}
          {moves.map(({ limit, at, explanation }) => (
            <li key={`${limit} ${at} ${explanation}`}>
              <span className="figures secondary">{at.slice(0, 10)}</span> {explanation}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function OneLimit({ limit }: { readonly limit: LimitView }) {
  const { title, standing, legal, target, clause } = limit
  return (
    <li>
      <details>
        <summary>
          <strong>{title}</strong> <Standing standing={standing} /> <Remaining limit={limit} />
        </summary>
        <Counted title="法定期限" due={legal} />
        {target !== null && <Counted title="承诺期限" due={target} />}
        <p>
          <Clause clause={clause} />
        </p>
      </details>
    </li>
  )
}

function Counted({ title, due }: { readonly title: string; readonly due: DueView }) {
  return (
    <div className="counted">
      <p>
        {title}：{due.explanation}
      </p>
      {due.days !== undefined && due.days.length > 0 && (
        <ol className="counted-days small">
          {due.days.map(({ date, isCounted, reason }) => (
            <li key={date} className={isCounted ? 'is-counted' : undefined}>
              <span className="figures">{dayOfWeekText(date)}</span>
              <span>{isCounted ? '计' : '不计'}</span>
              <span className="secondary">{reason}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
