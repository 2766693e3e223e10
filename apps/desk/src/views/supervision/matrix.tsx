import type { DutyMatrixView } from '@luoshi/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { screens } from '../../addresses.ts'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { DutyStanding, inDesk } from './duty-words.tsx'
import { SheetAndPrint } from './sheet-and-print.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** Duties that are shown at a time. */
const PAGE = 12

/** Townships against duties: what each has of each, and what is late. */
export function Matrix({ programme }: ViewProps) {
  const county = useCounty()
  const [here] = useLocation()
  const offset = new URLSearchParams(useSearch()).get('offset') ?? '0'
  const { data: matrix, error } = useQuery({
    queryKey: ['supervision', county, 'matrix', offset],
    queryFn: () => call<DutyMatrixView>(`/api/v1/${county}/supervision/matrix${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
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
    <>
      <SheetAndPrint sheet={`matrix.xlsx${queryOf({ offset })}`}>
        <Shown matrix={matrix} here={here} />
      </SheetAndPrint>
      <Table matrix={matrix} programme={programme} />
    </>
  )
}

/** Which of the divided duties are shown, and the way to the others. */
function Shown({ matrix, here }: { readonly matrix: DutyMatrixView; readonly here: string }) {
  const { all, offset, columns } = matrix
  const end = offset + columns.length
  const at = (start: number) => `${here}${queryOf({ offset: start })}`
  return (
    <>
      <span className="secondary">
        分解的任务共 {all} 项，列出第 {offset + 1} 至 {end} 项，超期多的在前。
      </span>
      {offset > 0 && <Link href={at(Math.max(0, offset - PAGE))}>前 {PAGE} 项</Link>}
      {end < all && <Link href={at(end)}>后 {Math.min(PAGE, all - end)} 项</Link>}
    </>
  )
}

function Table({ matrix, programme }: { readonly matrix: DutyMatrixView; readonly programme: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="card matrix" tabIndex={0} aria-label="乡镇与任务">
      <table>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col" className="figure">
              超期
            </th>
            {matrix.columns.map(({ number, title, href, late, parts }) => (
              <th key={number} scope="col">
                {href === null ? title : <Link href={inDesk(href)}>{title}</Link>}
                <span className={late > 0 ? 'small standing late' : 'small secondary'}>
                  {' '}
                  {parts} 处，超期 {late}
                </span>
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
