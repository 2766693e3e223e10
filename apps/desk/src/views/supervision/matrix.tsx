import type { DutyMatrixView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { DutyStanding, inDesk } from './duty-words.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** Townships against duties: what each has of each, and what is late. */
export function Matrix({ programme }: ViewProps) {
  const county = useCounty()
  const { data: matrix, error } = useQuery({
    queryKey: ['supervision', county, 'matrix'],
    queryFn: () => call<DutyMatrixView>(`/api/v1/${county}/supervision/matrix`),
  })
  if (error) return <ProblemBox error={error} />
  if (matrix === undefined) return <Waiting rows={10} />
  if (matrix.columns.length === 0) {
    return (
      <div className="card">
        <Empty>还没有分解到各机构的任务。牵头机构把任务分解后，会列在这里。</Empty>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="card matrix" tabIndex={0} aria-label="乡镇与任务">
      <table>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col" className="figure">
              逾期
            </th>
            {matrix.columns.map(({ number, title, href }) => (
              <th key={number} scope="col">
                <Link href={inDesk(href)}>{title}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ unit, unitName, late, cells }) => (
            <tr key={unit}>
              <th scope="row">
                <Link href={`${screens.view(programme, 'unit')}${queryOf({ unit })}`}>{unitName}</Link>
              </th>
              <td className={late > 0 ? 'figure standing late' : 'figure'}>{late}</td>
              {cells.map((cell, index) => (
                <td key={matrix.columns[index]?.number}>
                  {cell === null ? (
                    <span className="secondary">—</span>
                  ) : (
                    <Link className="plain-link" href={inDesk(cell.href)}>
                      <DutyStanding duty={cell} />
                      {!cell.isDone && <span className="small figures"> {cell.progress}%</span>}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
