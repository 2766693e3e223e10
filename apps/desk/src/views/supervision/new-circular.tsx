import type { DoneView, DraftCircularBody } from '@luoshi/client'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { screens } from '../../addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import type { ViewProps } from '../views.ts'
import '../../styles/form.css'

/** Drafts a circular from the data of a stretch of time; its case then carries it through editing and issue. */
export function NewCircular({ programme }: ViewProps) {
  const county = useCounty()
  const [, go] = useLocation()
  const [values, setValues] = useState<DraftCircularBody>({ number: '', subject: '', from: '', until: '' })
  const key = useRef(crypto.randomUUID())
  const draft = useMutation({
    mutationFn: () =>
      call<DoneView>(`/api/v1/${county}/supervision/circulars`, {
        method: 'POST',
        body: values,
        key: key.current,
      }),
    onSuccess: ({ case: { id } }) => go(screens.case({ programme, procedure: 'circular', id })),
    onError: () => {
      key.current = crypto.randomUUID()
    },
  })
  const isReady = Object.values(values).every((value) => value.trim() !== '')
  return (
    <form
      className="card form-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) draft.mutate()
      }}
    >
      <p className="secondary">
        按所选时段应办结的任务起草：总体情况、各单位排名、表扬、逾期任务。起草后可以修改，送审后由负责人签发。
      </p>
      <ProblemBox error={draft.error} title="没有起草" />
      <div className="fields">
        {fields.map(({ name, label, type, help }) => (
          <Field
            key={name}
            {...{ label, type, help }}
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      <div className="form-actions">
        <button type="submit" className="button main" disabled={!isReady || draft.isPending}>
          {draft.isPending ? '正在起草' : '起草通报'}
        </button>
      </div>
    </form>
  )
}

const fields = [
  { name: 'number', label: '通报编号', type: 'text', help: '如 2026-11' },
  { name: 'subject', label: '通报事项', type: 'text', help: '如 2026年11月重点任务' },
  { name: 'from', label: '起', type: 'date', help: '' },
  { name: 'until', label: '止', type: 'date', help: '' },
] as const

interface FieldProps {
  readonly label: string
  readonly type: 'text' | 'date'
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ label, type, help, value, onChange }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-body">
        <input
          id={id}
          className="field-input"
          type={type}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {help !== '' && <p className="small secondary">{help}</p>}
      </div>
    </div>
  )
}
