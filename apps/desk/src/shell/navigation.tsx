import type { ProgrammeSummary } from '@luoshi/client'
import { Link, useLocation } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { viewsOf } from '../views/views.ts'

/** Up to so many programmes show all their lists. */
const FEW = 2

/** Left of every screen: where I am, and the programmes in which I hold a post. */
export function Navigation({ isOpen }: { readonly isOpen: boolean }) {
  const { posts } = useSession()
  const { data: programmes = [] } = useProgrammes()
  const mine = new Set(posts.map(({ programme }) => programme))
  const own = programmes.filter(({ id }) => mine.has(id))
  return (
    <nav className={isOpen ? 'nav is-open' : 'nav'} aria-label="栏目">
      <ul>
        <Entry href={screens.myDay} label="我的一天" />
        <Entry href={screens.programmes} label="制度" />
        <Entry href={screens.reports} label="报送" />
        <li>
          <a href="/">公报</a>
        </li>
      </ul>
      {own.map((programme) => (
        <ProgrammeEntries key={programme.id} programme={programme} isOpen={own.length <= FEW} />
      ))}
      <h2>本人</h2>
      <ul>
        <Entry href={screens.settings} label="设置" />
      </ul>
    </nav>
  )
}

/** A programme of mine: its lists are open where few are held, or where I am in it. */
function ProgrammeEntries({
  programme,
  isOpen,
}: {
  readonly programme: ProgrammeSummary
  readonly isOpen: boolean
}) {
  const { id, title, procedures } = programme
  const [location] = useLocation()
  const own = screens.programme(id)
  if (!isOpen && location !== own && !location.startsWith(`${own}/`)) {
    return (
      <ul>
        <Entry href={own} label={title} />
      </ul>
    )
  }
  return (
    <>
      <h2>
        <Link href={own}>{title}</Link>
      </h2>
      <ul className="inner">
        {programme.hasIndicators && <Entry href={screens.indicators(id)} label="指标与进度" />}
        {viewsOf(id).map((view) => (
          <Entry key={view.id} href={screens.view(id, view.id)} label={view.title} />
        ))}
        {procedures
          .filter(({ canRead }) => canRead)
          .map((procedure) => (
            <Entry
              key={procedure.id}
              href={screens.list({ programme: id, procedure: procedure.id })}
              label={procedure.title}
              count={procedure.open}
              hasInner
            />
          ))}
      </ul>
    </>
  )
}

function Entry({
  hasInner = false,
  href,
  label,
  count,
}: {
  readonly href: string
  readonly label: string
  readonly count?: number
  /** Whether screens below its address belong to it. */
  readonly hasInner?: boolean
}) {
  const [location] = useLocation()
  const isHere = location === href
  const isInside = hasInner && location.startsWith(`${href}/`)
  return (
    <li>
      <Link href={href} aria-current={isHere ? 'page' : isInside ? 'true' : undefined}>
        <span>{label}</span>
        {count !== undefined && count > 0 && <span className="count">{count}</span>}
      </Link>
    </li>
  )
}
