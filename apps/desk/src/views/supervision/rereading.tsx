import type {
  DecideDifferenceBody,
  DifferenceDecidedView,
  ReadingDifferenceView,
  RereadingView,
} from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { inDesk } from './duty-words.tsx'
import '../../styles/list.css'
import '../../styles/form.css'
import '../../styles/supervision.css'

const kinds = {
  added: { word: '新增', says: '重读有，台账没有' },
  changed: { word: '变化', says: '重读与台账不同' },
  gone: { word: '消失', says: '台账有，重读没有' },
} as const

/** What a gazette that was read again has otherwise: the clerk takes each over or not, with a reason that is kept. */
export function Rereading({ programme }: ViewProps) {
  const county = useCounty()
  const { data, error } = useQuery({
    queryKey: ['supervision', county, 'rereading'],
    queryFn: () => call<RereadingView>(`/api/v1/${county}/supervision/rereading`),
  })
  if (error) return <ProblemBox error={error} />
  if (data === undefined) return <Waiting rows={8} />
  const decisions = screens.list({ programme, procedure: 'reading-decisions' })
  const byDocument = Map.groupBy(data.rows, ({ document }) => document)
  return (
    <>
      <p className="secondary">
        公报重读不会改动已经列入的任务。不同之处列在这里，逐项决定采用或者不采用，理由记入
        <Link href={decisions}>重读差异处理台账</Link>。
      </p>
      {data.rows.length === 0 && (
        <div className="card">
          <Empty>重读与台账没有待处理的不同。</Empty>
        </div>
      )}
      {data.all > data.rows.length && (
        <p>
          共 {data.all} 项，列出前 {data.rows.length} 项，处理后列出其余的。
        </p>
      )}
      {[...byDocument].map(([document, rows]) => (
        <section key={document}>
          <h2 className="section-title">
            {rows[0]?.noticeTitle} <span className="small secondary">{document}</span>
          </h2>
          {rows.map((row) => (
            <Difference key={row.number} row={row} />
          ))}
        </section>
      ))}
    </>
  )
}

function Difference({ row }: { readonly row: ReadingDifferenceView }) {
  const county = useCounty()
  const queries = useQueryClient()
  const id = useId()
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (decision: DecideDifferenceBody['decision']) => {
      const body: DecideDifferenceBody = { number: row.number, decision, reason: reason.trim() }
      return call<DifferenceDecidedView>(`/api/v1/${county}/supervision/rereading`, { method: 'POST', body })
    },
    onSuccess: () => {
      for (const name of ['supervision', 'cases', 'case'])
        queries.invalidateQueries({ queryKey: [name, county] })
    },
  })
  const { word, says } = kinds[row.kind]
  const isReady = reason.trim() !== '' && !decide.isPending
  return (
    <article className="card difference">
      <p>
        <span className="standing soon">{word}</span>{' '}
        <strong>{row.href === null ? row.title : <Link href={inDesk(row.href)}>{row.title}</Link>}</strong>{' '}
        <span className="small secondary">
          {says}
          {row.stateTitle !== null && `；任务${row.stateTitle}`}
        </span>
      </p>
      {row.differences.length > 0 && (
        <table className="sides">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">台账</th>
              <th scope="col">重读</th>
            </tr>
          </thead>
          <tbody>
            {row.differences.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label="台账">{before === '' ? '—' : before}</td>
                <td data-label="重读">{after === '' ? '—' : after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ProblemBox error={decide.error} title="没有处理" />
      <div className="decide no-print">
        <label htmlFor={id}>理由</label>
        <input
          id={id}
          className="field-input"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button
          type="button"
          className="button main"
          disabled={!isReady}
          onClick={() => decide.mutate('taken')}
        >
          采用重读
        </button>
        <button type="button" className="button" disabled={!isReady} onClick={() => decide.mutate('refused')}>
          不采用
        </button>
      </div>
    </article>
  )
}
