import type {
  ActionView,
  CasePage,
  CaseQuery,
  CaseView,
  HistoryEntry,
  ProgrammeSummary,
  ReferencesView,
  SessionView,
  UnitView,
} from '@luoshi/client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, type CaseKey, type ProcedureKey, queryOf } from './addresses.ts'
import { call, rememberCsrfToken } from './call.ts'
import { useCounty } from './session-context.ts'

/** How long definitions count as fresh: they change with a new version of the program. Milliseconds. */
const DEFINITIONS_FRESH = 10 * 60 * 1000

/** Rows of a list that are asked for at once. */
export const ROWS_PER_PAGE = 50

/** Who is signed in. */
export function useSessionQuery() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = await call<SessionView>(api.session)
      rememberCsrfToken(session.csrfToken)
      return session
    },
    staleTime: DEFINITIONS_FRESH,
  })
}

/** All programmes of the county, with their procedures and registers. */
export function useProgrammes() {
  const county = useCounty()
  return useQuery({
    queryKey: ['programmes', county],
    queryFn: () => call<readonly ProgrammeSummary[]>(api.programmes(county)),
    staleTime: DEFINITIONS_FRESH,
  })
}

/** The units of the county, as they are today. */
export function useUnits(isWanted = true) {
  const county = useCounty()
  return useQuery({
    queryKey: ['units', county],
    queryFn: () => call<readonly UnitView[]>(api.units(county)),
    enabled: isWanted,
    staleTime: DEFINITIONS_FRESH,
  })
}

/** A list, page by page. */
export function useCases(key: ProcedureKey, query: CaseQuery) {
  const county = useCounty()
  return useInfiniteQuery({
    queryKey: ['cases', county, key.programme, key.procedure, query],
    queryFn: ({ pageParam, signal }) => {
      const values = { limit: ROWS_PER_PAGE, ...query, after: pageParam }
      return call<CasePage>(`${api.cases(county, key)}${queryOf(values)}`, { signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** What can be done right after opening a case: asked for with the form of the opening, so that the device keeps it. */
export function useFirstActions(key: ProcedureKey) {
  const county = useCounty()
  return useQuery({
    queryKey: ['first-actions', county, key.programme, key.procedure],
    queryFn: () => call<readonly ActionView[]>(api.firstActions(county, key)),
    staleTime: DEFINITIONS_FRESH,
  })
}

/** A record or case with all that belongs to it. */
export function useCase(key: CaseKey) {
  const county = useCounty()
  return useQuery({
    queryKey: caseQueryKey(county, key),
    queryFn: () => call<CaseView>(api.case(county, key)),
  })
}

/** Under what a case is kept once it was read. */
export function caseQueryKey(county: string, { programme, procedure, id }: CaseKey): readonly string[] {
  return ['case', county, programme, procedure, id]
}

/** Records that a case names, and those that name it, kind by kind. */
export function useReferences(key: CaseKey) {
  const county = useCounty()
  return useQuery({
    queryKey: [...caseQueryKey(county, key), 'references'],
    queryFn: () => call<ReferencesView>(`${api.case(county, key)}/references`),
    // Another of them may have been entered since.
    refetchOnMount: 'always',
  })
}

/** The log of a case, from its opening. */
export function useHistory(key: CaseKey, refetchOnMount: boolean | 'always' = true) {
  const county = useCounty()
  return useQuery({
    queryKey: [...caseQueryKey(county, key), 'history'],
    queryFn: () => call<readonly HistoryEntry[]>(`${api.case(county, key)}/history`),
    refetchOnMount,
  })
}
