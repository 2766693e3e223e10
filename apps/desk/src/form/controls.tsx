import type { FieldControl } from '@luoshi/kernel'
import type { ReactNode } from 'react'
import type { FieldView } from '../schema/field-view.ts'
import { FilesControl } from './files-control.tsx'
import { ListControl } from './list-control.tsx'
import { PlaceControl } from './place-control.tsx'
import { ReferenceControl } from './reference-control.tsx'
import { UnitControl } from './unit-control.tsx'

/** What every control gets: which field, what stands in it, and whom to tell. */
export interface ControlProps {
  readonly field: FieldView
  readonly id: string
  readonly value: unknown
  readonly isInvalid: boolean
  /** Ids of the texts that say more of it. */
  readonly describedBy: string | undefined
  readonly onChange: (value: unknown) => void
  /** Programme whose registers a reference names. */
  readonly programme: string
  /** Procedure to whose cases files are handed in. */
  readonly procedure: string
  /** Problem of a field inside, by its path from this field. */
  readonly problemAt: (path: readonly (string | number)[]) => string | undefined
}

/** Up to so many choices all are seen at once. */
const SEEN_AT_ONCE = 4

/** The part of a form for a field. */
export function Control(props: ControlProps) {
  const Part = controls[props.field.control]
  return <Part {...props} />
}

function commonOf({ id, isInvalid, describedBy, field }: ControlProps) {
  return {
    id,
    className: 'field-input',
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': field.isRequired || undefined,
  }
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function typed(text: string): string | undefined {
  return text === '' ? undefined : text
}

function TextControl(props: ControlProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...commonOf(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(typed(event.target.value))}
    />
  )
}

function LongTextControl(props: ControlProps) {
  return (
    <textarea
      rows={4}
      {...commonOf(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(typed(event.target.value))}
    />
  )
}

function PhoneControl(props: ControlProps) {
  return (
    <input
      type="tel"
      autoComplete="off"
      {...commonOf(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(typed(event.target.value))}
    />
  )
}

/** Exact figures are typed as text: a number field of a browser would round or reformat them. */
function FigureControl(props: ControlProps) {
  const { field, value, onChange } = props
  return (
    <WithUnit unit={field.unit}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...commonOf(props)}
        className="field-input figure"
        value={textOf(value)}
        onChange={(event) => onChange(typed(event.target.value.trim()))}
      />
    </WithUnit>
  )
}

function CountControl(props: ControlProps) {
  const { field, value, onChange } = props
  const keep = (text: string) => onChange(/^\d+$/.test(text) ? Number(text) : typed(text))
  return (
    <WithUnit unit={field.unit}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...commonOf(props)}
        className="field-input figure"
        value={textOf(value)}
        onChange={(event) => keep(event.target.value.trim())}
      />
    </WithUnit>
  )
}

function WithUnit({ unit, children }: { readonly unit: string | undefined; readonly children: ReactNode }) {
  if (unit === undefined || unit === '') return children
  return (
    <span className="with-unit">
      {children}
      <span className="secondary unbroken" aria-hidden="true">
        {unit}
      </span>
    </span>
  )
}

function DateControl(props: ControlProps) {
  return (
    <input
      type="date"
      max="9999-12-31"
      {...commonOf(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(typed(event.target.value))}
    />
  )
}

/** A moment in the time of Shanghai, whatever the device's own. */
function DateTimeControl(props: ControlProps) {
  const keep = (local: string) => props.onChange(local === '' ? undefined : `${local}:00+08:00`)
  return (
    <input
      type="datetime-local"
      max="9999-12-31T23:59"
      {...commonOf(props)}
      value={textOf(props.value).slice(0, 'yyyy-mm-ddThh:mm'.length)}
      onChange={(event) => keep(event.target.value)}
    />
  )
}

function YesNoControl(props: ControlProps) {
  const options = [
    { value: true, label: '是' },
    { value: false, label: '否' },
  ]
  return <Options {...props} options={options} />
}

function ChoiceControl(props: ControlProps) {
  const options = Object.entries(props.field.choices ?? {}).map(([value, label]) => ({ value, label }))
  if (options.length <= SEEN_AT_ONCE) return <Options {...props} options={options} />
  return (
    <select
      {...commonOf(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(typed(event.target.value))}
    >
      <option value="">请选择</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

interface OptionsProps extends ControlProps {
  readonly options: readonly { readonly value: string | boolean; readonly label: string }[]
}

function Options({ id, field, value, options, isInvalid, describedBy, onChange }: OptionsProps) {
  return (
    <fieldset className="options" aria-invalid={isInvalid || undefined} aria-describedby={describedBy}>
      <legend className="visually-hidden">{field.label}</legend>
      {options.map((option, index) => (
        <label key={option.label} className="choice">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      {!field.isRequired && value !== undefined && (
        <button type="button" className="button plain" onClick={() => onChange(undefined)}>
          清除
        </button>
      )}
    </fieldset>
  )
}

const controls = {
  text: TextControl,
  'long-text': LongTextControl,
  phone: PhoneControl,
  count: CountControl,
  decimal: FigureControl,
  money: FigureControl,
  date: DateControl,
  'date-time': DateTimeControl,
  'yes-no': YesNoControl,
  choice: ChoiceControl,
  reference: ReferenceControl,
  list: ListControl,
  unit: UnitControl,
  place: PlaceControl,
  files: FilesControl,
} satisfies Record<FieldControl, (props: ControlProps) => ReactNode>
