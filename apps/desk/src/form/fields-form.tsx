import type { IssueView } from '@luoshi/client'
import { useState } from 'react'
import type { ProcedureKey } from '../api/addresses.ts'
import { checkField, isEmpty } from '../schema/check-field.ts'
import type { FieldView } from '../schema/field-view.ts'
import { Control } from './controls.tsx'
import { isMobile } from './device-time.ts'
import type { Values } from './draft.ts'
import '../styles/form.css'

interface FieldsFormProps {
  readonly fields: readonly FieldView[]
  readonly values: Values
  readonly onChange: (values: Values) => void
  /** What the server said of this form last; a field's sentence goes when the field is changed. */
  readonly issues: readonly IssueView[]
  readonly idPrefix: string
  readonly procedureKey: ProcedureKey
}

/** What is wrong is told when a press that left the field is over: nothing moves under the finger. Milliseconds. */
const PRESS = 200

/** The fields of a form, made from their schema, each with what is wrong with it below. */
export function FieldsForm({ fields, values, onChange, issues, idPrefix, procedureKey }: FieldsFormProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const clocks = fields.filter(({ isDeviceTime }) => isDeviceTime === true)
  return (
    <div className="fields">
      {fields.map((field) => {
        if (field.isDeviceTime === true) return null
        const found = [
          ...issues.filter(({ path }) => path[0] === field.name),
          ...(left.has(field.name) && !isEmpty(values[field.name])
            ? checkField(field, values[field.name])
            : []),
        ]
        return (
          <OneField
            key={field.name}
            {...{ field, procedureKey }}
            id={fieldId(idPrefix, field.name)}
            value={values[field.name]}
            found={found}
            onChange={(value) => onChange({ ...values, [field.name]: value })}
            onLeave={() => setLeft((before) => new Set([...before, field.name]))}
          />
        )
      })}
      {isMobile() &&
        clocks.map(({ name, label }) => (
          <p key={name} className="small secondary">
            “{label}”不用填写，办理时由这台设备记下；服务器另记收到的时间。
          </p>
        ))}
    </div>
  )
}

/** Id of a field's control on the page, for the links of a summary. */
export function fieldId(prefix: string, name: string | number | undefined): string {
  return `${prefix}-${name}`
}

interface OneFieldProps {
  readonly field: FieldView
  readonly id: string
  readonly value: unknown
  readonly found: readonly { readonly message: string; readonly path: readonly (string | number)[] }[]
  readonly procedureKey: ProcedureKey
  readonly onChange: (value: unknown) => void
  readonly onLeave: () => void
}

function OneField({ field, id, value, found, procedureKey, onChange, onLeave }: OneFieldProps) {
  const { programme, procedure } = procedureKey
  const own = found.find(({ path }) => path.length <= 1)
  const helpId = field.help === undefined ? undefined : `${id}-help`
  const problemId = own === undefined ? undefined : `${id}-problem`
  const describedBy = [helpId, problemId].filter((one) => one !== undefined).join(' ') || undefined
  const problemAt = (path: readonly (string | number)[]) =>
    found.find((issue) => issue.path.slice(1).join('/') === path.join('/'))?.message
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field inside was left.
    <div
      className={own === undefined ? 'field' : 'field has-problem'}
      onBlur={(event) => {
        const isInside = event.currentTarget.contains(event.relatedTarget)
        if (!isInside) setTimeout(onLeave, PRESS)
      }}
    >
      <label htmlFor={id}>
        {field.label}
        {!field.isRequired && <span className="secondary small">（选填）</span>}
        {field.personal !== undefined && <span className="secondary small own-line">个人信息</span>}
      </label>
      <div className="field-body">
        <Control
          {...{ field, id, value, describedBy, onChange, problemAt, programme, procedure }}
          isInvalid={own !== undefined}
        />
        {field.help !== undefined && (
          <p className="small secondary" id={helpId}>
            {field.help}
          </p>
        )}
        {own !== undefined && (
          <p className="field-problem" id={problemId}>
            {own.message}
          </p>
        )}
      </div>
    </div>
  )
}
