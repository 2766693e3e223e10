import { Link, useLocation } from 'wouter'
import { screens } from '../addresses.ts'
import { focusFindBox } from './find-box.tsx'

/** At the thumb on a phone: what is opened most. */
export function FootNav({
  isNavOpen,
  toggleNav,
}: {
  readonly isNavOpen: boolean
  readonly toggleNav: () => void
}) {
  const [location] = useLocation()
  const current = (href: string) => (location === href ? 'page' : undefined)
  return (
    <nav className="foot-nav" aria-label="常用">
      <Link href={screens.myDay} aria-current={current(screens.myDay)}>
        我的一天
      </Link>
      <Link href={screens.programmes} aria-current={current(screens.programmes)}>
        制度
      </Link>
      <button type="button" onClick={focusFindBox}>
        查找
      </button>
      <button type="button" aria-expanded={isNavOpen} onClick={toggleNav}>
        栏目
      </button>
    </nav>
  )
}
