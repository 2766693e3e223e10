import type { MyDayGroup, MyDayListView } from '@luoshi/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { DayRow, rowKey } from '../day/day-row.tsx'
import { ListFoot } from '../list/list-foot.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import '../styles/list.css'

/** All of one section of the day, by kind, page by page: what its count on the first screen counts. */
export function DayList({ section }: { readonly section: string }) {
  const county = useCounty()
  const [here] = useLocation()
  const group = new URLSearchParams(useSearch()).get('group') ?? undefined
  const list = useInfiniteQuery({
    queryKey: ['my-day', county, section, group],
    queryFn: ({ pageParam, signal }) =>
      call<MyDayListView>(`${api.daySection(county, section)}${queryOf({ group, after: pageParam })}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const { data, error } = list
  const first = data?.pages[0]
  useTitle(first?.title ?? '我的一天')
  if (error) return <ProblemBox error={error} />
  if (first === undefined) return <Waiting rows={10} />
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <Crumbs steps={[{ href: screens.myDay, label: '我的一天' }]} />
      <h1>{first.title}</h1>
      <Groups groups={first.groups} chosen={group} here={here} />
      <Bulk group={group} groups={first.groups} section={section} />
      <div className="card day-section day-list">
        {rows.length === 0 ? (
          <Empty>现在没有。</Empty>
        ) : (
          <ul>
            {rows.map((row) => (
              <DayRow key={rowKey(row)} {...{ row }} today={first.date} />
            ))}
          </ul>
        )}
        <ListFoot pages={list}>
          已列出 {rows.length} 件，共 {first.count.value}
          {first.count.isAtLeast ? ' 件以上' : ' 件'}
        </ListFoot>
      </div>
    </>
  )
}

interface GroupsProps {
  readonly groups: readonly MyDayGroup[]
  readonly chosen: string | undefined
  readonly here: string
}

function Groups({ groups, chosen, here }: GroupsProps) {
  if (groups.length < 2) return null
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const links = [{ id: undefined, title: '全部', detail: '', count: total }, ...groups]
  return (
    <nav className="groups no-print" aria-label="按事项筛选">
      {links.map(({ id, title, detail, count }) => (
        <Link
          key={id ?? ''}
          className="button"
          href={`${here}${queryOf({ group: id })}`}
          aria-current={id === chosen ? 'true' : undefined}
          title={detail}
          replace
        >
          {title} <span className="secondary figures">{count}</span>
        </Link>
      ))}
    </nav>
  )
}

/** Many of one kind are worked off from their own list. */
function Bulk({
  group,
  groups,
  section,
}: { group: string | undefined } & Pick<GroupsProps, 'groups'> & { section: string }) {
  const chosen = groups.length === 1 ? groups[0]?.id : group
  const [programme, procedure] = chosen?.split('/') ?? []
  if (section === 'findings' || programme === undefined || procedure === undefined) return null
  return (
    <p className="small no-print">
      <Link href={`${screens.list({ programme, procedure })}?closed=open`}>到台账里筛选、批量办理</Link>
    </p>
  )
}
