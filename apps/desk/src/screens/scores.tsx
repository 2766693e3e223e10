import type { ScoresView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { inDesk } from '../day/in-desk.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { part } from '../parts/part.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { ScoreTable, UnitTable } from '../scores/score-tables.tsx'
import { WeightChanges } from '../scores/weight-changes.tsx'
import { YearHead } from '../scores/year-head.tsx'
import { dayText } from '../words/dates.ts'
import '../styles/list.css'
import '../styles/supervision.css'
import '../styles/programmes.css'

// The library that draws comes with the first chart and not before.
const BarChart = part(async () => (await import('../charts/bar-chart.tsx')).BarChart)

/** A year's figures in points: how they are counted, which units stand where, what each indicator got, weights that changed. */
export function Scores({ programme }: { readonly programme: string }) {
  const county = useCounty()
  const year = new URLSearchParams(useSearch()).get('year') ?? undefined
  useTitle('计分与排名')
  const { data: view, error } = useQuery({
    queryKey: ['scores', county, programme, year],
    queryFn: () => call<ScoresView>(`${api.programme(county, programme)}/scores${queryOf({ year })}`),
  })
  if (error) return <ProblemBox error={error} />
  if (view === undefined) return <Waiting rows={10} />
  return (
    <>
      <Crumbs
        steps={[
          { href: screens.programme(programme), label: view.title },
          { href: screens.indicators(programme), label: '指标与进度' },
        ]}
      />
      <YearHead title="计分与排名" view={view} />
      <Method view={view} />
      <Totals view={view} />
      <h2 className="section-title">机构排名</h2>
      <Chart view={view} />
      <UnitTable units={view.units} />
      <h2 className="section-title">各项得分</h2>
      <ScoreTable view={view} />
      <WeightChanges changes={view.changes} />
      <p className="small secondary">
        按各项指标{view.year}年最近一期数据计分，数据来自{view.title}的指标数据，{dayText(view.date)}。
      </p>
    </>
  )
}

function Method({ view }: { readonly view: ScoresView }) {
  const { method, methodFrom, methodGap, methodHref } = view
  return (
    <p className={method === null ? 'problem mild' : 'card method'}>
      {method === null
        ? `计分办法未定${methodGap === null ? '' : `：${methodGap.says}`}。县里定了以后才能计分、排名。`
        : `计分办法：${method}${methodFrom === null ? '' : `（${dayText(methodFrom)}起）`}。${methodGap === null ? '' : `原文没有写明（${methodGap.says}），由县里设定。`}`}{' '}
      {methodGap !== null && <Clause clause={methodGap.clause} />}{' '}
      <Link className="no-print" href={inDesk(methodHref)}>
        查看和设定
      </Link>
    </p>
  )
}

function Totals({ view }: { readonly view: ScoresView }) {
  const totals = [
    { label: '有权重的合计', value: `${view.weight} 分` },
    { label: '已得', value: view.method === null ? '未计分' : `${view.score} 分` },
    { label: '不能计分', value: `${view.unscored} 分` },
  ]
  return (
    <dl className="totals">
      {totals.map(({ label, value }) => (
        <div key={label} className="card">
          <dt>{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** From how many per cent of its points on a unit’s bar is green. */
const WELL = 100

function Chart({ view }: { readonly view: ScoresView }) {
  const bars = view.units.flatMap(({ unitName, percent }) =>
    percent === null ? [] : [{ name: unitName, value: Number(percent), isMet: Number(percent) >= WELL }],
  )
  if (bars.length === 0) return null
  return (
    <div className="card chart-card">
      <Loaded screen={null} rows={4}>
        <BarChart
          label={`${view.year}年各机构得分占应得分的百分比，详见下表`}
          bars={bars}
          line={{ at: WELL, name: '满分' }}
          unit="%"
        />
      </Loaded>
    </div>
  )
}
