import type { SessionView } from '@luoshi/client'
import { createContext, useContext } from 'react'

/** Who is signed in, for every screen. */
export const SessionContext = createContext<SessionView | null>(null)

/** Who is signed in. Screens are shown to nobody else. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('a screen outside of a session')
  return session
}

/** Slug of the county of the session. */
export function useCounty(): string {
  return useSession().county.slug
}
