import type { EnforcementAlarmView, EnforcementCockpitView, EnforcementCountView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { dayText } from '../../words/dates.ts'
import { inDesk } from '../supervision/duty-words.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

const phases: Readonly<Record<string, string>> = { before: '事前', during: '事中', after: '事后' }

/** What is wrong with the cases that go on: by kind, body and officer, each with its clause and its case. */
export function Cockpit() {
  const county = useCounty()
  const [kind, setKind] = useState<string | null>(null)
  const { data: cockpit, error } = useQuery({
    queryKey: ['enforcement', county, 'cockpit'],
    queryFn: () => call<EnforcementCockpitView>(`/api/v1/${county}/enforcement/cockpit`),
  })
  if (error) return <ProblemBox error={error} />
  if (cockpit === undefined) return <Waiting rows={8} />
  const shown = cockpit.alarms.filter((alarm) => kind === null || alarm.kind === kind)
  return (
    <>
      <dl className="totals in-fives">
        {cockpit.kinds.map(({ kind: id, title, count }) => (
          <div key={id} className="card">
            <dt className={count > 0 ? 'standing late' : 'standing well'}>
              <span aria-hidden="true">{count > 0 ? '■' : '●'}</span> {title}
            </dt>
            <dd className="figures">
              <button
                type="button"
                aria-pressed={kind === id}
                onClick={() => setKind(kind === id ? null : id)}
              >
                {count}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 ? (
        <div className="card">
          <Empty>
            <p>在办的案件没有这样的提示。</p>
          </Empty>
        </div>
      ) : (
        <Alarms alarms={shown} />
      )}
      <Counts title="各执法机关" rows={cockpit.bodies} kinds={cockpit.kinds} />
      <Counts title="各执法人员" rows={cockpit.officers} kinds={cockpit.kinds} />
      <Coverage rows={cockpit.coverage} />
      {cockpit.recorders.finding !== null && (
        <p className="problem mild">
          {cockpit.recorders.finding} <Clause clause={cockpit.recorders.clause} />{' '}
          <Link href={screens.tally({ programme: 'enforcement', procedure: 'recorder' })}>
            看各机构的配发进度
          </Link>
        </p>
      )}
      <p className="small secondary">
        数据截至 {dayText(cockpit.date)}，在办案件 {cockpit.cases} 件
        {cockpit.isPartial ? '（只看了等候最久的这些）' : ''}。
      </p>
    </>
  )
}

function Alarms({ alarms }: { readonly alarms: readonly EnforcementAlarmView[] }) {
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">提示</caption>
        <thead>
          <tr>
            <th scope="col">对象</th>
            <th scope="col">执法机关</th>
            <th scope="col">阶段</th>
            <th scope="col">提示</th>
            <th scope="col">情况</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {alarms.map((alarm) => (
            <tr key={`${alarm.kind} ${alarm.href} ${alarm.says}`}>
              <th scope="row">
                <Link href={inDesk(alarm.href)}>{alarm.number}</Link>
              </th>
              <td data-label="执法机关">{alarm.unitName}</td>
              <td data-label="阶段">{phases[alarm.phase]}</td>
              <td data-label="提示">{alarm.kindTitle}</td>
              <td data-label="情况">{alarm.says}</td>
              <td data-label="依据">
                <Clause clause={alarm.clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How far mobile handling covers each body. */
function Coverage({ rows }: { readonly rows: EnforcementCockpitView['coverage'] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2 className="section-title">移动办案覆盖率</h2>
      <div className="card table-holder">
        <table className="cases">
          <caption className="visually-hidden">移动办案覆盖率</caption>
          <thead>
            <tr>
              <th scope="col">执法机关</th>
              <th scope="col" className="figure">
                案件
              </th>
              <th scope="col" className="figure">
                移动终端办理
              </th>
              <th scope="col" className="figure">
                覆盖率
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, name, cases, mobile, percent }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td className="figure" data-label="案件">
                  {cases}
                </td>
                <td className="figure" data-label="移动终端办理">
                  {mobile}
                </td>
                <td className="figure" data-label="覆盖率">
                  {percent}%
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface CountsProps {
  readonly title: string
  readonly rows: readonly EnforcementCountView[]
  readonly kinds: EnforcementCockpitView['kinds']
}

function Counts({ title, rows, kinds }: CountsProps) {
  if (rows.length === 0) return null
  return (
    <>
      <h2 className="section-title">{title}</h2>
      <div className="card table-holder">
        <table className="cases many-headings">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              {kinds.map(({ kind, title: heading }) => (
                <th key={kind} scope="col" className="figure">
                  {heading}
                </th>
              ))}
              <th scope="col" className="figure">
                合计
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {kinds.map(({ kind, title: heading }) => (
                  <td key={kind} className="figure" data-label={heading}>
                    {row.counts[kind] ?? 0}
                  </td>
                ))}
                <td className="figure" data-label="合计">
                  {row.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
