import type { CorrectBody, DoneView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../api/addresses.ts'
import { call, Refusal } from '../api/call.ts'
import { caseQueryKey } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import type { Values } from '../form/draft.ts'
import { FieldsForm, fieldId } from '../form/fields-form.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import type { FieldView } from '../schema/field-view.ts'
import type { CaseProps } from './case-detail.tsx'
import { Conflict } from './conflict.tsx'

interface CorrectionFormProps extends CaseProps {
  readonly fields: readonly FieldView[]
  readonly close: () => void
}

/** Puts wrong data right, with a reason. Only what was touched is sent; what stood before stays in the log. */
export function CorrectionForm({ caseKey, found, fields, close }: CorrectionFormProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const key = useRef(crypto.randomUUID())
  const masked = new Set(found.maskedFields)
  const offered = fields.filter(({ name }) => Object.hasOwn(found.data, name))
  const before: Values = Object.fromEntries(
    offered.map(({ name }) => [name, masked.has(name) ? undefined : found.data[name]]),
  )
  const [values, setValues] = useState<Values>(before)
  const [reason, setReason] = useState('')
  const changes = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && !isSame(value, before[name])),
  )
  const correct = useMutation({
    mutationFn: () =>
      call<DoneView>(`${api.case(county, caseKey)}/corrections`, {
        method: 'POST',
        body: { changes, reason: reason.trim() } satisfies CorrectBody,
        version: found.version,
        key: key.current,
      }),
    onSuccess: ({ case: after }) => {
      queries.setQueryData(caseQueryKey(county, caseKey), after)
      for (const name of ['cases', 'case']) queries.invalidateQueries({ queryKey: [name, county] })
      close()
    },
    onError: () => {
      key.current = crypto.randomUUID()
    },
  })
  const refused = correct.error instanceof Refusal ? correct.error : null
  const isReady = Object.keys(changes).length > 0 && reason.trim() !== ''
  return (
    <form
      className="act card"
      aria-label="更正"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) correct.mutate()
      }}
    >
      {refused?.isConflict ? (
        <Conflict {...{ caseKey, found }} keep={() => correct.reset()} />
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
        onChange={setValues}
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
        <button type="button" className="button" onClick={close}>
          不更正
        </button>
        <span className="small secondary">原来的内容留在办理经过里。个人信息不显示，要改时填写新的。</span>
      </div>
    </form>
  )
}

function isSame(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other)
}
