import type { OwnSession } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/addresses.ts'
import { call, signInAddress } from '../api/call.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { momentText } from '../words/dates.ts'

/** Where the officer is signed in; each can be ended, or all at once. */
export function OwnSessions() {
  const queries = useQueryClient()
  const { data: sessions, error } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => call<readonly OwnSession[]>(api.sessions),
  })
  const end = useMutation({
    mutationFn: (id: string) => call<void>(`${api.sessions}/${id}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['own-sessions'] }),
  })
  const endAll = useMutation({
    mutationFn: () => call<void>(api.sessions, { method: 'DELETE' }),
    onSuccess: () => location.assign(signInAddress()),
  })
  return (
    <section className="card form-page">
      <h2>登录</h2>
      <ProblemBox error={error ?? end.error ?? endAll.error} />
      {sessions === undefined && error === null && <Waiting rows={2} />}
      <ul className="own-list">
        {sessions?.map(({ id, isThis, agent, address, opened, latest }) => (
          <li key={id}>
            <span>
              {browserName(agent)}，{address}
              {isThis && <strong>（本次）</strong>}
              <span className="secondary small">
                {' '}
                {momentText(opened)}登录，最近使用{momentText(latest)}
              </span>
            </span>
            {!isThis && (
              <button
                type="button"
                className="button"
                disabled={end.isPending}
                onClick={() => end.mutate(id)}
              >
                退出这一处
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="button" disabled={endAll.isPending} onClick={() => endAll.mutate()}>
          全部退出，重新登录
        </button>
      </div>
    </section>
  )
}

/** Browsers as people call them, the more particular first: most also call themselves Chrome and Safari. */
const BROWSERS = [
  ['MicroMessenger', '微信'],
  ['Edg/', 'Edge 浏览器'],
  ['Firefox/', '火狐浏览器'],
  ['Chrome/', 'Chrome 浏览器'],
  ['Safari/', 'Safari 浏览器'],
] as const

function browserName(agent: string): string {
  const name = BROWSERS.find(([sign]) => agent.includes(sign))?.[1] ?? '浏览器'
  return /Mobile|Android|iPhone/.test(agent) ? `手机上的${name}` : name
}
