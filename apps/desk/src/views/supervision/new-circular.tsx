import type { CircularDraftView, DoneView, DraftCircularBody, OrdersView } from '@luoshi/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { screens } from '../../addresses.ts'
import { call } from '../../api/call.ts'
import { newKey } from '../../api/new-key.ts'
import { useUnits } from '../../api/queries.ts'
import { useCounty } from '../../api/session-context.ts'
import { InputField } from '../../form/form-field.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import type { ViewProps } from '../views.ts'
import '../../styles/supervision.css'

/** Drafts a circular from the data of a stretch of time; its case then carries it through editing and issue. */
export function NewCircular({ programme }: ViewProps) {
  const county = useCounty()
  const [, go] = useLocation()
  const [values, setValues] = useState({ number: '', subject: '', from: '', until: '' })
  const [documents, setDocuments] = useState<readonly string[]>([])
  const [units, setUnits] = useState<readonly string[]>([])
  const key = useRef(newKey())
  const draft = useMutation({
    mutationFn: () => {
      const body: DraftCircularBody = { ...values, documents, units }
      const path = `/api/v1/${county}/supervision/circulars`
      return call<DoneView>(path, { method: 'POST', body, key: key.current })
    },
    onSuccess: ({ case: { id } }) => go(screens.case({ programme, procedure: 'circular', id })),
    onError: () => {
      key.current = newKey()
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
        按所选时段应办结的任务起草：总体情况、各单位排名、表扬、超期任务。起草后可以修改，送审后由负责人签发；每次修改都留有前后版本。
      </p>
      <ProblemBox error={draft.error} title="没有起草" />
      <div className="fields">
        {fields.map(({ name, label, type, help }) => (
          <InputField
            key={name}
            {...{ label, type, help }}
            value={values[name]}
            change={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <Documents chosen={documents} onChange={setDocuments} />
        <Units chosen={units} onChange={setUnits} />
      </div>
      <Preview {...{ ...values, documents, units }} />
      <div className="form-actions">
        <button type="submit" className="button main" disabled={!isReady || draft.isPending}>
          {draft.isPending ? '正在起草' : '起草通报'}
        </button>
      </div>
    </form>
  )
}

interface ChosenProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Documents(props: ChosenProps) {
  const county = useCounty()
  const { data: orders = [] } = useQuery({
    queryKey: ['supervision', county, 'orders'],
    queryFn: () => call<readonly OrdersView[]>(`/api/v1/${county}/supervision/orders`),
  })
  const choices = orders
    .filter(({ confirmed }) => confirmed > 0)
    .map(({ document, title }) => ({ value: document, label: `${title}（${document}）` }))
  return <Several label="哪些文件的任务" all="全部文件" choices={choices} {...props} />
}

function Units(props: ChosenProps) {
  const { data: units = [] } = useUnits()
  const choices = units.map(({ id, name }) => ({ value: id, label: name }))
  return <Several label="哪些机构" all="全部机构" choices={choices} {...props} />
}

interface SeveralProps extends ChosenProps {
  readonly label: string
  /** What it says where none is chosen. */
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

function Several({ label, all, choices, chosen, onChange }: SeveralProps) {
  return (
    <details className="several">
      <summary>
        {label}：{chosen.length === 0 ? all : `选定 ${chosen.length} 个`}
      </summary>
      <ul>
        {choices.map(({ value, label: name }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />{' '}
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What it would say, before it is drafted. */
function Preview({ from, until, documents = [], units = [] }: Omit<DraftCircularBody, 'number' | 'subject'>) {
  const county = useCounty()
  const query = new URLSearchParams([
    ['from', from],
    ['until', until],
    ...documents.map((document) => ['document', document]),
    ...units.map((unit) => ['unit', unit]),
  ]).toString()
  const { data, error } = useQuery({
    queryKey: ['supervision', county, 'circular-draft', query],
    queryFn: () => call<CircularDraftView>(`/api/v1/${county}/supervision/circular-draft?${query}`),
    enabled: from !== '' && until !== '' && from <= until,
  })
  if (error) return <ProblemBox error={error} />
  if (data === undefined) return null
  const parts = [
    ['总体情况', data.overview],
    ['各单位排名', data.ranking],
    ['表扬', data.praised],
    ['超期任务', data.late],
  ] as const
  return (
    <section className="preview" aria-label="预览" aria-live="polite">
      <dl>
        {parts.map(([label, text]) =>
          text === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

const fields = [
  { name: 'number', label: '通报编号', type: 'text', help: '如 2026-11' },
  { name: 'subject', label: '通报事项', type: 'text', help: '如 2026年11月重点任务' },
  { name: 'from', label: '起', type: 'date', help: '' },
  { name: 'until', label: '止', type: 'date', help: '' },
] as const
