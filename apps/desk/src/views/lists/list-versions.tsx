import type { CatalogueSummary, ListReadingView, ListVersionView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { api } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useProgrammes } from '../../api/queries.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { ListDifference } from './list-difference.tsx'
import { NewVersion, publishing } from './new-version.tsx'
import '../../styles/list.css'

/** Whole new versions of the lists of a programme: drawn up from a table, compared, published by someone else. */
export function ListVersions({ programme }: ViewProps) {
  const county = useCounty()
  const { data: lists, error } = useQuery({
    queryKey: ['catalogues', county, programme],
    queryFn: () => call<readonly CatalogueSummary[]>(`${api.programme(county, programme)}/catalogues`),
  })
  if (error) return <ProblemBox error={error} />
  if (lists === undefined) return <Waiting rows={8} />
  return lists.map(({ id, title }) => (
    <OneList
      key={id}
      path={`${api.programme(county, programme)}/catalogues/${id}`}
      list={`${programme}/${id}`}
      title={title}
    />
  ))
}

interface OneListProps {
  readonly path: string
  readonly list: string
  readonly title: string
}

function OneList({ path, list, title }: OneListProps) {
  const { data: programmes } = useProgrammes()
  const procedure = programmes
    ?.find(({ id }) => id === publishing.programme)
    ?.procedures.find(({ id }) => id === publishing.procedure)
  const { data: versions, error } = useQuery({
    queryKey: ['list-versions', path],
    queryFn: () => call<readonly ListVersionView[]>(`${path}/versions`),
  })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ProblemBox error={error} />
      {versions === undefined && error === null ? <Waiting rows={3} /> : null}
      {versions === undefined ? null : <Versions path={path} versions={versions} />}
      {procedure?.canOpen ? (
        <>
          <h3 className="section-title">拟定新版本</h3>
          <NewVersion path={path} list={list} />
        </>
      ) : (
        <p className="secondary">新版本由参数经办人拟定，由清单公布人核对后公布。</p>
      )}
    </section>
  )
}

function Versions({
  path,
  versions,
}: {
  readonly path: string
  readonly versions: readonly ListVersionView[]
}) {
  const [shown, setShown] = useState<string | null>(null)
  if (versions.length === 0) {
    return (
      <div className="card">
        <Empty>还没有在这里拟定过新版本。公报登的版本和逐项调整见“清单”。</Empty>
      </div>
    )
  }
  return (
    <>
      <div className="card table-holder">
        <table className="cases">
          <caption className="visually-hidden">拟定和公布过的新版本</caption>
          <thead>
            <tr>
              <th scope="col">版本</th>
              <th scope="col">施行</th>
              <th scope="col" className="figure">
                事项
              </th>
              <th scope="col">环节</th>
              <th scope="col">依据</th>
              <th scope="col">差异</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, name, from, rows, stateTitle, clause }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={screens.case({ ...publishing, id })}>{name}</Link>
                </th>
                <td data-label="施行">{from}</td>
                <td className="figure" data-label="事项">
                  {rows}
                </td>
                <td data-label="环节">{stateTitle}</td>
                <td data-label="依据">
                  <Clause clause={clause} />
                </td>
                <td data-label="差异">
                  <button
                    type="button"
                    className="button"
                    aria-expanded={shown === id}
                    onClick={() => setShown(shown === id ? null : id)}
                  >
                    {shown === id ? '收起' : '看差异'}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown === null ? null : <OneDifference path={`${path}/versions/${shown}`} />}
    </>
  )
}

function OneDifference({ path }: { readonly path: string }) {
  const { data: reading, error } = useQuery({
    queryKey: ['list-version', path],
    queryFn: () => call<ListReadingView>(path),
  })
  if (error) return <ProblemBox error={error} />
  if (reading === undefined) return <Waiting rows={4} />
  return <ListDifference reading={reading} title="与前一版的差异" />
}
