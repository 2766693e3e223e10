import type { ReportsView, ReportTurnView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { Clause } from '../parts/clause.tsx'
import { PrintButton } from '../parts/print-button.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { groupedText } from '../words/amounts.ts'
import { dayOfWeekText, dayText } from '../words/dates.ts'
import '../styles/list.css'
import '../styles/programmes.css'

/** Reports owed and received: what is due, who is missing, what the answers come to. */
export function Reports() {
  const county = useCounty()
  useTitle('报送')
  const { data: reports, error } = useQuery({
    queryKey: ['reports', county],
    queryFn: () => call<ReportsView>(api.reports(county)),
  })
  const owed = reports?.turns.filter(({ owedByMe }) => owedByMe.length > 0) ?? []
  const received = reports?.turns.filter((turn) => turn.received !== null) ?? []
  return (
    <>
      <div className="screen-head">
        <h1>报送</h1>
        <PrintButton />
      </div>
      <ProblemBox error={error} />
      {reports === undefined && error === null && <Waiting />}
      {reports !== undefined && (
        <>
          <h2 className="section-title">应报的</h2>
          <Owed turns={owed} />
          {received.length > 0 && (
            <>
              <h2 className="section-title">收到的</h2>
              <Received turns={received} />
            </>
          )}
          <p className="small secondary">
            列出前两个月到后一个月的报送，每日的只列最近三天，今天是{dayText(reports.date)}。
          </p>
        </>
      )}
    </>
  )
}

function Owed({ turns }: { readonly turns: readonly ReportTurnView[] }) {
  const { data: programmes = [] } = useProgrammes()
  if (turns.length === 0) {
    return (
      <div className="card">
        <Empty>没有应报未报的材料。</Empty>
      </div>
    )
  }
  const mayOpen = ({ programme, report }: ReportTurnView) =>
    programmes.find(({ id }) => id === programme)?.procedures.find(({ id }) => id === report)?.canOpen ===
    true
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">应报的</caption>
        <thead>
          <tr>
            <th scope="col">报送事项</th>
            <th scope="col">内容所属</th>
            <th scope="col">应报机构</th>
            <th scope="col">到期</th>
            <th scope="col">依据</th>
            <th scope="col" className="no-print">
              办理
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <tr key={turn.href}>
              <th scope="row">{turn.title}</th>
              <td data-label="内容所属">{turn.period}</td>
              <td data-label="应报机构">{turn.owedByMe.join('、')}</td>
              <td data-label="到期" title={turn.due.explanation}>
                <Due turn={turn} />
              </td>
              <td data-label="依据">
                <Clause clause={turn.clause} />
              </td>
              <td className="no-print">
                {mayOpen(turn) && (
                  <Link
                    className="button"
                    href={`${screens.opening({ programme: turn.programme, procedure: turn.report })}${turn.opening}`}
                  >
                    报送
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Due({ turn }: { readonly turn: ReportTurnView }) {
  const text = turn.due.due === null ? turn.due.explanation : dayOfWeekText(turn.due.due)
  if (!turn.isPast) return <span className="unbroken">{text}</span>
  return (
    <span className="standing late">
      <span aria-hidden="true">■</span> 已超期，{text}
    </span>
  )
}

function Received({ turns }: { readonly turns: readonly ReportTurnView[] }) {
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">收到的</caption>
        <thead>
          <tr>
            <th scope="col">报送事项</th>
            <th scope="col">内容所属</th>
            <th scope="col">到期</th>
            <th scope="col" className="figure">
              已报
            </th>
            <th scope="col" className="figure">
              迟报
            </th>
            <th scope="col">未报</th>
            <th scope="col">合计</th>
            <th scope="col" className="no-print">
              汇总
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map(({ received, ...turn }) => (
            <tr key={turn.href}>
              <th scope="row">
                <Link href={turn.href.replace(/^\/desk/, '')}>{turn.title}</Link>
              </th>
              <td data-label="内容所属">{turn.period}</td>
              <td className="unbroken" data-label="到期" title={turn.due.explanation}>
                {turn.due.due === null ? '—' : dayOfWeekText(turn.due.due)}
              </td>
              <td className="figure" data-label="已报">
                {received?.answered}/{received?.owing}
              </td>
              <td className="figure" data-label="迟报">
                {received?.late}
              </td>
              <td data-label="未报">{received?.missing.join('、') || '无'}</td>
              <td className="figures" data-label="合计">
                {received?.sums.map(({ label, sum }) => `${label} ${groupedText(sum)}`).join('，') || '—'}
              </td>
              <td className="no-print">
                {turn.sheet !== null && (
                  <a href={turn.sheet} download>
                    汇总表
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
