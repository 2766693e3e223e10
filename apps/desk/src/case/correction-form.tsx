import type { CorrectBody, DoneView } from '@luoshi/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { screens } from '../addresses.ts'
import { api } from '../api/addresses.ts'
import { Refusal } from '../api/call.ts'
import { caseQueryKey } from '../api/queries.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { personalNames, readDraft, useDraft, type Values } from '../form/draft.ts'
import { FieldsForm, fieldId } from '../form/fields-form.tsx'
import { useSend } from '../outbox/use-send.ts'
import { ProblemBox } from '../parts/problem.tsx'
import type { FieldView } from '../schema/field-view.ts'
import type { CaseProps } from './case-detail.tsx'
import { Conflict } from './conflict.tsx'

interface CorrectionFormProps extends CaseProps {
  readonly fields: readonly FieldView[]
  readonly close: () => void
}

/** Under what the reason stands in a draft; no field is named so. */
const REASON = '理由'

/** Puts wrong data right, with a reason. Only what was touched is sent; what stood before stays in the log. */
export function CorrectionForm({ caseKey, found, fields, close }: CorrectionFormProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const { officer } = useSession()
  const draftKey = `luoshi-draft/${officer.id}/${found.id}/correction`
  const [draft] = useState(() => readDraft(draftKey) ?? {})
  const { [REASON]: draftedReason = '', ...drafted } = draft
  const masked = new Set(found.maskedFields)
  const offered = fields.filter(({ name }) => found.correctable.includes(name))
  const before: Values = Object.fromEntries(
    offered.map(({ name }) => [name, masked.has(name) ? undefined : found.data[name]]),
  )
  // Only what was touched: what a colleague put right meanwhile shows as they left it, and is not sent back.
  const [touched, setTouched] = useState<Values>(drafted)
  const values: Values = { ...before, ...touched }
  const [reason, setReason] = useState(String(draftedReason))
  const changes = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && !isSame(value, before[name])),
  )
  const isBegun = Object.keys(changes).length > 0 || reason !== ''
  const dropDraft = useDraft(draftKey, fields, { ...changes, [REASON]: reason }, isBegun)
  const correct = useSend<DoneView>({
    title: `${found.title}：更正`,
    path: `${api.case(county, caseKey)}/corrections`,
    version: found.version,
    screen: screens.case(caseKey),
    case: caseKey,
  })
  const send = () => {
    const body: CorrectBody = { changes, reason: reason.trim() }
    const draft = { key: draftKey, values: { ...changes, [REASON]: reason }, personal: personalNames(fields) }
    correct.mutate(
      { body: { ...body }, draft },
      {
        onSuccess: (delivered) => {
          if (delivered.kind === 'done') {
            queries.setQueryData(caseQueryKey(county, caseKey), delivered.answer.case)
          }
          dropDraft('sent')
          close()
        },
      },
    )
  }
  const refused = correct.error instanceof Refusal ? correct.error : null
  const isReady = Object.keys(changes).length > 0 && reason.trim() !== ''
  return (
    <form
      className="act card"
      aria-label="更正"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) send()
      }}
    >
      {refused?.isConflict ? (
        <Conflict caseKey={caseKey} version={found.version} keep={() => correct.reset()} />
      ) : (
        <ProblemBox
          error={correct.error}
          title="没有更正"
          fieldIdOf={({ path }) => (path.length > 0 ? fieldId('correct', path.at(-1)) : undefined)}
        />
      )}
      <FieldsForm
        fields={offered.map((field) => ({
          ...field,
          isRequired: field.isRequired && !masked.has(field.name),
        }))}
        values={values}
        onChange={(next) => setTouched(differing(next, before, touched))}
        issues={refused?.issues ?? []}
        idPrefix="correct"
        procedureKey={caseKey}
      />
      <div className="field">
        <label htmlFor="correct-reason">更正理由</label>
        <textarea
          id="correct-reason"
          className="field-input"
          rows={2}
          aria-required="true"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="form-actions">
        <button type="submit" className="button main" disabled={!isReady || correct.isPending}>
          更正 {Object.keys(changes).length} 项
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            dropDraft('unwanted')
            close()
          }}
        >
          不更正
        </button>
        <span className="small secondary">原来的内容留在办理经过里。个人信息不显示，要改时填写新的。</span>
      </div>
    </form>
  )
}

/** What of a form was changed, or was changed before and put back. */
function differing(next: Values, before: Values, touched: Values): Values {
  const isKept = ([name, value]: readonly [string, unknown]) =>
    Object.hasOwn(touched, name) || !isSame(value, before[name])
  return Object.fromEntries(Object.entries(next).filter(isKept))
}

function isSame(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other)
}
