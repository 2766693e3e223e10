import type { ProgrammeSummary } from '@luoshi/client'
import { useDeferredValue } from 'react'
import { useCases, useProgrammes } from '../api/queries.ts'
import { useFields } from '../schema/use-fields.ts'
import { NOTHING, valueWithUnit } from '../words/field-text.ts'
import type { ControlProps } from './controls.tsx'

/** Fields of the named record that are shown beside its key. */
const SHOWN = 3

/** The key of a record in another register: typed, or found by words in it; the record that is named shows below. */
export function ReferenceControl(props: ControlProps) {
  const { field, programme } = props
  const { data: programmes = [] } = useProgrammes()
  const known = programmes.find(({ id }) => id === programme)?.procedures ?? []
  const carriers = known.filter(({ register }) => register === field.refersTo)
  return <OfferedKey {...props} carriers={carriers} offers={[]} />
}

type Offers = readonly { readonly key: string; readonly label: string }[]

interface OfferedKeyProps extends ControlProps {
  /** Procedures whose records are yet to be asked for. */
  readonly carriers: ProgrammeSummary['procedures']
  /** Records of those that were asked already. */
  readonly offers: Offers
}

/** Asks each procedure that carries the register for what has the words, one after another: each by a component of its own. */
function OfferedKey({ carriers, offers, ...props }: OfferedKeyProps) {
  const [carrier, ...others] = carriers
  if (carrier !== undefined) return <WithOffersOf {...props} {...{ carrier, offers }} carriers={others} />
  const named = offers.find(({ key }) => key === props.value)
  return (
    <>
      <KeyInput {...props} offers={offers} />
      {named !== undefined && <p className="small secondary">{named.label}</p>}
    </>
  )
}

function WithOffersOf({
  carrier,
  ...props
}: OfferedKeyProps & { readonly carrier: ProgrammeSummary['procedures'][number] }) {
  const words = useDeferredValue(String(props.value ?? '').trim())
  const key = { programme: props.programme, procedure: carrier.id }
  const { data: first } = useCases(key, {})
  const { data: found } = useCases(key, words === '' ? {} : { q: words })
  const views = useFields(carrier.subject).slice(0, SHOWN + 1)
  const offersOf = (data: typeof first) =>
    (data?.pages[0]?.rows ?? []).map((row) => ({
      key: row.key,
      label: views
        .map((view) => valueWithUnit(view, row.data[view.name]))
        .filter((text) => text !== NOTHING)
        .join(' '),
    }))
  // Without a network, what the device has of the register is looked through.
  const own =
    found === undefined
      ? offersOf(first).filter((offer) => `${offer.key} ${offer.label}`.includes(words))
      : offersOf(found)
  return <OfferedKey {...props} offers={[...props.offers, ...own]} />
}

interface KeyInputProps extends ControlProps {
  readonly offers: Offers
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
