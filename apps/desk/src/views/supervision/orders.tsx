import type { OrdersView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { OneOrder } from './one-order.tsx'
import { columns } from './order-columns.ts'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** For each notice: how much it orders, and how far that has come; one notice with what nobody carries. */
export function Orders() {
  const document = new URLSearchParams(useSearch()).get('document')
  return document === null ? <AllOrders /> : <OneOrder key={document} document={document} />
}

function AllOrders() {
  const county = useCounty()
  const [here] = useLocation()
  const { data: orders, error } = useQuery({
    queryKey: ['supervision', county, 'orders'],
    queryFn: () => call<readonly OrdersView[]>(`/api/v1/${county}/supervision/orders`),
  })
  if (error) return <ProblemBox error={error} />
  if (orders === undefined) return <Waiting rows={10} />
  if (orders.length === 0) {
    return (
      <div className="card">
        <Empty>还没有读入本县的公报。读入后，每份文件要求的事项会列在这里。</Empty>
      </div>
    )
  }
  return (
    <div className="card table-holder">
      <table className="cases orders">
        <caption className="visually-hidden">各文件要求的事项</caption>
        <thead>
          <tr>
            <th scope="col">文件</th>
            {columns.map(({ label }) => (
              <th key={label} scope="col" className="figure">
                {label}
              </th>
            ))}
            <th scope="col" className="bar-column">
              落实
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.document}>
              <th scope="row">
                <Link href={`${here}${queryOf({ document: order.document })}`}>{order.title}</Link>
                <span className="small secondary"> {order.document}</span>
              </th>
              {columns.map(({ label, of }) => (
                <td key={label} className="figure" data-label={label}>
                  {of(order)}
                </td>
              ))}
              <td className="bar-column" aria-hidden="true">
                <span className="bar">
                  <span className="done" style={{ flexGrow: order.done }} />
                  <span className="well" style={{ flexGrow: order.underway }} />
                  <span className="none" style={{ flexGrow: order.nobody }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
