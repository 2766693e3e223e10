import type { ActBody, ActionView, CaseView, DoneView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, type CaseKey } from '../api/addresses.ts'
import { call, Refusal } from '../api/call.ts'
import { caseQueryKey } from '../api/queries.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { ComputedFields } from '../form/computed-fields.tsx'
import { readDraft, useDraft, type Values } from '../form/draft.ts'
import { FieldsForm, fieldId } from '../form/fields-form.tsx'
import { Summary } from '../form/summary.tsx'
import { Clause } from '../parts/clause.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { checkFields } from '../schema/check-field.ts'
import { fieldsOf } from '../schema/field-view.ts'
import { Conflict } from './conflict.tsx'

interface ActFormProps {
  readonly caseKey: CaseKey
  readonly found: CaseView
  readonly action: ActionView
  readonly done: () => void
  readonly cancel: () => void
}

/** Under what the reason stands in a draft; no field is named so. */
const REASON = '理由'

/** The form of one action: what is filled in, the materials, the reason; sent once however often it is tried. */
export function ActForm({ caseKey, found, action, done, cancel }: ActFormProps) {
  const { officer } = useSession()
  const draftKey = `luoshi-draft/${officer.id}/${found.id}/${action.name}`
  const fields = fieldsOf(action.input)
  const [draft] = useState(() => readDraft(draftKey) ?? {})
  const { [REASON]: draftedReason = '', ...drafted } = draft
  const [values, setValues] = useState<Values>(drafted)
  const [materials, setMaterials] = useState<readonly string[]>([])
  const [reason, setReason] = useState(String(draftedReason))
  const [tries, setTries] = useState(0)
  const act = useAct(caseKey, found, action.name)
  const isBegun = Object.keys(values).length > 0 || reason !== ''
  const dropDraft = useDraft(draftKey, fields, { ...values, [REASON]: reason }, isBegun)
  const prefix = `act-${action.name}`
  const own = tries > 0 ? checkFields(fields, values).map((issue) => ({ ...issue, clause: null })) : []
  const refused = act.error instanceof Refusal ? act.error : null
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (checkFields(fields, values).length > 0) return
    act.mutate(
      { input: values, materials, reason: reason.trim() === '' ? null : reason.trim() },
      {
        onSuccess: () => {
          dropDraft('sent')
          done()
        },
      },
    )
  }
  return (
    <form className="act card" onSubmit={send} noValidate aria-label={action.title}>
      {refused?.isConflict ? (
        <Conflict {...{ caseKey, found }} keep={() => act.reset()} />
      ) : (
        <ProblemBox
          error={act.error}
          title={`“${action.title}”没有办成`}
          fieldIdOf={({ path }) =>
            path.length > 0 && knows(fields, path) ? fieldId(prefix, path[0]) : undefined
          }
        />
      )}
      {own.length > 0 && <Summary issues={own} prefix={prefix} tries={tries} />}
      {fields.length > 0 && (
        <FieldsForm
          {...{ fields, values }}
          onChange={setValues}
          issues={[...own, ...(refused?.issues ?? [])]}
          idPrefix={prefix}
          procedureKey={caseKey}
        />
      )}
      <ComputedFields computed={action.computed} />
      <Materials action={action} given={materials} onChange={setMaterials} />
      {action.needsReason && (
        <div className="field">
          <label htmlFor={`${prefix}-reason`}>理由</label>
          <textarea
            id={`${prefix}-reason`}
            className="field-input"
            rows={3}
            aria-required="true"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <div className="form-actions">
        <button type="submit" className="button main" disabled={act.isPending}>
          {act.isPending ? '正在办理' : action.title}
        </button>
        <button type="button" className="button" onClick={cancel}>
          暂不办理
        </button>
        <span className="small secondary">
          办理后转入“{action.toTitle}”。
          <Clause clause={action.clause} />
        </span>
      </div>
    </form>
  )
}

function knows(fields: readonly { readonly name: string }[], path: readonly (string | number)[]): boolean {
  return fields.some(({ name }) => name === path[0])
}

function Materials({
  action,
  given,
  onChange,
}: {
  readonly action: ActionView
  readonly given: readonly string[]
  readonly onChange: (given: readonly string[]) => void
}) {
  if (action.materials.length === 0) return null
  return (
    <fieldset className="materials">
      <legend>材料</legend>
      {action.materials.map(({ id, title, clause }) => (
        <p key={id}>
          <label className="choice">
            <input
              type="checkbox"
              checked={given.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...given, id] : given.filter((one) => one !== id))
              }
            />
            已收到{title}
          </label>{' '}
          <Clause clause={clause} />
        </p>
      ))}
    </fieldset>
  )
}

/** Does an action on what was seen: if someone was quicker it is refused and nothing is overwritten. */
function useAct(caseKey: CaseKey, found: CaseView, action: string) {
  const county = useCounty()
  const queries = useQueryClient()
  const key = useRef(crypto.randomUUID())
  return useMutation({
    mutationFn: (body: ActBody) =>
      call<DoneView>(`${api.case(county, caseKey)}/actions/${action}`, {
        method: 'POST',
        body,
        version: found.version,
        key: key.current,
      }),
    onSuccess: ({ case: after }) => {
      queries.setQueryData(caseQueryKey(county, caseKey), after)
      for (const name of ['cases', 'my-day', 'programmes', 'case']) {
        queries.invalidateQueries({ queryKey: [name, county] })
      }
    },
    // What is tried again after a refusal is another request: the first was answered.
    onError: (error) => {
      if (error instanceof Refusal && error.status !== 0) key.current = crypto.randomUUID()
    },
  })
}
