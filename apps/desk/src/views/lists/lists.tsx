import type { CatalogueSummary, CatalogueView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { cellOf } from './cells.ts'
import '../../styles/list.css'

/** The lists of a programme as they stood on any day, with their versions and the changes between them. */
export function Lists({ programme }: ViewProps) {
  const county = useCounty()
  const { data: lists, error } = useQuery({
    queryKey: ['catalogues', county, programme],
    queryFn: () => call<readonly CatalogueSummary[]>(`/api/v1/${county}/programmes/${programme}/catalogues`),
  })
  if (error) return <ProblemBox error={error} />
  if (lists === undefined) return <Waiting rows={8} />
  return lists.map(({ id, title }) => <OneList key={id} programme={programme} id={id} title={title} />)
}

function OneList({ programme, id, title }: ViewProps & { readonly id: string; readonly title: string }) {
  const county = useCounty()
  const [on, setOn] = useState('')
  const [words, setWords] = useState('')
  const path = `/api/v1/${county}/programmes/${programme}/catalogues/${id}`
  const { data: list, error } = useQuery({
    queryKey: ['catalogue', county, programme, id, on],
    queryFn: () => call<CatalogueView>(`${path}${queryOf(on === '' ? {} : { on })}`),
  })
  return (
    <section aria-labelledby={`list-${id}`}>
      <h2 id={`list-${id}`}>{title}</h2>
      <div className="list-bar">
        <label>
          哪一天的{' '}
          <input
            className="field-input"
            type="date"
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
        <label>
          含有的字{' '}
          <input
            className="field-input"
            type="search"
            value={words}
            maxLength={200}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {list === undefined ? null : (
          <a href={list.href} target="_blank" rel="noreferrer">
            公开页面和手册
          </a>
        )}
      </div>
      {error ? <ProblemBox error={error} /> : null}
      {list === undefined ? (
        error ? null : (
          <Waiting rows={8} />
        )
      ) : (
        <>
          <Versions list={list} />
          <Entries list={list} words={words} />
        </>
      )}
    </section>
  )
}

function Versions({ list: { versions, changes } }: { readonly list: CatalogueView }) {
  if (versions.length === 0) return null
  return (
    <div className="card table-holder">
      <table className="cases">
        <caption className="visually-hidden">版本和调整</caption>
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">施行</th>
            <th scope="col">停止</th>
            <th scope="col" className="figure">
              事项
            </th>
            <th scope="col">这一天起的调整</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ name, from, until, count, clause }) => (
            <tr key={from}>
              <th scope="row">{name}</th>
              <td data-label="施行">{from}</td>
              <td data-label="停止">{until ?? '现行'}</td>
              <td className="figure" data-label="事项">
                {count}
              </td>
              <td data-label="这一天起的调整">
                {changes
                  .filter((change) => change.from === from)
                  .map(({ number, kind, before, after, cause }) => (
                    <p key={number}>
                      {number}　{kind}：
                      {[before.join('、'), after.join('、')].filter((one) => one !== '').join(' → ')}（{cause}
                      ）
                    </p>
                  ))}
              </td>
              <td data-label="出处">
                <Clause clause={clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Entries({
  list: { columns, entries, on },
  words,
}: {
  readonly list: CatalogueView
  readonly words: string
}) {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  const shown = entries.filter(({ entry }) => {
    const texts = columns.map(({ field, choices }) => cellOf(entry[field], choices))
    return wanted.every((word) => texts.some((text) => text.includes(word)))
  })
  if (entries.length === 0) {
    return (
      <div className="card">
        <Empty>{on}还没有公布这份清单。公布后，各项会列在这里。</Empty>
      </div>
    )
  }
  return (
    <div className="card table-holder">
      <p role="status" className="list-foot small secondary">
        {on} 共 {entries.length} 项{shown.length === entries.length ? '' : `，选出 ${shown.length} 项`}
      </p>
      <table className="cases">
        <caption className="visually-hidden">清单各项</caption>
        <thead>
          <tr>
            {columns.map(({ field, label }) => (
              <th key={field} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ entry, clause }) => (
            <tr key={columns.map(({ field, choices }) => cellOf(entry[field], choices)).join(' ')}>
              {columns.map(({ field, label, choices }) => (
                <td key={field} data-label={label}>
                  {cellOf(entry[field], choices)}
                </td>
              ))}
              <td data-label="出处">
                <Clause clause={clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
