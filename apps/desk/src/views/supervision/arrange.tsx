import type { ArrangeableView, MergeDutiesBody, RearrangedView } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { screens } from '../../addresses.ts'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import type { ViewProps } from '../views.ts'
import { inDesk } from './duty-words.tsx'
import { SplitDuty } from './split-duty.tsx'
import '../../styles/list.css'
import '../../styles/form.css'
import '../../styles/supervision.css'

/** The duties of one notice as a clerk puts them in order before they are given out: one into several, several into one. */
export function Arrange({ programme }: ViewProps) {
  const county = useCounty()
  const [here] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const document = asked.get('document') ?? ''
  const { data, error } = useQuery({
    queryKey: ['supervision', county, 'arrangeable', document],
    queryFn: () => call<ArrangeableView>(`/api/v1/${county}/supervision/arrangeable${queryOf({ document })}`),
  })
  if (error) return <ProblemBox error={error} />
  if (data === undefined) return <Waiting rows={8} />
  const back = `${screens.view(programme, 'orders')}${queryOf({ document })}`
  const split = data.rows.find(({ id }) => id === asked.get('split'))
  return (
    <>
      <h2>
        <Link href={back}>{document}</Link>
      </h2>
      {data.rows.length === 0 && (
        <div className="card">
          <Empty>这份文件没有待确认或者待交办的任务；已经交办的由承办机构分解。</Empty>
        </div>
      )}
      {split !== undefined && (
        <SplitDuty key={split.id} duty={split} back={`${here}${queryOf({ document })}`} />
      )}
      {split === undefined && data.rows.length > 0 && (
        <Merge rows={data.rows} splitAt={(id) => `${here}${queryOf({ document, split: id })}`} />
      )}
    </>
  )
}

interface MergeProps {
  readonly rows: ArrangeableView['rows']
  readonly splitAt: (id: string) => string
}

/** Those that are chosen end in one of them, whose content then has all of theirs. */
function Merge({ rows, splitAt }: MergeProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const merge = useMutation({
    mutationFn: (body: MergeDutiesBody) =>
      call<RearrangedView>(`/api/v1/${county}/supervision/merge`, { method: 'POST', body }),
    onSuccess: () => {
      setChosen([])
      setReason('')
      for (const name of ['supervision', 'cases', 'case'])
        queries.invalidateQueries({ queryKey: [name, county] })
    },
  })
  const stays = chosen.includes(into) ? into : (chosen[0] ?? '')
  const isReady = chosen.length > 1 && reason.trim() !== '' && !merge.isPending
  return (
    <div className="card">
      <p className="list-foot secondary">勾选两项以上可以合并，写明理由；一项任务可以拆分成几项。</p>
      <ProblemBox error={merge.error} title="没有合并" />
      {merge.data !== undefined && (
        <p className="list-foot" role="status">
          已合并，<Link href={inDesk(merge.data.hrefs[0] ?? '')}>看保留的任务</Link>
          。并错的可以在被并入的任务里恢复。
        </p>
      )}
      <ul className="proposals">
        {rows.map((row) => (
          <li key={row.id}>
            <label className="tick">
              <input
                type="checkbox"
                aria-label={`选择${row.title}`}
                checked={chosen.includes(row.id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                }
              />
            </label>
            <div>
              <p>
                <strong>
                  <Link href={inDesk(row.href)}>{row.title}</Link>
                </strong>{' '}
                <span className="small secondary">{row.stateTitle}</span> <Clause clause={row.clause} />
              </p>
              <p className="small">{row.content}</p>
              <Link className="button small" aria-label={`拆分${row.title}`} href={splitAt(row.id)}>
                拆分
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {chosen.length > 1 && (
        <div className="decide no-print">
          <label htmlFor="merge-into">保留</label>
          <select
            id="merge-into"
            className="field-input"
            value={stays}
            onChange={({ target }) => setInto(target.value)}
          >
            {rows
              .filter(({ id }) => chosen.includes(id))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
          <label htmlFor="merge-reason">理由</label>
          <input
            id="merge-reason"
            className="field-input"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <button
            type="button"
            className="button main"
            disabled={!isReady}
            onClick={() => merge.mutate({ into: stays, duties: chosen, reason: reason.trim() })}
          >
            合并 {chosen.length} 项
          </button>
        </div>
      )}
    </div>
  )
}
