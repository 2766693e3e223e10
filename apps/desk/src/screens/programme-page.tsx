import type { ProgrammeSummary } from '@luoshi/client'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { Clause } from '../parts/clause.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { PinButton } from '../shell/pin-button.tsx'
import { viewsOf } from '../views/views.ts'
import { dayText, isPast } from '../words/dates.ts'
import { NotHere } from './not-here.tsx'
import '../styles/programmes.css'

/** A programme: its procedures and registers, who plays which part, and the notice that orders it. */
export function ProgrammePage({ programme: id }: { readonly programme: string }) {
  const { data: programmes } = useProgrammes()
  const { posts } = useSession()
  const programme = programmes?.find((one) => one.id === id)
  useTitle(programme?.title ?? '制度')
  if (programmes === undefined) return <Waiting />
  if (programme === undefined) return <NotHere />
  const held = new Set(posts.filter((post) => post.programme === id).map(({ role }) => role))
  return (
    <>
      <Crumbs steps={[{ href: screens.programmes, label: '制度' }]} />
      <div className="screen-head">
        <h1>{programme.title}</h1>
        <PinButton href={screens.programme(id)} label={programme.title} />
        <a className="button" href={`/programmes/${id}`}>
          看制度全文
        </a>
      </div>
      <p>
        <Clause clause={programme.clause} />
      </p>
      <ViewLinks programme={programme} />
      <div className="card table-holder">
        <table className="plain-table procedures">
          <caption className="visually-hidden">流程与台账</caption>
          <thead>
            <tr>
              <th scope="col">流程与台账</th>
              <th scope="col" className="figure">
                在办、在册
              </th>
              <th scope="col">环节</th>
              <th scope="col" className="no-print">
                办理
              </th>
            </tr>
          </thead>
          <tbody>
            {programme.procedures.map((procedure) => {
              const key = { programme: id, procedure: procedure.id }
              return (
                <tr key={procedure.id}>
                  <th scope="row">
                    <Link href={screens.list(key)}>{procedure.title}</Link>
                    <InForce until={procedure.validTo} />
                  </th>
                  <td className="figure">{procedure.open}</td>
                  <td className="small secondary states">
                    {procedure.states.map(({ title }) => title).join('、')}
                  </td>
                  <td className="no-print">
                    {procedure.canOpen && (
                      <Link className="button" href={screens.opening(key)}>
                        {procedure.openingTitle}
                      </Link>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <h2 className="section-title">角色</h2>
      <ul className="roles">
        {programme.roles.map((role) => (
          <li key={role.id} className={held.has(role.id) ? 'mine' : undefined}>
            {role.title}
            {held.has(role.id) && '（我担任）'}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Until when what orders a procedure is in force, where it says so. */
function InForce({ until }: { readonly until: string | null }) {
  if (until === null) return null
  return (
    <span className={isPast(until) ? 'standing late' : 'secondary small'}>
      {' '}
      有效期至{dayText(until)}
      {isPast(until) && '，已过'}
    </span>
  )
}

function ViewLinks({
  programme: { id: programme, hasIndicators, hasCampaigns, comparisons },
}: {
  readonly programme: ProgrammeSummary
}) {
  const views = viewsOf(programme)
  if (views.length + comparisons.length === 0 && !hasIndicators && !hasCampaigns) return null
  return (
    <ul className="view-links no-print" aria-label="专用视图">
      {hasIndicators && (
        <li>
          <Link className="button" href={screens.indicators(programme)}>
            指标与进度
          </Link>
        </li>
      )}
      {comparisons.map(({ id, title }) => (
        <li key={id}>
          <Link className="button" href={screens.comparison(programme, id)}>
            {title}
          </Link>
        </li>
      ))}
      {hasCampaigns && (
        <li>
          <Link className="button" href={screens.campaigns(programme)}>
            整治进展
          </Link>
        </li>
      )}
      {views.map(({ id, title }) => (
        <li key={id}>
          <Link className="button" href={screens.view(programme, id)}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
