import type { DutyPageView } from '@luoshi/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ListFoot } from '../../list/list-foot.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { DutyTable } from './duty-words.tsx'

interface DutyPagesProps {
  readonly caption: string
  /** What the list is narrowed by: `unit`, `document`, `light`. */
  readonly of: Readonly<Record<string, string>>
  /** The first page, where it is at hand. */
  readonly first?: DutyPageView
  readonly hasUnit?: boolean
}

/** Duties page by page, each a link to its case: the first to end first, what is done last. */
export function DutyPages({ caption, of, first, hasUnit = true }: DutyPagesProps) {
  const county = useCounty()
  const list = useInfiniteQuery({
    queryKey: ['supervision', county, 'duties', of],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call<DutyPageView>(
        `/api/v1/${county}/supervision/duties${queryOf(pageParam === '' ? of : { ...of, after: pageParam })}`,
      ),
    getNextPageParam: ({ next }) => next,
    ...(first === undefined ? {} : { initialData: { pages: [first], pageParams: [''] } }),
  })
  const { data, error } = list
  if (data === undefined) return error === null ? <Waiting rows={8} /> : <ProblemBox error={error} />
  const duties = data.pages.flatMap(({ rows }) => rows)
  return (
    <>
      <DutyTable {...{ caption, duties, hasUnit }} />
      <ProblemBox error={error} />
      <ListFoot pages={list}>已列出 {duties.length} 项</ListFoot>
    </>
  )
}
