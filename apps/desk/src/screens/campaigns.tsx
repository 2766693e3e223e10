import type { CampaignsView, CampaignUnitView, CampaignView, PhaseView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { inDesk } from '../day/in-desk.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { PrintButton } from '../parts/print-button.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { dayText } from '../words/dates.ts'
import { phaseStanding } from '../words/phase-standing.ts'
import '../styles/list.css'
import '../styles/supervision.css'
import '../styles/programmes.css'

/** The campaigns of a programme: in which phase each is, how many problems stand where, and which town is behind. */
export function Campaigns({ programme }: { readonly programme: string }) {
  const county = useCounty()
  useTitle('专项整治')
  const { data: view, error } = useQuery({
    queryKey: ['campaigns', county, programme],
    queryFn: () => call<CampaignsView>(`${api.programme(county, programme)}/campaigns`),
  })
  if (error) return <ProblemBox error={error} />
  if (view === undefined) return <Waiting rows={10} />
  return (
    <>
      <Crumbs steps={[{ href: screens.programme(programme), label: view.title }]} />
      {view.campaigns.map((campaign) => (
        <OneCampaign key={campaign.id} campaign={campaign} />
      ))}
    </>
  )
}

function OneCampaign({ campaign }: { readonly campaign: CampaignView }) {
  const { title, clause, date, phases, states, units, open, isCut, href } = campaign
  const list = inDesk(href)
  const [on, setOn] = useState(date)
  return (
    <>
      <div className="screen-head">
        <h1>{title}</h1>
        <Link className="button no-print" href={list}>
          问题清单
        </Link>
        <PrintButton />
      </div>
      <p className="small">
        <Clause clause={clause} />
      </p>
      <div className="list-bar no-print">
        <label>
          哪一天的阶段{' '}
          <input
            className="field-input"
            type="date"
            value={on}
            onChange={(event) => setOn(event.target.value || date)}
          />
        </label>
      </div>
      <ol className="phases" aria-label="阶段">
        {phases.map((phase) => (
          <Phase key={phase.title} phase={phase} on={on} />
        ))}
      </ol>
      <dl className="totals">
        {states.map(({ id, title: state, count }) => (
          <div key={id} className="card">
            <dt>{state}</dt>
            <dd className="figures">
              <Link href={`${list}${queryOf({ state: id })}`} aria-label={`${state}，${count}件`}>
                {count}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <h2 className="section-title">各单位进展</h2>
      <Units units={units} list={list} />
      {isCut && <p className="problem mild">问题太多，只统计了最近办理的一万件。</p>}
      {open.length > 0 && (
        <>
          <h2 className="section-title">原文没有写明或前后不一致的</h2>
          <ul className="card open-questions">
            {open.map(({ says, clauses }) => (
              <li key={says}>
                {says}{' '}
                {clauses.map((where) => (
                  <span key={where.text}>
                    <Clause clause={where} />{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small secondary">数据来自问题台账，{dayText(date)}。</p>
    </>
  )
}

const standingWords = {
  coming: { word: '○ 未开始', tone: 'unknown' },
  running: { word: '● 进行中', tone: 'well' },
  over: { word: '✓ 已结束', tone: 'ended' },
  undated: { word: '◐ 起止日期没有写明', tone: 'unknown' },
} as const satisfies Record<PhaseView['standing'], { word: string; tone: string }>

function Phase({ phase, on }: { readonly phase: PhaseView; readonly on: string }) {
  const { title, from, until, clause } = phase
  const standing = phaseStanding(phase, on)
  const { word, tone } = standingWords[standing]
  return (
    <li className="card" aria-current={standing === 'running' ? 'step' : undefined}>
      <strong>{title}</strong>
      <span className={`standing ${tone}`}>{word}</span>
      <span className="small">
        {from !== null && `${dayText(from)}起`}
        {until !== null && `，至${dayText(until)}`}
      </span>
      <Clause clause={clause} />
    </li>
  )
}

const columns = [
  { name: 'found', label: '发现', query: {} },
  { name: 'open', label: '未销号', query: { closed: 'open' } },
  { name: 'late', label: '超期未销号', query: { closed: 'open' } },
  { name: 'relapsed', label: '反弹', query: { closed: 'open' } },
  { name: 'struck', label: '已销号', query: { closed: 'closed' } },
  { name: 'held', label: '回头看未反弹', query: { state: 'held' } },
] as const

function Units({ units, list }: { readonly units: readonly CampaignUnitView[]; readonly list: string }) {
  if (units.length === 0) {
    return (
      <div className="card">
        <Empty>还没有发现问题。各乡（镇）排查后登记的问题会按单位列在这里。</Empty>
      </div>
    )
  }
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">各单位进展</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col" className="figure">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">{unit.unitName}</th>
              {columns.map(({ name, label, query }) => (
                <td key={name} className="figure" data-label={label}>
                  {unit[name] === 0 ? (
                    <span className="secondary">0</span>
                  ) : (
                    <Link
                      className={name === 'late' || name === 'relapsed' ? 'standing late' : undefined}
                      href={`${list}${queryOf({ unit: unit.unit, ...query })}`}
                      aria-label={`${unit.unitName}${label}${unit[name]}件`}
                    >
                      {unit[name]}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {columns.map(({ name, label }) => (
              <td key={name} className="figure" data-label={label}>
                {units.reduce((sum, unit) => sum + unit[name], 0)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
