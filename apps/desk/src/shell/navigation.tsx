import type { ProgrammeSummary } from '@luoshi/client'
import { Link, useLocation } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'

/** Left of every screen: where I am, and the programmes in which I hold a post. */
export function Navigation({ isOpen }: { readonly isOpen: boolean }) {
  const { posts } = useSession()
  const { data: programmes = [] } = useProgrammes()
  const mine = new Set(posts.map(({ programme }) => programme))
  return (
    <nav className={isOpen ? 'nav is-open' : 'nav'} aria-label="栏目">
      <ul>
        <Entry href={screens.myDay} label="我的一天" />
        <Entry href={screens.programmes} label="制度" />
        <li>
          <a href="/">公报</a>
        </li>
      </ul>
      {programmes
        .filter(({ id }) => mine.has(id))
        .map((programme) => (
          <ProgrammeEntries key={programme.id} programme={programme} />
        ))}
      <h2>本人</h2>
      <ul>
        <Entry href={screens.settings} label="设置" />
      </ul>
    </nav>
  )
}

function ProgrammeEntries({ programme }: { readonly programme: ProgrammeSummary }) {
  return (
    <>
      <h2>{programme.title}</h2>
      <ul className="inner">
        {programme.procedures.map(({ id, title, open }) => (
          <Entry
            key={id}
            href={screens.list({ programme: programme.id, procedure: id })}
            label={title}
            count={open}
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
