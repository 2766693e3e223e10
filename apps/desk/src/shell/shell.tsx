import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSession } from '../api/session-context.ts'
import { OutboxBar } from '../outbox/outbox-bar.tsx'
import { FindBox } from './find-box.tsx'
import { FootNav } from './foot-nav.tsx'
import { Navigation } from './navigation.tsx'
import { Who } from './who.tsx'

/** What stands around every screen: where I am, the box that finds, who I am. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { county, mustChangePassword } = useSession()
  const [isNavOpen, setNavOpen] = useState(false)
  const [location] = useLocation()
  const screen = useRef<HTMLElement>(null)
  useNewScreen(location, () => {
    setNavOpen(false)
    screen.current?.focus({ preventScroll: true })
  })
  return (
    <div className="shell">
      <a className="skip" href="#screen">
        跳到正文
      </a>
      <header className="masthead">
        <div className="brand">
          <Link href="/">落实</Link>
          <span className="secondary unbroken">{county.name}</span>
        </div>
        <div className="top">
          <FindBox />
          <Who />
        </div>
      </header>
      <Navigation isOpen={isNavOpen} />
      <main className="screen" id="screen" tabIndex={-1} ref={screen}>
        <OutboxBar />
        {mustChangePassword && (
          <p className="problem mild">
            您的口令是他人设定的，请先<Link href="/settings">改成自己的</Link>。
          </p>
        )}
        {children}
      </main>
      <FootNav isNavOpen={isNavOpen} toggleNav={() => setNavOpen(!isNavOpen)} />
    </div>
  )
}

/** Does something each time another screen is shown, but not for the first. */
function useNewScreen(location: string, then: () => void): void {
  const shown = useRef(location)
  useEffect(() => {
    if (shown.current === location) return
    shown.current = location
    then()
  })
}
