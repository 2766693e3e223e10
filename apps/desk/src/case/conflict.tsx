import { useQueryClient } from '@tanstack/react-query'
import { caseQueryKey, useHistory } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { momentText } from '../words/dates.ts'
import { type CaseProps, useCaseFields } from './case-detail.tsx'
import { ChangeList } from './change-list.tsx'

/** Someone was quicker: who, when, and what they changed since this was opened. Nothing was overwritten. */
export function Conflict({ caseKey, found, keep }: CaseProps & { readonly keep: () => void }) {
  const county = useCounty()
  const queries = useQueryClient()
  const { data: history } = useHistoryAfresh(caseKey)
  const fields = useCaseFields(caseKey)
  const since = history?.filter(({ sequence }) => sequence > found.version) ?? []
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
function useHistoryAfresh(caseKey: CaseProps['caseKey']) {
  const { data, isFetchedAfterMount } = useHistory(caseKey, 'always')
  return { data: isFetchedAfterMount ? data : undefined }
}
