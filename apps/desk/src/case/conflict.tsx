import { useQueryClient } from '@tanstack/react-query'
import type { CaseKey } from '../api/addresses.ts'
import { caseQueryKey, useHistory } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { momentText } from '../words/dates.ts'
import { useCaseFields } from './case-detail.tsx'
import { ChangeList } from './change-list.tsx'

interface ConflictProps {
  readonly caseKey: CaseKey
  /** Version that was seen when the form was opened. */
  readonly version: number
  /** Goes on with what was filled in, on the case as it is now. */
  readonly keep: () => void
}

/** Someone was quicker: who, when, and what they changed since this was opened. Nothing was overwritten. */
export function Conflict({ caseKey, version, keep }: ConflictProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const { data: history } = useHistoryAfresh(caseKey)
  const fields = useCaseFields(caseKey)
  const since = history?.filter(({ sequence }) => sequence > version) ?? []
  const look = () => {
    queries.invalidateQueries({ queryKey: caseQueryKey(county, caseKey) })
    keep()
  }
  return (
    <div className="problem mild" role="alert">
      <p className="problem-title">您打开之后，他人已办理过：您这次没有办成，也没有覆盖任何内容。</p>
      <ul>
        {since.map(({ sequence, actor, at, actionTitle, changes, reason }) => (
          <li key={sequence}>
            {actor.name} {momentText(at)} {actionTitle}
            {reason !== null && `，理由：${reason}`}
            <ChangeList {...{ changes, fields }} />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={look}>
          看现在的情况，保留我填的
        </button>
      </p>
    </div>
  )
}

/** The log as it is now, not as it was when the case was opened. */
function useHistoryAfresh(caseKey: CaseKey) {
  const { data, isFetchedAfterMount } = useHistory(caseKey, 'always')
  return { data: isFetchedAfterMount ? data : undefined }
}
