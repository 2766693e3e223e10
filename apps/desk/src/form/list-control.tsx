import type { FieldView } from '../schema/field-view.ts'
import { Control, type ControlProps } from './controls.tsx'

/** Rows of a list, each with its own fields; rows are added, taken out and copied. */
export function ListControl(props: ControlProps) {
  const { field, id, value, onChange } = props
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : []
  const { item } = field
  if (item === null) return null
  const keep = (next: readonly unknown[]) => onChange(next.length === 0 ? undefined : next)
  return (
    <fieldset className="rows" aria-describedby={props.describedBy}>
      <legend className="visually-hidden">{field.label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
        <div className="row card" key={index}>
          <span className="row-number secondary figures">{index + 1}</span>
          <RowFields
            {...props}
            id={`${id}-${index}`}
            item={item}
            value={row}
            onChange={(next) => keep(rows.with(index, next))}
            problemAt={(path) => props.problemAt([index, ...path])}
          />
          <button type="button" className="button plain" onClick={() => keep(rows.toSpliced(index, 1))}>
            删去<span className="visually-hidden">第{index + 1}行</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        id={id}
        onClick={() => keep([...rows, item.inner.length > 0 ? {} : ''])}
      >
        增加一行
      </button>
    </fieldset>
  )
}

function RowFields({ item, ...props }: ControlProps & { readonly item: FieldView }) {
  const { id, value, onChange, problemAt } = props
  if (item.inner.length === 0) {
    const problem = problemAt([])
    return (
      <div className="row-field">
        <label className="visually-hidden" htmlFor={id}>
          {item.label}
        </label>
        <Control {...props} field={item} isInvalid={problem !== undefined} describedBy={undefined} />
        {problem !== undefined && <p className="field-problem">{problem}</p>}
      </div>
    )
  }
  const values = (value ?? {}) as Readonly<Record<string, unknown>>
  return item.inner.map((field) => {
    const problem = problemAt([field.name])
    return (
      <div className="row-field" key={field.name}>
        <label className="small" htmlFor={`${id}-${field.name}`}>
          {field.label}
        </label>
        <Control
          {...props}
          field={field}
          id={`${id}-${field.name}`}
          value={values[field.name]}
          isInvalid={problem !== undefined}
          describedBy={undefined}
          onChange={(next) => onChange({ ...values, [field.name]: next })}
        />
        {problem !== undefined && <p className="field-problem">{problem}</p>}
      </div>
    )
  })
}
