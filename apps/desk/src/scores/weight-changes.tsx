import type { WeightChangeView } from '@luoshi/client'
import { Clause } from '../parts/clause.tsx'
import { dayText } from '../words/dates.ts'

/** Weights that were changed within the year: before, after, and whether the total stayed the same. */
export function WeightChanges({ changes }: { readonly changes: readonly WeightChangeView[] }) {
  return changes.map((change) => <Change key={change.on} change={change} />)
}

function Change({ change }: { readonly change: WeightChangeView }) {
  const { on, clause, rows, before, after, isTotalUnchanged } = change
  return (
    <>
      <h2 className="section-title">{dayText(on)}起权重的调整</h2>
      <div className="card table-holder">
        <table className="cases">
          <caption className="visually-hidden">{dayText(on)}起权重的调整</caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="figure">
                调整前
              </th>
              <th scope="col" className="figure">
                调整后
              </th>
              <th scope="col" className="figure">
                增减
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.title}>
                <th scope="row">{row.title}</th>
                <td className="figure" data-label="调整前">
                  {row.before ?? '无'}
                </td>
                <td className="figure" data-label="调整后">
                  {row.after ?? '无'}
                </td>
                <td className="figure" data-label="增减">
                  {signed(row.difference)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">已知权重合计</th>
              <td className="figure" data-label="调整前">
                {before}
              </td>
              <td className="figure" data-label="调整后">
                {after}
              </td>
              <td data-label="增减">
                <span className={`standing ${isTotalUnchanged ? 'well' : 'late'}`}>
                  {isTotalUnchanged ? '✓ 总分不变' : '■ 总分变了'}
                </span>
              </td>
            </tr>
          </tfoot>
        </table>
        {clause !== null && (
          <p className="list-foot small">
            <Clause clause={clause} />
          </p>
        )}
      </div>
    </>
  )
}

/** +4, -1 */
function signed(difference: string): string {
  return difference.startsWith('-') || difference === '0' ? difference : `+${difference}`
}
