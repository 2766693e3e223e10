import type { PasswordChangeRequest, SessionView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/addresses.ts'
import { call, rememberCsrfToken } from '../api/call.ts'
import { InputField } from '../form/form-field.tsx'
import { ProblemBox } from '../parts/problem.tsx'

/** Another password; everywhere else the officer is signed out. */
export function OwnPassword() {
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: (body: PasswordChangeRequest) => call<SessionView>(api.password, { method: 'POST', body }),
    onSuccess: (session) => {
      rememberCsrfToken(session.csrfToken)
      queries.setQueryData(['session'], session)
      queries.invalidateQueries({ queryKey: ['own-sessions'] })
      setCurrent('')
      setNext('')
    },
  })
  return (
    <form
      className="card form-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (current !== '' && next !== '') change.mutate({ current, next })
      }}
    >
      <h2>口令</h2>
      <ProblemBox error={change.error} title="口令没有改" />
      {change.isSuccess && <p role="status">口令已改，其他地方的登录已退出。</p>}
      <div className="fields">
        <InputField
          label="原口令"
          type="password"
          autoComplete="current-password"
          value={current}
          change={setCurrent}
        />
        <InputField
          label="新口令"
          type="password"
          autoComplete="new-password"
          value={next}
          change={setNext}
        />
      </div>
      <div className="form-actions">
        <button
          type="submit"
          className="button main"
          disabled={change.isPending || current === '' || next === ''}
        >
          改口令
        </button>
      </div>
    </form>
  )
}
