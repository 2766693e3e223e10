import type { HistoryEntry } from '@luoshi/client'
import type { CaseKey } from '../api/addresses.ts'
import { useHistory } from '../api/queries.ts'
import { Clause } from '../parts/clause.tsx'
import { PartTitle } from '../parts/part-title.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { Waiting } from '../parts/waiting.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { momentText } from '../words/dates.ts'
import { type CaseProps, useCaseFields } from './case-detail.tsx'
import { ChangeList } from './change-list.tsx'
import { FileList } from './file-list.tsx'

/** The log: who, when, what changed, why; the newest first. */
export function History({ caseKey }: CaseProps) {
  const { data: history, error } = useHistory(caseKey)
  const fields = useCaseFields(caseKey)
  return (
    <section className="case-part">
      <PartTitle>办理经过</PartTitle>
      <ProblemBox error={error} />
      {history === undefined && error === null && <Waiting rows={3} />}
      <ol className="history">
        {history?.toReversed().map((entry) => (
          <Entry key={entry.sequence} {...{ caseKey, entry, fields }} />
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  readonly caseKey: CaseKey
  readonly entry: HistoryEntry
  readonly fields: readonly FieldView[]
}

function Entry({ caseKey, entry, fields }: EntryProps) {
  const { actor, at, actionTitle, changes, reason, materials, attachments, verdicts, clause, digest } = entry
  return (
    <li>
      <p>
        <strong>{actionTitle}</strong> <span>{actor.name}</span>{' '}
        <span className="secondary figures">{momentText(at)}</span>
      </p>
      {reason !== null && <p>理由：{reason}</p>}
      {materials.length > 0 && (
        <p>
          材料：
          {materials
            .map((title) => (attachments.some((one) => one.title === title) ? title : `${title}（纸质）`))
            .join('、')}
        </p>
      )}
      {attachments.map(({ title, files }) => (
        <FileList key={title} {...{ caseKey, files }} />
      ))}
      {entry.kind === 'opening' ? (
        <details>
          <summary className="small">登记的内容</summary>
          <ChangeList {...{ changes, fields }} />
        </details>
      ) : (
        <ChangeList {...{ changes, fields }} />
      )}
      {verdicts.length > 0 && (
        <ul className="small">
          {verdicts.map((verdict) => (
            <li key={`${verdict.title} ${verdict.reasons.join()}`}>
              {verdict.title}：{verdict.reasons.join('；') || verdict.outcome}{' '}
              <Clause clause={verdict.clause} />
            </li>
          ))}
        </ul>
      )}
      <p className="small secondary">
        <Clause clause={clause} /> <span title={`SM3 ${digest}`}>校验码 {digest.slice(0, 8)}</span>
      </p>
    </li>
  )
}
