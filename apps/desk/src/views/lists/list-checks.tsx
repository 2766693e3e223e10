import type { CatalogueCheckGroup, CatalogueChecksView, CatalogueSummary } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import '../../styles/list.css'

/** What the keeper of a list should look at: numbers, bases, equality with other lists, what is not filled in. */
export function ListChecks({ programme }: ViewProps) {
  const county = useCounty()
  const path = `/api/v1/${county}/programmes/${programme}/catalogues`
  const { data: lists, error } = useQuery({
    queryKey: ['catalogues', county, programme],
    queryFn: () => call<readonly CatalogueSummary[]>(path),
  })
  if (error) return <ProblemBox error={error} />
  if (lists === undefined) return <Waiting rows={8} />
  return lists.map(({ id, title }) => <OneCheck key={id} path={`${path}/${id}/checks`} title={title} />)
}

function OneCheck({ path, title }: { readonly path: string; readonly title: string }) {
  const { data: checks, error } = useQuery({
    queryKey: ['catalogue-checks', path],
    queryFn: () => call<CatalogueChecksView>(path),
  })
  if (error) return <ProblemBox error={error} />
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {checks === undefined ? <Waiting rows={6} /> : null}
      {checks?.groups.length === 0 ? (
        <div className="card">
          <Empty>清单还没有公布，没有可以校核的。</Empty>
        </div>
      ) : null}
      {checks?.groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  )
}

function Group({
  group: { title, clause, against, isDone, findings },
}: {
  readonly group: CatalogueCheckGroup
}) {
  return (
    <div className="card table-holder">
      <h3>{title}</h3>
      <p className="small secondary">
        {against}
        {isDone ? `，${findings.length === 0 ? '没有不符之处' : `${findings.length} 处需要核对`}。` : ''}{' '}
        <Clause clause={clause} />
      </p>
      {findings.length === 0 ? null : (
        <table className="cases">
          <caption className="visually-hidden">{title}：需要核对之处</caption>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">事项</th>
              <th scope="col">种类</th>
              <th scope="col">需要核对</th>
              <th scope="col">出处</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={`${finding.item} ${finding.message}`}>
                <td data-label="序号">{finding.number ?? '—'}</td>
                <th scope="row">{finding.item}</th>
                <td data-label="种类">{finding.kind}</td>
                <td data-label="需要核对">{finding.message}</td>
                <td data-label="出处">
                  <Clause clause={finding.clause} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
