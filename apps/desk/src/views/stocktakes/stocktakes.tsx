import type { StocktakesView, StocktakeView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import '../../styles/list.css'

/** How many of what is told one by one stand on the page at once: a long list would hide what comes after it. */
const SHOWN = 12

/** What the notice asks of the registers as a whole: shares, counts, standings, each with its clause. */
export function Stocktakes({ programme }: ViewProps) {
  const county = useCounty()
  const path = `/api/v1/${county}/programmes/${programme}/stocktakes`
  const { data: view, error } = useQuery({
    queryKey: ['stocktakes', path],
    queryFn: () => call<StocktakesView>(path),
  })
  if (error) return <ProblemBox error={error} />
  if (view === undefined) return <Waiting rows={8} />
  return view.stocktakes.map((stocktake) => <OneStocktake key={stocktake.id} stocktake={stocktake} />)
}

function OneStocktake({
  stocktake: { title, clause, says, isMet, findings },
}: {
  readonly stocktake: StocktakeView
}) {
  return (
    <section className="card stocktake" aria-label={title}>
      <h2>{title}</h2>
      <p>
        {isMet === null ? null : (
          <span className={isMet ? 'standing well' : 'standing late'}>
            <span aria-hidden="true">{isMet ? '●' : '■'}</span> {isMet ? '符合' : '不符合'}
          </span>
        )}{' '}
        {says} <Clause clause={clause} />
      </p>
      <Findings title={title} findings={findings.slice(0, SHOWN)} />
      {findings.length > SHOWN && (
        <details>
          <summary>其余{findings.length - SHOWN}项</summary>
          <Findings title={`${title}（其余）`} findings={findings.slice(SHOWN)} />
        </details>
      )}
    </section>
  )
}

function Findings({ title, findings }: Pick<StocktakeView, 'title' | 'findings'>) {
  if (findings.length === 0) return null
  return (
    <div className="table-holder">
      <table className="cases">
        <caption className="visually-hidden">{title}：逐项</caption>
        <tbody>
          {findings.map(({ name, message }) => (
            <tr key={`${name} ${message}`}>
              <th scope="row">{name}</th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
