import type { NewToken, NewTokenRequest, OwnToken, ProgrammeSummary } from '@luoshi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { dayText } from '../words/dates.ts'

const mayWords = { read: '读', act: '读和办' } as const

/** Tokens with which other systems act in the officer's name, each within its scope and until a day. */
export function OwnTokens() {
  const queries = useQueryClient()
  const { data: tokens = [], error } = useQuery({
    queryKey: ['own-tokens'],
    queryFn: () => call<readonly OwnToken[]>(api.tokens),
  })
  const { data: programmes = [] } = useProgrammes()
  const [made, setMade] = useState<NewToken | null>(null)
  const again = () => queries.invalidateQueries({ queryKey: ['own-tokens'] })
  const end = useMutation({
    mutationFn: (id: string) => call<void>(`${api.tokens}/${id}`, { method: 'DELETE' }),
    onSettled: again,
  })
  return (
    <section className="card form-page">
      <h2>接口令牌</h2>
      <p className="secondary small">
        供其他系统以您的名义、在限定范围内读取或办理。令牌只在生成时显示一次。
      </p>
      <ProblemBox error={error ?? end.error} />
      {made !== null && (
        <p className="problem mild" role="status">
          “{made.label}”的令牌，请现在抄下：<code className="token">{made.token}</code>
        </p>
      )}
      <ul className="own-list">
        {tokens.map((token) => (
          <li key={token.id}>
            <span>
              {token.label}
              <span className="secondary small">
                {' '}
                {token.scopes.map((scope) => scopeText(scope, programmes)).join('；')}，至
                {dayText(token.ends)}止
              </span>
            </span>
            <button
              type="button"
              className="button"
              disabled={end.isPending}
              onClick={() => end.mutate(token.id)}
            >
              停用
            </button>
          </li>
        ))}
      </ul>
      <NewTokenForm
        programmes={programmes}
        done={(token) => {
          setMade(token)
          again()
        }}
      />
    </section>
  )
}

function scopeText(
  { programme, procedure, may }: OwnToken['scopes'][number],
  programmes: readonly ProgrammeSummary[],
): string {
  const known = programmes.find(({ id }) => id === programme)
  const part = known?.procedures.find(({ id }) => id === procedure)?.title
  return `${known?.title ?? '已取消的制度'}${part === undefined ? '' : `·${part}`}（${mayWords[may]}）`
}

interface NewTokenFormProps {
  readonly programmes: readonly ProgrammeSummary[]
  readonly done: (token: NewToken) => void
}

/** Days for which a token is made where nothing else is asked. */
const USUAL_DAYS = 90

function NewTokenForm({ programmes, done }: NewTokenFormProps) {
  const { posts } = useSession()
  const id = useId()
  const mine = programmes.filter((programme) => posts.some((post) => post.programme === programme.id))
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState('')
  const [may, setMay] = useState<'read' | 'act'>('read')
  const [days, setDays] = useState(String(USUAL_DAYS))
  const programme = chosen === '' ? (mine[0]?.id ?? '') : chosen
  const make = useMutation({
    mutationFn: (body: NewTokenRequest) => call<NewToken>(api.tokens, { method: 'POST', body }),
    onSuccess: (token) => {
      setLabel('')
      done(token)
    },
  })
  return (
    <form
      className="token-form"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ label, days: Number(days), scopes: [{ programme, procedure: null, may }] })
      }}
    >
      <ProblemBox error={make.error} title="令牌没有生成" />
      <span>
        <label htmlFor={`${id}-label`}>用途</label>
        <input
          id={`${id}-label`}
          className="field-input"
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </span>
      <span>
        <label htmlFor={`${id}-programme`}>制度</label>
        <select
          id={`${id}-programme`}
          className="field-input"
          value={programme}
          onChange={(event) => setChosen(event.target.value)}
        >
          {mine.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </span>
      <span>
        <label htmlFor={`${id}-may`}>可以</label>
        <select
          id={`${id}-may`}
          className="field-input"
          value={may}
          onChange={(event) => setMay(event.target.value === 'act' ? 'act' : 'read')}
        >
          <option value="read">读</option>
          <option value="act">读和办</option>
        </select>
      </span>
      <span>
        <label htmlFor={`${id}-days`}>有效天数</label>
        <input
          id={`${id}-days`}
          className="field-input"
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </span>
      <button
        type="submit"
        className="button"
        disabled={make.isPending || label.trim() === '' || programme === ''}
      >
        生成令牌
      </button>
    </form>
  )
}
