import type { FieldView } from '../schema/field-view.ts'
import { isFigure, valueText } from '../words/field-text.ts'

interface InnerTableProps {
  readonly fields: readonly FieldView[]
  readonly rows: readonly unknown[]
}

/** The rows of a field that is a table itself. */
export function InnerTable({ fields, rows }: InnerTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="inner-table" tabIndex={0} aria-label="明细">
      <table>
        <thead>
          <tr>
            {fields.map(({ name, label, unit }) => (
              <th key={name} scope="col">
                {unit === undefined || unit === '' ? label : `${label}（${unit}）`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
            <tr key={index}>
              {fields.map((field) => (
                <td key={field.name} className={isFigure(field) ? 'figure' : undefined}>
                  {valueText(field, (row as Readonly<Record<string, unknown>>)[field.name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
