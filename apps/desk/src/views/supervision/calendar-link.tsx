import type { NewToken, NewTokenRequest } from '@luoshi/client'
import { useMutation } from '@tanstack/react-query'
import { api, queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'

/** Days for which the link holds. */
const DAYS = 366

interface CalendarLinkProps {
  /** Of which unit; without one, of all units in which whoever asks holds a post. */
  readonly unit?: string
  readonly label: string
}

/** A link with which a calendar program shows what is due: it carries a token that reads duties and nothing else. */
export function CalendarLink({ unit, label }: CalendarLinkProps) {
  const county = useCounty()
  const make = useMutation({
    mutationFn: () => {
      const scopes = [{ programme: 'supervision', procedure: 'duty', may: 'read' }] as const
      const body: NewTokenRequest = { label: '任务日历订阅', days: DAYS, scopes }
      return call<NewToken>(api.tokens, { method: 'POST', body })
    },
  })
  const address = (token: string) =>
    `${location.origin}/calendar/${county}/supervision/duty.ics${queryOf({ ...(unit === undefined ? { whose: 'own' } : { unit }), token })}`
  return (
    <div className="no-print">
      <ProblemBox error={make.error} title="没有生成链接" />
      {make.data === undefined ? (
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {label}
        </button>
      ) : (
        <p className="problem mild" role="status">
          把这个链接加进手机或电脑的日历，一年内有效；不要转给他人，停用在“设置”里：
          <code className="token">{address(make.data.token)}</code>
        </p>
      )}
    </div>
  )
}
