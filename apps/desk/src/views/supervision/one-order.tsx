import type { EnterProposalsBody, EnterProposalsView, OrderDetailView, ProposalView } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { DutyPages } from './duty-pages.tsx'
import { columns } from './order-columns.ts'

/** One notice: its counts, what it orders that nobody carries, and its duties. */
export function OneOrder({ document }: { readonly document: string }) {
  const county = useCounty()
  const { data: order, error } = useQuery({
    queryKey: ['supervision', county, 'order', document],
    queryFn: () => call<OrderDetailView>(`/api/v1/${county}/supervision/order${queryOf({ document })}`),
  })
  if (error) return <ProblemBox error={error} />
  if (order === undefined) return <Waiting rows={10} />
  return (
    <>
      <h2>
        <a href={order.href}>{order.title}</a> <span className="secondary small">{document}</span>
      </h2>
      <dl className="totals">
        {columns.map(({ label, of }) => (
          <div key={label} className="card">
            <dt className="secondary">{label}</dt>
            <dd className="figures">{of(order)}</dd>
          </div>
        ))}
      </dl>
      <div className="list-foot no-print">
        <Link href={`${screens.view('supervision', 'arrange')}${queryOf({ document })}`}>拆分与合并</Link>
        <Link href={screens.view('supervision', 'rereading')}>公报重读差异</Link>
      </div>
      <h2 className="section-title">无人承办的要求</h2>
      <Proposals proposals={order.open} />
      <h2 className="section-title">任务</h2>
      {order.duties.rows.length === 0 ? (
        <div className="card">
          <Empty>还没有确认的任务。</Empty>
        </div>
      ) : (
        <DutyPages caption={`${order.title}的任务`} of={{ document }} first={order.duties} />
      )}
    </>
  )
}

function Proposals({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const enter = useEnter()
  const toggle = (number: string, isChosen: boolean) => {
    const next = new Set(chosen)
    isChosen ? next.add(number) : next.delete(number)
    setChosen(next)
  }
  const send = (confirm: boolean) =>
    enter.mutate({ numbers: [...chosen], confirm }, { onSuccess: () => setChosen(new Set()) })
  if (proposals.length === 0) {
    return (
      <div className="card">
        <Entered result={enter.data} />
        <Empty>每一项都有人承办，或者由制度承办。</Empty>
      </div>
    )
  }
  return (
    <div className="card">
      <ProblemBox error={enter.error} title="没有列为任务" />
      <Entered result={enter.data} />
      <ul className="proposals">
        {proposals.map((proposal) => (
          <li key={proposal.number}>
            <label className="tick">
              <input
                type="checkbox"
                aria-label={`选择${proposal.title}`}
                checked={chosen.has(proposal.number)}
                onChange={(event) => toggle(proposal.number, event.target.checked)}
              />
            </label>
            <div>
              <p>
                <strong>{proposal.title}</strong> <Clause clause={proposal.clause} />
              </p>
              <p className="small">{proposal.text}</p>
              <p className="small secondary">
                {proposal.units.length === 0 ? '原文没有写明责任单位' : proposal.units.join('、')}；
                {proposal.day}
                {proposal.isEntered && '；已列入，待确认'}
              </p>
              <button
                type="button"
                className="button small no-print"
                aria-label={`确认${proposal.title}`}
                disabled={enter.isPending}
                onClick={() => enter.mutate({ numbers: [proposal.number], confirm: true })}
              >
                确认这一项
              </button>
            </div>
          </li>
        ))}
      </ul>
      <div className="list-foot no-print">
        <button
          type="button"
          className="button"
          onClick={() => setChosen(new Set(proposals.map(({ number }) => number)))}
        >
          全部选择
        </button>
        <button
          type="button"
          className="button main"
          disabled={chosen.size === 0 || enter.isPending}
          onClick={() => send(true)}
        >
          {enter.isPending ? '正在办理' : `确认为任务 ${chosen.size} 项`}
        </button>
        <button
          type="button"
          className="button"
          disabled={chosen.size === 0 || enter.isPending}
          onClick={() => send(false)}
        >
          只列入，待确认 {chosen.size} 项
        </button>
      </div>
    </div>
  )
}

function useEnter() {
  const county = useCounty()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: EnterProposalsBody) =>
      call<EnterProposalsView>(`/api/v1/${county}/supervision/proposals`, { method: 'POST', body }),
    onSuccess: () => {
      for (const name of ['supervision', 'cases', 'my-day'])
        queries.invalidateQueries({ queryKey: [name, county] })
    },
  })
}

/** What became of those that were sent, also where none is left. */
function Entered({ result }: { readonly result: EnterProposalsView | undefined }) {
  if (result === undefined) return null
  return (
    <div className="list-foot" role="status">
      {result.confirmed > 0
        ? `确认 ${result.confirmed} 项，可以交办。`
        : `列入 ${result.entered} 项，待确认。`}
      {result.refused.length > 0 && `没有列入 ${result.refused.length} 项：${result.refused.join('；')}`}
    </div>
  )
}
