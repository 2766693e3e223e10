import type { ScoreRowView, ScoresView } from '@luoshi/client'
import { Clause } from '../parts/clause.tsx'
import { groupedText } from '../words/amounts.ts'

/** Units by the share of their points that they have. */
export function UnitTable({ units }: Pick<ScoresView, 'units'>) {
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">机构排名</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              名次
            </th>
            <th scope="col">机构</th>
            {['指标', '达到', '未达到', '不能判定', '应得分', '得分', '得分率'].map((label) => (
              <th key={label} scope="col" className="figure">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ place, unitName, indicators, met, unmet, unknown, weight, score, percent }) => (
            <tr key={unitName}>
              <td className="figure" data-label="名次">
                {place ?? '不排名'}
              </td>
              <th scope="row">{unitName}</th>
              <Figure label="指标" value={indicators} />
              <Figure label="达到" value={met} />
              <Figure label="未达到" value={unmet} />
              <Figure label="不能判定" value={unknown} />
              <Figure label="应得分" value={place === null ? '—' : weight} />
              <Figure label="得分" value={place === null ? '—' : score} />
              <Figure label="得分率" value={percent === null ? '—' : `${percent}%`} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string | number }) {
  return (
    <td className="figure" data-label={label}>
      {value}
    </td>
  )
}

const outcomeTones = { yes: 'well', no: 'late', unknown: 'unknown' } as const

/** What each indicator with a weight got; those without one stand in the table of indicators. */
export function ScoreTable({ view }: { readonly view: ScoresView }) {
  const rows = view.rows.filter(({ weight }) => weight !== null)
  const others = view.rows.length - rows.length
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">各项得分</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">责任单位</th>
            <th scope="col">目标</th>
            <th scope="col" className="figure">
              最近数据
            </th>
            <th scope="col">判定</th>
            <th scope="col" className="figure">
              权重
            </th>
            <th scope="col" className="figure">
              得分
            </th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              合计
            </th>
            <td className="figure" data-label="权重">
              {view.weight}
            </td>
            <td className="figure" data-label="得分">
              {view.method === null ? '—' : view.score}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {others > 0 && (
        <p className="list-foot small secondary">
          另有 {others} 项指标原文没有刊印权重，只判定是否达到，不计分。
        </p>
      )}
    </div>
  )
}

function Row({ row }: { readonly row: ScoreRowView }) {
  const { title, unitName, target, value, outcome, outcomeTitle, reasons, weight, score, clause } = row
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label="责任单位">{unitName}</td>
      <td data-label="目标">{target}</td>
      <td className="figure" data-label="最近数据">
        {value === null ? '—' : groupedText(value)}
      </td>
      <td data-label="判定">
        <span className={`standing ${outcomeTones[outcome]}`} title={reasons.join('；')}>
          {value === null ? '未报数据' : outcomeTitle}
        </span>
      </td>
      <td className="figure" data-label="权重">
        {weight}
      </td>
      <td className="figure" data-label="得分">
        {score ?? '—'}
      </td>
      <td data-label="依据">
        <Clause clause={clause} />
      </td>
    </tr>
  )
}
