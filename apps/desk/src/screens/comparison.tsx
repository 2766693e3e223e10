import type { ComparedRecordView, ComparisonView } from '@luoshi/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { groupedText } from '../words/amounts.ts'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

interface Key {
  readonly programme: string
  readonly comparison: string
}

/** Two registers held against each other: how many fit, and each that does not. */
export function ComparisonScreen({ programme: id, comparison }: Key) {
  const county = useCounty()
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find((one) => one.id === id)
  const title = programme?.comparisons.find((one) => one.id === comparison)?.title
  useTitle(title ?? '信息比对')
  const params = new URLSearchParams(useSearch())
  const match = params.get('match') ?? undefined
  const offset = params.get('offset') ?? undefined
  const address = `${api.programme(county, id)}/comparisons/${comparison}`
  const { data: view, error } = useQuery({
    queryKey: ['cases', county, id, 'comparison', comparison, match, offset],
    queryFn: () => call<ComparisonView>(`${address}${queryOf({ match, offset })}`),
    placeholderData: keepPreviousData,
  })
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || title === undefined) return <NotHere />
  return (
    <>
      <div className="screen-head">
        <div className="screen-title">
          <Crumbs steps={[{ href: screens.programme(id), label: programme.title }]} />
          <h1>{title}</h1>
        </div>
        <a className="button no-print" href={`${address}/rows.xlsx`} download>
          导出 Excel 表格
        </a>
      </div>
      <ProblemBox error={error} />
      {view === undefined ? (
        error === null && <Waiting rows={8} />
      ) : (
        <>
          <p className="secondary">
            {view.left.title} {groupedText(String(view.left.records))} 条，{view.right.title}{' '}
            {groupedText(String(view.right.records))} 条。
            <Clause clause={view.clause} />
          </p>
          <Results view={view} match={match} />
          <Rows programme={id} view={view} />
          <Pages next={view.next} offset={Number(offset ?? 0)} />
        </>
      )}
    </>
  )
}

/** How many came to each result; one of them is looked at alone. */
function Results({ view, match }: { readonly view: ComparisonView; readonly match: string | undefined }) {
  const [here, go] = useLocation()
  const show = (wanted: string | undefined) => go(`${here}${queryOf({ match: wanted })}`, { replace: true })
  return (
    <fieldset className="list-bar no-print">
      <legend className="visually-hidden">按结果筛选</legend>
      <button
        type="button"
        className="button"
        aria-pressed={match === undefined}
        onClick={() => show(undefined)}
      >
        全部结果
      </button>
      {view.results.map((result) => (
        <button
          key={result.match}
          type="button"
          className="button"
          aria-pressed={match === result.match}
          onClick={() => show(result.match)}
        >
          {result.title} {groupedText(String(result.count))}
        </button>
      ))}
    </fieldset>
  )
}

function Rows({ programme, view }: { readonly programme: string; readonly view: ComparisonView }) {
  const { rows, fields, results } = view
  if (rows.length === 0) {
    return (
      <div className="card">
        <Empty>没有这样的记录。</Empty>
      </div>
    )
  }
  const labels = new Map(results.map(({ match, title }) => [match, title]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard too.
    <section className="card table-holder" tabIndex={0} aria-label={view.title}>
      <table className="cases">
        <caption className="visually-hidden">{view.title}</caption>
        <thead>
          <tr>
            <th scope="col">结果</th>
            <th scope="col">{view.left.title}</th>
            <th scope="col">{view.right.title}</th>
            <th scope="col">不一致的项目</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ matches, differing, left, right }) => (
            <tr key={[...left, ...right].map(({ id }) => id).join()}>
              <th scope="row">
                <span className={`standing ${matches.includes('agrees') ? 'well' : 'late'}`}>
                  {matches.map((match) => labels.get(match)).join('；')}
                </span>
              </th>
              <td data-label={view.left.title}>
                <Records programme={programme} fields={fields} records={left} />
              </td>
              <td data-label={view.right.title}>
                <Records programme={programme} fields={fields} records={right} />
              </td>
              <td data-label="不一致的项目">
                {differing.map((id) => fields.find((field) => field.id === id)?.title).join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RecordsProps {
  readonly programme: string
  readonly fields: ComparisonView['fields']
  readonly records: readonly ComparedRecordView[]
}

function Records({ programme, fields, records }: RecordsProps) {
  if (records.length === 0) return <span className="secondary">没有</span>
  return records.map(({ id, procedure, title, values }) => (
    <div key={id}>
      <Link href={screens.case({ programme, procedure, id })}>{title}</Link>{' '}
      <span className="small secondary">{fields.map((field) => values[field.id]).join('　')}</span>
    </div>
  ))
}

function Pages({ next, offset }: { readonly next: number | null; readonly offset: number }) {
  const [here] = useLocation()
  const params = new URLSearchParams(useSearch())
  const match = params.get('match') ?? undefined
  const page = (at: number) => `${here}${queryOf({ match, offset: at === 0 ? undefined : at })}`
  if (next === null && offset === 0) return null
  return (
    <nav className="list-bar no-print" aria-label="翻页">
      {offset > 0 && (
        <Link className="button" href={page(Math.max(0, offset - 100))}>
          上一页
        </Link>
      )}
      {next !== null && (
        <Link className="button" href={page(next)}>
          下一页
        </Link>
      )}
    </nav>
  )
}
