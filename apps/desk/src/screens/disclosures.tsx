import type { DisclosureLine, DisclosurePage } from '@luoshi/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { inDesk } from '../day/in-desk.ts'
import { ListFoot } from '../list/list-foot.tsx'
import { PrintButton } from '../parts/print-button.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { dayInTable } from '../words/dates.ts'
import '../styles/list.css'
import '../styles/programmes.css'

/** What is shown in public of the cases that I may read, now or before: what, where, until when. */
export function Disclosures() {
  useTitle('公示')
  const county = useCounty()
  const [here, go] = useLocation()
  const shown = new URLSearchParams(useSearch()).get('shown') ?? 'now'
  const list = useInfiniteQuery({
    queryKey: ['disclosures', county, shown],
    queryFn: ({ pageParam, signal }) =>
      call<DisclosurePage>(`${api.disclosures(county)}${queryOf({ shown, after: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const { data, error } = list
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <div className="screen-head">
        <h1>公示</h1>
        <select
          className="field-input narrow-input no-print"
          aria-label="是否结束"
          value={shown}
          onChange={(event) => go(`${here}${queryOf({ shown: event.target.value })}`, { replace: true })}
        >
          <option value="now">公示中</option>
          <option value="ended">已结束</option>
        </select>
        <PrintButton />
      </div>
      <p className="small secondary">
        列出您可以查看的办件的公示；全县的公示见<a href="/now">公示栏</a>。
      </p>
      <ProblemBox error={error} />
      {data === undefined && error === null && <Waiting rows={8} />}
      {data !== undefined && (
        <div className="card table-holder">
          {rows.length === 0 ? <Empty>现在没有。</Empty> : <Table rows={rows} />}
          <ListFoot pages={list}>已列出 {rows.length} 件</ListFoot>
        </div>
      )}
    </>
  )
}

function Table({ rows }: { readonly rows: readonly DisclosureLine[] }) {
  return (
    <table className="cases">
      <caption className="visually-hidden">公示</caption>
      <thead>
        <tr>
          <th scope="col">公示事项</th>
          <th scope="col">办件</th>
          <th scope="col">起</th>
          <th scope="col">止</th>
          <th scope="col">公示地点</th>
          <th scope="col">制度</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, caseTitle, href, from, until, places, programmeTitle }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td data-label="办件">
              <Link href={inDesk(href)}>{caseTitle}</Link>
            </td>
            <td className="figures unbroken" data-label="起">
              {dayInTable(from)}
            </td>
            <td className="figures unbroken" data-label="止" title={until.explanation}>
              {until.due === null ? '未定' : dayInTable(until.due)}
            </td>
            <td data-label="公示地点">{places.join('、')}</td>
            <td data-label="制度">{programmeTitle}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
