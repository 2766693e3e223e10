import type { IndicatorsView, IndicatorView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { part } from '../parts/part.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { YearHead } from '../scores/year-head.tsx'
import { groupedText } from '../words/amounts.ts'
import { dayText } from '../words/dates.ts'
import '../styles/list.css'
import '../styles/supervision.css'
import '../styles/programmes.css'

// The library that draws comes with the first chart and not before.
const BarChart = part(async () => (await import('../charts/bar-chart.tsx')).BarChart)

/** What a programme measures: each indicator with its target, its figures of a year, and how far it has come. */
export function Indicators({ programme }: { readonly programme: string }) {
  const county = useCounty()
  const year = new URLSearchParams(useSearch()).get('year') ?? undefined
  useTitle('指标与进度')
  const { data: view, error } = useQuery({
    queryKey: ['indicators', county, programme, year],
    queryFn: () => call<IndicatorsView>(`${api.programme(county, programme)}/indicators${queryOf({ year })}`),
  })
  if (error) return <ProblemBox error={error} />
  if (view === undefined) return <Waiting rows={10} />
  return (
    <>
      <Crumbs steps={[{ href: screens.programme(programme), label: view.title }]} />
      <YearHead title="指标与进度" view={view}>
        {view.isWeighed && (
          <Link
            className="button no-print"
            href={`${screens.scores(programme)}${queryOf({ year: view.year })}`}
          >
            计分与排名
          </Link>
        )}
      </YearHead>
      <Counts indicators={view.indicators} />
      <Chart view={view} />
      <Table view={view} />
      <p className="small secondary">
        数据来自{view.title}的指标数据，{dayText(view.date)}。
      </p>
    </>
  )
}

function Counts({ indicators }: { readonly indicators: readonly IndicatorView[] }) {
  const count = (outcome: string) => indicators.filter(({ latest }) => latest?.outcome === outcome).length
  const figures = [
    { label: '✓ 达到', value: count('yes'), tone: 'well' },
    { label: '■ 未达到', value: count('no'), tone: 'late' },
    { label: '○ 不能判定', value: count('unknown'), tone: 'unknown' },
    { label: '未报数据', value: indicators.filter(({ latest }) => latest === null).length, tone: 'unknown' },
  ]
  return (
    <dl className="totals">
      {figures.map(({ label, value, tone }) => (
        <div key={label} className="card">
          <dt className={`standing ${tone}`}>{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Chart({ view }: { readonly view: IndicatorsView }) {
  const bars = view.indicators.flatMap(({ title, progress, latest }) =>
    progress === null || latest === null
      ? []
      : [
          {
            name: title,
            value: Number(progress),
            isMet: latest.outcome === 'unknown' ? null : latest.outcome === 'yes',
          },
        ],
  )
  if (bars.length === 0) return null
  return (
    <div className="card chart-card">
      <Loaded screen={null} rows={4}>
        <BarChart
          label={`${view.year}年各指标完成目标的百分比，详见下表`}
          bars={bars}
          line={{ at: 100, name: '目标' }}
          unit="%"
        />
      </Loaded>
    </div>
  )
}

function Table({ view }: { readonly view: IndicatorsView }) {
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">指标</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">目标</th>
            <th scope="col" className="figure">
              最近数据
            </th>
            <th scope="col">判定</th>
            <th scope="col" className="figure">
              完成
            </th>
            <th scope="col" className="figure">
              权重
            </th>
            <th scope="col">责任单位</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {view.indicators.map((indicator) => (
            <Row key={indicator.id} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const outcomeTones = { yes: 'well', no: 'late', unknown: 'unknown' } as const

/** The figures of every period of the year, where there is more than one. */
function Periods({ figures }: Pick<IndicatorView, 'figures'>) {
  const given = figures.filter(({ value }) => value !== null)
  if (figures.length < 2 || given.length === 0) return null
  return (
    <details className="periods small">
      <summary>
        各期数据（{given.length}/{figures.length}）
      </summary>
      <ul>
        {figures.map(({ period, periodTitle, value, outcome, outcomeTitle, reasons }) => (
          <li key={period} title={reasons.join('；')}>
            {periodTitle} <span className="figures">{value === null ? '未报' : groupedText(value)}</span>{' '}
            {value !== null && <span className={`standing ${outcomeTones[outcome]}`}>{outcomeTitle}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Row({ indicator }: { readonly indicator: IndicatorView }) {
  const { title, unit, units, clause, attribute, baseline, open, target, weight, latest, progress } =
    indicator
  const before = [attribute, baseline].filter((one) => one !== null)
  return (
    <tr>
      <th scope="row">
        {title}
        {unit !== '' && <span className="secondary">（{unit}）</span>}
        {before.length > 0 && <p className="small secondary">{before.join('，')}</p>}
        {open.map((says) => (
          <p key={says} className="small">
            <span className="standing unknown">待明确</span> {says}
          </p>
        ))}
        <Periods figures={indicator.figures} />
      </th>
      <td data-label="目标">{target}</td>
      <td className="figure" data-label="最近数据" title={latest?.periodTitle}>
        {latest?.value === null || latest === null ? '—' : groupedText(latest.value)}
      </td>
      <td data-label="判定">
        {latest === null ? (
          <span className="secondary">未报数据</span>
        ) : (
          <span className={`standing ${outcomeTones[latest.outcome]}`} title={latest.reasons.join('；')}>
            {latest.outcomeTitle}
          </span>
        )}
      </td>
      <td className="figure" data-label="完成">
        {progress === null ? '—' : `${progress}%`}
      </td>
      <td className="figure" data-label="权重">
        {weight ?? '—'}
      </td>
      <td data-label="责任单位">{units.join('、')}</td>
      <td data-label="依据">
        <Clause clause={clause} />
      </td>
    </tr>
  )
}
