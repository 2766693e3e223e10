import type { ActBody, ActionView, CaseView } from '@luoshi/client'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { newKey } from '../api/new-key.ts'
import { caseQueryKey } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import type { Values } from '../form/draft.ts'
import { FieldsForm } from '../form/fields-form.tsx'
import { checkFields } from '../schema/check-field.ts'
import { fieldsOf } from '../schema/field-view.ts'

/** Cases that are looked at before it is said what can be done with all of them. */
const MOST_AT_ONCE = 100

interface BulkBarProps {
  readonly procedureKey: ProcedureKey
  readonly selected: ReadonlySet<string>
  readonly clear: () => void
}

/** What can be done with all that are chosen: the actions that each of them allows. */
export function BulkBar({ procedureKey, selected, clear }: BulkBarProps) {
  if (selected.size === 0) return null
  if (selected.size > MOST_AT_ONCE) {
    return (
      <div className="bulk no-print">
        已选 {selected.size} 件，一次至多办理 {MOST_AT_ONCE} 件。
        <button type="button" className="button" onClick={clear}>
          取消选择
        </button>
      </div>
    )
  }
  return <Bulk {...{ procedureKey, clear }} ids={[...selected]} />
}

type Progress = { readonly done: number; readonly refused: readonly string[]; readonly isRunning: boolean }

function Bulk({
  procedureKey,
  ids,
  clear,
}: Omit<BulkBarProps, 'selected'> & { readonly ids: readonly string[] }) {
  const county = useCounty()
  const queries = useQueryClient()
  const cases = useQueries({
    queries: ids.map((id) => ({
      queryKey: caseQueryKey(county, { ...procedureKey, id }),
      queryFn: () => call<CaseView>(api.case(county, { ...procedureKey, id })),
    })),
  }).flatMap(({ data }) => (data === undefined ? [] : [data]))
  const [chosen, setChosen] = useState<string | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const common = cases.length === ids.length ? commonActions(cases) : null
  const action = common?.find(({ name }) => name === chosen)

  const run = async (body: ActBody) => {
    setProgress({ done: 0, refused: [], isRunning: true })
    const refused: string[] = []
    for (const [index, one] of cases.entries()) {
      const path = `${api.case(county, { ...procedureKey, id: one.id })}/actions/${chosen}`
      try {
        await call(path, { method: 'POST', body, version: one.version, key: newKey() })
      } catch (error) {
        refused.push(`${one.title}：${error instanceof Error ? error.message : '没有办成'}`)
      }
      setProgress({ done: index + 1, refused: [...refused], isRunning: index + 1 < cases.length })
    }
    setChosen(null)
    for (const name of ['cases', 'case', 'my-day', 'programmes'])
      queries.invalidateQueries({ queryKey: [name, county] })
  }
  return (
    <section className="bulk no-print" aria-label="成批办理">
      <span>已选 {ids.length} 件</span>
      {common?.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-expanded={name === chosen}
          onClick={() => setChosen(name === chosen ? null : name)}
        >
          {title}
        </button>
      ))}
      {common?.length === 0 && <span className="secondary">没有各件都能办理的事项。</span>}
      <button type="button" className="button plain" onClick={clear}>
        取消选择
      </button>
      {action !== undefined && (
        <BulkForm key={action.name} {...{ action, procedureKey }} count={ids.length} run={run} />
      )}
      {progress !== null && <BulkProgress progress={progress} total={ids.length} />}
    </section>
  )
}

function BulkProgress({ progress, total }: { readonly progress: Progress; readonly total: number }) {
  const { done, refused, isRunning } = progress
  return (
    <div className="bulk-progress" role="status">
      <progress max={total} value={done} aria-label="办理进度" />
      {isRunning
        ? `正在办理第 ${done + 1} 件`
        : `办成 ${done - refused.length} 件，没有办成 ${refused.length} 件。`}
      {refused.length > 0 && (
        <ul>
          {refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface BulkFormProps {
  readonly action: ActionView
  readonly procedureKey: ProcedureKey
  readonly count: number
  readonly run: (body: ActBody) => void
}

/** One form for all of them: each gets the same. */
function BulkForm({ action, procedureKey, count, run }: BulkFormProps) {
  const fields = fieldsOf(action.input)
  const [values, setValues] = useState<Values>({})
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const issues = isChecked ? checkFields(fields, values).map((issue) => ({ ...issue, clause: null })) : []
  return (
    <form
      className="act card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (checkFields(fields, values).length > 0) return
        run({ input: values, materials: [], reason: reason.trim() === '' ? null : reason.trim() })
      }}
    >
      <FieldsForm
        {...{ fields, values, issues, procedureKey }}
        onChange={setValues}
        idPrefix={`bulk-${action.name}`}
      />
      {action.needsReason && (
        <div className="field">
          <label htmlFor="bulk-reason">理由</label>
          <textarea
            id="bulk-reason"
            className="field-input"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <button type="submit" className="button main">
        {action.title} {count} 件
      </button>
    </form>
  )
}

/** The actions that every one of the cases allows. Those with materials are done one by one: each has its own papers. */
function commonActions(cases: readonly CaseView[]): readonly ActionView[] {
  const [first, ...others] = cases
  const allowed =
    first?.actions.filter(({ isAllowed, materials }) => isAllowed && materials.length === 0) ?? []
  return allowed.filter(({ name }) =>
    others.every(({ actions }) => actions.some((action) => action.name === name && action.isAllowed)),
  )
}
