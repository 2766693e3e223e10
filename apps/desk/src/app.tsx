import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Router, useLocation } from 'wouter'
import { Refusal } from './api/call.ts'
import { useSessionQuery } from './api/queries.ts'
import { SessionContext } from './api/session-context.ts'
import { Loaded } from './parts/loaded.tsx'
import { ProblemBox } from './parts/problem.tsx'
import { Waiting } from './parts/waiting.tsx'
import { Screens } from './screens.tsx'
import { onFirstKeeper } from './service-worker/register.ts'
import { Shell } from './shell/shell.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without a network the service worker answers with what was seen last.
      networkMode: 'always',
      // What the server refused stays refused; only silence is asked again.
      retry: (count, error) =>
        error instanceof Refusal && error.status === 0 && navigator.onLine && count < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

/** The desk. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Router base="/desk">
        <SignedIn />
      </Router>
    </QueryClientProvider>
  )
}

/** Without a session the browser is on its way to the sign-in page, and nothing shows. */
function SignedIn() {
  const { data: session, error } = useSessionQuery()
  const [location] = useLocation()
  useKeeping()
  if (error) {
    return (
      <main className="screen">
        <ProblemBox error={error} />
      </main>
    )
  }
  if (session === undefined) return <Waiting />
  return (
    <SessionContext value={session}>
      <Shell>
        <Loaded screen={location}>
          <Screens />
        </Loaded>
      </Shell>
    </SessionContext>
  )
}

/** What was read before the service worker stood is read once more, so that it is kept for when there is no network. */
function useKeeping(): void {
  const known = useQueryClient()
  useEffect(() => onFirstKeeper(() => void known.refetchQueries()), [known])
}
