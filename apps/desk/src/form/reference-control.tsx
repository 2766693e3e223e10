import { useDeferredValue } from 'react'
import { useCases, useProgrammes } from '../api/queries.ts'
import { fieldsOf } from '../schema/field-view.ts'
import { NOTHING, valueWithUnit } from '../words/field-text.ts'
import type { ControlProps } from './controls.tsx'

/** Fields of the named record that are shown beside its key. */
const SHOWN = 3

/** The key of a record in another register: typed, or found by words in it; the record that is named shows below. */
export function ReferenceControl(props: ControlProps) {
  const { field, programme, value } = props
  const { data: programmes = [] } = useProgrammes()
  const procedure = programmes
    .find(({ id }) => id === programme)
    ?.procedures.find(({ register }) => register === field.refersTo)
  if (procedure === undefined) return <KeyInput {...props} offers={[]} />
  return (
    <KnownRegister
      {...props}
      register={procedure.id}
      subject={procedure.subject}
      typed={String(value ?? '')}
    />
  )
}

function KnownRegister({
  register,
  subject,
  typed,
  ...props
}: ControlProps & { register: string; subject: Readonly<Record<string, unknown>>; typed: string }) {
  const words = useDeferredValue(typed.trim())
  const key = { programme: props.programme, procedure: register }
  const { data: first } = useCases(key, {})
  const { data: found } = useCases(key, words === '' ? {} : { q: words })
  const views = fieldsOf(subject).slice(0, SHOWN + 1)
  const offersOf = (data: typeof first) =>
    (data?.pages[0]?.rows ?? []).map((row) => ({
      key: row.key,
      label: views
        .map((view) => valueWithUnit(view, row.data[view.name]))
        .filter((text) => text !== NOTHING)
        .join(' '),
    }))
  // Without a network, what the device has of the register is looked through.
  const offers =
    found === undefined
      ? offersOf(first).filter((offer) => `${offer.key} ${offer.label}`.includes(words))
      : offersOf(found)
  const named = offers.find(({ key }) => key === typed)
  return (
    <>
      <KeyInput {...props} offers={offers} />
      {named !== undefined && <p className="small secondary">{named.label}</p>}
    </>
  )
}

interface KeyInputProps extends ControlProps {
  readonly offers: readonly { readonly key: string; readonly label: string }[]
}

function KeyInput({ id, value, isInvalid, describedBy, field, onChange, offers }: KeyInputProps) {
  return (
    <>
      <input
        id={id}
        className="field-input"
        list={`${id}-offers`}
        autoComplete="off"
        placeholder="输入编号，或其中的几个字"
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        aria-required={field.isRequired || undefined}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      <datalist id={`${id}-offers`}>
        {offers.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  )
}
