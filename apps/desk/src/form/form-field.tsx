import { useId } from 'react'
import '../styles/form.css'

interface FormFieldProps {
  readonly label: string
  /** A sentence, or something of its own. */
  readonly help?: React.ReactNode
  /** Makes the control, which bears the id that its label names. */
  readonly children: (id: string) => React.ReactNode
}

/** A line of a form that no definition describes: its label, its control and what helps to fill it in. */
export function FormField({ label, help, children }: FormFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-body">
        {children(id)}
        {typeof help === 'string' && help !== '' ? <p className="small secondary">{help}</p> : help}
      </div>
    </div>
  )
}

interface InputFieldProps extends Omit<FormFieldProps, 'children'> {
  readonly type?: 'text' | 'date' | 'password'
  readonly autoComplete?: string
  readonly value: string
  readonly change: (value: string) => void
}

/** A line to write in. */
export function InputField({ type = 'text', autoComplete = 'off', value, change, ...line }: InputFieldProps) {
  return (
    <FormField {...line}>
      {(id) => (
        <input
          {...{ id, type, autoComplete, value }}
          className="field-input"
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FormField>
  )
}

interface SelectFieldProps extends Omit<FormFieldProps, 'children'> {
  readonly value: string
  readonly change: (value: string) => void
  readonly offered: readonly { readonly id: string; readonly title: string }[]
}

/** A line to choose in. */
export function SelectField({ value, change, offered, ...line }: SelectFieldProps) {
  return (
    <FormField {...line}>
      {(inputId) => (
        <select
          id={inputId}
          className="field-input"
          value={value}
          onChange={(event) => change(event.target.value)}
        >
          {offered.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

interface FileFieldProps extends Omit<FormFieldProps, 'children'> {
  /** Endings of the files that can be chosen: `.xlsx,.csv`. */
  readonly accept: string
  readonly choose: (file: File | null) => void
}

/** A line for one file. */
export function FileField({ accept, choose, ...line }: FileFieldProps) {
  return (
    <FormField {...line}>
      {(id) => (
        <input
          {...{ id, accept }}
          className="field-input"
          type="file"
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
      )}
    </FormField>
  )
}
