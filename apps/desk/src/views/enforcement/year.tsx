import type { EnforcementYearRow, EnforcementYearView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { moneyText } from '../../words/amounts.ts'
import '../../styles/list.css'
import '../../styles/form.css'

const columns: readonly (readonly [Exclude<keyof EnforcementYearRow, 'unit' | 'name'>, string])[] = [
  ['penalties', '行政处罚'],
  ['simple', '其中简易程序'],
  ['exempted', '不予处罚'],
  ['fines', '罚没金额'],
  ['compulsions', '行政强制'],
  ['inspections', '行政检查'],
  ['remedies', '复议、诉讼'],
  ['annulled', '被变更、撤销'],
  ['withPolice', '移送公安'],
]

/** What each body did in a year, counted from its cases: nobody types it in. */
export function Year() {
  const county = useCounty()
  const [year, setYear] = useState(String(new Date().getFullYear()))
  const { data: found, error } = useQuery({
    queryKey: ['enforcement', county, 'year', year],
    queryFn: () => call<EnforcementYearView>(`/api/v1/${county}/enforcement/year?year=${year}`),
    enabled: /^\d{4}$/.test(year),
  })
  return (
    <>
      <p className="inline-form no-print">
        <label htmlFor="year">年度</label>
        <input
          id="year"
          className="field-input figure"
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={(event) => setYear(event.target.value)}
        />
      </p>
      <ProblemBox error={error} />
      {found === undefined ? error === null && <Waiting rows={4} /> : <Table {...found} />}
      <p className="small secondary">
        按决定日期、立案日期从案件统计，案件更正后随之变化。移送公安的按提出移送报告的日期。
      </p>
    </>
  )
}

function Table({ year, rows }: EnforcementYearView) {
  if (rows.length === 0) {
    return (
      <div className="card">
        <Empty>{year}年没有执法案件。</Empty>
      </div>
    )
  }
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">{year}年执法数据</caption>
        <thead>
          <tr>
            <th scope="col">执法机关</th>
            {columns.map(([name, title]) => (
              <th key={name} scope="col" className="figure">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit}>
              <th scope="row">{row.name}</th>
              {columns.map(([name, title]) => (
                <td key={name} className="figure" data-label={title}>
                  {name === 'fines' ? moneyText(row.fines) : row[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
