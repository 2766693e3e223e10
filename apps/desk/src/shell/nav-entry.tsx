import { Link, useLocation } from 'wouter'
import type { Place } from './places.ts'

/** One line of the navigation, marked where the officer is. */
export function NavEntry({ href, label, count, hasInner = false, isPage = false }: Place) {
  const [location] = useLocation()
  const content = (
    <>
      <span className="nav-label">{label}</span>
      {count !== undefined && count > 0 && <span className="count">{count}</span>}
    </>
  )
  if (isPage) {
    return (
      <li>
        <a href={href}>{content}</a>
      </li>
    )
  }
  const isHere = location === href
  const isInside = hasInner && location.startsWith(`${href}/`)
  return (
    <li>
      <Link href={href} title={label} aria-current={isHere ? 'page' : isInside ? 'true' : undefined}>
        {content}
      </Link>
    </li>
  )
}
