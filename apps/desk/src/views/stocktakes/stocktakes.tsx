import type { StocktakesView, StocktakeView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import '../../styles/list.css'

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
      {findings.length === 0 ? null : (
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
      )}
    </section>
  )
}
